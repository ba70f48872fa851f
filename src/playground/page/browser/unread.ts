import type { DrawnWorkspace } from '../drawn-workspace.ts';
import { channelAt, type Place } from './place.ts';

/** Remembers up to where each person has read each channel, as long as the page stays open. */
export class Unread {
  private readonly readUpTo = new Map<string, string>();
  private readonly viewers = new Set<string>();

  /** Ids of channels with messages of others that the person has not seen; the open channel counts as read. */
  among(workspace: DrawnWorkspace, place: Place): ReadonlySet<string> {
    const { viewerId, channels, messages } = workspace;
    const isFirst = !this.viewers.has(viewerId);
    this.viewers.add(viewerId);
    const open = channelAt(place, workspace)?.id;
    const unread = new Set<string>();
    for (const { id } of channels) {
      const newest = messages.findLast((message) => message.channelId === id && message.userId !== viewerId)?.ts ?? '';
      const key = `${viewerId} ${id}`;
      if (isFirst || id === open) this.readUpTo.set(key, newest);
      else if (newest > (this.readUpTo.get(key) ?? '')) unread.add(id);
    }
    return unread;
  }
}

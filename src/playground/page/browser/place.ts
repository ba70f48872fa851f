import type { Channel } from '../../workspace.ts';
import type { DrawnWorkspace } from '../drawn-workspace.ts';

/** What one looks at. A conversation's `channel` is an id, or `direct` for the direct message with the bot. */
export type Place =
  | { readonly kind: 'home' }
  | { readonly kind: 'conversation'; readonly channel: string; readonly thread: string | null };

/** The place that a fragment of an address names (`#/C1`, `#/C1/1700000000.000100`, `#/home`), or null. */
export function readPlace(fragment: string): Place | null {
  const [start, channel, thread] = fragment.split('/');
  if (start !== '#' || !channel) return null;
  return channel === 'home' ? { kind: 'home' } : { kind: 'conversation', channel, thread: thread || null };
}

/** The fragment that names this place. */
export function fragmentOf(place: Place): string {
  if (place.kind === 'home') return '#/home';
  return `#/${place.channel}${place.thread === null ? '' : `/${place.thread}`}`;
}

/** The place of a message by its own address, or null where it is no message of this workspace. */
export function placeOfLink(address: string, workspace: DrawnWorkspace): Place | null {
  const own = workspace.messages.find((message) => message.link === address);
  if (!own) return null;
  return { kind: 'conversation', channel: own.channelId, thread: own.threadTs ?? own.ts };
}

/** The channel of a place, or null: the Home has none, and a direct message may not be open yet. */
export function channelAt(place: Place, workspace: DrawnWorkspace): Channel | null {
  if (place.kind === 'home') return null;
  const isHere = (channel: Channel) =>
    place.channel === 'direct' ? channel.kind === 'direct' : channel.id === place.channel;
  return workspace.channels.find(isHere) ?? null;
}

import type { Parts } from '../parts.ts';
import type { Channel } from '../workspace.ts';
import type { Surroundings } from './form.ts';

/** The channels that a person sees: public ones, and those that they are in. */
export function channelsOf(userId: string, parts: Parts): readonly Channel[] {
  return parts.conversations.all().filter((channel) => channel.kind === 'public' || channel.members.includes(userId));
}

/** What the fields of a view or message offer one person; `place` is the view's id, or the message's channel and `ts`. */
export function surroundings(userId: string, channelId: string | null, place: string, parts: Parts): Surroundings {
  return {
    channels: channelsOf(userId, parts),
    users: parts.conversations.everybody(),
    currentChannel: channelId === null ? null : parts.conversations.channel(channelId),
    offered: (actionId) => parts.offered.recall(place, actionId),
  };
}

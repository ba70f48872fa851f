import { INSTALLATION } from '../installation.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { Channel, Message, User } from '../workspace.ts';

/** The person who acts; throws a Refusal where there is no such person. */
export function person(userId: string, parts: Parts): User {
  const user = parts.conversations.user(userId);
  if (!user || user.isBot) throw new Refusal('user_not_found', `There is no person ${userId}.`);
  return user;
}

/** A channel that the person is in; throws a Refusal where they are not. */
export function ownChannel(userId: string, channelId: string, parts: Parts): Channel {
  const channel = parts.conversations.seenBy(userId, channelId);
  if (!channel.members.includes(userId)) throw new Refusal('not_in_channel', `Join #${channel.name} first.`);
  return channel;
}

/** A message that the person sees; throws a Refusal where they do not. */
export function seenMessage(userId: string, channelId: string, ts: string, parts: Parts): Message {
  const channel = parts.conversations.seenBy(userId, channelId);
  const message = parts.conversations.message(channel.id, ts);
  if (!message || (message.ephemeralFor !== null && message.ephemeralFor !== userId)) {
    throw new Refusal('message_not_found', 'This message is not here any more.');
  }
  return message;
}

/** Who wrote the first message of the thread that a message stands in; null outside threads. */
export function parentAuthor(message: Message, parts: Parts): string | null {
  return message.threadTs === null
    ? null
    : (parts.conversations.message(message.channelId, message.threadTs)?.userId ?? null);
}

/** What every interaction says of the app, the team and the person. */
export function signature(user: User) {
  const { teamId, teamDomain, appId } = INSTALLATION;
  return {
    team: { id: teamId, domain: teamDomain },
    enterprise: null,
    user: { id: user.id, username: user.name, name: user.name, team_id: teamId },
    api_app_id: appId,
    token: 'not-a-secret',
    is_enterprise_install: false,
  };
}

/** A channel as interactions name it. */
export function channelLabel(channel: Channel): { readonly id: string; readonly name: string } {
  const names = { public: channel.name, private: 'privategroup', direct: 'directmessage' };
  return { id: channel.id, name: names[channel.kind] };
}

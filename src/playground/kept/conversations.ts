import { INSTALLATION } from '../installation.ts';
import type { Newsroom } from '../newsroom.ts';
import { Refusal } from '../refusal.ts';
import type { Channel, Message, User } from '../workspace.ts';
import type { Changes } from './changes.ts';

/** Milliseconds since 1970. */
export type Clock = () => number;

/** People, channels and messages of the workspace. */
export class Conversations {
  private readonly users: ReadonlyMap<string, User>;
  private readonly channels: Map<string, Channel>;
  private readonly messages = new Map<string, Message>();
  private readonly clock: Clock;
  private readonly changes: Changes;
  private lastMicroseconds = 0;

  constructor(newsroom: Newsroom, clock: Clock, changes: Changes) {
    this.users = new Map(newsroom.users.map((user) => [user.id, user]));
    this.channels = new Map(newsroom.channels.map((channel) => [channel.id, channel]));
    this.clock = clock;
    this.changes = changes;
  }

  /** Everybody, bots among them. */
  everybody(): readonly User[] {
    return [...this.users.values()];
  }

  /** Every channel, and the direct messages that are open. */
  all(): readonly Channel[] {
    return [...this.channels.values()];
  }

  user(id: string): User | null {
    return this.users.get(id) ?? null;
  }

  channel(id: string): Channel | null {
    return this.channels.get(id) ?? null;
  }

  /** The channel as this person sees it; throws a Refusal where they do not. */
  seenBy(userId: string, channelId: string): Channel {
    const channel = this.channels.get(channelId);
    const sees = channel && (channel.kind === 'public' || channel.members.includes(userId));
    if (!sees) throw new Refusal('channel_not_found', `There is no channel ${channelId} for ${userId}.`);
    return channel;
  }

  /** The channel as the bot may write to it, a person's id standing for the direct message with them. */
  writable(id: string): Channel {
    if (this.users.get(id)?.isBot === false) return this.direct(id);
    const channel = this.visibleToBot(id);
    if (!channel.isMember) throw new Refusal('not_in_channel', `the bot is not in #${channel.name}`);
    return channel;
  }

  /** The channel as the bot may look at it: private ones only from inside. */
  visibleToBot(id: string): Channel {
    const channel = this.channels.get(id);
    if (!channel || (channel.kind !== 'public' && !channel.isMember)) {
      throw new Refusal('channel_not_found', `there is no channel ${id} for the bot`);
    }
    return channel;
  }

  /** The direct message between a person and the bot, opened where it is not. */
  direct(userId: string): Channel {
    const id = `D${userId.slice(1)}`;
    const open = this.channels.get(id);
    if (open) return open;
    const channel: Channel = {
      id,
      name: userId,
      kind: 'direct',
      purpose: '',
      isMember: true,
      isExternallyShared: false,
      members: [userId, INSTALLATION.botUserId],
    };
    this.channels.set(id, channel);
    this.changes.note();
    return channel;
  }

  /** The bot is taken into a channel. */
  invite(channelId: string): void {
    const channel = this.channels.get(channelId);
    if (!channel || channel.isMember) return;
    const members = [...channel.members, INSTALLATION.botUserId];
    this.channels.set(channelId, { ...channel, isMember: true, members });
    this.changes.note();
  }

  /** A channel's messages in order of time, ephemeral ones among them. */
  messagesIn(channelId: string): readonly Message[] {
    return [...this.messages.values()].filter((message) => message.channelId === channelId);
  }

  message(channelId: string, ts: string): Message | null {
    return this.messages.get(key(channelId, ts)) ?? null;
  }

  add(message: Omit<Message, 'ts' | 'edited'>): Message {
    const added = { ...message, ts: this.mintTs(), edited: null };
    this.messages.set(key(added.channelId, added.ts), added);
    this.changes.note();
    return added;
  }

  /** Puts a message where the one of the same channel and `ts` stands. */
  replace(message: Message): void {
    this.messages.set(key(message.channelId, message.ts), message);
    this.changes.note();
  }

  remove(message: Message): void {
    this.messages.delete(key(message.channelId, message.ts));
    this.changes.note();
  }

  /** The thread that a reply with this `thread_ts` goes to; throws a Refusal where it is not a thread's first message. */
  threadRoot(channelId: string, threadTs: string): Message {
    const root = this.message(channelId, threadTs);
    if (!root || root.ephemeralFor !== null || root.threadTs !== null) {
      throw new Refusal('thread_not_found', `${threadTs} is not the first message of a thread in ${channelId}`);
    }
    return root;
  }

  /** A time in Slack's form, later than every one before. */
  mintTs(): string {
    const microseconds = Math.max(Math.floor(this.clock() * 1000), this.lastMicroseconds + 1);
    this.lastMicroseconds = microseconds;
    return `${Math.floor(microseconds / 1_000_000)}.${String(microseconds % 1_000_000).padStart(6, '0')}`;
  }
}

function key(channelId: string, ts: string): string {
  return `${channelId} ${ts}`;
}

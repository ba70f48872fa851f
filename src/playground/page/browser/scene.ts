import type { Act, Channel, Outcome, User } from '../../workspace.ts';
import type { DrawnMessage, DrawnWorkspace } from '../drawn-workspace.ts';
import { channelAt, type Place } from './place.ts';

/** All that the page shows at one moment. */
export interface Scene {
  readonly workspace: DrawnWorkspace;
  readonly place: Place;
  /** The conversation that is open, if one is. */
  readonly channel: Channel | null;
  readonly viewer: User;
  readonly bot: User;
  /** Ids of channels in which something new stands. */
  readonly unread: ReadonlySet<string>;
}

/** What the parts of the page can have done. */
export interface Doings {
  act(act: Act): Promise<Outcome>;
  go(place: Place): void;
  actAs(userId: string): void;
  /** Says something that went wrong or must be known, above everything. */
  alert(sentence: string): void;
}

/** A part of the page. */
export interface Part {
  show(scene: Scene): void;
}

const NOBODY: User = { id: '', name: 'somebody', realName: 'Somebody', title: '', isBot: false };

/** What the server last said, seen from a place. */
export function makeScene(workspace: DrawnWorkspace, place: Place, unread: ReadonlySet<string>): Scene {
  return {
    workspace,
    place,
    channel: channelAt(place, workspace),
    viewer: userOf(workspace.viewerId, workspace),
    bot: userOf(workspace.botUserId, workspace),
    unread,
  };
}

/** The person or bot with this id, or a stand-in where there is none. */
export function userOf(id: string, workspace: DrawnWorkspace): User {
  return workspace.users.find((user) => user.id === id) ?? NOBODY;
}

/** What stands in a channel itself, ephemeral messages among it. */
export function messagesIn(channelId: string, workspace: DrawnWorkspace): readonly DrawnMessage[] {
  return workspace.messages.filter((message) => message.channelId === channelId && message.threadTs === null);
}

/** A thread: its first message and the answers to it. */
export function messagesInThread(channelId: string, ts: string, workspace: DrawnWorkspace): readonly DrawnMessage[] {
  return workspace.messages.filter(
    (message) => message.channelId === channelId && (message.ts === ts || message.threadTs === ts),
  );
}

/** A channel as people call it. */
export function channelTitle(channel: Channel, bot: User): string {
  return channel.kind === 'direct' ? bot.name : `#${channel.name}`;
}

import { Courier } from './delivery/courier.ts';
import { Outbox } from './delivery/outbox.ts';
import { SocketMode } from './delivery/socket-mode.ts';
import { Activity } from './kept/activity.ts';
import { Assistants } from './kept/assistants.ts';
import { Changes } from './kept/changes.ts';
import { type Clock, Conversations } from './kept/conversations.ts';
import { Ids } from './kept/ids.ts';
import { ResponseUrls } from './kept/response-urls.ts';
import { Triggers } from './kept/triggers.ts';
import { OfferedOptions, Views } from './kept/views.ts';
import type { Newsroom } from './newsroom.ts';

/** How the local Slack behaves. */
export interface Rules {
  /** Refuse a message that all can see unless unfurl_links and unfurl_media are given as false. */
  readonly requireUnfurlOff: boolean;
  /** The bot's scopes; null grants all. */
  readonly scopes: readonly string[] | null;
  /** How long the app may take to acknowledge, in milliseconds. */
  readonly ackLimitMs: number;
  /** How long nothing must have been under way before it counts as settled, in milliseconds. */
  readonly quietMs: number;
}

/** What the local Slack is made of, handed to all that answers calls or acts for people. */
export interface Parts {
  readonly newsroom: Newsroom;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly changes: Changes;
  readonly activity: Activity;
  readonly conversations: Conversations;
  readonly views: Views;
  readonly offered: OfferedOptions;
  readonly assistants: Assistants;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly sockets: SocketMode;
  readonly courier: Courier;
  readonly outbox: Outbox;
  /** Where the server listens, e.g. `http://127.0.0.1:4000`. */
  readonly base: () => string;
  /** Whether the bot has a scope. */
  readonly grants: (scope: string) => boolean;
}

/** A workspace in its first state. */
export function makeParts(newsroom: Newsroom, rules: Rules, clock: Clock, base: () => string): Parts {
  const ids = new Ids();
  const changes = new Changes();
  const activity = new Activity(rules.quietMs);
  const sockets = new SocketMode(ids);
  const courier = new Courier(activity, sockets, rules.ackLimitMs);
  return {
    newsroom,
    rules,
    clock,
    ids,
    changes,
    activity,
    conversations: new Conversations(newsroom, clock, changes),
    views: new Views(ids, changes),
    offered: new OfferedOptions(),
    assistants: new Assistants(changes),
    triggers: new Triggers(clock, ids),
    responseUrls: new ResponseUrls(clock, ids, base),
    sockets,
    courier,
    outbox: new Outbox(courier, ids, clock),
    base,
    grants: (scope) => rules.scopes === null || rules.scopes.includes(scope),
  };
}

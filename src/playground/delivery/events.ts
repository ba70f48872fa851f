import type { EnvelopedEvent } from '@slack/bolt';
import type { AppHomeOpenedEvent, AppMentionEvent } from '@slack/types';
import { INSTALLATION } from '../installation.ts';
import type { Ids } from '../kept/ids.ts';
import type { Channel, Message, User } from '../workspace.ts';

/** An event as Slack words it, before it is put into its envelope. */
export interface AppEvent {
  readonly type: string;
  readonly event_ts: string;
  readonly [field: string]: unknown;
}

/** The envelope around an event, with an id by which it can be sent again. */
export function envelope(
  event: AppEvent,
  ids: Ids,
  clockMs: number,
  isExternallyShared: boolean,
): EnvelopedEvent<AppEvent> {
  const { teamId, appId, botUserId } = INSTALLATION;
  return {
    token: 'not-a-secret',
    team_id: teamId,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: ids.next('Ev'),
    event_time: Math.floor(clockMs / 1000),
    is_ext_shared_channel: isExternallyShared,
    event_context: ids.next('4-'),
    authorizations: [
      { enterprise_id: null, team_id: teamId, user_id: botUserId, is_bot: true, is_enterprise_install: false },
    ],
  };
}

/** Somebody wrote the bot's name in a channel. */
export function appMention(message: Message, parentUserId: string | null, eventTs: string): AppEvent {
  const event: AppMentionEvent = {
    type: 'app_mention',
    ...authored(message),
    ...threaded(message, parentUserId),
    channel: message.channelId,
    event_ts: eventTs,
  };
  return { ...event };
}

/** Something was written in a direct message. */
export function directMessage(message: Message, parentUserId: string | null, eventTs: string): AppEvent {
  return { ...stored(message, parentUserId), channel: message.channelId, channel_type: 'im', event_ts: eventTs };
}

/** A direct message was edited. */
export function directMessageChanged(before: Message, after: Message, eventTs: string): AppEvent {
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: after.channelId,
    channel_type: 'im',
    ts: eventTs,
    event_ts: eventTs,
    message: stored(after, null),
    previous_message: stored(before, null),
  };
}

/** A direct message was deleted. */
export function directMessageDeleted(before: Message, eventTs: string): AppEvent {
  return {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    channel: before.channelId,
    channel_type: 'im',
    ts: eventTs,
    deleted_ts: before.ts,
    event_ts: eventTs,
    previous_message: stored(before, null),
  };
}

/** Somebody looked at the app's Home or at its messages. */
export function appHomeOpened(
  user: User,
  direct: Channel,
  tab: 'home' | 'messages',
  view: object | null,
  eventTs: string,
): AppEvent {
  const event: AppHomeOpenedEvent = {
    type: 'app_home_opened',
    user: user.id,
    channel: direct.id,
    tab,
    event_ts: eventTs,
  };
  return { ...event, ...(view ? { view } : {}) };
}

/** A message as Slack hands it out: in events, in shortcuts and presses, and from conversations.replies. */
export function stored(message: Message, parentUserId: string | null) {
  return { type: 'message', ...authored(message), ...threaded(message, parentUserId) };
}

function authored(message: Message) {
  const { teamId, appId, botId } = INSTALLATION;
  const profile = message.botId && {
    id: message.botId,
    name: message.userId,
    app_id: message.botId === botId ? appId : 'A0WIRE',
    team_id: teamId,
    icons: {},
    updated: 0,
    deleted: false,
  };
  return {
    user: message.userId,
    team: teamId,
    ts: message.ts,
    text: message.text,
    ...(message.blocks.length > 0 ? { blocks: [...message.blocks] } : {}),
    ...(message.edited ? { edited: { user: message.edited.userId, ts: message.edited.ts } } : {}),
    ...(profile ? { bot_id: profile.id, bot_profile: profile, app_id: profile.app_id } : {}),
  };
}

function threaded(message: Message, parentUserId: string | null) {
  return {
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.threadTs && parentUserId ? { parent_user_id: parentUserId } : {}),
  };
}

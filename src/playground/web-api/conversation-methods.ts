import { z } from 'zod';
import { stored } from '../delivery/events.ts';
import { INSTALLATION } from '../installation.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { Channel, User } from '../workspace.ts';
import { flag, id, type Method, method, ts, whole } from './method.ts';

const test = method({ scope: null, schema: z.strictObject({}), run: () => ({}) });

const authTest = method({
  scope: null,
  schema: z.strictObject({}),
  run: (_given, parts) => ({
    url: `https://${INSTALLATION.teamDomain}.slack.com/`,
    team: parts.newsroom.name,
    user: parts.conversations.user(INSTALLATION.botUserId)?.name,
    team_id: INSTALLATION.teamId,
    user_id: INSTALLATION.botUserId,
    bot_id: INSTALLATION.botId,
    is_enterprise_install: false,
  }),
});

const info = method({
  scope: 'channels:read',
  schema: z.strictObject({
    channel: id,
    include_locale: flag.exactOptional(),
    include_num_members: flag.exactOptional(),
  }),
  run: (given, parts) => ({ channel: described(parts.conversations.visibleToBot(given.channel)) }),
});

const open = method({
  scope: 'im:write',
  schema: z.strictObject({ users: id, return_im: flag.exactOptional(), prevent_creation: flag.exactOptional() }),
  run: (given, parts) => {
    const user = person(given.users, parts);
    const channel = parts.conversations.direct(user.id);
    return { channel: given.return_im ? described(channel) : { id: channel.id } };
  },
});

const replies = method({
  scope: null,
  schema: z.strictObject({
    channel: id,
    ts,
    limit: whole.pipe(z.int().min(1).max(999)).exactOptional(),
    cursor: z.string().exactOptional(),
    oldest: ts.exactOptional(),
    latest: ts.exactOptional(),
    inclusive: flag.exactOptional(),
  }),
  run: (given, parts) => {
    const channel = parts.conversations.visibleToBot(given.channel);
    const scope = { public: 'channels:history', private: 'groups:history', direct: 'im:history' }[channel.kind];
    if (!parts.grants(scope)) throw new Refusal('missing_scope', `needs ${scope}`);
    if (!channel.isMember) throw new Refusal('not_in_channel', `the bot is not in #${channel.name}`);
    const all = parts.conversations.messagesIn(channel.id).filter((message) => message.ephemeralFor === null);
    const asked = all.find((message) => message.ts === given.ts);
    if (!asked) throw new Refusal('thread_not_found', `there is no message ${given.ts} in ${channel.id}`);
    const root = asked.threadTs ?? asked.ts;
    const author = all.find((message) => message.ts === root)?.userId ?? null;
    const thread = all.filter((message) => message.ts === root || message.threadTs === root);
    const within = thread.filter((message) => isWithin(message.ts, given));
    const from = given.cursor ? Number(given.cursor) : 0;
    const until = from + (given.limit ?? 100);
    return {
      messages: within.slice(from, until).map((message) => stored(message, author)),
      has_more: until < within.length,
      response_metadata: { next_cursor: until < within.length ? String(until) : '' },
    };
  },
});

const userInfo = method({
  scope: 'users:read',
  schema: z.strictObject({ user: id, include_locale: flag.exactOptional() }),
  run: (given, parts) => {
    const user = parts.conversations.user(given.user);
    if (!user) throw new Refusal('user_not_found', `there is no user ${given.user}`);
    return { user: profile(user) };
  },
});

const setSuggestedPrompts = method({
  scope: null,
  schema: z.strictObject({
    channel_id: id,
    thread_ts: z.never('prompts with a thread_ts are not shown: leave it out').exactOptional(),
    title: z.string().min(1).exactOptional(),
    prompts: z
      .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
      .min(1)
      .max(4),
  }),
  run: (given, parts) => {
    const channel = direct(given.channel_id, parts);
    parts.assistants.offer(channel.id, { title: given.title ?? '', prompts: given.prompts });
    return {};
  },
});

const setStatus = method({
  scope: null,
  schema: z.strictObject({
    channel_id: id,
    thread_ts: ts,
    status: z.string(),
    loading_messages: z.array(z.string().min(1)).max(10).exactOptional(),
  }),
  run: (given, parts) => {
    const channel = parts.conversations.writable(given.channel_id);
    parts.conversations.threadRoot(channel.id, given.thread_ts);
    parts.assistants.setStatus({ channelId: channel.id, threadTs: given.thread_ts, status: given.status });
    return {};
  },
});

const openConnection = method({
  token: 'app',
  scope: null,
  schema: z.strictObject({}),
  run: (_given, parts) => ({
    url: `${parts.base().replace('http', 'ws')}/socket?ticket=${parts.sockets.issueTicket()}`,
  }),
});

function isWithin(
  messageTs: string,
  { oldest, latest, inclusive }: { readonly oldest?: string; readonly latest?: string; readonly inclusive?: boolean },
): boolean {
  if (messageTs === oldest || messageTs === latest) return inclusive ?? false;
  return (oldest === undefined || messageTs > oldest) && (latest === undefined || messageTs < latest);
}

function person(userId: string, parts: Parts): User {
  const user = parts.conversations.user(userId);
  if (!user || user.isBot) throw new Refusal('user_not_found', `there is no person ${userId}`);
  return user;
}

function direct(channelId: string, parts: Parts): Channel {
  const channel = parts.conversations.channel(channelId);
  if (channel?.kind !== 'direct')
    throw new Refusal('channel_not_found', `${channelId} is not a direct message with the app`);
  return channel;
}

function described(channel: Channel): object {
  return {
    id: channel.id,
    ...(channel.kind === 'direct' ? { user: channel.name } : { name: channel.name, name_normalized: channel.name }),
    is_channel: channel.kind === 'public',
    is_group: false,
    is_im: channel.kind === 'direct',
    is_mpim: false,
    is_private: channel.kind !== 'public',
    is_member: channel.isMember,
    is_archived: false,
    is_general: channel.name === 'general',
    is_shared: channel.isExternallyShared,
    is_ext_shared: channel.isExternallyShared,
    is_org_shared: false,
    context_team_id: INSTALLATION.teamId,
    purpose: { value: channel.purpose, creator: '', last_set: 0 },
    topic: { value: '', creator: '', last_set: 0 },
  };
}

function profile(user: User): object {
  return {
    id: user.id,
    team_id: INSTALLATION.teamId,
    name: user.name,
    deleted: false,
    real_name: user.realName,
    tz: 'Europe/London',
    tz_label: 'Greenwich Mean Time',
    tz_offset: 0,
    is_bot: user.isBot,
    is_restricted: false,
    is_ultra_restricted: false,
    profile: { real_name: user.realName, display_name: user.name, title: user.title, team: INSTALLATION.teamId },
  };
}

/** Conversations, people, and the app itself. */
export const CONVERSATIONS: Readonly<Record<string, Method>> = {
  'api.test': test,
  'auth.test': authTest,
  'apps.connections.open': openConnection,
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
  'conversations.info': info,
  'conversations.open': open,
  'conversations.replies': replies,
  'users.info': userInfo,
};

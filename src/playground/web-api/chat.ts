import { z } from 'zod';
import { stored } from '../delivery/events.ts';
import { INSTALLATION } from '../installation.ts';
import type { Parts } from '../parts.ts';
import { change, post, readContent, withdraw } from '../posting.ts';
import { Refusal } from '../refusal.ts';
import type { Channel, Message } from '../workspace.ts';
import { flag, id, type Method, method, ts } from './method.ts';

const content = {
  text: z.string().exactOptional(),
  blocks: z.array(z.unknown()).exactOptional(),
  link_names: flag
    .refine((given) => !given, 'never link_names: names in the text would become mentions')
    .exactOptional(),
  parse: z.literal('none', 'never parse: names in the text would become mentions').exactOptional(),
};

const unfurls = { unfurl_links: flag.exactOptional(), unfurl_media: flag.exactOptional() };

/** Refuses a post that all can see and that might unfurl a link; throws a Refusal. */
export function refuseUnfurling(
  given: { readonly unfurl_links?: boolean; readonly unfurl_media?: boolean },
  parts: Parts,
): void {
  if (!parts.rules.requireUnfurlOff) return;
  const left = (['unfurl_links', 'unfurl_media'] as const).filter((name) => given[name] !== false);
  if (left.length > 0) throw new Refusal('invalid_arguments', `${left.join(' and ')} must be given as false`);
}

const postMessage = method({
  scope: 'chat:write',
  schema: z.strictObject({
    channel: id,
    ...content,
    ...unfurls,
    thread_ts: ts.exactOptional(),
    mrkdwn: flag.exactOptional(),
  }),
  run: (given, parts) => {
    const channel = parts.conversations.writable(given.channel);
    refuseUnfurling(given, parts);
    const said = readContent(given.text, given.blocks);
    const message = post(parts, { channel, threadTs: given.thread_ts ?? null, ephemeralFor: null }, said);
    return { channel: channel.id, ts: message.ts, message: stored(message, null) };
  },
});

const postEphemeral = method({
  scope: 'chat:write',
  schema: z.strictObject({ channel: id, user: id, ...content, thread_ts: ts.exactOptional() }),
  run: (given, parts) => {
    const channel = parts.conversations.writable(given.channel);
    if (!channel.members.includes(given.user)) {
      throw new Refusal('user_not_in_channel', `${given.user} is not in #${channel.name}`);
    }
    const said = readContent(given.text, given.blocks);
    const message = post(parts, { channel, threadTs: given.thread_ts ?? null, ephemeralFor: given.user }, said);
    return { message_ts: message.ts };
  },
});

const update = method({
  scope: 'chat:write',
  schema: z.strictObject({ channel: id, ts, ...content }),
  run: (given, parts) => {
    const channel = parts.conversations.writable(given.channel);
    const before = ownMessage(channel, given.ts, 'cant_update_message', parts);
    const said = readContent(given.text, given.blocks);
    const blocks = given.blocks === undefined ? before.blocks : said.blocks;
    const after = change(parts, channel, before, { text: said.text, blocks });
    return { channel: channel.id, ts: after.ts, text: after.text, message: stored(after, null) };
  },
});

const remove = method({
  scope: 'chat:write',
  schema: z.strictObject({ channel: id, ts }),
  run: (given, parts) => {
    const channel = parts.conversations.writable(given.channel);
    withdraw(parts, channel, ownMessage(channel, given.ts, 'cant_delete_message', parts));
    return { channel: channel.id, ts: given.ts };
  },
});

const getPermalink = method({
  scope: null,
  schema: z.strictObject({ channel: id, message_ts: ts }),
  run: (given, parts) => {
    const channel = parts.conversations.visibleToBot(given.channel);
    const message = shared(channel, given.message_ts, parts);
    const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
    const place = `archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
    return { channel: channel.id, permalink: `https://${INSTALLATION.teamDomain}.slack.com/${place}` };
  },
});

/** Slack keeps no ephemeral message: to its methods there is none. */
function shared(channel: Channel, messageTs: string, parts: Parts): Message {
  const message = parts.conversations.message(channel.id, messageTs);
  if (!message || message.ephemeralFor !== null) {
    throw new Refusal('message_not_found', `there is no message ${messageTs} in ${channel.id}`);
  }
  return message;
}

function ownMessage(channel: Channel, messageTs: string, otherwise: string, parts: Parts): Message {
  const message = shared(channel, messageTs, parts);
  if (message.botId !== INSTALLATION.botId) throw new Refusal(otherwise, `${messageTs} is not the app's own message`);
  return message;
}

/** Messages of the bot. */
export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};

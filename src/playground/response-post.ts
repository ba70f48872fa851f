import { z } from 'zod';
import { faultsIn } from './faults.ts';
import { INSTALLATION } from './installation.ts';
import type { ResponseTarget } from './kept/response-urls.ts';
import type { Parts } from './parts.ts';
import { change, post, readContent, withdraw } from './posting.ts';
import { Refusal } from './refusal.ts';
import { refuseUnfurling } from './web-api/chat.ts';
import type { Channel, Message } from './workspace.ts';

const response = z.strictObject({
  text: z.string().exactOptional(),
  blocks: z.array(z.unknown()).exactOptional(),
  response_type: z.enum(['in_channel', 'ephemeral']).exactOptional(),
  replace_original: z.boolean().exactOptional(),
  delete_original: z.boolean().exactOptional(),
  unfurl_links: z.boolean().exactOptional(),
  unfurl_media: z.boolean().exactOptional(),
  mrkdwn: z.boolean().exactOptional(),
  thread_ts: z
    .never('a response_url cannot reach a thread: use chat.postMessage or chat.postEphemeral')
    .exactOptional(),
});

/**
 * Carries out what an app sends to a response_url, or answers a slash command with; throws a Refusal.
 *
 * Where a message of the app was acted on, `replace_original` or `delete_original` has to be given, for Slack's default has
 * not always been the same.
 */
export function respond(target: ResponseTarget, raw: unknown, parts: Parts): void {
  const read = response.safeParse(raw);
  if (!read.success) throw new Refusal('invalid_arguments', ...faultsIn(read.error, raw));
  const given = read.data;
  const channel = parts.conversations.channel(target.channelId);
  if (!channel) throw new Refusal('channel_not_found');
  if (given.delete_original) {
    withdraw(parts, channel, original(target, channel, parts));
    return;
  }
  if (target.originalTs !== null && given.replace_original === undefined) {
    throw new Refusal('invalid_arguments', 'say whether to replace_original: a message of the app was acted on');
  }
  const content = readContent(given.text, given.blocks);
  if (given.replace_original) {
    change(parts, channel, original(target, channel, parts), content);
    return;
  }
  const forAll = given.response_type === 'in_channel';
  if (forAll) refuseUnfurling(given, parts);
  post(parts, { channel, threadTs: null, ephemeralFor: forAll ? null : target.userId }, content);
}

function original(target: ResponseTarget, channel: Channel, parts: Parts): Message {
  const message = target.originalTs === null ? null : parts.conversations.message(channel.id, target.originalTs);
  if (!message) throw new Refusal('message_not_found', 'there is no original message to replace or delete');
  if (message.botId !== INSTALLATION.botId)
    throw new Refusal('cant_update_message', 'the original is not the app’s own');
  return message;
}

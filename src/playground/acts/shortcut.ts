import { stored } from '../delivery/events.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { Outcome, UseShortcut } from '../workspace.ts';
import { channelLabel, parentAuthor, person, seenMessage, signature } from './sender.ts';

/** A person chooses an entry from a message's menu; the bot need not be in the channel. */
export async function useShortcut({ userId, channelId, ts, callbackId }: UseShortcut, parts: Parts): Promise<Outcome> {
  const user = person(userId, parts);
  const channel = parts.conversations.seenBy(userId, channelId);
  const message = seenMessage(userId, channelId, ts, parts);
  const shortcut = parts.newsroom.shortcuts.find((known) => known.callbackId === callbackId);
  if (!shortcut || message.ephemeralFor !== null) {
    throw new Refusal('unknown_shortcut', 'This message has no such entry in its menu.');
  }
  const payload = {
    type: 'message_action',
    ...signature(user),
    callback_id: callbackId,
    trigger_id: parts.triggers.mint({ userId, channelId, from: 'conversation' }),
    response_url: parts.responseUrls.mint({ userId, channelId, originalTs: null }),
    message_ts: message.ts,
    action_ts: parts.conversations.mintTs(),
    message: stored(message, parentAuthor(message, parts)),
    channel: channelLabel(channel),
  };
  const ack = await parts.courier.send({ kind: 'interaction', payload });
  if (ack.kind === 'acknowledged') return { kind: 'done', eventIds: [] };
  return { kind: 'failed', error: ack.error, shown: `“${shortcut.name}” failed with the error “${ack.error}”.` };
}

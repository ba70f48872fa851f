import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Desk } from '../../answer/answer.ts';
import type { Delivery } from '../delivery.ts';
import { type MessageEvent, messageEvent } from '../payloads.ts';
import { asTyped, withoutMentionOf } from '../plain-text.ts';
import { replyTo } from '../replies.ts';
import type { Topics } from '../topics.ts';
import { isRefusal } from '../trouble.ts';

/** What answering questions needs. */
export interface Answering {
  readonly desk: Desk;
  readonly delivery: Delivery;
  readonly topics: Topics;
}

/** Answers a mention in its thread. */
export function mentions(answering: Answering): Middleware<SlackEventMiddlewareArgs<'app_mention'>> {
  return async ({ body, context }) => answer(answering, messageEvent.parse(body), context.botUserId);
}

/** Answers a direct message, in its thread. */
export function directMessages(answering: Answering): Middleware<SlackEventMiddlewareArgs<'message'>> {
  return async ({ body, context }) => {
    if (body.event.channel_type !== 'im') return;
    await answer(answering, messageEvent.parse(body), context.botUserId);
  };
}

async function answer({ desk, delivery, topics }: Answering, message: MessageEvent, botUserId = ''): Promise<void> {
  const { event, is_ext_shared_channel: isSeenOutside } = message;
  const asker = askerOf(message);
  if (asker === null || !(await desk.claim(`${message.team_id}:${event.channel}:${event.ts}`))) return;

  const thread = event.thread_ts ?? event.ts;
  const topic = topics.get(event.channel, thread);
  const question = asTyped(withoutMentionOf(botUserId, event.text));
  const cards = { thread, canShareHere: !isSeenOutside };
  const reply = await replyTo(desk, 'ask', question, cards, {
    channel: event.channel,
    ...(topic === undefined ? {} : { topic }),
  });
  if (reply.topic !== null) topics.set(event.channel, thread, reply.topic);

  // Slack shows a message for one person inside a thread only where the thread has begun.
  const place = { channel: event.channel, user: asker, thread: event.thread_ts ?? null, responseUrl: null };
  if (isSeenOutside) return delivery.tell(place, reply.posting);
  try {
    await delivery.post(event.channel, thread, reply.posting);
  } catch (error) {
    if (!isRefusal(error, ...CANNOT_POST)) throw error;
    await delivery.tell(place, reply.posting);
  }
}

/** Refusals after which the asker is answered all the same, alone. */
const CANNOT_POST = ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action', 'thread_locked'];

/** Kinds of message in which a person may ask something. */
const SUBTYPES: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

/** How long a claim is sure to be remembered, in milliseconds (the desk promises an hour). */
const CLAIM_LIFE = 60 * 60 * 1000;

/**
 * The person who asks; null where nobody does: another bot, our own words, a message that only changed.
 *
 * An edited message counts when it was never answered, which the claim on it tells. Once claims may be forgotten it
 * does not count any more, lest it be answered twice.
 */
function askerOf({ event }: MessageEvent): string | null {
  if (event.user === undefined || event.bot_id || event.bot_profile || !SUBTYPES.includes(event.subtype)) return null;
  const isOld = Date.now() - Number(event.ts) * 1000 > CLAIM_LIFE;
  return event.edited && isOld ? null : event.user;
}

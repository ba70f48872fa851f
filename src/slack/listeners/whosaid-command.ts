import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Desk } from '../../answer/answer.ts';
import type { Delivery } from '../delivery.ts';
import { commandPayload } from '../payloads.ts';
import { asTyped } from '../plain-text.ts';
import { replyTo } from '../replies.ts';

/** Answers `/whosaid WORDS | help | verify ID | status`, to the person who typed it only. */
export function whosaidCommand(desk: Desk, delivery: Delivery): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, body }) => {
    await ack();
    const { channel_id: channel, user_id: user, text, response_url: responseUrl } = commandPayload.parse(body);
    // Slack's payload does not say whether outsiders are in the conversation. The answer is for one person; "Share
    // here" is that person's own act, in a conversation whose members they see.
    const { posting } = await replyTo(desk, 'find', asTyped(text), { thread: null, canShareHere: true }, { channel });
    await delivery.tell({ channel, user, thread: null, responseUrl }, posting);
  };
}

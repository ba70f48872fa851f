import type { Block } from './block-kit/blocks.ts';
import { checkBlocks } from './block-kit/check-blocks.ts';
import { directMessage, directMessageChanged, directMessageDeleted } from './delivery/events.ts';
import { INSTALLATION } from './installation.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';
import type { Channel, Message } from './workspace.ts';

/** The longest text of a message, in UTF-16 code units: Slack cuts what is longer, here it is refused. */
const MESSAGE_TEXT = 4000;

/** What a message says. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Reads what a message says; throws a Refusal where it says nothing, too much, or has blocks without a text. */
export function readContent(text: string | undefined, rawBlocks: unknown): Content {
  const blocks = rawBlocks === undefined ? [] : checkBlocks(rawBlocks, 'message');
  const isBlank = text === undefined || text.trim() === '';
  if (isBlank && blocks.length === 0) throw new Refusal('no_text', 'a message needs text');
  if (isBlank) {
    throw new Refusal('invalid_arguments', 'blocks need a text beside them: screen readers and notifications read it');
  }
  if (text.length > MESSAGE_TEXT)
    throw new Refusal('msg_too_long', `text has ${text.length} characters, at most ${MESSAGE_TEXT} may be`);
  return { text, blocks };
}

/** Where a message of the bot goes. */
export interface Destination {
  readonly channel: Channel;
  readonly threadTs: string | null;
  readonly ephemeralFor: string | null;
}

/** Puts a message of the bot into a conversation. */
export function post(parts: Parts, { channel, threadTs, ephemeralFor }: Destination, content: Content): Message {
  if (threadTs !== null) parts.conversations.threadRoot(channel.id, threadTs);
  const message = parts.conversations.add({
    channelId: channel.id,
    threadTs,
    userId: INSTALLATION.botUserId,
    botId: INSTALLATION.botId,
    text: content.text,
    blocks: content.blocks,
    ephemeralFor,
  });
  if (ephemeralFor === null) {
    parts.assistants.setStatus({ channelId: channel.id, threadTs: threadTs ?? message.ts, status: '' });
    announce(parts, channel, (ts) => directMessage(message, null, ts));
  }
  return message;
}

/** Puts other content into a message of the bot. */
export function change(parts: Parts, channel: Channel, before: Message, content: Content): Message {
  const edited = { userId: INSTALLATION.botUserId, ts: parts.conversations.mintTs() };
  const after: Message = { ...before, ...content, edited: before.ephemeralFor === null ? edited : null };
  parts.conversations.replace(after);
  if (before.ephemeralFor === null) announce(parts, channel, (ts) => directMessageChanged(before, after, ts));
  return after;
}

/** Takes a message of the bot away. */
export function withdraw(parts: Parts, channel: Channel, message: Message): void {
  parts.conversations.remove(message);
  if (message.ephemeralFor === null) announce(parts, channel, (ts) => directMessageDeleted(message, ts));
}

/** In a direct message, Slack tells the app of its own messages too, and does not wait for it. */
function announce(
  parts: Parts,
  channel: Channel,
  event: (eventTs: string) => Parameters<Parts['outbox']['send']>[0],
): void {
  if (channel.kind !== 'direct' || !parts.grants('im:history')) return;
  void parts.outbox.send(event(parts.conversations.mintTs()));
}

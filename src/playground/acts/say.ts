import { type AppEvent, appMention, directMessage, directMessageChanged } from '../delivery/events.ts';
import type { SentEvent } from '../delivery/outbox.ts';
import { INSTALLATION } from '../installation.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { type ArrivedText, arrive } from '../typed-text.ts';
import type { Channel, Done, Edit, Message, Outcome, Say } from '../workspace.ts';
import { ownChannel, parentAuthor, person, seenMessage } from './sender.ts';

/** A person writes a message: the app is told where its name stands in it, and of everything in a direct message. */
export async function say({ userId, channelId, text, threadTs }: Say, parts: Parts): Promise<Outcome> {
  const channel = ownChannel(person(userId, parts).id, channelId, parts);
  return write({ channel, userId, botId: null, threadTs: threadTs ?? null, typed: text }, parts);
}

/** Another app's bot writes a message. */
export async function sayAsBot({ userId, channelId, text, threadTs }: Say, parts: Parts): Promise<Outcome> {
  const bot = parts.conversations.user(userId);
  if (!bot?.isBot) throw new Refusal('user_not_found', `There is no bot ${userId}.`);
  const channel = ownChannel(userId, channelId, parts);
  const botId = `B${userId.slice(1)}`;
  return write({ channel, userId, botId, threadTs: threadTs ?? null, typed: text }, parts);
}

/** A person changes a message of their own. */
export async function edit({ userId, channelId, ts, text }: Edit, parts: Parts): Promise<Outcome> {
  const channel = ownChannel(person(userId, parts).id, channelId, parts);
  const before = seenMessage(userId, channelId, ts, parts);
  if (before.userId !== userId) throw new Refusal('cant_update_message', 'Only its author can change a message.');
  const arrived = read(text, parts);
  const edited = { userId, ts: parts.conversations.mintTs() };
  const after = {
    ...before,
    text: arrived.text,
    blocks: richText(arrived, before.blocks[0]?.block_id ?? 'typed'),
    edited,
  };
  parts.conversations.replace(after);
  const parent = parentAuthor(after, parts);
  if (channel.kind === 'direct') {
    const sent = await tell(channel, 'im:history', directMessageChanged(before, after, edited.ts), parts);
    return done(after, sent, null);
  }
  const sent =
    mentionsBot(arrived) && channel.isMember
      ? await tell(channel, 'app_mentions:read', appMention(after, parent, edited.ts), parts)
      : [];
  return done(after, sent, null);
}

interface Writing {
  readonly channel: Channel;
  readonly userId: string;
  readonly botId: string | null;
  readonly threadTs: string | null;
  readonly typed: string;
}

async function write({ channel, userId, botId, threadTs, typed }: Writing, parts: Parts): Promise<Done> {
  const arrived = read(typed, parts);
  if (threadTs !== null) parts.conversations.threadRoot(channel.id, threadTs);
  const message = parts.conversations.add({
    channelId: channel.id,
    threadTs,
    userId,
    botId,
    text: arrived.text,
    blocks: richText(arrived, parts.ids.next('b')),
    ephemeralFor: null,
  });
  const parent = parentAuthor(message, parts);
  if (channel.kind === 'direct') {
    return done(message, await tell(channel, 'im:history', directMessage(message, parent, message.ts), parts), null);
  }
  if (!mentionsBot(arrived)) return done(message, [], null);
  if (!channel.isMember) {
    const bot = parts.conversations.user(INSTALLATION.botUserId)?.name;
    return done(message, [], `@${bot} is not in #${channel.name} and does not see this.`);
  }
  return done(message, await tell(channel, 'app_mentions:read', appMention(message, parent, message.ts), parts), null);
}

function read(typed: string, parts: Parts): ArrivedText {
  if (typed.trim() === '') throw new Refusal('no_text', 'Write something first.');
  return arrive(typed, parts.conversations.everybody(), parts.conversations.all());
}

function richText(arrived: ArrivedText, blockId: string): Message['blocks'] {
  const section = { type: 'rich_text_section' as const, elements: [...arrived.pieces] };
  return [{ type: 'rich_text', block_id: blockId, elements: [section] }];
}

function mentionsBot(arrived: ArrivedText): boolean {
  return arrived.mentioned.includes(INSTALLATION.botUserId);
}

async function tell(channel: Channel, scope: string, event: AppEvent, parts: Parts): Promise<readonly SentEvent[]> {
  return parts.grants(scope) ? [await parts.outbox.send(event, channel.isExternallyShared)] : [];
}

/** Slack shows nothing where an event was not acknowledged; here it is said, so that it is not overlooked. */
function done(message: Message, sent: readonly SentEvent[], hint: string | null): Done {
  const lost = sent.find(({ ack }) => ack.kind === 'failed');
  const said = lost?.ack.kind === 'failed' ? `The app did not take this message (${lost.ack.error}).` : hint;
  return {
    kind: 'done',
    ts: message.ts,
    eventIds: sent.map(({ eventId }) => eventId),
    ...(said ? { hint: said } : {}),
  };
}

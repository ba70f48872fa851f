import type { Block } from './block-kit/blocks.ts';
import type { InlineElement } from './block-kit/rich-text.ts';
import type { Message } from './workspace.ts';

/** Somebody who is told of a message, and the place in it that does so, e.g. `text` or `/blocks/0/text`. */
export interface Notification {
  readonly kind: 'user' | 'group' | 'here' | 'channel' | 'everyone';
  /** The user's or group's; null for the other kinds. */
  readonly id: string | null;
  readonly at: string;
}

/** An address that a message leads to, and the place in it that does so. */
export interface MessageLink {
  readonly url: string;
  readonly at: string;
}

type Said = Pick<Message, 'text' | 'blocks'>;

/**
 * Whom a message would notify once it is posted: from its text, from `mrkdwn` and `markdown`, where `<!here>` and `<@U...>`
 * are resolved, and from the mentions of rich text. Plain text and the text of rich text are literal.
 */
export function notifications(message: Said): readonly Notification[] {
  return [...resolved(message).flatMap(mentionsIn), ...inline(message.blocks).flatMap(mentionOf)];
}

/** Where a message's links lead: `<https://...>` and bare addresses where they are resolved, and the links of rich text. */
export function links(message: Said): readonly MessageLink[] {
  const written = resolved(message).flatMap(({ text, at }) =>
    [...text.matchAll(/<((?:https?|mailto|tel):[^|>]*)(?:\|[^>]*)?>|https?:\/\/[^\s<>|]+/g)].map((match) => ({
      url: match[1] ?? match[0],
      at,
    })),
  );
  const pieces = inline(message.blocks).flatMap(({ piece, at }) =>
    piece.type === 'link' ? [{ url: piece.url, at }] : [],
  );
  return [...written, ...pieces];
}

/** A text in which Slack resolves mentions and links. */
interface ResolvedText {
  readonly text: string;
  readonly at: string;
}

function resolved(message: Said): readonly ResolvedText[] {
  return [{ text: message.text, at: 'text' }, ...message.blocks.flatMap((block, at) => markup(block, `/blocks/${at}`))];
}

/** Every `mrkdwn` object in a value, wherever it stands, and the text of a markdown block. */
function markup(value: unknown, at: string): readonly ResolvedText[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => markup(item, `${at}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = { type: Reflect.get(value, 'type'), text: Reflect.get(value, 'text') };
  if ((type === 'mrkdwn' || type === 'markdown') && typeof text === 'string') return [{ text, at }];
  return Object.entries(value).flatMap(([key, inner]) => markup(inner, `${at}/${key}`));
}

function mentionsIn({ text, at }: ResolvedText): readonly Notification[] {
  const pattern = /<(?:@([UW]\w+)|!subteam\^(S\w+)|!(here|channel|everyone))(?:\|[^>]*)?>/g;
  return [...text.matchAll(pattern)].flatMap(([, user, group, range]): Notification[] => {
    if (user) return [{ kind: 'user', id: user, at }];
    if (group) return [{ kind: 'group', id: group, at }];
    return isRange(range) ? [{ kind: range, id: null, at }] : [];
  });
}

interface PlacedPiece {
  readonly piece: InlineElement;
  readonly at: string;
}

function inline(blocks: readonly Block[]): readonly PlacedPiece[] {
  return blocks.flatMap((block, index) => {
    if (block.type !== 'rich_text') return [];
    return block.elements.flatMap((part, place) => {
      const lines = part.type === 'rich_text_list' ? part.elements.flatMap((line) => line.elements) : part.elements;
      return lines.map((piece) => ({ piece, at: `/blocks/${index}/elements/${place}` }));
    });
  });
}

function mentionOf({ piece, at }: PlacedPiece): readonly Notification[] {
  switch (piece.type) {
    case 'user':
      return [{ kind: 'user', id: piece.user_id, at }];
    case 'usergroup':
      return [{ kind: 'group', id: piece.usergroup_id, at }];
    case 'broadcast':
      return [{ kind: piece.range, id: null, at }];
    default:
      return [];
  }
}

function isRange(range: string | undefined): range is 'here' | 'channel' | 'everyone' {
  return range === 'here' || range === 'channel' || range === 'everyone';
}

import { clean } from '../answer/printable-text.ts';

/** What marks the place where whosaid shortened a text to fit; an article's own “…” stays as printed. */
export const SHORTENED = '[…]';

/** Stands where there is nothing to show: Slack refuses empty texts. */
const NOTHING = '–';

/**
 * A text for a plain_text or rich_text element: clean, never empty, at most `room` UTF-16 code units, with the mark
 * where it was shortened.
 */
export function shorten(text: string, room: number): string {
  const cleaned = clean(text).trim();
  if (cleaned === '') return NOTHING;
  if (cleaned.length <= room) return cleaned;
  return `${cutAtWord(cleaned, room - SHORTENED.length - 1)} ${SHORTENED}`;
}

/** The longest start of a text that fits and, where there is a blank near its end, stops at a word. */
function cutAtWord(text: string, room: number): string {
  const start = dropHalfPair(text.slice(0, Math.max(room, 0)));
  const blank = start.search(/\s\S*$/);
  return blank > start.length - 30 && blank > 0 ? start.slice(0, blank) : start;
}

/** The longest end of a text that fits and, where there is a blank near its start, begins at a word. */
function cutFromWord(text: string, room: number): string {
  const end = dropHalfPair(room > 0 ? text.slice(-room) : '');
  const blank = end.search(/\s/);
  return blank >= 0 && blank < 30 ? end.slice(blank + 1) : end;
}

function dropHalfPair(text: string): string {
  return text.replace(/\p{Cs}/gu, '');
}

/** The two ends of a text around a middle that is shown whole: each at most `room` code units, shortened outwards. */
export function surroundings(before: string, after: string, room: number): { before: string; after: string } {
  const [head, tail] = [clean(before), clean(after)];
  return {
    before: head.length <= room ? head : `${SHORTENED} ${cutFromWord(head, room)}`,
    after: tail.length <= room ? tail : `${cutAtWord(tail, room)} ${SHORTENED}`,
  };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A text for a message's top-level `text`, where Slack reads `<...>` as mentions and links: clean, never empty,
 * shortened so that the escaped form has at most `room` UTF-16 code units, then escaped once.
 */
export function escapeForSlack(text: string, room: number): string {
  const cleaned = clean(text).trim();
  if (cleaned === '') return NOTHING;
  const pieces: string[] = [];
  let length = 0;
  for (const character of cleaned) {
    const piece = ESCAPES[character] ?? character;
    pieces.push(piece);
    length += piece.length;
    if (length > room) break;
  }
  if (length <= room) return pieces.join('');
  while (length > room - SHORTENED.length - 1) length -= pieces.pop()?.length ?? length;
  return `${pieces.join('')} ${SHORTENED}`;
}

/**
 * What a person typed, from what Slack sends: addresses and channels that Slack wrapped in `<...>` as they were
 * typed, `&amp; &lt; &gt;` back to their characters.
 */
export function asTyped(text: string): string {
  return text
    .replace(/<(?:https?:\/\/|mailto:)[^|<>]*\|([^<>]*)>/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^|<>]*)>/g, '$1')
    .replace(/<#[A-Z0-9]+\|([^<>]+)>/g, '#$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** A message without the mentions of this one user; anybody else's stay, for they belong to the question. */
export function withoutMentionOf(userId: string, text: string): string {
  return text.replaceAll(new RegExp(`<@${userId}(?:\\|[^<>]*)?>`, 'g'), ' ').trim();
}

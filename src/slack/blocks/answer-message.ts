import type { KnownBlock } from '@slack/types';
import type { Answer, ArchiveAge, Excerpt, Match } from '../../answer/answer.ts';
import { writeMoreState } from '../button-state.ts';
import { escapeForSlack } from '../plain-text.ts';
import { ACTIONS } from '../surface.ts';
import { citationInWords } from './citation.ts';
import { type CardPlace, excerptCard } from './excerpt-card.ts';
import { firstThatFits, type Posting, TEXT_ROOM } from './posting.ts';
import { actions, button, DIVIDER, richText, section, words } from './rich-text.ts';
import { wordDiff, wording } from './word-diff.ts';

/** How many excerpts a message shows in full; the rest stand behind “More”. */
export const SHOWN_IN_FULL = 3;

/** How many cards, and how long their words and the message may be, UTF-16 code units: the first way that fits is taken. */
const WAYS = [
  { cards: 3, room: 1600, say: 600 },
  { cards: 3, room: 900, say: 600 },
  { cards: 3, room: 500, say: 600 },
  { cards: 2, room: 600, say: 600 },
  { cards: 1, room: 1200, say: 600 },
  { cards: 1, room: 600, say: 600 },
  { cards: 1, room: 250, say: 600 },
  { cards: 1, room: 100, say: 300 },
] as const;

/** An excerpt with how it matched what was asked. */
export interface Found {
  readonly excerpt: Excerpt;
  readonly match: Match;
}

/** Everything whosaid has to say to a question: the message, then up to three cards, then “More”. */
export function answerMessage(answer: Answer, place: CardPlace): Posting {
  const found = answer.excerpts.map((excerpt) => ({ excerpt, match: excerpt.match }));
  return cards(answer.message, found, answer.age, place);
}

/** Further excerpts of an answer given before. */
export function moreMessage(found: readonly Found[], age: ArchiveAge, place: CardPlace): Posting {
  return cards('Further excerpts for the same question:', found, age, place);
}

function cards(message: string, found: readonly Found[], age: ArchiveAge, place: CardPlace): Posting {
  let shown: readonly Found[] = [];
  const blocks = firstThatFits(WAYS, ({ cards, room, say }) => {
    shown = found.slice(0, cards);
    return [
      richText(section(words(message, say))),
      ...shown.flatMap((one, index) => [...(index > 0 ? [DIVIDER] : []), ...oneFound(one, age, place, room)]),
      ...moreButton(found.slice(cards), place),
    ];
  });
  const text = [message, ...shown.map((one) => inWords(one))].join('\n\n');
  return { text: escapeForSlack(text, TEXT_ROOM), blocks };
}

function oneFound({ excerpt, match }: Found, age: ArchiveAge, place: CardPlace, room: number): readonly KnownBlock[] {
  const card = excerptCard(excerpt, match, age, place, room);
  return excerpt.diff === undefined ? card : [wordDiff(excerpt.diff, Math.min(room, 400)), ...card];
}

function inWords({ excerpt }: Found): string {
  const citation = citationInWords(excerpt, 800);
  return excerpt.diff === undefined
    ? citation
    : `You asked: ${wording(excerpt.diff, 'asked')}\nPrinted: ${wording(excerpt.diff, 'printed')}\n${citation}`;
}

function moreButton(rest: readonly Found[], place: CardPlace): readonly KnownBlock[] {
  if (rest.length === 0) return [];
  const value = writeMoreState({
    rest: rest.map(({ excerpt, match }) => [excerpt.id, match]),
    thread: place.thread,
    canShareHere: place.canShareHere,
  });
  return [actions(button(ACTIONS.more, `More (${rest.length})`, `More (${rest.length}): further excerpts`, value))];
}

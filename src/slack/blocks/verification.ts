import type { ArchiveAge, Fate, Verification } from '../../answer/answer.ts';
import { escapeForSlack } from '../plain-text.ts';
import { citationInWords, proofInFull } from './citation.ts';
import { type CardPlace, excerptCard } from './excerpt-card.ts';
import { note } from './note.ts';
import { firstThatFits, type Posting, TEXT_ROOM } from './posting.ts';
import { quiet, richText, section, words } from './rich-text.ts';
import { wordDiff, wording } from './word-diff.ts';

const ROOMS = [2500, 1200, 600, 250, 120] as const;

/**
 * What became of slicing an excerpt again: the finding first, with what differs where the words were changed since,
 * then the card with its proof in full.
 */
export function verificationMessage(verification: Verification, age: ArchiveAge, place: CardPlace): Posting {
  if (verification.kind !== 'matches' && verification.kind !== 'superseded') return note(verification.message);
  const { excerpt, message } = verification;
  const diff = verification.kind === 'superseded' ? diffOf(verification.fate) : null;
  const blocks = firstThatFits(ROOMS, (room) => [
    richText(section(words(message, 600))),
    ...(diff === null ? [] : [wordDiff(diff, Math.min(room, 400), CHANGE)]),
    quiet(proofInFull(excerpt), 120),
    ...excerptCard(excerpt, 'exact', age, place, room),
  ]);
  const changed = diff === null ? [] : [`Before: ${wording(diff, 'asked')}`, `Now: ${wording(diff, 'printed')}`];
  const text = [message, ...changed, citationInWords(excerpt, 2000), proofInFull(excerpt)].join('\n');
  return { text: escapeForSlack(text, TEXT_ROOM), blocks };
}

/** What the two sides of a change are called. */
const CHANGE = { asked: 'Before', printed: 'Now' };

function diffOf(fate: Fate) {
  return fate.kind === 'changed' ? fate.diff : null;
}

import type { ArchiveAge, Verification } from '../../answer/answer.ts';
import { escapeForSlack } from '../plain-text.ts';
import { citationInWords, proofInFull } from './citation.ts';
import { type CardPlace, excerptCard } from './excerpt-card.ts';
import { note } from './note.ts';
import { firstThatFits, type Posting, TEXT_ROOM } from './posting.ts';
import { quiet, richText, section, words } from './rich-text.ts';

const ROOMS = [2500, 1200, 600, 250] as const;

/** What became of slicing an excerpt again: the finding first, then the card with its proof in full. */
export function verificationMessage(verification: Verification, age: ArchiveAge, place: CardPlace): Posting {
  if (verification.kind !== 'matches' && verification.kind !== 'superseded') return note(verification.message);
  const { excerpt, message } = verification;
  const blocks = firstThatFits(ROOMS, (room) => [
    richText(section(words(message, 600))),
    quiet(proofInFull(excerpt), 120),
    ...excerptCard(excerpt, 'exact', age, place, room),
  ]);
  const text = [message, citationInWords(excerpt, 2000), proofInFull(excerpt)].join('\n');
  return { text: escapeForSlack(text, TEXT_ROOM), blocks };
}

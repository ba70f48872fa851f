import type { KnownBlock, RichTextText } from '@slack/types';
import type { DiffPart } from '../../answer/answer.ts';
import { clean } from '../../answer/printable-text.ts';
import { SHORTENED } from '../plain-text.ts';
import { bold, glue, richText, section, struck, words } from './rich-text.ts';

/** Each piece of a diff is an element of its own and costs some 100 characters of JSON, room or no room. */
const ROOM_FOR_A_PIECE = 10;

const ASKED_AND_PRINTED = { asked: 'You asked', printed: 'Printed' };

/**
 * What was asked against what is printed, twice: marked in the line (struck: only asked; bold: only printed), and as
 * two plain lines, since a screen reader says nothing of struck or bold type.
 *
 * @param room UTF-16 code units for each of the two wordings
 * @param names what the two wordings are called
 */
export function wordDiff(diff: readonly DiffPart[], room: number, names = ASKED_AND_PRINTED): KnownBlock {
  return richText(
    section(...marked(diff, room)),
    section(bold(`${names.asked}:`, 20), glue(' '), words(wording(diff, 'asked'), room)),
    section(bold(`${names.printed}:`, 20), glue(' '), words(wording(diff, 'printed'), room)),
  );
}

/** The words of one side, in their order. */
export function wording(diff: readonly DiffPart[], side: 'asked' | 'printed'): string {
  return pieces(diff.filter((part) => part.kind === 'same' || part.kind === side))
    .map(({ gap, text }) => gap + text)
    .join('');
}

function marked(diff: readonly DiffPart[], room: number): readonly RichTextText[] {
  const elements: RichTextText[] = [];
  let left = room;
  for (const [index, { kind, gap, text }] of pieces(diff).entries()) {
    if (left < 20 || index >= room / ROOM_FOR_A_PIECE) {
      elements.push(glue(` ${SHORTENED}`));
      break;
    }
    if (gap !== '') elements.push(glue(gap));
    elements.push(kind === 'asked' ? struck(text, left) : kind === 'printed' ? bold(text, left) : words(text, left));
    left -= text.length;
  }
  return elements.length === 0 ? [glue('–')] : elements;
}

interface Piece {
  readonly kind: DiffPart['kind'];
  /** The blank before it, if any. */
  readonly gap: '' | ' ';
  /** Clean and trimmed, never empty. */
  readonly text: string;
}

/** Parts may come with their blanks or without: one blank goes between two, save before closing punctuation. */
function pieces(parts: readonly DiffPart[]): readonly Piece[] {
  const found: Piece[] = [];
  let before = '';
  for (const part of parts) {
    const cleaned = clean(part.text);
    const text = cleaned.trim();
    if (text !== '') {
      const isOpen = /\s$/.test(before) || /^\s/.test(cleaned) || !/^[,.;:!?…’”)\]]/.test(text);
      found.push({ kind: part.kind, gap: found.length > 0 && isOpen ? ' ' : '', text });
    }
    before = text === '' ? before + cleaned : cleaned;
  }
  return found;
}

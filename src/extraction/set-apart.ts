import { isDash } from './function-words.ts';
import type { Quoted } from './quotation-marks.ts';
import type { ReadParagraph } from './reading.ts';
import type { Token } from './token.ts';
import type { Turn } from './turns.ts';

/** More words behind a dash at the end of a block quote are no name. */
const LONGEST_SIGNATURE = 14;

const OPENING = /^(?:["“„«‟]|``|‘‘)$/;

/**
 * What stands in quotation marks, paragraph by paragraph, where a block quote counts as marks around all of it.
 *
 * A block quote that has marks of its own is read by them, unless words announce it: in “The mayor said:” and a block
 * below, what is in marks there is quoted by the mayor. Block quotes in a row are one quotation: the text between them,
 * where there is any, tells who speaks next.
 */
export function withBlockQuotes(
  paragraphs: readonly ReadParagraph[],
  quoted: readonly (readonly Quoted[])[],
): readonly (readonly Quoted[])[] {
  if (!paragraphs.some(({ role }) => role === 'block-quote')) return quoted;
  const whole: boolean[] = [];
  paragraphs.forEach((paragraph, index) => {
    const before = paragraphs[index - 1];
    const isAnnounced = before?.role === 'block-quote' ? whole[index - 1] === true : endsWithColon(before);
    const hasMarks = (quoted[index]?.length ?? 0) > 0;
    const startsWithMark = OPENING.test(paragraph.tokens[0]?.text ?? '');
    whole.push(paragraph.role === 'block-quote' && !startsWithMark && (isAnnounced || !hasMarks));
  });
  return quoted.map((stretches, index) => {
    const tokens = paragraphs[index]?.tokens ?? [];
    if (!whole[index]) return stretches;
    const signature = signatureIn(tokens);
    const goesOn = signature < 0 && whole[index + 1] === true;
    return [{ open: -1, close: signature < 0 ? tokens.length : signature - 1, goesOn }];
  });
}

function endsWithColon(paragraph: ReadParagraph | undefined): boolean {
  return paragraph?.role === 'body' && paragraph.tokens.at(-1)?.text === ':';
}

/** The dash before the name that a block quote is signed with: “… for all of us. — Alma Reyes, mayor”; -1 without one. */
function signatureIn(tokens: readonly Token[]): number {
  for (let at = tokens.length - 2; at > Math.max(0, tokens.length - LONGEST_SIGNATURE); at--) {
    if (!isDash(tokens[at]?.text ?? '')) continue;
    const isBehindSentence = /^[.!?…"”]$/.test(tokens[at - 1]?.text ?? '');
    return isBehindSentence && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '') ? at : -1;
  }
  return -1;
}

/** What a paragraph of a transcript says, behind the tag that names its speaker; null for any other paragraph. */
export function utteranceIn({ role, speaker, tokens }: ReadParagraph): Turn | null {
  if (role !== 'utterance') return null;
  const colon = speaker ? tokens.findIndex(({ start }) => start >= speaker.end) : -1;
  const words = { from: colon + 1, to: tokens.length };
  if (colon < 1)
    return { speaker: null, cue: null, words, goesOn: false, rule: 'an utterance that nobody is named for' };
  const isLetter = /^(?:q|a|question|answer)\.?$/i.test(tokens[0]?.text ?? '') && colon === 1;
  return {
    speaker: isLetter ? null : { from: 0, to: colon },
    cue: { from: isLetter ? 0 : colon, to: colon + 1 },
    words,
    goesOn: false,
    rule: 'a name before an utterance',
  };
}

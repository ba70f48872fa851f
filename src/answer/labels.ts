import type { Entry } from '../extraction/entry.ts';
import { isFact, joinedSource } from '../extraction/entry.ts';
import { inMarks } from './printed-source.ts';

/** What an entry is, in an editor's words (rule S2). */
export function labelOf(entry: Entry): string {
  switch (entry.kind) {
    case 'direct':
      return startsInside(entry.text) ? 'partial quote' : 'quote';
    case 'mixed':
      return 'partial quote';
    case 'indirect':
      return 'paraphrase';
    case 'term':
    case 'slogan':
      return 'term in quotation marks';
    case 'headline':
      return 'headline';
    default:
      return entry.source.length > 0 ? 'credited statement' : 'reporter’s statement';
  }
}

/** A quotation that begins with a small letter was cut out of a sentence. */
function startsInside(words: string): boolean {
  return /^[^\p{L}]*\p{Ll}/u.test(words);
}

/**
 * Who is credited in one line, and a sentence on how that is known where the name is not simply printed (rule S3).
 *
 * @param source the entry's source, cut just now
 */
export function whoOf(
  entry: Entry,
  source: readonly string[],
): { readonly who: string; readonly whoNote: string | null } {
  const printed = joinedSource(source);
  const quoted = inMarks(source);
  if (isFact(entry)) {
    if (entry.source.length === 0)
      return { who: 'The reporter', whoNote: 'In the reporter’s own voice; nobody is credited.' };
    return { who: entry.speaker ?? sentenceCase(printed), whoNote: null };
  }
  const speaker = entry.speaker ?? printed;
  switch (entry.status) {
    case 'named':
      return { who: speaker, whoNote: noteOnName(speaker, source) };
    case 'described':
      return { who: sentenceCase(printed), whoNote: 'Described and not named: the article does not say who this is.' };
    case 'described-resolved':
      return { who: speaker, whoNote: `Printed as ${quoted}. The article says elsewhere who that is.` };
    case 'surname-only':
      return {
        who: speaker,
        whoNote: `The article prints only ${quoted}: no first name, title or organisation anywhere in it.`,
      };
    case 'pronoun-resolved':
      return { who: speaker, whoNote: `Printed as ${quoted}. The article shows who that is.` };
    case 'pronoun-unresolved':
      return {
        who: `${quoted}, not identified`,
        whoNote: `The article does not say who ${quoted} is. whosaid does not guess.`,
      };
    case 'none':
      return { who: 'No speaker given', whoNote: noteOnNobody(entry) };
  }
}

function noteOnNobody(entry: Entry): string {
  if (entry.kind === 'term' || entry.kind === 'slogan') {
    return 'Words in quotation marks, not a statement: the article gives nobody as saying them.';
  }
  if (entry.kind === 'headline') return 'These words stand in the headline.';
  return 'The article gives no speaker for these words. The sentences around it are shown; whosaid does not guess.';
}

const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady)\.? /i;

/** "Mr Xi" is a name without a first name; "Xi" may be printed for "Xi Li". */
function noteOnName(speaker: string, source: readonly string[]): string | null {
  const printed = joinedSource(source);
  const bare = speaker.replace(HONORIFIC, '');
  if (HONORIFIC.test(speaker) && !bare.includes(' ')) return 'The article gives no first name.';
  return printed.includes(bare) || printed === '' ? null : `Printed as ${inMarks(source)}.`;
}

function sentenceCase(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

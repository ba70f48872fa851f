import { speechVerb } from './speech-words.ts';
import type { Token } from './token.ts';
import { isTimeWord } from './words-of-time.ts';

/** How many words who speaks and the verb may take: the mayor of the town said. */
const REACH = 6;

/**
 * Whether the reporter says at `at` who speaks: **he said**, **said Mayor Reyes**.
 *
 * Where that stands between two quotation marks of which one is missing, the words are not all quoted.
 *
 * @param mustEnd whether nothing that is said may follow: “he said.”, not “he said that …”
 */
export function speaksFrom(tokens: readonly Token[], at: number, mustEnd = false): boolean {
  const from = tokens[at]?.text === ',' ? at + 1 : at;
  const first = tokens[from];
  const verb = first && speechVerb(first.norm);
  if (verb?.frame === 'clause' && verb.form === 'past') {
    const next = tokens[from + 1];
    return next === undefined || next.pos === 'PROPN' || next.pos === 'PRON' || next.pos === 'DET';
  }
  for (let index = from; index < Math.min(from + REACH, tokens.length); index++) {
    const token = tokens[index];
    if (!token || token.pos === 'PUNCT') return false;
    if (token.pos !== 'VERB') continue;
    const form = index > from ? speechVerb(token.norm) : undefined;
    const isSaying = form !== undefined && form.frame !== 'act' && (form.form === 'past' || form.form === 'present');
    return isSaying && (!mustEnd || endsSpeech(tokens[index + 1]));
  }
  return false;
}

/** “…, he said.” and “…, he said on Monday”, not “Then, in May, he said that …” */
function endsSpeech(next: Token | undefined): boolean {
  return !next || next.pos === 'PUNCT' || next.pos === 'ADP' || next.pos === 'ADV' || isTimeWord(next.norm);
}

/** The first comma in `from` to `to` behind which the reporter says who speaks; -1 where there is none. */
export function commaBeforeSpeech(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (tokens[at]?.text === ',' && speaksFrom(tokens, at + 1, true)) return at;
  return -1;
}

/** The last place where the reporter says who speaks behind a pause that stands in `from` to `to`; -1 where there is none. */
export function lastSpeech(tokens: readonly Token[], from: number, to: number): number {
  for (let at = Math.min(to, tokens.length - 1); at > from; at--) {
    const text = tokens[at - 1]?.text ?? '';
    if ((text === ',' || text === '?' || text === '!' || tokens[at - 1]?.norm === '"') && speaksFrom(tokens, at)) {
      return at;
    }
  }
  return -1;
}

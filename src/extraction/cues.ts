import { expressionAt } from './expressions.ts';
import { isBe, isQuestionWord } from './function-words.ts';
import { isSpeakingPronoun } from './phrases.ts';
import { isParticleOf, needsParticle, phrasalVerb, type SpeechVerb, speechVerb } from './speech-words.ts';
import { isPossessiveMark, type Token } from './token.ts';

/** A verb of saying where it stands, with the helping words before it. */
export interface Cue {
  readonly verb: SpeechVerb;
  /** Place of the verb. */
  readonly at: number;
  /** Place of the first helping word: **has** also said. */
  readonly from: number;
  /** Behind the verb and its particle. */
  readonly to: number;
}

/** The verb of saying at `at`, or null where the word is none there. */
export function cueAt(tokens: readonly Token[], at: number, low: number): Cue | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  const expression = expressionAt(tokens, at);
  const phrasal = expression?.verb ?? (token && next && phrasalVerb(token.norm, next.norm));
  const verb = token && (phrasal ?? speechVerb(token.norm));
  if (!token || !verb) return null;
  const particle = next !== undefined && (phrasal !== undefined || isParticleOf(verb, next.norm));
  if (needsParticle(verb) && !particle && !(verb.lemma === 'inquire' && isQuestionWord(next?.norm))) return null;
  if (!isVerbHere(tokens, at, verb, low)) return null;
  let from = at;
  let helped = false;
  let passive = false;
  while (from - 1 >= low) {
    const before = tokens[from - 1];
    if (!before) break;
    if (DENIALS.has(before.norm)) return null;
    if (before.pos === 'AUX') {
      helped = true;
      if ((isBe(before.norm) || /^g[eo]t/.test(before.norm)) && verb.form === 'past') passive = true;
    } else if (before.norm === 'to' && verb.form === 'base') {
      if (!WENT_ON.has(tokens[from - 2]?.norm ?? '')) return null;
      from--;
      while (from - 2 >= low && WENT_ON.has(tokens[from - 2]?.norm ?? '')) from--;
    } else if (
      (before.pos !== 'ADV' || NO_ADVERBS.has(before.norm)) &&
      !(before.pos === 'VERB' && WENT_ON.has(before.norm))
    )
      break;
    from--;
  }
  // would have said
  const isUnreal = verb.form === 'past' && helped && UNREAL.has(tokens[from]?.norm ?? '');
  if (passive || isUnreal || (verb.form === 'base' && helped && isDoubtful(tokens, from, at))) return null;
  return { verb, at, from, to: expression?.to ?? (particle ? at + 2 : at + 1) };
}

/** Taken for adverbs, and none that stands between a subject and its verb. */
const NO_ADVERBS = new Set('most none when where why how'.split(' '));

/** Words by which nothing was said: did **not** say, left **without** saying. */
const DENIALS = new Set(['not', "n't", 'never', 'nor', 'neither', 'cannot', 'without']);
const WENT_ON = new Set(['on', 'went', 'continued', 'goes', 'continues', 'proceeded', 'came', 'used']);

const UNREAL = new Set('would could should might'.split(' '));

/** Words that make it open whether anything was said: might say, should ask, would tell. */
const OPEN = new Set("should could might may must ought can ca will 'll shall".split(' '));

function isDoubtful(tokens: readonly Token[], from: number, at: number): boolean {
  for (let index = from; index < at; index++) if (OPEN.has(tokens[index]?.norm ?? '')) return true;
  return false;
}

function isVerbHere(tokens: readonly Token[], at: number, verb: SpeechVerb, low: number): boolean {
  const token = tokens[at];
  const before = at > low ? tokens[at - 1] : undefined;
  const next = tokens[at + 1];
  if (!token) return false;
  if (before && ((before.pos === 'DET' && !ALONE.has(before.norm)) || isPossessiveMark(before))) return false;
  if (next?.pos === 'NOUN' && before?.pos === 'ADP' && verb.form === 'past') return false;
  if (token.pos === 'VERB') return true;
  if (verb.form === 'ing') return token.pos === 'NOUN' && (before === undefined || BEFORE_ING.has(before.norm));
  if (token.pos !== 'NOUN' && token.pos !== 'ADJ' && token.pos !== 'PROPN') return false;
  const after = next?.norm ?? '';
  if (before?.pos === 'CCONJ' && (after === 'that' || after === '“' || after === '"')) return verb.form !== 'base';
  const subject = before !== undefined && (before.pos === 'PROPN' || isSpeakingPronoun(before));
  return subject && verb.form !== 'base' && AFTER_VERB.has(after);
}

/** Determiners that can be a subject by themselves: some said, all agreed. */
const ALONE = new Set('some many most all both few several others none each neither another'.split(' '));

const BEFORE_ING = new Set([',', 'while', 'by', 'after', 'when', 'before', 'in']);
const AFTER_VERB = new Set([
  'that',
  ':',
  ',',
  '.',
  '"',
  '“',
  'he',
  'she',
  'it',
  'they',
  'the',
  'a',
  'his',
  'her',
  'for',
  'on',
]);

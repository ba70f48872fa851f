import { type Word, wordsOf } from '../article/words.ts';
import type { Entry } from '../extraction/entry.ts';
import { type Alignment, runsOf, succession } from './alignment.ts';
import { areOpposite } from './polarity.ts';
import { isStopWord, readsAsRunningText, readsAsStatement } from './stop-words.ts';
import type { WordComparison } from './word-comparison.ts';
import { type DiffStep, diffWords } from './word-diff.ts';

/**
 * How printed words match the ones asked for: to the letter; with other punctuation or case; as a statement in other
 * words, or in the opposite sense; or as keywords that are all about.
 */
export type Match = 'exact' | 'punctuation' | 'differs' | 'opposite' | 'keywords';

/** A stretch of a word diff: words that both have, that only the asker has, or that only the article prints. */
export interface DiffPart {
  readonly kind: 'same' | 'asked' | 'printed';
  readonly text: string;
}

/** What the alignment says of one entry. */
export interface Verdict {
  readonly match: Match;
  /** `found`: this is what was meant. `near`: the nearest there is, to be shown as such. `far`: not to be shown. */
  readonly reach: 'found' | 'near' | 'far';
  /** Whether only misspellings and plurals differ, in words that stand together. */
  readonly isSlight: boolean;
  /** Whether every asked word is there, and words that read as running text lie much as they were asked for. */
  readonly isWhole: boolean;
  /** Empty where the words are the same, or were keywords. */
  readonly diff: readonly DiffPart[];
}

/** A text with its words, cut once and used for every entry it is compared with. */
export interface AskedText {
  readonly text: string;
  readonly words: readonly Word[];
  /** Whether it is to be taken as words that were said, however it reads. */
  readonly isQuotation: boolean;
  /** How many entries it is looked for in. */
  readonly entryCount: number;
}

/** Mean of coverage and order from which a statement is taken to be the one meant; see docs/design.md. */
const FOUND = 0.75;
/** From here on an entry is shown as the nearest there is; from `MAYBE_NEAR` on where chance does not explain it. */
const NEAR = 0.5;
const MAYBE_NEAR = 0.35;
/**
 * By how many nats the score of what is shown as near must beat the logarithm of the number of entries: the more
 * there are, the better one of them fits by chance (Karlin and Altschul 1990, whose E-value this simplifies).
 */
const ABOVE_CHANCE = 2;
/** Coverage that one or two keywords, and that more of them, must reach. */
const FEW_KEYWORDS = 0.85;
const MANY_KEYWORDS = 0.66;

/** An alignment with the normalised words that it was made with. */
export interface AlignedEntry extends Alignment {
  readonly printed: readonly string[];
}

/** Judges how an entry matches what was asked: by the words and their order alone, never by a ranking score. */
export function judge(asked: AskedText, comparison: WordComparison, entry: Entry, alignment: AlignedEntry): Verdict {
  const run = contiguousRun(alignment, asked.words.length);
  if (run && asked.words.length > 1 && run.every((pair) => pair.relation === 'same')) {
    const match = sameLetters(asked, entry.text, wordsOf(entry.text), run) ? 'exact' : 'punctuation';
    return { match, reach: 'found', isSlight: false, isWhole: true, diff: [] };
  }
  const { norms } = comparison;
  const isSlight = run !== undefined && asked.words.length > 1 && run.every((pair) => pair.relation !== 'stem');
  const isStatement = asked.words.length > 1 && (isSlight || asked.isQuotation || readsAsStatement(norms));
  if (!isStatement) {
    const reach = reachOfKeywords(comparison, alignment);
    const isWhole = isWholeIn(norms, alignment);
    // Too few of them are there, but in their order: a wording that somebody remembers in part.
    if (reach !== 'far' || !isRemembered(norms, alignment)) {
      return { match: 'keywords', reach, isSlight: false, isWhole, diff: [] };
    }
  }
  const reach = isSlight ? 'found' : reachOfStatement(asked, norms, alignment);
  // What is not to be shown need not be compared word by word.
  if (reach === 'far') return { match: 'differs', reach, isSlight: false, isWhole: false, diff: [] };
  const printed = wordsOf(entry.text);
  const relation = (askedIndex: number, printedIndex: number) =>
    comparison.relation(askedIndex, printed[printedIndex]?.norm ?? '');
  const steps = diffWords(asked.words.length, printed.length, relation);
  // A misspelt "nobdy" denies as much as the printed "nobody" does.
  const replaced = steps.filter((step) => step.kind !== 'changed' || relation(step.asked, step.printed) === 'other');
  const isOpposite = areOpposite(onlyIn(replaced, 'asked', norms), onlyIn(replaced, 'printed', alignment.printed));
  return {
    match: isOpposite ? 'opposite' : 'differs',
    reach,
    isSlight: isSlight && !isOpposite,
    isWhole: isSlight && !isOpposite,
    diff: diffParts(steps, asked, entry.text, printed),
  };
}

/** A statement in other words: how much of it is there, in its order, and whether chance would explain that. */
function reachOfStatement({ entryCount }: AskedText, norms: readonly string[], alignment: Alignment): Verdict['reach'] {
  const { coverage, order, score } = alignment;
  const closeness = (coverage + order) / 2;
  if (closeness >= FOUND) return 'found';
  if (closeness >= NEAR) return 'near';
  const isLikely = score >= Math.log(entryCount) + ABOVE_CHANCE || isRemembered(norms, alignment);
  return closeness >= MAYBE_NEAR && isLikely ? 'near' : 'far';
}

/** Whether the words that are there lie so much as they were asked for that they are remembered, in part or not quite. */
function isRemembered(norms: readonly string[], alignment: Alignment): boolean {
  return holdsPhrase(norms, alignment) || holdsMost(norms, alignment);
}

/** A run of so many of the words, with so many content words in it, is a phrase that somebody may remember. */
const PHRASE_WORDS = 4;
const PHRASE_CONTENT_WORDS = 2;

/** Whether a phrase of what was asked is printed as it is. */
function holdsPhrase(norms: readonly string[], { pairs }: Alignment): boolean {
  return runsOf(pairs.filter(({ relation }) => relation === 'same')).some(
    (run) =>
      run.length >= PHRASE_WORDS &&
      run.filter(({ asked }) => !isStopWord(norms[asked] ?? '')).length >= PHRASE_CONTENT_WORDS,
  );
}

/** The share of a running text's words, by number and not by weight, that are there, and that follow on the word before. */
const MOST = 2 / 3;
const IN_SUCCESSION = 0.5;

/** Whether most words of a running text are printed one after the other, a rare word in their place or not. */
function holdsMost(norms: readonly string[], { pairs }: Alignment): boolean {
  return (
    readsAsRunningText(norms) &&
    pairs.length >= Math.max(PHRASE_WORDS, MOST * norms.length) &&
    isInSuccession(norms, pairs) &&
    pairs.some(({ asked, relation }) => relation === 'same' && !isStopWord(norms[asked] ?? ''))
  );
}

type Pairs = Alignment['pairs'];

function isInSuccession(norms: readonly string[], pairs: Pairs): boolean {
  return succession(pairs) >= IN_SUCCESSION * (norms.length - 1);
}

/** The pairs, where every asked word meets a printed one and nothing stands between them. */
function contiguousRun(alignment: Alignment, askedCount: number): Pairs | undefined {
  const { pairs } = alignment;
  if (pairs.length !== askedCount) return undefined;
  const start = pairs[0]?.printed ?? 0;
  return pairs.every((pair, index) => pair.printed === start + index) ? pairs : undefined;
}

/** Whether the stretch is the same to the letter, white space aside. */
function sameLetters(asked: AskedText, text: string, printed: readonly Word[], run: Pairs): boolean {
  const stretch = (whole: string, first: Word | undefined, last: Word | undefined) =>
    first && last ? whole.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
  const from = printed[run[0]?.printed ?? 0];
  const to = printed[run.at(-1)?.printed ?? 0];
  return stretch(asked.text, asked.words[0], asked.words.at(-1)) === stretch(text, from, to);
}

/** One or two content words must all be there; of more, most of what they weigh, and every number. */
function reachOfKeywords(comparison: WordComparison, { coverage, printed }: AlignedEntry): Verdict['reach'] {
  const missesNumber = comparison.asked.some(({ norm }) => /\p{N}/u.test(norm) && !printed.includes(norm));
  const needed = comparison.asked.length <= 2 ? FEW_KEYWORDS : MANY_KEYWORDS;
  return !missesNumber && coverage >= needed ? 'found' : 'far';
}

/** Coverage by which no content word is missing, and mean of coverage and order by which words are not scattered. */
const NONE_MISSING = 0.85;
const NOT_SCATTERED = 0.8;

function isWholeIn(norms: readonly string[], { coverage, order, pairs }: Alignment): boolean {
  if (coverage < NONE_MISSING) return false;
  return !readsAsRunningText(norms) || ((coverage + order) / 2 >= NOT_SCATTERED && isInSuccession(norms, pairs));
}

function onlyIn(steps: readonly DiffStep[], side: 'asked' | 'printed', norms: readonly string[]): string[] {
  return steps.flatMap((step) => {
    if (step.kind === 'same') return [];
    const index = side === 'asked' ? ('asked' in step ? step.asked : -1) : 'printed' in step ? step.printed : -1;
    return norms[index] ?? [];
  });
}

/** Puts steps together into stretches; what was asked stands before what is printed in its place. */
export function diffParts(
  steps: readonly DiffStep[],
  asked: Pick<AskedText, 'text' | 'words'>,
  text: string,
  printed: readonly Word[],
): DiffPart[] {
  const result: DiffPart[] = [];
  let index = 0;
  while (index < steps.length) {
    const isSame = steps[index]?.kind === 'same';
    let end = index;
    while (end < steps.length && (steps[end]?.kind === 'same') === isSame) end++;
    const stretch = steps.slice(index, end);
    const askedWords = stretch.flatMap((step) => ('asked' in step ? (asked.words[step.asked] ?? []) : []));
    const printedWords = stretch.flatMap((step) => ('printed' in step ? (printed[step.printed] ?? []) : []));
    if (!isSame) result.push(...stretches('asked', asked.text, askedWords));
    result.push(...stretches(isSame ? 'same' : 'printed', text, printedWords));
    index = end;
  }
  return result;
}

/** The words as they stand in the text, cut where an entry's content is cut. */
function stretches(kind: DiffPart['kind'], text: string, words: readonly Word[]): DiffPart[] {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return [];
  return text
    .slice(first.start, last.end)
    .split(' … ')
    .map((piece) => ({ kind, text: piece }));
}

import { type Span, slice } from '../article/article.ts';
import { speechVerb } from '../extraction/speech-words.ts';
import type { ErrorCounts } from './error-classes.ts';
import type { GoldArticle, ScoredKind } from './gold.ts';
import { type Compared, type Comparison, compare, type Prediction } from './span-score.ts';
import { coveredWords, sameWords, sharedCount } from './word-sets.ts';

/** How the gold says that something is said: with a verb of saying that the extraction knows, otherwise, or not. */
export type CueClass = 'known verb' | 'other words' | 'no cue';

/** Which of the counts one quotation raises, each by one. */
export type Mistake = Partial<ErrorCounts>;

/** A quotation of the gold, or one that was found without need, and what went wrong with it. */
export interface Judged {
  readonly kind: ScoredKind;
  /** Null for what was found without need: gold has no cue for it. */
  readonly cue: CueClass | null;
  readonly mistake: Mistake;
}

/** What became of each quotation of one article's gold, and what was found that it does not have. */
export function mistakesIn(article: GoldArticle, predictions: readonly Prediction[]): readonly Judged[] {
  const comparison = compare(article, predictions);
  const { words, gold, predicted, pairing, speech } = comparison;
  const touching = touchingOf(comparison);
  const judged: Judged[] = [];
  for (const [index, marked] of gold.entries()) {
    const paired = pairing.gold[index];
    if (!paired || !speech[index]) continue;
    const cue = cueClassOf(article.text, words, paired.quotation.cue);
    const found = paired.partner === null ? undefined : predicted[paired.partner];
    const mistake = found
      ? { ...boundsOf(marked.content, found.content, 'nearBounds'), ...faultsOf(marked, found, paired.sourceRight) }
      : lossOf(marked, touching[index] ?? [], comparison);
    judged.push({ kind: marked.kind, cue, mistake: { gold: 1, ...mistake } });
  }
  for (const [index, { kind }] of predicted.entries()) {
    const { nearest, partner } = pairing.predicted[index] ?? { nearest: null, partner: null };
    if (partner !== null) continue;
    if (nearest === null) judged.push({ kind, cue: null, mistake: { notInGold: 1 } });
    else if (pairing.gold[nearest]?.partner !== null) judged.push({ kind, cue: null, mistake: { foundTwice: 1 } });
  }
  return judged;
}

/** For each quotation of the gold, the places of the found ones that share a word with it. */
function touchingOf({ gold, predicted }: Comparison): readonly (readonly number[])[] {
  const holders = new Map<number, number[]>();
  for (const [index, { content }] of predicted.entries()) {
    for (const word of content) {
      const list = holders.get(word);
      if (list) list.push(index);
      else holders.set(word, [index]);
    }
  }
  return gold.map(({ content }) => [...new Set(Array.from(content, (word) => holders.get(word) ?? []).flat())]);
}

/** What became of a quotation that was matched with nothing. */
function lossOf(marked: Compared, touching: readonly number[], { gold, predicted, pairing }: Comparison): Mistake {
  if (touching.length === 0) return { missed: 1 };
  const free = touching.flatMap((at) => {
    const found = predicted[at];
    return found && pairing.predicted[at]?.partner === null ? [found.content] : [];
  });
  const [first] = free;
  if (!first) return { nested: 1 };
  if (free.filter((piece) => isMostlyIn(piece, marked.content)).length > 1) return { inPieces: 1 };
  const shares = (content: ReadonlySet<number>) => sharedCount(content, marked.content);
  const nearest = free.reduce((best, content) => (shares(content) > shares(best) ? content : best), first);
  const joined = gold.filter(({ content }) => isMostlyIn(content, nearest));
  return joined.length > 1 && joined.includes(marked)
    ? { merged: 1 }
    : boundsOf(marked.content, nearest, 'otherBounds');
}

function isMostlyIn(inner: ReadonlySet<number>, outer: ReadonlySet<number>): boolean {
  return inner.size > 0 && 2 * sharedCount(inner, outer) >= inner.size;
}

function boundsOf(
  marked: ReadonlySet<number>,
  found: ReadonlySet<number>,
  name: 'nearBounds' | 'otherBounds',
): Mistake {
  if (sameWords(marked, found)) return { sameWords: 1 };
  const [first, last] = endsOf(marked);
  const [foundFirst, foundLast] = endsOf(found);
  return {
    [name]: 1,
    startsEarly: Number(foundFirst < first),
    startsLate: Number(foundFirst > first),
    endsLate: Number(foundLast > last),
    endsEarly: Number(foundLast < last),
    otherMiddle: Number(foundFirst === first && foundLast === last),
  };
}

function endsOf(words: ReadonlySet<number>): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const word of words) [first, last] = [Math.min(first, word), Math.max(last, word)];
  return [first, last];
}

/** What is wrong with a quotation whose words were found. */
function faultsOf(marked: Compared, found: Compared, isSourceRight: boolean): Mistake {
  const kind = found.kind === marked.kind ? {} : { otherKind: 1 };
  if (isSourceRight) return kind;
  if (found.source.size === 0) return { ...kind, sourceMissing: 1 };
  return marked.source.size === 0 ? { ...kind, sourceInvented: 1 } : { ...kind, sourceWrong: 1 };
}

/** “said”, “has told reporters”, “according to”: a known verb. “in a statement”, “:”: other words. */
function cueClassOf(text: string, words: readonly Span[], cue: readonly Span[]): CueClass {
  if (cue.length === 0) return 'no cue';
  for (const index of coveredWords(words, cue)) {
    const word = words[index];
    const printed = word ? slice(text, word).toLowerCase() : '';
    if (printed === 'according' || speechVerb(printed)) return 'known verb';
  }
  return 'other words';
}

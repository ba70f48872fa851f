import type { Span } from '../article/article.ts';
import type { GoldArticle, GoldQuotation, ScoredKind } from './gold.ts';
import { comparedWords, coveredWords, headWord, sameWords, wordF1 } from './word-sets.ts';

/** A quotation as it was found, in the form in which it is scored. */
export interface Prediction {
  readonly kind: ScoredKind;
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly speaker: string | null;
}

/** The rows of a table: a kind, or all kinds together. */
export type Row = ScoredKind | 'all';
/** The rows of a table in the order in which they are printed. */
export const ROWS: readonly Row[] = ['direct', 'mixed', 'indirect', 'all'];

/** What is counted for one row. Counts of several articles are added up before anything is divided. */
export interface SpanCounts {
  gold: number;
  predicted: number;
  exact: number;
  relaxed: number;
  sourceRight: number;
  sourceGiven: number;
  sourceGivenRight: number;
  goldWords: number;
  goldWordsFound: number;
  predictedWords: number;
  predictedWordsRight: number;
}

/** Two contents match where their words agree at least this well (F1). */
export const RELAXED = 0.8;

/** A row of zeros. */
export function noSpanCounts(): SpanCounts {
  return {
    gold: 0,
    predicted: 0,
    exact: 0,
    relaxed: 0,
    sourceRight: 0,
    sourceGiven: 0,
    sourceGivenRight: 0,
    goldWords: 0,
    goldWordsFound: 0,
    predictedWords: 0,
    predictedWordsRight: 0,
  };
}

/** A gold quotation or a prediction as sets of words. */
export interface Compared {
  readonly kind: ScoredKind;
  readonly content: ReadonlySet<number>;
  readonly source: ReadonlySet<number>;
}

/** How well a quotation of one side agrees with the other side. */
export interface Paired<Quotation> {
  readonly quotation: Quotation;
  /** The one it went with. */
  readonly partner: number | null;
  /** The one with which it agrees best, matched or not; null where no word is shared. */
  readonly nearest: number | null;
  readonly nearestF1: number;
}

/** What was compared with what; `partner` and `nearest` are places in the other list. */
export interface Pairing {
  readonly gold: readonly (Paired<GoldQuotation> & { readonly sourceRight: boolean })[];
  readonly predicted: readonly Paired<Prediction>[];
}

/**
 * Counts what was found of one article's gold.
 *
 * Contents pair off one to one, best agreement first. A pair counts in its gold's row, a prediction without a
 * partner in its own. With `speechOnly` a prediction whose partner is a belief or an intention is neither right
 * nor wrong.
 */
export function scoreSpans(
  article: GoldArticle,
  predictions: readonly Prediction[],
  scope: { readonly speechOnly: boolean },
): Readonly<Record<Row, SpanCounts>> {
  const { gold, predicted, pairing, speech } = compare(article, predictions);
  const inScope = (index: number) => !scope.speechOnly || speech[index] === true;
  const rows = {
    direct: noSpanCounts(),
    mixed: noSpanCounts(),
    indirect: noSpanCounts(),
    all: noSpanCounts(),
  };
  const count = (kind: ScoredKind, field: keyof SpanCounts) => {
    rows[kind][field]++;
    rows.all[field]++;
  };
  for (const [index, marked] of gold.entries()) {
    if (!inScope(index)) continue;
    count(marked.kind, 'gold');
    const { partner, sourceRight } = pairing.gold[index] ?? { partner: null, sourceRight: false };
    const found = partner === null ? undefined : predicted[partner];
    if (!found) continue;
    count(marked.kind, 'relaxed');
    if (sameWords(marked.content, found.content)) count(marked.kind, 'exact');
    if (sourceRight) count(marked.kind, 'sourceRight');
    if (found.source.size === 0) continue;
    count(marked.kind, 'sourceGiven');
    if (sourceRight) count(marked.kind, 'sourceGivenRight');
  }
  for (const [index, found] of predicted.entries()) {
    const partner = pairing.predicted[index]?.partner ?? null;
    if (partner === null) count(found.kind, 'predicted');
    else if (inScope(partner)) count(gold[partner]?.kind ?? found.kind, 'predicted');
  }
  countWords(rows, gold, predicted, inScope);
  return rows;
}

/** Which gold quotation went with which prediction; for showing errors. */
export function pairSpans(article: GoldArticle, predictions: readonly Prediction[]): Pairing {
  return compare(article, predictions).pairing;
}

/** One article's gold and predictions as sets of words, what went with what, and which gold is speech. */
export interface Comparison {
  readonly words: readonly Span[];
  readonly gold: readonly Compared[];
  readonly predicted: readonly Compared[];
  readonly pairing: Pairing;
  readonly speech: readonly boolean[];
}

/** Pairs one article's gold with what was found in it. */
export function compare(article: GoldArticle, predictions: readonly Prediction[]): Comparison {
  const words = comparedWords(article.text);
  const asSets = (quotation: Pick<Prediction, 'kind' | 'content' | 'source'>): Compared => ({
    kind: quotation.kind,
    content: coveredWords(words, quotation.content),
    source: coveredWords(words, quotation.source),
  });
  // A content without a single word (a dash, a mark) can be neither found nor missed.
  const quotations = article.quotations.filter(({ content }) => coveredWords(words, content).size > 0);
  const gold = quotations.map(asSets);
  const speech = quotations.map((quotation) => quotation.speech);
  const predicted = predictions.map(asSets);
  const partners = pairOff(gold, predicted, speech);
  const goldOf = new Map(Array.from(partners, ([marked, found]) => [found, marked]));
  const pairing: Pairing = {
    gold: quotations.map((quotation, index) => {
      const partner = partners.get(index) ?? null;
      const [marked, found] = [gold[index], partner === null ? undefined : predicted[partner]];
      const sourceRight = Boolean(marked && found && sourcesAgree(article.text, words, marked.source, found.source));
      return { quotation, partner, sourceRight, ...nearestOf(marked, predicted) };
    }),
    predicted: predictions.map((quotation, index) => {
      return { quotation, partner: goldOf.get(index) ?? null, ...nearestOf(predicted[index], gold) };
    }),
  };
  return { words, gold, predicted, pairing, speech };
}

function nearestOf(one: Compared | undefined, others: readonly Compared[]) {
  let [nearest, nearestF1]: [number | null, number] = [null, 0];
  for (const [index, other] of others.entries()) {
    const f1 = one ? wordF1(one.content, other.content) : 0;
    if (f1 > nearestF1) [nearest, nearestF1] = [index, f1];
  }
  return { nearest, nearestF1 };
}

/** Pairs contents greedily; of equally good pairs, speech goes first, then what is printed first. */
function pairOff(gold: readonly Compared[], predicted: readonly Compared[], speech: readonly boolean[]) {
  const candidates: { readonly f1: number; readonly marked: number; readonly found: number }[] = [];
  for (const [marked, a] of gold.entries()) {
    for (const [found, b] of predicted.entries()) {
      const f1 = wordF1(a.content, b.content);
      if (f1 >= RELAXED - 1e-12) candidates.push({ f1, marked, found });
    }
  }
  const speechFirst = (index: number) => (speech[index] ? 0 : 1);
  candidates.sort(
    (a, b) => b.f1 - a.f1 || speechFirst(a.marked) - speechFirst(b.marked) || a.marked - b.marked || a.found - b.found,
  );
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { marked, found } of candidates) {
    if (partners.has(marked) || taken.has(found)) continue;
    partners.set(marked, found);
    taken.add(found);
  }
  return partners;
}

/**
 * Whether the head word of one source lies in the other. A source that swallows the text around it is wrong;
 * where the gold has none, only none is right.
 */
function sourcesAgree(
  text: string,
  words: readonly Span[],
  marked: ReadonlySet<number>,
  found: ReadonlySet<number>,
): boolean {
  if (marked.size === 0 || found.size === 0) return marked.size === found.size;
  if (found.size > 2 * marked.size + 10) return false;
  const [markedHead, foundHead] = [headWord(text, words, marked), headWord(text, words, found)];
  return (markedHead !== null && found.has(markedHead)) || (foundHead !== null && marked.has(foundHead));
}

/** Words are counted once however many quotations hold them; the kinds of pairs do not matter here. */
function countWords(
  rows: Readonly<Record<Row, SpanCounts>>,
  gold: readonly Compared[],
  predicted: readonly Compared[],
  inScope: (index: number) => boolean,
): void {
  const wordsOf = (list: readonly Compared[]) => new Set(list.flatMap((compared) => [...compared.content]));
  const anyGold = wordsOf(gold);
  const scoped = gold.filter((_, index) => inScope(index));
  const scopedGold = wordsOf(scoped);
  const found = wordsOf(predicted);
  for (const word of scopedGold) {
    rows.all.goldWords++;
    if (found.has(word)) rows.all.goldWordsFound++;
  }
  for (const word of found) {
    if (anyGold.has(word) && !scopedGold.has(word)) continue;
    rows.all.predictedWords++;
    if (scopedGold.has(word)) rows.all.predictedWordsRight++;
  }
  for (const kind of ['direct', 'mixed', 'indirect'] as const) {
    const counts = rows[kind];
    for (const word of wordsOf(scoped.filter((marked) => marked.kind === kind))) {
      counts.goldWords++;
      if (!found.has(word)) continue;
      counts.goldWordsFound++;
      counts.predictedWords++;
      counts.predictedWordsRight++;
    }
    // Of the predictions of this kind, only words that no annotator marked at all are wrong.
    for (const word of wordsOf(predicted.filter((prediction) => prediction.kind === kind))) {
      if (!anyGold.has(word)) counts.predictedWords++;
    }
  }
}

/** The figures of one row, 0 to 1; null where there is nothing to divide by. */
export interface SpanFigures {
  /** F1 of contents with the same words. */
  readonly exact: number | null;
  /** F1 of contents whose words agree by at least `RELAXED`. */
  readonly relaxed: number | null;
  /** F1 over all words in contents. */
  readonly words: number | null;
  /** Of the matched predictions with a source, how many have the right one. */
  readonly sourcePrecision: number | null;
  /** F1 where the content matches and the source is right as well. */
  readonly endToEnd: number | null;
}

/** The figures that the counts of a row come to. */
export function spanFigures(counts: SpanCounts): SpanFigures {
  const f1 = (right: number) => share(2 * right, counts.predicted + counts.gold);
  const precision = share(counts.predictedWordsRight, counts.predictedWords);
  const recall = share(counts.goldWordsFound, counts.goldWords);
  const anyWords = counts.predictedWords + counts.goldWords > 0;
  const words = precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
  return {
    exact: f1(counts.exact),
    relaxed: f1(counts.relaxed),
    words: anyWords ? words : null,
    sourcePrecision: share(counts.sourceGivenRight, counts.sourceGiven),
    endToEnd: f1(counts.sourceRight),
  };
}

/** A part of a whole, null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

import { wordsOf } from '../article/words.ts';
import type { Entry } from '../extraction/entry.ts';
import { isFact } from '../extraction/entry.ts';
import { type Comparison, compareWordings, diffInWords } from '../search/compare-wordings.ts';
import { stem } from '../search/likeness.ts';
import { isStopWord } from '../search/stop-words.ts';
import type { Excerpt, OtherWording } from './answer.ts';
import { namesAgree } from './credits.ts';
import { cutExcerpt } from './excerpt.ts';
import type { OpenArticles } from './open-articles.ts';
import type { Shown } from './remarks.ts';

/** How many other wordings are set beside one excerpt, and how many articles are opened for them in all. */
const MOST_BESIDE = 2;
const MOST_OPENED = 6;

/** A passage that may be another wording of one that is shown. */
interface Candidate {
  readonly entry: Entry;
  readonly excerpt: Excerpt | null;
}

/**
 * Sets other wordings of the same thing beside the excerpts of an answer: variants, a part or the whole of a
 * quotation, and figures that differ. They are never merged, and nothing is said about which is right.
 *
 * Only what was found along with the answer is compared, so that it costs no further search. Translations are not
 * known: words of two languages have nothing in common that could be shown to be the same.
 */
export async function withOtherWordings(
  shown: readonly Shown[],
  nearby: readonly Entry[],
  articles: OpenArticles,
): Promise<readonly Shown[]> {
  const known = new Set(shown.map(({ entry }) => entry.id));
  const candidates: readonly Candidate[] = [
    ...shown.map(({ entry, excerpt }) => ({ entry, excerpt })),
    ...nearby.filter(({ id }) => !known.has(id)).map((entry) => ({ entry, excerpt: null })),
  ];
  let opened = 0;
  const told: Shown[] = [];
  for (const one of shown) {
    const beside: OtherWording[] = [];
    for (const candidate of candidates) {
      if (beside.length >= MOST_BESIDE) break;
      if (!mayBeWorded(one.entry, candidate.entry)) continue;
      if (!isFact(one.entry) && compareWordings(one.entry.text, candidate.entry.text) === null) continue;
      if (isFact(one.entry) && !candidate.excerpt && !sharesContent(one.entry, candidate.entry)) continue;
      if (!candidate.excerpt && opened++ >= MOST_OPENED) continue;
      const there = candidate.excerpt ?? (await cutFrom(articles, candidate.entry));
      const comparison = there && compare(one.excerpt, there);
      const wording = there && comparison ? otherWording(there, comparison) : null;
      if (wording && !beside.some((other) => isSamePlace(other, wording))) beside.push(wording);
    }
    told.push(beside.length > 0 ? { ...one, excerpt: { ...one.excerpt, otherWordings: beside } } : one);
  }
  return told;
}

/** Two articles, the same sort of words, and speakers who can be one. */
function mayBeWorded(one: Entry, other: Entry): boolean {
  if (one.articleId === other.articleId || isFact(one) !== isFact(other)) return false;
  return one.speaker === null || other.speaker === null || namesAgree(one.speaker, other.speaker);
}

function sharesContent(one: Entry, other: Entry): boolean {
  const words = new Set(wordsOf(one.text).map(({ norm }) => norm));
  return wordsOf(other.text).some(({ norm }) => words.has(norm) && !isStopWord(norm) && !/^\p{N}/u.test(norm));
}

async function cutFrom(articles: OpenArticles, entry: Entry): Promise<Excerpt | undefined> {
  const kept = await articles.of(entry);
  return kept?.isCurrent && kept.state.kind !== 'withdrawn' ? cutExcerpt(kept, entry) : undefined;
}

/** What people said is compared by their words; what the reporter states by the whole sentence, and for figures only. */
function compare(here: Excerpt, there: Excerpt): Comparison | null {
  if (!here.kind.startsWith('fact/')) return compareWordings(here.words.text, there.words.text);
  const comparison = compareWordings(here.sentence.text, there.sentence.text);
  return comparison?.kind === 'figures' ? comparison : null;
}

function otherWording(there: Excerpt, { kind, diff }: Comparison): OtherWording {
  const { citation, id, speaker, source } = there;
  const { articleId, headline, outlet, publishedAt, url } = citation;
  const printedSource = source.map(({ text }) => text).join(' ');
  const words = there.kind.startsWith('fact/') ? there.sentence : there.words;
  const printing = { excerptId: id, articleId, headline, outlet, publishedAt, url, speaker, printedSource };
  return { kind, words, diff, printing };
}

/** Of one sentence an article may state several things. */
function isSamePlace(one: OtherWording, other: OtherWording): boolean {
  const [a, b] = [one.words.span, other.words.span];
  return one.printing.articleId === other.printing.articleId && a.start < b.end && b.start < a.end;
}

const SENTENCES: Readonly<Record<OtherWording['kind'], string>> = {
  part: 'Part of a longer quotation elsewhere',
  whole: 'Printed in part elsewhere',
  variant: 'Printed in other words elsewhere',
  figures: 'Printed with other figures elsewhere',
};

/** The other wordings of an excerpt, a sentence each. */
export function otherWordingsInWords({ otherWordings = [] }: Excerpt): readonly string[] {
  return otherWordings.map(({ kind, words, diff, printing }) => {
    const { headline, outlet, publishedAt, excerptId } = printing;
    const place = [
      headline ?? 'headline not given',
      outlet ?? 'outlet not given',
      publishedAt?.slice(0, 10) ?? 'date not given',
    ];
    return `${SENTENCES[kind]}: ${diff.length > 0 ? diffInWords(diff) : words.text} (${[...place, excerptId].join(' · ')}).`;
  });
}

/** Whether articles give different figures for what else they tell in the same words. */
export function hasOtherFigures({ otherWordings = [] }: Excerpt): boolean {
  return otherWordings.some(({ kind }) => kind === 'figures');
}

/** Measures and times, of which an article has many that have nothing to do with each other. */
const UNTELLING = new Set(
  'million billion thousand hundred per cent percent year month week day hour minute time dollar euro pound people'
    .split(' ')
    .map(stem),
);
/** How many words behind a figure may say what is counted. */
const COUNTED_WITHIN = 2;

/** What the headline counts under another figure than the words do, as printed there: "950 jobs"; null where nothing. */
export function figureInHeadline({ words, citation: { headline }, kind }: Excerpt): string | null {
  if (headline === null || kind === 'headline') return null;
  const [here, above] = [figuresIn(words.text), figuresIn(headline)];
  const printed = new Set(above.map(({ figure }) => figure));
  for (const { figure, counted } of here) {
    if (printed.has(figure)) continue;
    const other = above.find((one) => one.figure !== figure && one.counted.some((noun) => counted.includes(noun)));
    if (other && !here.some((one) => one.figure === other.figure)) return headline.slice(other.start, other.end);
  }
  return null;
}

interface CountedFigure {
  readonly figure: string;
  /** Stems of what may be counted. */
  readonly counted: readonly string[];
  readonly start: number;
  readonly end: number;
}

function figuresIn(text: string): readonly CountedFigure[] {
  const words = wordsOf(text);
  return words.flatMap(({ norm, start }, at) => {
    if (!/^\p{N}/u.test(norm)) return [];
    const behind = words.slice(at + 1, at + 1 + COUNTED_WITHIN);
    const counted = behind
      .map((word) => stem(word.norm))
      .filter((word) => !UNTELLING.has(word) && !isStopWord(word) && !/^\p{N}/u.test(word));
    const last = behind.findLast((word) => counted.includes(stem(word.norm)));
    return last ? [{ figure: norm, counted, start, end: last.end }] : [];
  });
}

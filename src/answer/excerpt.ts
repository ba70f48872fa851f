import type { KeptArticle } from '../archive/archive.ts';
import { type Article, hull, overlaps, type ParagraphRole, type Span, slice } from '../article/article.ts';
import { cutWords, isIntact } from '../extraction/cut-words.ts';
import type { Entry } from '../extraction/entry.ts';
import { read, type Sentence } from '../extraction/reading.ts';
import type { Verdict } from '../search/verdict.ts';
import type { Excerpt, Passage } from './answer.ts';
import { citationOf } from './citation.ts';
import { labelOf, whoOf } from './labels.ts';

/** How an excerpt is introduced where it was not looked up by its words. */
const BY_KEYWORDS: Pick<Verdict, 'match' | 'diff'> = { match: 'keywords', diff: [] };

/**
 * Cuts an entry's excerpt out of the stored article, now, and compares: the article's text with its hash, and the
 * words and the source at the entry's spans with those that were found when the article was read.
 *
 * @returns undefined where anything differs: nothing is shown then
 */
export function cutExcerpt(kept: KeptArticle, entry: Entry, verdict = BY_KEYWORDS): Excerpt | undefined {
  const { article } = kept;
  const covering = hull(entry.content);
  if (!covering || cutWords(article, entry) === null || !isIntact(article)) return undefined;
  const passage = (span: Span): Passage => ({ text: slice(article.text, span), span });
  const source = entry.source.map(passage);
  const surroundings = sentencesAround(article, covering);
  const printed = withMarks(article.text, covering);
  const isMarked = printed.start < covering.start && printed.end > covering.end;
  const sentence = surroundings.within ?? covering;
  return {
    id: entry.id,
    kind: entry.kind,
    label: labelOf(entry),
    words: passage(covering),
    printed: passage(printed),
    cutBefore: !isMarked && hasWords(article.text.slice(sentence.start, printed.start)),
    cutAfter: !isMarked && hasWords(article.text.slice(printed.end, sentence.end)),
    attribution: attributionOf(article.text, entry, passage),
    source,
    cue: entry.cue.map(passage),
    speaker: entry.speaker,
    status: entry.status,
    ...whoOf(
      entry,
      source.map(({ text }) => text),
    ),
    evidence: entry.evidence.map(passage),
    sentence: passage(sentence),
    before: surroundings.before ? passage(surroundings.before) : null,
    after: surroundings.after ? passage(surroundings.after) : null,
    match: verdict.match,
    ...(verdict.diff.length > 0 ? { diff: verdict.diff } : {}),
    citation: citationOf(kept, slice(article.text, covering)),
  };
}

const OPENING = /["“„«‹‘‚'»]$/;
const CLOSING = /^[.,!?;…]{0,3}["”“»›’'«]/;

/** A span with the quotation marks that stand right around it. */
function withMarks(text: string, span: Span): Span {
  const opening = OPENING.exec(text.slice(Math.max(0, span.start - 1), span.start));
  const closing = CLOSING.exec(text.slice(span.end, span.end + 4));
  return opening && closing ? { start: span.start - 1, end: span.end + closing[0].length } : span;
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Longer stretches between a source and its cue are left out, and only the source is shown. */
const LONGEST_ATTRIBUTION = 240;

/** Source and cue in one slice where they stand together, apart from the words themselves; else the source alone. */
function attributionOf(text: string, entry: Entry, passage: (span: Span) => Passage): Passage | null {
  const source = hull(entry.source);
  const whole = hull([...entry.source, ...entry.cue]);
  if (!source || !whole) return null;
  const isApart = entry.content.every((span) => !overlaps(span, whole));
  const isShort = whole.end - whole.start <= LONGEST_ATTRIBUTION && !text.slice(whole.start, whole.end).includes('\n');
  return passage(isApart && isShort ? whole : source);
}

interface Surroundings {
  readonly within: Span | undefined;
  readonly before: Span | undefined;
  readonly after: Span | undefined;
}

/** What stands beside an article's text, so that nothing in the text is before or after it. */
const BESIDE_THE_TEXT: ReadonlySet<ParagraphRole> = new Set(['caption', 'pull-quote']);

/** The sentences that hold a span, as one stretch, and the ones before and after it; the headline is nobody's neighbour. */
function sentencesAround(article: Article, span: Span): Surroundings {
  const running = article.paragraphs.filter(({ role, ...own }) => overlaps(own, span) || !BESIDE_THE_TEXT.has(role));
  const place = running.findIndex((paragraph) => overlaps(paragraph, span));
  const near = running.slice(Math.max(0, place - 1), place < 0 ? 0 : place + 3);
  const sentences: readonly Sentence[] = read({ text: article.text, paragraphs: near }).paragraphs.flatMap(
    (paragraph) => paragraph.sentences,
  );
  const holding = sentences.filter((sentence) => overlaps(sentence, span));
  const body = sentences.filter((sentence) => sentence.role !== 'headline');
  const [first, last] = [holding[0], holding.at(-1)];
  if (!first || !last) return { within: undefined, before: undefined, after: undefined };
  return {
    within: { start: first.start, end: last.end },
    before: body.filter((sentence) => sentence.end <= first.start).at(-1),
    after: first.role === 'headline' ? undefined : body.find((sentence) => sentence.start >= last.end),
  };
}

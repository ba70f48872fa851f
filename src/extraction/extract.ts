import type { Article, Paragraph, Span } from '../article/article.ts';
import { normalise } from '../article/words.ts';
import { attribute } from './attribution.ts';
import { Cast } from './cast.ts';
import { findDrafts, passagesOf } from './drafts.ts';
import { findFacts } from './facts.ts';
import type { Extraction, Quotation } from './quotation.ts';
import { type Reading, read } from './reading.ts';

/**
 * Reads an article: what was said, in which words, by whom, and what it states. Pure: the same article gives the same
 * quotations and facts, whatever else is read before or after it.
 *
 * Pull quotes are left out: they print words of the article again. Of captions only what they credit to somebody by
 * name or description is taken, and no facts.
 */
export function extract(article: Article): Extraction {
  const told = read({ text: article.text, paragraphs: article.paragraphs.filter(isTold) });
  const quotations = quotationsIn(told);
  const extraction = { quotations, facts: findFacts(told, quotations, article.publishedAt) };
  const captioned = quotationsOfCaptions(article, quotations);
  return captioned.length === 0
    ? extraction
    : { ...extraction, quotations: inPrintedOrder([...quotations, ...captioned]) };
}

function quotationsIn(reading: Reading): readonly Quotation[] {
  const passages = passagesOf(reading);
  const drafts = findDrafts(passages);
  return attribute(reading.text, passages, drafts, new Cast(reading.text, passages));
}

/** Whether a paragraph is part of what the article tells from beginning to end. */
function isTold({ role }: Paragraph): boolean {
  return role !== 'pull-quote' && role !== 'caption';
}

/** What a caption must have for somebody to be quoted in it. */
const SPEECH =
  /["“”„«»‘]|\b(?:sa(?:id|ys|ying)|t(?:old|ells)|according|wrote|called|claims?|warn(?:ed|s)|ask(?:ed|s))\b/i;

/**
 * What captions credit to somebody. A caption stands anywhere on the page: so it is no part of the story, a pronoun in
 * it that the caption does not explain is nobody, and words without a speaker are more often a title than said.
 */
function quotationsOfCaptions(article: Article, told: readonly Quotation[]): readonly Quotation[] {
  const captions = article.paragraphs.filter(
    ({ role, start, end }) => role === 'caption' && SPEECH.test(article.text.slice(start, end)),
  );
  if (captions.length === 0) return [];
  const paragraphs = article.paragraphs.filter(({ role }) => role !== 'pull-quote');
  const known = told.map((quotation) => wordsOf(article.text, quotation));
  return quotationsIn(read({ text: article.text, paragraphs })).filter((quotation) => {
    const caption = captions.find((paragraph) => isIn(paragraph, quotation.content[0]));
    if (!caption || quotation.source.length === 0) return false;
    const isExplained = quotation.evidence.every((span) => isIn(caption, span));
    if (quotation.status.startsWith('pronoun') && !isExplained) return false;
    return quotation.status !== 'none' && !repeats(wordsOf(article.text, quotation), known);
  });
}

/** Fewer words may be said twice by chance. */
const SHORTEST_REPEAT = 4;

function repeats(words: string, known: readonly string[]): boolean {
  return known.some((other) => {
    return other.includes(words) || (other.split(' ').length >= SHORTEST_REPEAT && words.includes(other));
  });
}

function isIn(paragraph: Span, span: Span | undefined): boolean {
  return span !== undefined && paragraph.start <= span.start && span.end <= paragraph.end;
}

function wordsOf(text: string, { content }: Quotation): string {
  return normalise(content.map(({ start, end }) => text.slice(start, end)).join(' '));
}

function inPrintedOrder(quotations: readonly Quotation[]): readonly Quotation[] {
  return [...quotations].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}

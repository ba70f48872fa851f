import { createHash } from 'node:crypto';
import type { Article, Span } from '../article/article.ts';
import { slice } from '../article/article.ts';
import type { AttributionStatus, Extraction, FactKind, QuotationKind } from './quotation.ts';

/** What an entry is: a kind of quotation, or a kind of fact. */
export type EntryKind = QuotationKind | `fact/${FactKind}`;

/**
 * One quotation or fact of one version of an article, in the form in which it is kept, searched and cited.
 *
 * A fact's `speaker` is null and its `status` is `none` where it stands in the reporter's own voice.
 */
export interface Entry {
  /** Short, stable, readable aloud: `W7F-3KQ`. */
  readonly id: string;
  readonly articleId: string;
  readonly sha256: string;
  readonly kind: EntryKind;
  /** The printed words, content spans joined with ` … `: to search in, never to show. */
  readonly text: string;
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly evidence: readonly Span[];
  readonly speaker: string | null;
  readonly status: AttributionStatus;
  /** The source as printed ("he", "the mayor"), pieces joined with one blank; empty where there is none. */
  readonly printedSource: string;
  /** Which rule found it, in words for a person. */
  readonly rule: string;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly publishedAt: string | null;
}

/** Crockford's base 32: no I, L, O, U, so that an id survives being read aloud (crockford.com/base32.html). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Digits in an id, unless a store has to tell two entries apart with more. */
const SHORTEST_ID = 6;

/**
 * The id of the entry with this kind and content in the article version with this hash.
 *
 * @param length digits in all, 6 to 16; a store asks for more where a shorter id is taken by another entry
 */
export function excerptId(sha256: string, kind: EntryKind, content: readonly Span[], length = SHORTEST_ID): string {
  const spans = content.map((span) => `${span.start}-${span.end}`).join(',');
  const digest = createHash('sha256').update(`${sha256} ${kind} ${spans}`).digest();
  let digits = '';
  for (let index = 0; index < length; index++) digits += ALPHABET[(digest[index] ?? 0) & 31] ?? '';
  return groupDigits(digits);
}

/** An id as a person may have typed it, in the form in which it is kept; null where it cannot be one. */
export function parseExcerptId(typed: string): string | null {
  const digits = typed
    .trim()
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{6,16}$/.test(digits) ? groupDigits(digits) : null;
}

function groupDigits(digits: string): string {
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
}

/** The text of an entry whose content is printed in these pieces. */
export function joinedWords(pieces: readonly string[]): string {
  return pieces.join(' … ');
}

/** The source of an entry as its article prints it, in these pieces. */
export function joinedSource(pieces: readonly string[]): string {
  return pieces.join(' ');
}

/** The entries of an article in printed order. */
export function entriesOf(article: Article, extraction: Extraction): readonly Entry[] {
  const { sha256, outlet, headline, publishedAt } = article;
  const common = { articleId: article.id, sha256, outlet, headline, publishedAt };
  const cut = (spans: readonly Span[]) => spans.map((span) => slice(article.text, span));
  const quotations = extraction.quotations.map(
    (quotation): Entry => ({
      ...common,
      id: excerptId(sha256, quotation.kind, quotation.content),
      kind: quotation.kind,
      text: joinedWords(cut(quotation.content)),
      content: quotation.content,
      source: quotation.source,
      cue: quotation.cue,
      evidence: quotation.evidence,
      speaker: quotation.speaker,
      status: quotation.status,
      printedSource: joinedSource(cut(quotation.source)),
      rule: quotation.rule,
    }),
  );
  const facts = extraction.facts.map(
    (fact): Entry => ({
      ...common,
      id: excerptId(sha256, `fact/${fact.kind}`, [fact.span]),
      kind: `fact/${fact.kind}`,
      text: slice(article.text, fact.span),
      content: [fact.span],
      source: fact.source,
      cue: [],
      evidence: [],
      speaker: null,
      status: 'none',
      printedSource: joinedSource(cut(fact.source)),
      rule: fact.kind,
    }),
  );
  return [...quotations, ...facts].sort(byPlace);
}

function byPlace(a: Entry, b: Entry): number {
  return (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) || (b.content[0]?.end ?? 0) - (a.content[0]?.end ?? 0);
}

/** Whether an entry is a fact rather than a quotation. */
export function isFact(entry: { readonly kind: EntryKind }): boolean {
  return entry.kind.startsWith('fact/');
}

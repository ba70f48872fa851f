import type { Span } from '../article/article.ts';
import type { AttributionStatus, FactKind, QuotationKind } from '../extraction/quotation.ts';

/** One searchable thing that the archive holds: a quotation or a fact of one article. */
export interface Entry {
  /** Short, stable, readable aloud: `W7F-3KQ`. */
  readonly id: string;
  readonly articleId: string;
  readonly sha256: string;
  readonly kind: QuotationKind | `fact/${FactKind}`;
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
  readonly cueText: string;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly publishedAt: string | null;
}

/** Narrows what is looked at; every given part must hold. */
export interface EntryFilter {
  readonly kinds?: readonly Entry['kind'][];
  readonly articleId?: string;
  /** ISO dates, both inclusive, against `publishedAt`; an article without a date is left out. */
  readonly since?: string;
  readonly until?: string;
  /** Words (normalised) that the outlet's name or the headline must hold. */
  readonly inWords?: readonly string[];
  /** Words (normalised) that the speaker or the printed source must hold. */
  readonly byWords?: readonly string[];
}

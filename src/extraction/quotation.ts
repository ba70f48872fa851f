import type { Span } from '../article/article.ts';

/**
 * What was said: word for word (`direct`), partly so (`mixed`), in the reporter's words (`indirect`); or only
 * words in quotation marks (`term`, `slogan`), or the line above the article (`headline`).
 */
export type QuotationKind = 'direct' | 'mixed' | 'indirect' | 'term' | 'slogan' | 'headline';

/**
 * How it is known who the source is.
 *
 * - `named`: the source prints the name, or the article's own fuller name for the same person is at hand
 * - `described`: "a spokesman", "the president": no name
 * - `described-resolved`: "the mayor", and the article itself says elsewhere who that is
 * - `surname-only`: a bare surname that the article introduces nowhere
 * - `pronoun-resolved`, `pronoun-unresolved`: "he", with or without evidence in the article for who that is
 * - `none`: the article says of nobody that they said it; who uses a term or slogan may still be printed as its source
 */
export type AttributionStatus =
  | 'named'
  | 'described'
  | 'described-resolved'
  | 'surname-only'
  | 'pronoun-resolved'
  | 'pronoun-unresolved'
  | 'none';

/** A quotation with its attribution. Spans point into the article's text; lists are in printed order. */
export interface Quotation {
  readonly kind: QuotationKind;
  /** The words said, quotation marks left out. `"A," he said. "B"` is one quotation with two spans. */
  readonly content: readonly Span[];
  /** The words credited, as printed; empty where nobody is. */
  readonly source: readonly Span[];
  /** The reporting words, as printed: "said", "adding that", "according to". */
  readonly cue: readonly Span[];
  /** The fullest name that the article itself prints for the source, or null. */
  readonly speaker: string | null;
  readonly status: AttributionStatus;
  /** The words that show who the source is; never empty where the status says resolved. */
  readonly evidence: readonly Span[];
  /** Which rule found it, in words for a person: "verb after the quotation". */
  readonly rule: string;
}

/** What a fact states. */
export type FactKind = 'figure' | 'date' | 'event' | 'role' | 'membership' | 'place' | 'statement';

/** A checkable statement, or the part of one that can be checked by itself. */
export interface Fact {
  readonly span: Span;
  readonly kind: FactKind;
  /** Who it is credited to, as printed; empty where it stands in the reporter's own voice. */
  readonly source: readonly Span[];
}

/** All that an article's reading yields, each list in printed order. */
export interface Extraction {
  readonly quotations: readonly Quotation[];
  readonly facts: readonly Fact[];
}

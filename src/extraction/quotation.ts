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
export const ATTRIBUTION_STATUSES = [
  'named',
  'described',
  'described-resolved',
  'surname-only',
  'pronoun-resolved',
  'pronoun-unresolved',
  'none',
] as const;

/** One of {@link ATTRIBUTION_STATUSES}. */
export type AttributionStatus = (typeof ATTRIBUTION_STATUSES)[number];

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
  /** Why the speaker is who it is, or is not known, in words for a person: "two people named Lane: Jo Lane, Al Lane". */
  readonly reason: string;
}

/** What a fact states. */
export type FactKind = 'figure' | 'date' | 'event' | 'role' | 'membership' | 'place' | 'statement';

/** How the true number lies to the printed one, as the article has it: "about" `~`, "more than" `>`, "up to" `<=`. */
export type FigureRelation = '=' | '~' | '>' | '>=' | '<' | '<=';

/** What a printed figure comes to. Nothing is converted, and nothing is worked out that is not printed. */
export interface Figure {
  /** The number, the lower one of a range; null where the words give none ("dozens of"). A share is 0 to 1, per cent 0 to 100. */
  readonly value: number | null;
  /** The higher number of a range: 20 in "10 to 20". */
  readonly high?: number;
  /** The other side of a score: 49 in "51-49". */
  readonly against?: number;
  readonly relation: FigureRelation;
  /** One name for a unit's spellings: percent, dollars, miles, years old, share; null where things are counted. */
  readonly unit: string | null;
  /** What is counted, or what the amount is of, as printed: "people", "the voters". */
  readonly counts: Span | null;
  /** What each amount is for: "an hour" in "$15 an hour". */
  readonly per?: Span;
}

/** A time as printed, with what it comes to. */
export interface When {
  readonly span: Span;
  /**
   * In ISO 8601 as the Library of Congress's Extended Date/Time Format extends it: `2015-05-03`, `2015-05`, `199X`,
   * `XXXX-05-03` without a year, `2010/2015`; a duration is `P36Y`. Null where the article does not say: "Tuesday", and
   * "yesterday" where there is no publication date.
   */
  readonly value: string | null;
}

/** A checkable statement, or the part of one that can be checked by itself. */
export interface Fact {
  readonly span: Span;
  readonly kind: FactKind;
  /** Who it is credited to, as printed; empty where it stands in the reporter's own voice. */
  readonly source: readonly Span[];
  /** Of a figure: what it comes to. */
  readonly figure?: Figure;
  /** Of a date: the times in it. */
  readonly when?: readonly When[];
  /** Of a role: the names that it is said of; empty where none stands beside it. */
  readonly of?: readonly Span[];
}

/** All that an article's reading yields, each list in printed order. */
export interface Extraction {
  readonly quotations: readonly Quotation[];
  readonly facts: readonly Fact[];
}

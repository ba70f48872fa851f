/** A stretch of an article's text in UTF-16 code units, half-open: [start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What a paragraph of an article is.
 *
 * - `headline`: the one that stands above the text.
 * - `body`: running text, the headings in it, items of lists, and the line under a block quote that says whose it is.
 * - `block-quote`: words that are set apart as quoted, mostly without quotation marks.
 * - `pull-quote`: words of the article printed again to draw the eye: not said a second time.
 * - `caption`: what stands under a picture.
 * - `utterance`: what one speaker says in a transcript.
 */
export const PARAGRAPH_ROLES = ['headline', 'body', 'block-quote', 'pull-quote', 'caption', 'utterance'] as const;
export type ParagraphRole = (typeof PARAGRAPH_ROLES)[number];

/** A paragraph of the article. */
export interface Paragraph extends Span {
  readonly role: ParagraphRole;
  /** Of an utterance, the words in front of it that name its speaker, where there are any. */
  readonly speaker?: Span;
}

/** What an article says about itself. `null` is "not given": nothing here is ever guessed. */
export interface Masthead {
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** As printed, e.g. `2015-12-17` or `2015-12-17T09:00:00+08:00`; always starts with an ISO date. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly url: string | null;
  /** BCP 47, e.g. `en` or `en-GB`. */
  readonly language: string | null;
}

/**
 * One article as its outlet published it.
 *
 * Of a plain text file, `text` is the whole file as it was read, a byte order mark and front matter included, so that
 * `sha256` (hex) is that of the file. Of any other format it is the plain text that was derived from it, paragraphs
 * separated by one blank line, and `sha256` is that of its UTF-8 bytes. Every span in whosaid points into this text.
 */
export interface Article extends Masthead {
  /** Stable for the same article over its versions: made from its URL, else from where it was read. */
  readonly id: string;
  readonly text: string;
  readonly sha256: string;
  /** In order, not overlapping. Of front matter only the headline is one, where it stands there as it is. */
  readonly paragraphs: readonly Paragraph[];
}

/** The words that a span covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The smallest span that covers all of `spans`, or null where there are none. */
export function hull(spans: readonly Span[]): Span | null {
  let covering: Span | null = null;
  for (const span of spans) {
    covering = covering
      ? { start: Math.min(covering.start, span.start), end: Math.max(covering.end, span.end) }
      : { start: span.start, end: span.end };
  }
  return covering;
}

/** Whether `outer` covers all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A stretch of an article's text in UTF-16 code units, half-open: [start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A paragraph of the article; `headline` is the one that stands above the text. */
export interface Paragraph extends Span {
  readonly role: 'headline' | 'body';
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
 * `text` is the whole file as it was read, a byte order mark and front matter included, so that
 * `sha256` (hex, of the file's bytes) proves it. Every span in whosaid points into this text.
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

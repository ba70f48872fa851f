import type { Entry } from '../extraction/entry.ts';

/**
 * Whom an article credits: the fullest name that it prints, else its source. As a name, for where the article is not
 * cut just now: quotation marks stand only around what is.
 */
export function creditOf({ speaker, printedSource }: Pick<Entry, 'speaker' | 'printedSource'>): string {
  return speaker ?? (printedSource === '' ? 'nobody' : printedSource);
}

/**
 * The source of an entry that is to be shown, as a message names it. Its quotation marks hold because the excerpt is
 * shown only where its source is found as it was read; a source in several pieces is no one quotation, and has none.
 */
export function sourceOf({ source, printedSource }: Pick<Entry, 'source' | 'printedSource'>): string {
  return source.length > 1 ? printedSource : inMarks([printedSource]);
}

/** A source that was cut just now, in quotation marks: of one in several pieces each has its own, as nobody prints them as one. */
export function inMarks(pieces: readonly string[]): string {
  return pieces.map((piece) => `“${piece}”`).join(' … ');
}

import { type Span, slice } from '../../src/article/article.ts';
import { readText } from '../../src/article/read-article.ts';
import { extract } from '../../src/extraction/extract.ts';
import type { Quotation } from '../../src/extraction/quotation.ts';

/** The quotations of a text whose first line is the headline. */
export function quotationsOf(text: string): readonly Quotation[] {
  return extract(readText(text, 'made-up')).quotations;
}

/** The quotations of a text in words instead of places. */
export function quotationsInWords(text: string) {
  const words = (spans: readonly Span[]) => spans.map((span) => slice(text, span));
  return quotationsOf(text).map(({ kind, content, source, cue, speaker, status, evidence }) => {
    const printed = { content: words(content), source: words(source), cue: words(cue), evidence: words(evidence) };
    return { kind, speaker, status, ...printed };
  });
}

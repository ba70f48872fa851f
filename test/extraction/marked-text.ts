import type { Span } from '../../src/article/article.ts';
import type { Quotation } from '../../src/extraction/quotation.ts';

/**
 * Takes the marks out of a text like `“{content:The river will rise},” {cue:said} {source:Mayor Alma Reyes}.`
 *
 * What belongs to a second quotation is marked `{content2:…}`, `{cue2:…}`, `{source2:…}`, and so on.
 */
export function withoutMarks(marked: string): string {
  return marked.replace(/\{(?:content|cue|source)\d*:|\}/g, '');
}

/** Puts the marks of `quotations`, in their order, into a text: the reverse of {@link withoutMarks}. */
export function withMarks(text: string, quotations: readonly Quotation[]): string {
  const marks = quotations.flatMap((quotation, index) => {
    const number = index === 0 ? '' : String(index + 1);
    const named = (name: string, spans: readonly Span[]) => spans.map((span) => ({ open: `{${name}${number}:`, span }));
    return [
      ...named('source', quotation.source),
      ...named('cue', quotation.cue),
      ...named('content', quotation.content),
    ];
  });
  marks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let result = '';
  for (let at = 0; at <= text.length; at++) {
    result += '}'.repeat(marks.filter(({ span }) => span.end === at).length);
    for (const { open, span } of marks) if (span.start === at) result += open;
    result += text.charAt(at);
  }
  return result;
}

import { type Span, slice } from '../../src/article/article.ts';
import { readText } from '../../src/article/read-article.ts';
import { findFacts } from '../../src/extraction/facts.ts';
import type { Fact, FactKind, Quotation, QuotationKind } from '../../src/extraction/quotation.ts';
import { read } from '../../src/extraction/reading.ts';

/** A text with the quotations that its marks showed. */
export interface Marked {
  readonly text: string;
  readonly quotations: readonly Quotation[];
}

/** Reads a marked-up text: `{said:…}` is a quotation’s content, `{by:…}` its source and `{cue:…}` its cue; `{term:…}` a term by itself. */
export function unmark(marked: string): Marked {
  let text = '';
  const spans: Record<string, Span[]> = { said: [], by: [], cue: [], term: [] };
  const open: { readonly mark: string; readonly start: number }[] = [];
  for (const [piece] of marked.matchAll(/\{(?:said|by|cue|term):|\}|[^{}]+/g)) {
    if (piece === '}') {
      const opened = open.pop();
      if (opened) spans[opened.mark]?.push({ start: opened.start, end: text.length });
    } else if (piece.startsWith('{')) open.push({ mark: piece.slice(1, -1), start: text.length });
    else text += piece;
  }
  const make = (kind: QuotationKind, content: readonly Span[]): Quotation => ({
    kind,
    content,
    source: kind === 'term' ? [] : (spans.by ?? []),
    cue: kind === 'term' ? [] : (spans.cue ?? []),
    speaker: null,
    status: 'none',
    evidence: [],
    rule: '',
    reason: '',
  });
  const quotations = [make('indirect', spans.said ?? []), make('term', spans.term ?? [])];
  return { text, quotations: quotations.filter(({ content }) => content.length > 0) };
}

/** The facts of a text that has no headline. */
export function factsIn({ text, quotations }: Marked, publishedAt: string | null = null): readonly Fact[] {
  const article = readText(text, 'test');
  const reading = read({ text, paragraphs: article.paragraphs.map((one) => ({ ...one, role: 'body' })) });
  return findFacts(reading, quotations, publishedAt);
}

/** What the figures of a sentence come to, the spans as their words: `=20–30 miles [the coast] per a day`. */
export function figuresRead(marked: string): readonly string[] {
  const unmarked = unmark(marked);
  return factsIn(unmarked).flatMap(({ figure }) => {
    if (!figure) return [];
    const { relation, value, high, against, unit, counts, per } = figure;
    const numbers = `${value ?? '?'}${high === undefined ? '' : `–${high}`}${against === undefined ? '' : `:${against}`}`;
    const what = counts === null ? [] : [`[${slice(unmarked.text, counts)}]`];
    const each = per === undefined ? [] : [`(${slice(unmarked.text, per)})`];
    return [[relation + numbers, ...(unit === null ? [] : [unit]), ...what, ...each].join(' ')];
  });
}

/** What the times of a sentence come to: `in May 2015 = 2015-05`. */
export function timesRead(marked: string, publishedAt: string | null = null): readonly string[] {
  const unmarked = unmark(marked);
  return factsIn(unmarked, publishedAt).flatMap(({ when = [] }) =>
    when.map(({ span, value }) => `${slice(unmarked.text, span)} = ${value ?? 'not given'}`),
  );
}

/** The facts of one sentence as `words` or, where somebody is credited, `source: words`. */
export function found(marked: string, ...kinds: readonly FactKind[]): readonly string[] {
  const unmarked = unmark(marked);
  return factsIn(unmarked)
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ span, source }) => {
      const by = source.map((one) => slice(unmarked.text, one)).join(' ');
      return (by ? `${by}: ` : '') + slice(unmarked.text, span);
    });
}

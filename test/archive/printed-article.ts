import { createHash } from 'node:crypto';
import type { ReadArticle } from '../../src/archive/archive.ts';
import type { Masthead, Paragraph, Span } from '../../src/article/article.ts';
import type { Fact, Quotation, QuotationKind } from '../../src/extraction/quotation.ts';

/** One paragraph: words that somebody said, or a reporter's statement. */
export type Line =
  | { readonly said: string; readonly by?: string; readonly speaker?: string; readonly kind?: QuotationKind }
  | { readonly fact: string };

/** An article with these paragraphs, read as they say of themselves; everything else is plain unless given. */
export function printed(id: string, lines: readonly Line[], masthead: Partial<Masthead> = {}): ReadArticle {
  let text = '';
  const print = (words: string): Span => {
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  const paragraphs: Paragraph[] = [];
  const quotations: Quotation[] = [];
  const facts: Fact[] = [];
  for (const line of lines) {
    const start = text.length;
    if ('fact' in line) facts.push({ span: print(line.fact), kind: 'statement', source: [] });
    else quotations.push(quote(line, print));
    paragraphs.push({ start, end: text.length, role: 'body' });
    print('\n\n');
  }
  return {
    article: {
      id,
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
      paragraphs,
      headline: null,
      outlet: null,
      byline: null,
      publishedAt: null,
      updatedAt: null,
      url: null,
      language: null,
      ...masthead,
    },
    extraction: { quotations, facts },
  };
}

function quote(line: Extract<Line, { said: string }>, print: (words: string) => Span): Quotation {
  print('“');
  const content = [print(line.said)];
  print('” ');
  const source = line.by === undefined ? [] : [print(line.by)];
  print(' ');
  const cue = line.by === undefined ? [] : [print('said')];
  return {
    kind: line.kind ?? 'direct',
    content,
    source,
    cue,
    speaker: line.speaker ?? null,
    status: line.speaker === undefined ? 'none' : 'named',
    evidence: source,
    rule: 'typed for a test',
    reason: 'typed for a test',
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Span, slice } from '../../src/article/article.ts';
import { extract } from '../../src/extraction/extract.ts';
import { articleOf } from './article-of.ts';

const SENTENCES = [
  '“The river will rise,” said Mayor Alma Reyes.',
  '“The river,” he said, “will rise by Monday.”',
  'Mr Lane said the bridge was “a disgrace” to the town.',
  'She added that nobody had listened.',
  'According to the council, rents fell in May.',
  'The mayor called for a ban on boats, which the port wants.',
  '“Nobody listened.”',
  'Critics of the “river tax” left, Lane said.',
  'The bank criticised the plan, adding: “We were not asked.”',
  'The river rose by two metres overnight.',
  '‘It’s the voters’ river,’ said Ann Dow. ‘Nobody asked the Joneses.’',
  '“He told me ‘go home’ twice,” said Mr Lane.',
  'The Joneses’ house was built in the ’90s.',
  '“It leaks',
  'Lane”, he said 😀.',
];

const articles = fc
  .array(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(' ')).join('\n'));

const quotationsOf = (text: string) => extract(articleOf(text)).quotations;

function expectInside(text: string, spans: readonly Span[]): void {
  let before = 0;
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(before);
    expect(span.end).toBeGreaterThan(span.start);
    expect(slice(text, span)).toBe(slice(text, span).trim());
    before = span.end;
  }
  expect(before).toBeLessThanOrEqual(text.length);
}

describe('every quotation', () => {
  it('has content, source and cue that are printed in the article, in order', () => {
    fc.assert(
      fc.property(articles, (text) => {
        for (const { content, source, cue } of quotationsOf(text)) {
          expect(content.length).toBeGreaterThan(0);
          for (const spans of [content, source, cue]) expectInside(text, spans);
        }
      }),
    );
  });

  it('shows evidence where its speaker is resolved, and names nobody whom the article does not print', () => {
    fc.assert(
      fc.property(articles, (text) => {
        for (const { kind, status, evidence, speaker, source } of quotationsOf(text)) {
          if (status.endsWith('-resolved')) expect(evidence).not.toEqual([]);
          if (speaker !== null) expect(text).toContain(speaker);
          if (status === 'none' || status === 'pronoun-unresolved' || status === 'described')
            expect(speaker).toBeNull();
          // Who uses a term may be printed without being said to have said it.
          if (kind !== 'term' && kind !== 'slogan') expect(source.length === 0).toBe(status === 'none');
        }
      }),
    );
  });

  it('stays as it is where a paragraph about something else is put at the end', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const before = quotationsOf(`${text}\nThe shops open at nine.`);
        expect(quotationsOf(`${text}\nThe shops open at nine.\nIt rained all day.`)).toEqual(before);
      }),
    );
  });

  it.each([
    ['straight marks', '"', '"'],
    ['doubled single marks', "''", "''"],
    ['straight single marks', '“', '”'],
  ])('is the same with %s as with curly ones', (name, open, close) => {
    const paired = articles.filter((text) => text.split('\n').every((line) => /^(?:[^“”]|“[^“”]*”)*$/.test(line)));
    fc.assert(
      fc.property(paired, (text) => {
        const shown = (printed: string) =>
          quotationsOf(printed).map(({ kind, content, source, cue, rule }) => {
            const words = [content, source, cue].map((spans) =>
              spans.map((span) =>
                slice(printed, span)
                  .replace(/“|”|"|''/g, '|')
                  .replace(/[‘’]/g, "'"),
              ),
            );
            return { kind, words, rule };
          });
        const printed = text.replace(/“/g, open).replace(/”/g, close);
        const plain = name === 'straight single marks' ? printed.replace(/[‘’]/g, "'") : printed;
        expect(shown(plain)).toEqual(shown(text));
      }),
    );
  });
});

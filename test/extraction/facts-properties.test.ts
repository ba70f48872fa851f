import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlaps, type Span, slice } from '../../src/article/article.ts';
import { readText } from '../../src/article/read-article.ts';
import { findFacts } from '../../src/extraction/facts.ts';
import type { Quotation } from '../../src/extraction/quotation.ts';
import { read } from '../../src/extraction/reading.ts';
import { factsIn, unmark } from './fact-marks.ts';

/** Sentences of which whole articles are made. */
const SENTENCES = [
  'The fair drew more than 2,000 guests, including mayors, engineers, and painters from 12 towns.',
  '“{said:We built two bridges in 2014},” {by:the mayor} {cue:said} on Friday at a rally in Alma.',
  '{by:Wang Chun, the director of the port}, {cue:said} {said:ships waited for 36 years}.',
  'While the bank has long lent abroad, it now lends at home — a first.',
  'Carr (which is banned here) – and Alma – left, which helped 👩‍🚒 no\u00adbody.',
  '(((, and, and, with him; that “ which — a a a',
  '“{said:This is cafe\u0301 talk}”.',
];

describe('findFacts', () => {
  const articles = fc
    .array(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map((paragraphs) => paragraphs.map((sentences) => sentences.join(' ')))
    .map((paragraphs) => {
      let text = '';
      const quotations: Quotation[] = [];
      for (const marked of paragraphs) {
        // Each sentence is marked up by itself, so that every quotation has its own source.
        for (const sentence of marked.split(/(?<=[.a]) (?=[A-Z“({])/)) {
          const unmarked = unmark(sentence);
          const move = (spans: readonly Span[]) =>
            spans.map(({ start, end }) => ({ start: start + text.length, end: end + text.length }));
          for (const one of unmarked.quotations) {
            quotations.push({ ...one, content: move(one.content), source: move(one.source), cue: move(one.cue) });
          }
          text += `${unmarked.text} `;
        }
        text = `${text.trimEnd()}\r\n\r\n`;
      }
      return { text, quotations };
    });

  it('gives spans inside paragraphs, in printed order, none twice, none with half a character', () => {
    fc.assert(
      fc.property(articles, (marked) => {
        const facts = factsIn(marked);
        const { paragraphs } = readText(marked.text, 'test');
        for (const [index, { span }] of facts.entries()) {
          expect(paragraphs.some((paragraph) => contains(paragraph, span))).toBe(true);
          expect(slice(marked.text, span).trim()).toBe(slice(marked.text, span));
          expect(slice(marked.text, span)).not.toBe('');
          expect(slice(marked.text, span).isWellFormed()).toBe(true);
          const before = facts[index - 1]?.span;
          if (!before) continue;
          expect(before.start < span.start || (before.start === span.start && before.end > span.end)).toBe(true);
        }
      }),
    );
  });

  it('never finds a reporter’s fact in a quotation, and credits what it finds there', () => {
    fc.assert(
      fc.property(articles, (marked) => {
        const contents = marked.quotations.filter(({ kind }) => kind !== 'term');
        for (const { span, source, kind } of factsIn(marked)) {
          const within = contents.filter(({ content }) => content.some((one) => overlaps(one, span)));
          if (source.length === 0) expect(within).toEqual([]);
          else {
            expect(['figure', 'date']).toContain(kind);
            expect(within.map((one) => one.source)).toEqual([source]);
          }
        }
      }),
    );
  });

  it('finds the same in a paragraph whatever stands after it', () => {
    fc.assert(
      fc.property(articles, (marked) => {
        const longer = { ...marked, text: `${marked.text}\r\n\r\nNothing else was known.` };
        expect(factsIn(longer).filter(({ span }) => span.start < marked.text.length)).toEqual(factsIn(marked));
      }),
    );
  });

  it('finds nothing in a headline', () => {
    const article = readText('Two bridges opened in 2014\n\nRain fell.', 'test');
    expect(findFacts(read(article), []).map(({ span }) => slice(article.text, span))).toEqual(['Rain fell.']);
  });

  it.each([
    ['commas', 'Rents rose, and shops closed, which helped, a b, with him setting, '],
    ['brackets and dashes', '(a – b (which is – '],
    ['roles and numbers', 'group Alma and watchdog 20 of 30 more than '],
    ['fractions', 'two of the '],
    ['days', 'last '],
    ['titles', 'Chairman Rep. Gov. '],
    ['scores', 'won 5-4 to 3 '],
    ['money', '$5 a day per ship '],
    ['ages', 'Ann Lee, 44, a doctor, '],
    ['shares', 'half of one in ten '],
    ['joints', 'or more and now '],
    ['nested brackets', 'Alma (which is ( '],
    ['closing brackets', 'she is here ) '],
    ['dates', 'last year ’s attempt to get in 2012 since late '],
  ])('reads a long sentence of %s to its end', (_, piece) => {
    const text = piece.repeat(10_000);
    const reading = read({ text, paragraphs: [{ start: 0, end: text.length, role: 'body' }] });
    for (const { span } of findFacts(reading, [])) expect(span.end).toBeLessThanOrEqual(text.length);
  });
});

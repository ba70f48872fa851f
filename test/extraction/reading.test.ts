import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/extraction/reading.ts';
import { articleOf } from './article-of.ts';

function sentencesOf(text: string): readonly string[] {
  return read(articleOf(text)).paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map((sentence) => text.slice(sentence.start, sentence.end)),
  );
}

describe('read', () => {
  it.each([
    ['a title with a dot', 'Mr. Xi spoke. Sen. Lee left.', ['Mr. Xi spoke.', 'Sen. Lee left.']],
    ['a country with dots', 'The U.S. Congress met. It voted.', ['The U.S. Congress met.', 'It voted.']],
    ['a country with dots at the end', 'He left the U.S. The vote failed.', ['He left the U.S.', 'The vote failed.']],
    ['a month', 'It rained on Nov. 3 in Rome. It stopped.', ['It rained on Nov. 3 in Rome.', 'It stopped.']],
    ['a closing mark after the stop', '“It rains.” He left.', ['“It rains.”', 'He left.']],
    ['a stop after the closing mark', '“It rains”. He left.', ['“It rains”.', 'He left.']],
    ['a question and who asked it', '“Where?” Mr. Reyes asked. He left.', ['“Where?” Mr. Reyes asked.', 'He left.']],
    ['an initial', 'Justice Anthony M. Kennedy spoke.', ['Justice Anthony M. Kennedy spoke.']],
    ['a web address', 'GreatFire.org asked. No one came.', ['GreatFire.org asked.', 'No one came.']],
    ['a time before an entry', '16.05 The mayor spoke. It rained.', ['16.05', 'The mayor spoke.', 'It rained.']],
    ['a time with its zone', '4:05 p.m. ET “It rains,” she said.', ['4:05 p.m. ET', '“It rains,” she said.']],
    ['no time', '10.30 Monday was wet.', ['10.30 Monday was wet.']],
    ['doubled single marks', "''It rains.'' He left.", ["''It rains.''", 'He left.']],
    ['single marks', '‘It rains.’ He left.', ['‘It rains.’', 'He left.']],
    ['lines as paragraphs', 'One line\nAnother line', ['One line', 'Another line']],
  ])('ends sentences rightly after %s', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it.each([
    'Soft\u00adhyphen and 😀 here',
    'e\u0301clair at 4.5% for $10,000',
    'line one\r\nline two',
    'the constructor of __proto__ said toString',
  ])('keeps every word at its place in %j', (text) => {
    for (const paragraph of read(articleOf(text)).paragraphs) {
      for (const token of paragraph.tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    }
  });

  it('covers every printed character once, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const paragraph of read(articleOf(text)).paragraphs) {
          let at = paragraph.start;
          for (const token of paragraph.tokens) {
            expect(text.slice(at, token.start).trim()).toBe('');
            expect(token.end).toBeGreaterThan(token.start);
            at = token.end;
          }
          expect(text.slice(at, paragraph.end).trim()).toBe('');
          const words = paragraph.sentences.flatMap((sentence) => sentence.tokens);
          expect(words).toEqual(paragraph.tokens);
        }
      }),
    );
  });

  it('reads a megabyte without a blank, and a hundred thousand quotation marks, to the end', () => {
    for (const text of ['a'.repeat(1_000_000), '"'.repeat(100_000)]) {
      expect(read(articleOf(text)).paragraphs.at(-1)?.tokens.at(-1)?.end).toBe(text.length);
    }
  });
});

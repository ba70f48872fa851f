import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slice } from '../../src/article/article.ts';
import { readText } from '../../src/article/read-article.ts';
import { readAnnotatedFiles } from '../../src/evaluation/annotated-gold.ts';
import { addUp } from '../../src/evaluation/bootstrap.ts';
import { scoredQuotations } from '../../src/evaluation/predictions.ts';
import { noSpanCounts, type Row, scoreSpans, spanFigures } from '../../src/evaluation/span-score.ts';
import { checkSpeakers } from '../../src/evaluation/speaker-check.ts';
import { extract } from '../../src/extraction/extract.ts';

const FOLDER = join('test', 'gold');
const gold = readAnnotatedFiles(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(FOLDER, name)),
);
const isTrap = (id: string) => id.startsWith('no-');

describe('the gold in test/gold', () => {
  it('can be read, file by file', () => {
    expect(gold.faults).toEqual([]);
    expect(gold.articles.length).toBeGreaterThanOrEqual(103);
    expect(gold.articles.filter(({ id }) => isTrap(id)).length).toBeGreaterThanOrEqual(16);
  });

  it.each(gold.articles.map((article) => [article.id, article] as const))('marks whole words in %s', (_, article) => {
    const { text, annotations } = article;
    const { paragraphs } = readText(text, article.id);
    expect(paragraphs.length).toBeGreaterThan(3);
    for (const { content, cue, source } of annotations) {
      for (const span of [...content, ...cue, ...source]) {
        const words = slice(text, span);
        expect(words).toBe(words.trim());
        expect([words, paragraphs.some(({ start, end }) => start <= span.start && span.end <= end)]).toEqual([
          words,
          true,
        ]);
        const [before, after] = [text.charAt(span.start - 1), text.charAt(span.end)];
        const cutsWord = /\p{L}\p{L}/u;
        expect(cutsWord.test(before + words.charAt(0)) || cutsWord.test(words.slice(-1) + after)).toBe(false);
      }
    }
  });
});

it('scores full marks against itself', () => {
  const rows = gold.articles.map((article) => {
    const quotations = article.quotations.flatMap((one) => (one.speech ? [{ ...one, speaker: null }] : []));
    return scoreSpans(article, quotations, { speechOnly: true }).all;
  });
  expect(spanFigures(addUp(noSpanCounts(), rows))).toMatchObject({ exact: 1, sourcePrecision: 1, endToEnd: 1 });
});

/**
 * The floors lie a little below what was measured when they were set, so that a rule may cost something here where it
 * wins more elsewhere. Raise them when the figures have risen; lower them only for a reason that is given here.
 */
describe('the reading of our own gold', () => {
  const read = gold.articles.map((article) => {
    const { quotations } = extract(readText(article.text, article.id));
    return {
      article,
      rows: scoreSpans(article, scoredQuotations(article.text, { quotations }), { speechOnly: true }),
      checked: checkSpeakers(article, quotations),
    };
  });
  const figuresOf = (row: Row) =>
    spanFigures(
      addUp(
        noSpanCounts(),
        read.map(({ rows }) => rows[row]),
      ),
    );

  it.each([
    // measured: 0.962, 0.854, 0.831, 0.855, 0.998, 0.876
    ['direct', 'relaxed', 0.94],
    ['mixed', 'relaxed', 0.82],
    ['indirect', 'relaxed', 0.8],
    ['all', 'exact', 0.83],
    ['all', 'sourcePrecision', 0.985],
    ['all', 'endToEnd', 0.85],
  ] as const)('of %s quotations keeps %s above %d', (row, figure, floor) => {
    expect(figuresOf(row)[figure]).toBeGreaterThan(floor);
  });

  const checked = read.flatMap((one) => one.checked);
  const count = (verdict: string) => checked.filter((one) => one.verdict === verdict).length;

  it('names the wrong speaker no more often than was measured', () => {
    expect(count('wrong')).toBeLessThanOrEqual(3);
  });

  it('invents a speaker for what nobody said no more often than was measured', () => {
    expect(count('invented')).toBe(0);
  });

  it('names the speaker of most of what it finds, where the article does', () => {
    expect(count('right') / (count('right') + count('silent'))).toBeGreaterThan(0.9);
  });

  it('finds little in the traps that is not there', () => {
    const inTraps = read.filter(({ article }) => isTrap(article.id)).flatMap((one) => one.checked);
    const unsaid = inTraps.filter(({ verdict }) => verdict === 'nobody' || verdict === 'invented');
    expect(unsaid.length).toBeLessThanOrEqual(16);
    expect(inTraps.filter(({ verdict }) => verdict === 'wrong').length).toBeLessThanOrEqual(1);
  });
});

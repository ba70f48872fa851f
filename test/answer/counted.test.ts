import { expect, it } from 'vitest';
import { counted, holdingsInWords, thousands } from '../../src/answer/counted.ts';

it.each([
  [0, '0 articles'],
  [1, '1 article'],
  [2, '2 articles'],
  [12_000, '12,000 articles'],
])('counts %d articles as people do', (count, printed) => expect(counted(count, 'article')).toBe(printed));

it('writes large numbers out', () => expect(thousands(1_234_567)).toBe('1,234,567'));

it('says in words what an archive holds', () => {
  expect(holdingsInWords({ articles: 1, quotations: 1, facts: 0 })).toBe('1 article, 1 quotation, 0 facts');
});

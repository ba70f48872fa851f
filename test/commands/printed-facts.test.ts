import { expect, it } from 'vitest';
import { extractionAsJson } from '../../src/commands/printed-json.ts';
import { extractionAsText } from '../../src/commands/printed-text.ts';
import { extract } from '../../src/extraction/extract.ts';
import { articleOf } from '../extraction/article-of.ts';

const article = articleOf('Mayor Ann Lee paid more than $1.2bn to 20-30 guards on 3 May 2015.');
const extraction = extract(article);

it('prints beside each fact what it comes to', () => {
  const [, facts = ''] = extractionAsText(article, extraction).split('\nFacts (4)\n');
  expect(facts.split('\n')).toEqual([
    'date: Mayor Ann Lee paid more than $1.2bn to 20-30 guards on 3 May 2015.',
    '  read as: on 3 May 2015 = 2015-05-03',
    'role: Mayor Ann Lee',
    '  of: Ann Lee',
    'figure: more than $1.2bn',
    '  read as: more than 1,200,000,000 dollars',
    'figure: 20-30 guards',
    '  read as: 20 to 30 · of: guards',
  ]);
});

it('hands a machine the same beside span, kind and source', () => {
  expect(extractionAsJson('a', extraction).facts).toEqual([
    { span: [0, 66], kind: 'date', source: [], when: [{ span: [52, 65], value: '2015-05-03' }] },
    { span: [0, 13], kind: 'role', source: [], of: [[6, 13]] },
    { span: [19, 35], kind: 'figure', source: [], value: 1_200_000_000, relation: '>', unit: 'dollars', counts: null },
    { span: [39, 51], kind: 'figure', source: [], value: 20, high: 30, relation: '=', unit: null, counts: [45, 51] },
  ]);
});

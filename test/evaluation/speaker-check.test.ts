import { describe, expect, it } from 'vitest';
import { readAnnotated } from '../../src/evaluation/annotated-gold.ts';
import { checkSpeakers, speakerErrors, speakerTable } from '../../src/evaluation/speaker-check.ts';
import type { Quotation } from '../../src/extraction/quotation.ts';

const TEXT = `It {content1:rises}, {source1:Jo Lane} {cue1:said}. It {content2:fell}, {source2:Lane} {cue2:said}.
It {content3:leaks}, {source3:he} {cue3:said}. {source4:All} {cue4:hope} {content4:so}. The “{content5:tax}” is old. It {content6:holds}, {source6:Mrs Lane} {cue6:said}.
===
1: indirect, named, Jo Lane
2: indirect, surname-only, Lane
3: indirect, pronoun-unresolved
4: belief
5: term
6: indirect, named, Mrs Lane
`;

const read = readAnnotated(TEXT, 'river.txt');
if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
const { article } = read;

function found(words: string, speaker: string | null, status: Quotation['status'] = 'named'): Quotation {
  const start = article.text.indexOf(words);
  const content = [{ start, end: start + words.length }];
  return { kind: 'indirect', content, source: [], cue: [], speaker, status, evidence: [], rule: '', reason: '' };
}

describe('checkSpeakers', () => {
  it.each([
    ['rises', 'Jo Lane', 'right'],
    ['rises', 'Lane', 'right'],
    ['rises', null, 'silent'],
    ['rises', 'Ann Dow', 'wrong'],
    ['rises', 'Ann Lane', 'wrong'],
    ['fell', 'Lane', 'right'],
    ['fell', 'Jo Lane', 'wrong'],
    ['leaks', null, 'right'],
    ['leaks', 'Jo Lane', 'wrong'],
    ['holds', 'Mrs Lane', 'right'],
    ['holds', 'Lane', 'right'],
    ['holds', 'Alan Lane', 'wrong'],
    ['tax', null, 'nobody'],
    ['is old', 'Jo Lane', 'invented'],
  ] as const)('of “%s” by %s says %s', (words, speaker, verdict) => {
    expect(checkSpeakers(article, [found(words, speaker)])).toMatchObject([{ verdict }]);
  });

  it('leaves out thoughts, and terms that were found as such', () => {
    expect(checkSpeakers(article, [found('so', 'Jo Lane'), { ...found('tax', null), kind: 'term' }])).toEqual([]);
  });

  it('is shown as a table by status, and as one line for each wrong or missing name', () => {
    const checked = checkSpeakers(article, [found('rises', null), found('leaks', 'Jo Lane'), found('is old', 'Lane')]);
    expect(speakerErrors(article, checked)).toEqual([
      'silent: river: gold Jo Lane (named), found nobody (named): | rises',
      'wrong: river: gold nobody (pronoun-unresolved), found Jo Lane (named): | leaks',
      'invented: river: gold nothing said, found Lane (named): | is old',
    ]);
    const cells = speakerTable(checked)
      .split('\n')
      .map((line) => line.replace(/ +/g, ' '));
    expect(cells).toContain('| named | 1 | 0 | 1 | 0 | 1 |');
    expect(cells).toContain('| all | 2 | 0 | 1 | 1 | 1 |');
    expect(cells).toContain('| not in the gold | 1 | 0 | 0 | 1 | 0 |');
  });
});

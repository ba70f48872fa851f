import { describe, expect, it } from 'vitest';
import { showErrors } from '../../src/evaluation/errors.ts';
import { readGold } from '../../src/evaluation/gold.ts';
import { scoredQuotations } from '../../src/evaluation/predictions.ts';
import { report } from '../../src/evaluation/report.ts';
import type { Quotation, QuotationKind } from '../../src/extraction/quotation.ts';

const TEXT = 'Dam ‘safe’: Reyes\nThe old dam holds, Alma Reyes said. “It leaks,” a clerk said.';

function quotation(kind: QuotationKind, content: string, source: string, speaker: string | null): Quotation {
  const at = (piece: string) => {
    const start = TEXT.indexOf(piece);
    return piece === '' ? [] : [{ start, end: start + piece.length }];
  };
  return {
    kind,
    content: at(content),
    source: at(source),
    cue: [],
    speaker,
    status: 'none',
    evidence: [],
    rule: '',
    reason: '',
  };
}

function goldQuote(kind: string, content: string, source: string, name: string | null) {
  const at = (piece: string) => [[TEXT.indexOf(piece), TEXT.indexOf(piece) + piece.length]];
  return { kind, speech: true, content: at(content), source: at(source), speaker: { name, type: 'person' } };
}

const GOLD = readGold(
  JSON.stringify({
    id: 'dam',
    text: TEXT,
    quotes: [
      goldQuote('indirect', 'The old dam holds', 'Alma Reyes', 'Alma Reyes'),
      goldQuote('direct', 'It leaks', 'a clerk', null),
    ],
  }),
  'dam-dev.jsonl',
);

function measured(...quotations: readonly Quotation[]) {
  const predictions = [scoredQuotations(TEXT, { quotations })];
  return { fileName: 'dam-dev.jsonl', gold: GOLD, predictions };
}

describe('scoredQuotations', () => {
  it('leaves out terms and slogans', () => {
    const quotations = [quotation('term', 'safe', '', null), quotation('slogan', 'It leaks', '', null)];
    expect(scoredQuotations(TEXT, { quotations })).toEqual([]);
  });

  it.each([
    ['safe', 'direct'],
    ['Dam ‘safe’', 'mixed'],
    ['The old dam holds', 'indirect'],
  ])('takes a headline that says %s for %s', (content, kind) => {
    const [scored] = scoredQuotations(TEXT, { quotations: [quotation('headline', content, '', null)] });
    expect(scored?.kind).toBe(kind);
  });
});

describe('report', () => {
  it('prints a table by kind and one by name, with hand-worked figures', () => {
    const tables = report(
      measured(
        quotation('indirect', 'The old dam holds', 'Alma Reyes', 'Alma Reyes'),
        quotation('direct', 'It leaks', 'Alma Reyes', 'Alma Reyes'),
      ),
    );
    const cells = tables.split('\n').map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean),
    );
    const row = (label: string) => cells.find(([first]) => first === label);
    const full = '100.0 (100.0 to 100.0)';
    const zero = '0.0 (0.0 to 0.0)';
    const half = '50.0 (50.0 to 50.0)';
    expect(cells[0]).toEqual(['### dam-dev.jsonl: 1 articles']);
    expect(row('direct')).toEqual(['direct', '1', '1', full, full, full, zero, zero]);
    expect(row('mixed')).toEqual(['mixed', '0', '0', 'none', 'none', 'none', 'none', 'none']);
    expect(row('all')).toEqual(['all', '2', '2', full, full, full, half, half]);
    expect(cells.find(([first]) => first === '2')).toEqual(['2', '1', full, half, zero]);
  });

  it('prints another’s figures and how much ours differ, article by article', () => {
    const ours = quotation('indirect', 'The old dam holds', 'Alma Reyes', 'Alma Reyes');
    const { predictions } = measured(quotation('direct', 'It leaks', 'a clerk', null), ours);
    const tables = report(measured(ours), [{ label: 'peer', predictions }]);
    expect(tables).toContain('#### peer, on the same articles');
    const behind = tables.slice(tables.indexOf('less those of peer'));
    expect(behind).toMatch(/\| direct +\| -100\.0 \(-100\.0 to -100\.0\) \|/);
    expect(behind).toMatch(/\| mixed +\| none +\|/);
    expect(behind).toMatch(/\| indirect +\| 0\.0 \(0\.0 to 0\.0\) +\|/);
  });

  it('says nothing of the names of another that gives none', () => {
    const { predictions } = measured(quotation('direct', 'It leaks', 'a clerk', null));
    const tables = report(measured(), [{ label: 'peer', predictions }]);
    const peers = tables.slice(tables.indexOf('#### peer'), tables.indexOf('#### What went wrong'));
    expect(peers).toContain('end to end');
    expect(peers).not.toContain('who and what');
    const namesOnly = { ...measured(), gold: { ...GOLD, hasSpans: false } };
    expect(report(namesOnly, [{ label: 'peer', predictions }])).not.toContain('peer');
  });

  it('counts what went wrong, beside what went wrong before', () => {
    const right = quotation('indirect', 'The old dam holds', 'Alma Reyes', 'Alma Reyes');
    const wrong = quotation('direct', 'It leaks', 'Alma Reyes', 'Alma Reyes');
    const { predictions } = measured(right);
    const tables = report(measured(right, wrong), [], { label: 'spring', predictions });
    expect(tables).toContain('#### What went wrong: spring → now');
    const row = (label: string) => tables.match(new RegExp(`^\\| ${label} +\\| .*$`, 'm'))?.[0].replace(/ +/g, ' ');
    expect(row('in the gold')).toBe('| in the gold | 1 | 0 | 1 | 2 |');
    expect(row('not found: none of its words')).toBe('| not found: none of its words | 1 → 0 | 0 | 0 | 1 → 0 |');
    expect(row('found, with another source')).toBe('| found, with another source | 0 → 1 | 0 | 0 | 0 → 1 |');
    expect(row('by unnamed people, a name given')).toBe('| by unnamed people, a name given | 0 → 1 |');
    expect(report(measured(right))).not.toContain('→');
  });
});

describe('showErrors', () => {
  it('shows what was missed, invented and wrongly credited, gold against found', () => {
    const shown = showErrors(
      measured(quotation('direct', 'It leaks', 'Alma Reyes', null), quotation('indirect', 'Dam', '', null)),
      'all',
    );
    expect(shown).toContain('dam-dev.jsonl, all: 1 missed, 1 with a wrong source, 1 not in the gold');
    expect(shown).toContain('gold : direct | a clerk | It leaks');
    expect(shown).toContain('found: direct | Alma Reyes | It leaks');
    expect(shown).toContain('gold : indirect | Alma Reyes | The old dam holds\n  found: nothing');
    expect(shown).toContain('gold : nothing\n  found: indirect | no source | Dam');
  });

  it('keeps to the kind that was asked for', () => {
    expect(showErrors(measured(), 'direct')).not.toContain('The old dam holds\n');
    expect(showErrors(measured(), 'mixed')).toBe('dam-dev.jsonl, mixed: no errors');
  });
});

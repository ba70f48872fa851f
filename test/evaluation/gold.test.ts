import { describe, expect, it } from 'vitest';
import { readGold } from '../../src/evaluation/gold.ts';

const TEXT = 'The dam holds, Alma Reyes said. It leaks, a clerk said.';

function line(value: object): string {
  return `${JSON.stringify({ id: 'dam', text: TEXT, ...value })}\n`;
}

describe('readGold', () => {
  it('reads relations that mark words and source by place', () => {
    const relations = [{ content: [[0, 13]], source: [[15, 25]], cue: [[26, 30]], kind: 'indirect', speech: true }];
    const gold = readGold(line({ relations }), 'a.jsonl');
    expect(gold.faults).toEqual([]);
    expect(gold).toMatchObject({ hasSpans: true, hasNames: false });
    expect(gold.articles[0]?.quotations).toEqual([
      {
        content: [{ start: 0, end: 13 }],
        source: [{ start: 15, end: 25 }],
        cue: [{ start: 26, end: 30 }],
        kind: 'indirect',
        speech: true,
        speaker: null,
      },
    ]);
  });

  it('reads relations that give speakers by name, and measures only names by them', () => {
    const statement = { source: [], cue: [], kind: 'indirect', speech: true };
    const relations = [
      { ...statement, content: [[0, 31]], sourceType: 'named individual', speaker: 'Alma Reyes' },
      { ...statement, content: [[32, 55]], sourceType: 'unnamed person', speaker: null },
      { ...statement, content: [[32, 55]], sourceType: 'document', speaker: 'Dam Report' },
    ];
    const gold = readGold(line({ relations }), 'b.jsonl');
    expect(gold).toMatchObject({ hasSpans: false, hasNames: true, faults: [] });
    expect(gold.articles[0]?.quotations.map((quotation) => quotation.speaker)).toEqual([
      { kind: 'person', name: 'Alma Reyes' },
      { kind: 'unnamed' },
      { kind: 'other' },
    ]);
  });

  it('reads quotes with a speaker of their own, and measures both by them', () => {
    const quote = { content: [[0, 13]], source: [[15, 25]], kind: 'indirect', speech: true };
    const quotes = [
      { ...quote, speaker: { name: 'Alma Reyes', type: 'person', status: 'named' } },
      { ...quote, speaker: { name: 'Dam Board', type: 'organization', status: 'named' } },
      { ...quote, speaker: { name: null, type: 'person', status: 'described' } },
    ];
    const gold = readGold(line({ quotes }), 'c.jsonl');
    expect(gold).toMatchObject({ hasSpans: true, hasNames: true, faults: [] });
    expect(gold.articles[0]?.quotations.map((quotation) => quotation.speaker?.kind)).toEqual([
      'person',
      'other',
      'unnamed',
    ]);
  });

  const relation = { content: [[0, 13]], source: [], kind: 'direct', speech: true };
  it.each([
    ['{"id": ', 'bad.jsonl, line 1: this is not JSON.'],
    ['[]', 'bad.jsonl, line 1: this is no article, which is {"id", "text", "relations"} or {"id", "text", "quotes"}.'],
    ['{"text": "a", "relations": []}', 'bad.jsonl, line 1: id is not a string.'],
    ['{"id": "a", "text": "a"}', 'bad.jsonl, line 1: relations is not an array.'],
    [
      line({ relations: [{ ...relation, kind: 'shouted' }] }),
      'bad.jsonl, line 1: relations[0].kind is none of direct, mixed, indirect.',
    ],
    [line({ relations: [{ ...relation, content: [] }] }), 'bad.jsonl, line 1: relations[0].content is empty.'],
    [
      line({ relations: [relation, { ...relation, content: [[5, 5]] }] }),
      'bad.jsonl, line 1: relations[1].content[0] is a span without a letter in it.',
    ],
    [
      line({ relations: [{ ...relation, source: [[40, 99]] }] }),
      'bad.jsonl, line 1: relations[0] has the span [40, 99], but the text has only 55 code units.',
    ],
    [
      line({ quotes: [{ ...relation, speaker: 'Alma Reyes' }] }),
      'bad.jsonl, line 1: quotes[0].speaker is not an object.',
    ],
    [
      line({ relations: [] }) + line({ relations: [] }),
      'bad.jsonl, line 2: the article id dam is there a second time.',
    ],
    ['\n', 'bad.jsonl, line 1: there is no article in this file.'],
  ])('says what is wrong with %s', (jsonl, fault) => {
    expect(readGold(jsonl, 'bad.jsonl').faults).toEqual([fault]);
  });

  it('reports every faulty line at once', () => {
    const faults = readGold(`nonsense\n${line({ relations: [] })}{}\n`, 'bad.jsonl').faults;
    expect(faults.map((fault) => fault.slice(0, 17))).toEqual(['bad.jsonl, line 1', 'bad.jsonl, line 3']);
  });
});

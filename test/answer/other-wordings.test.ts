import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskOver, deskOver } from './desk-over.ts';

let over: DeskOver;
const article = (id: string, text: string, headline = `News of ${id}`) => ({
  id,
  outlet: 'The Post',
  publishedAt: '2024-06-03',
  text: `${headline}\n\n${text}\n`,
});

describe('other wordings', () => {
  beforeAll(async () => {
    over = await deskOver(
      article('one', '“We will not close the old harbour,” said Alma Reyes, the mayor of Bristow.'),
      article('two', '“We will never close the old harbour,” said Mayor Alma Reyes.'),
      article('three', '“The dam will hold,” said Bo Lane. “We must never close the old harbour,” said Cy Dow.'),
      article('four', '“I tell you that the dam will hold until autumn,” said Bo Lane.'),
    );
  });
  afterAll(() => over.close());

  it('of one speaker are set side by side, each with its own words, and what differs', async () => {
    const { excerpts } = await over.desk.find('We will not close the old harbour');
    expect(excerpts[0]).toMatchObject({ citation: { articleId: 'one' }, match: 'exact' });
    expect(excerpts[0]?.alsoIn).toBeUndefined();
    expect(excerpts[0]?.otherWordings).toEqual([
      expect.objectContaining({ kind: 'variant', printing: expect.objectContaining({ articleId: 'two' }) }),
    ]);
    const [other] = excerpts[0]?.otherWordings ?? [];
    const kept = await over.shelves.article('two');
    expect(kept?.article.text.slice(other?.words.span.start, other?.words.span.end)).toBe(other?.words.text);
    expect(excerpts[0]?.remarks).toContainEqual(
      `Printed in other words elsewhere: We will [here: not] [there: never] close the old harbour (News of two · The Post · 2024-06-03 · ${other?.printing.excerptId}).`,
    );
  });

  it('are a part of a longer quotation, and stay apart from it', async () => {
    const { excerpts } = await over.desk.find('the dam will hold');
    const short = excerpts.find(({ citation }) => citation.articleId === 'three');
    const long = excerpts.find(({ citation }) => citation.articleId === 'four');
    expect(short?.otherWordings?.map(({ kind, printing }) => [kind, printing.articleId])).toEqual([['part', 'four']]);
    expect(long?.otherWordings?.map(({ kind, printing }) => [kind, printing.articleId])).toEqual([['whole', 'three']]);
  });
});

describe('figures', () => {
  beforeAll(async () => {
    over = await deskOver(
      article('one', 'The town has asked for help. About 900 workers were sent to the old dam on Monday.'),
      article('two', 'Rain fell all night. About 950 workers were sent to the old dam on Monday.'),
      article('three', 'About 950 workers were sent to the new school on Monday.'),
      article('four', 'The mill will cut 400 jobs, said Alma Reyes.', 'Mill to cut 450 jobs'),
      article('five', '“The mill will cut 400 jobs before winter,” said Bo Lane.', 'Mill to cut 400 jobs'),
    );
  });
  afterAll(() => over.close());

  it('that differ are shown with both, and nobody is said to be right', async () => {
    const answer = await over.desk.ask('How many workers were sent to the old dam?');
    expect(answer.outcome).toBe('answer-with-warning');
    expect(answer.message).toContain('Articles print different figures');
    expect(answer.excerpts.map(({ citation }) => citation.articleId).sort()).toEqual(['one', 'two']);
    for (const { otherWordings } of answer.excerpts)
      expect(otherWordings?.map(({ kind }) => kind)).toEqual(['figures']);
    expect(answer.excerpts.flatMap(({ remarks = [] }) => remarks).join(' ')).toMatch(
      /\[here: 9[05]0\] \[there: 9[05]0\]/,
    );
  });

  it('of the headline are pointed at where the text has others', async () => {
    const { excerpts } = await over.desk.find('The mill will cut 400 jobs');
    const remarksOf = (id: string) => excerpts.find(({ citation }) => citation.articleId === id)?.remarks ?? [];
    expect(remarksOf('four')).toContain('The headline of this article prints “450 jobs”.');
    expect(remarksOf('five').join(' ')).not.toContain('headline');
  });
});

describe('one article', () => {
  beforeAll(async () => {
    over = await deskOver(
      article(
        'one',
        'Alma Reyes said that the “wall of shame” would be taken down. “The wall of shame will be taken down,” she said.',
        'Mayor: the wall of shame will be taken down',
      ),
    );
  });
  afterAll(() => over.close());

  it('is not shown several times for one place', async () => {
    const { excerpts } = await over.desk.find('wall of shame');
    const spans = excerpts.map(({ words }) => words.span);
    for (const [at, one] of spans.entries()) {
      for (const other of spans.slice(at + 1)) expect(one.start < other.end && other.start < one.end).toBe(false);
    }
    expect(excerpts.map(({ kind }) => kind)).not.toContain('term');
    expect(excerpts.map(({ kind }) => kind)).not.toContain('headline');
  });
});

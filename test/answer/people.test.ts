import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { PersonKey } from '../../src/archive/people.ts';
import { personName } from '../../src/extraction/person-name.ts';
import { type DeskOver, deskOver, type Typed } from './desk-over.ts';

const article = (id: string, publishedAt: string | null, text: string): Typed => {
  return { id, publishedAt, outlet: 'The Gazette', text: `News of ${id}\n\n${text}\n` };
};
const MAY = article(
  'may',
  '2024-05-02',
  '“The dam will hold until autumn,” said Alma Reyes, the mayor of Bristow. Rain fell.',
);
const JUNE = article(
  'june',
  '2024-06-03',
  'Bristow Mayor Alma Reyes opened the fair. “The dam needs a new wall,” Alma Reyes said.',
);
const APRIL = article('april', '2024-04-01', '“Nobody asked about the dam,” said Alma Reyes, the mayor of Bristow.');
const FARMER = article('farm', '2024-05-20', '“The dam has drowned my fields,” said Alma Reyes, a farmer.');
const NO_ROLE = article('bare', '2024-07-01', '“The dam is a promise,” said Alma Reyes.');
const SURNAME = article('surname', '2024-07-02', '“The dam is too small,” said Mr Reyes.');

let over: DeskOver;
const where = ({ excerpts }: Answer) => excerpts.map(({ citation }) => citation.articleId);
const key = (printed: string, role: string | null = null): PersonKey => {
  return { name: personName(printed), printed, role, articleId: null };
};

describe('everything that somebody said', () => {
  beforeAll(async () => {
    over = await deskOver(JUNE, MAY, APRIL);
  });
  afterAll(() => over.close());

  it('stands in order of publication, each with the role that its article prints', async () => {
    const answer = await over.desk.ask('everything Alma Reyes said about the dam');
    expect(where(answer)).toEqual(['april', 'may', 'june']);
    expect(answer.outcome).toBe('answer');
    expect(answer.excerpts.map(({ remarks }) => remarks)).toEqual([
      ['In this article: “the mayor of Bristow”.'],
      ['In this article: “the mayor of Bristow”.'],
      ['In this article: “Bristow Mayor”.'],
    ]);
  });

  it('stays with the topic', async () => {
    expect(where(await over.desk.ask('everything Alma Reyes said about a new wall'))).toEqual(['june']);
    const nothing = await over.desk.ask('everything Alma Reyes said about giraffes');
    expect(nothing.outcome).toBe('not-in-archive');
    expect(nothing.message).toContain('3 passages are credited to Alma Reyes, none of them about “giraffes”.');
  });

  it('says where an article gives no role with the name', async () => {
    await over.keep(NO_ROLE);
    const answer = await over.desk.ask('everything Alma Reyes said about the dam');
    expect(where(answer)).toEqual(['april', 'may', 'june', 'bare']);
    expect(answer.message).toContain('One of the articles gives no role with the name');
  });
});

describe('namesakes', () => {
  beforeAll(async () => {
    over = await deskOver(MAY, JUNE, FARMER);
  });
  afterAll(() => over.close());

  it('are kept apart and told from one another', async () => {
    const answer = await over.desk.ask('What did Alma Reyes say about the dam?');
    expect(answer.outcome).toBe('answer-with-warning');
    expect(answer.message).toBe(
      'Several are printed with this name, and nothing printed links them: ' +
        'Alma Reyes, Bristow Mayor (2 articles); Alma Reyes, a farmer (1 article). ' +
        'Ask for one of them by full name and role.',
    );
    expect(where(answer).at(-1)).toBe('farm');
  });

  it.each([
    ['everything Alma Reyes, the farmer, said', ['farm']],
    ['everything Mayor Alma Reyes said', ['may', 'june']],
    ['what did the mayor of Bristow Alma Reyes say about the dam?', ['june', 'may']],
  ])('are told apart by their role: %s', async (question, articles) => {
    const answer = await over.desk.ask(question);
    expect(where(answer).toSorted()).toEqual(articles.toSorted());
    expect(answer.outcome).toBe('answer');
  });

  it('are not taken for somebody whose role is asked for and nowhere printed', async () => {
    const answer = await over.desk.ask('everything Alma Reyes, the bishop, said');
    expect(answer.outcome).toBe('not-in-archive');
    expect(answer.message).toContain('Alma Reyes, a farmer (1 article)');
  });

  it('are named on each card, also where words were looked up', async () => {
    const [card] = (await over.desk.find('The dam has drowned my fields')).excerpts;
    expect(card?.remarks).toEqual([
      'The name Alma Reyes is also printed of Bristow Mayor (2 articles). Nothing printed links them to this one, a farmer.',
    ]);
  });

  it('leave open which of them an article without a role means', async () => {
    await over.keep(NO_ROLE);
    const [card] = (await over.desk.find('The dam is a promise')).excerpts;
    expect(card?.remarks?.[0]).toContain('The article does not say what Alma Reyes is.');
    expect((await over.desk.ask('Who is Alma Reyes?')).message).toContain('nothing printed links them');
  });

  it('are not joined by a surname alone', async () => {
    await over.keep(SURNAME);
    const answer = await over.desk.ask('What did Reyes say about the dam?');
    expect(answer.outcome).toBe('answer-with-warning');
    expect(answer.message).toContain('Mr Reyes (1 article)');
  });

  it('are joined by the desk, and each card says by whom and why, and what its article prints', async () => {
    const why = 'Her office: she farms as well.';
    const ruling = await over.shelves.rule({
      kind: 'same',
      one: key('Alma Reyes', 'a farmer'),
      other: key('Alma Reyes', 'the mayor of Bristow'),
      why,
      by: 'nadia',
    });
    const answer = await over.desk.ask('everything Alma Reyes, the farmer, said');
    expect(where(answer)).toEqual(['may', 'farm', 'june']);
    const farm = answer.excerpts[1];
    expect(farm?.who).toBe('Alma Reyes');
    expect(farm?.remarks).toContainEqual('In this article: “a farmer”.');
    expect(farm?.remarks).toContainEqual(
      `Linked by the desk to “Alma Reyes” (the mayor of Bristow): ${why} (nadia, ${ruling.at.slice(0, 10)}, ruling ${ruling.n}).`,
    );
    await over.shelves.undoRuling(ruling.n, 'nadia');
    expect(where(await over.desk.ask('everything Alma Reyes, the farmer, said'))).toEqual(['farm']);
  });

  it('are found under another name that the desk says is theirs, with the name that is printed', async () => {
    await over.shelves.rule({
      kind: 'same',
      one: key('Mr Reyes'),
      other: key('Alma Reyes', 'a farmer'),
      why: null,
      by: 'omar',
    });
    const answer = await over.desk.ask('everything Alma Reyes, the farmer, said about the dam');
    expect(where(answer)).toEqual(['farm', 'surname']);
    expect(answer.excerpts[1]?.who).toBe('Mr Reyes');
    expect(answer.excerpts[1]?.remarks?.join(' ')).toContain('Linked by the desk to “Alma Reyes” (a farmer)');
  });
});

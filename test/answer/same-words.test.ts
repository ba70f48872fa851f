import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { type DeskOver, deskOver } from './desk-over.ts';

const WORDS = 'The river will rise before the winter comes';

/** An agency's report as several papers print it. */
const report = (id: string, credit: string, publishedAt: string) => ({
  id,
  text: `Flood feared in ${id}\n\n“${WORDS},” said ${credit}. Nobody in the room objected.\n`,
  outlet: `The ${id} Gazette`,
  publishedAt,
  url: `https://${id}.example/flood`,
});

let over: DeskOver;
const shown = (answer: Answer) => answer.excerpts.map(({ citation }) => citation.articleId);

describe('the same words in several articles', () => {
  beforeAll(async () => {
    over = await deskOver(
      report('alder', 'Alma Reyes', '2024-03-02'),
      report('birch', 'Mayor Alma Reyes', '2024-03-03'),
      report('cedar', 'Alma Reyes', '2024-03-01'),
      report('dogwood', 'the mayor', '2024-02-01'),
    );
  });
  afterAll(() => over.close());

  it('are shown once: the fullest attribution, and how many other articles print them', async () => {
    const answer = await over.desk.find(WORDS);
    expect(shown(answer)).toEqual(['birch']);
    expect(answer.outcome).toBe('answer');
    expect(answer.excerpts[0]?.alsoIn).toEqual({
      articles: 3,
      listed: [
        expect.objectContaining({ articleId: 'cedar', speaker: 'Alma Reyes', publishedAt: '2024-03-01' }),
        expect.objectContaining({
          articleId: 'alder',
          outlet: 'The alder Gazette',
          url: 'https://alder.example/flood',
        }),
        expect.objectContaining({ articleId: 'dogwood', speaker: null, printedSource: 'the mayor' }),
      ],
    });
    expect(answer.excerpts[0]?.creditedElsewhere).toBeUndefined();
  });

  it('lead to excerpts that can be verified, each of which tells of the others', async () => {
    const [excerpt] = (await over.desk.find(WORDS)).excerpts;
    for (const { excerptId, articleId } of excerpt?.alsoIn?.listed ?? []) {
      const other = await over.desk.excerpt(excerptId);
      expect(other?.citation.articleId).toBe(articleId);
      expect(other?.alsoIn?.articles).toBe(3);
      expect(other?.alsoIn?.listed.map((one) => one.articleId)).not.toContain(articleId);
    }
  });

  it('are shown from where the question looks', async () => {
    expect(shown(await over.desk.find(`in:alder ${WORDS}`))).toEqual(['alder']);
    expect(shown(await over.desk.find(`until:2024-02-20 ${WORDS}`))).toEqual(['dogwood']);
    expect((await over.desk.find(`in:alder ${WORDS}`)).excerpts[0]?.alsoIn?.articles).toBe(3);
  });

  it('stand as they were asked for before they stand in the fullest form', async () => {
    await over.keep({ ...report('elm', 'Alma Reyes', '2024-04-01'), text: `Elm\n\n“${WORDS}!” said Alma Reyes.\n` });
    await over.keep({
      ...report('fir', 'Alma Reyes', '2024-04-01'),
      text: `Fir\n\n“The river will RISE before the winter comes,” said Alma Reyes, the mayor.\n`,
    });
    const answer = await over.desk.find(WORDS);
    expect(shown(answer)).toEqual(['birch']);
    expect(answer.excerpts[0]).toMatchObject({ match: 'exact', alsoIn: { articles: 5 } });
    const loud = await over.desk.find('The river will RISE before the winter comes');
    expect(loud.excerpts[0]?.match).toBe('exact');
    expect(shown(loud)).toEqual(['fir']);
  });

  it('are no longer counted where an article is withdrawn', async () => {
    await over.shelves.act('birch', { kind: 'withdraw', note: 'Unfounded.' }, 'desk');
    const answer = await over.desk.find(WORDS);
    expect(shown(answer)).toEqual(['cedar']);
    expect(answer.excerpts[0]?.alsoIn?.articles).toBe(4);
    await over.shelves.act('birch', { kind: 'restore' }, 'desk');
  });

  it('are not merged where articles name different speakers: they stand side by side, and that is said', async () => {
    await over.keep(report('gorse', 'Bert Lane', '2024-03-09'), report('hazel', 'Bert Lane', '2024-03-10'));
    const answer = await over.desk.find(WORDS);
    expect(answer.outcome).toBe('answer-with-warning');
    expect(answer.message).toContain('Articles differ on who said these words.');
    expect(answer.excerpts.map(({ who }) => who)).toEqual(['Alma Reyes', 'Bert Lane', 'The mayor']);
    expect(answer.excerpts[0]?.remarks).toEqual([
      'Articles differ on who said this: the same words are credited to Bert Lane (2 articles), the mayor (1 article).',
    ]);
    expect(answer.excerpts[1]).toMatchObject({ alsoIn: { articles: 1 }, citation: { articleId: 'gorse' } });
  });

  it('are credited to nobody by name where the articles that name nobody print several sources', async () => {
    await over.keep(report('iris', 'a farmer', '2024-03-11'));
    const [excerpt] = (await over.desk.find(WORDS)).excerpts;
    expect(excerpt?.remarks?.[0]).toMatch(/Bert Lane \(2 articles\), nobody by name \(2 articles\)\.$/);
  });
});

describe('words that many people say', () => {
  beforeAll(async () => {
    const said = (id: string, name: string) => ({ id, text: `Asked ${id}\n\n“No comment,” said ${name}.\n` });
    over = await deskOver(
      ...['Al Moss', 'Bo Lane', 'Cy Dow', 'Di Orr', 'Ed Pell'].map((name, n) => said(`n${n}`, name)),
    );
  });
  afterAll(() => over.close());

  it('are not said to be disputed', async () => {
    const answer = await over.desk.find('no comment');
    expect(answer.outcome).toBe('answer');
    expect(answer.excerpts).toHaveLength(5);
    expect(answer.excerpts[0]?.remarks?.[0]).toMatch(/^The same words are credited to others as well: /);
  });
});

describe('a sentence that a hundred articles print', () => {
  beforeAll(async () => {
    const copies = Array.from({ length: 100 }, (_, n) => report(`copy${n}`, 'Alma Reyes', '2024-03-02'));
    over = await deskOver(...copies, {
      id: 'other',
      text: 'A quiet day\n\n“The river will never rise before the winter comes,” said Alma Reyes.\n',
    });
  });
  afterAll(() => over.close());

  it('is counted exactly, listed in part, and hides no other wording', async () => {
    const { excerpts } = await over.desk.find(WORDS);
    expect(excerpts[0]?.alsoIn?.articles).toBe(99);
    expect(excerpts[0]?.alsoIn?.listed).toHaveLength(20);
    expect(excerpts[0]?.otherWordings?.map(({ printing }) => printing.articleId)).toEqual(['other']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerOf, sayOfPeople, takeBack } from '../../src/answer/register.ts';
import { servedShelves } from '../../src/answer/served-shelves.ts';
import { type DeskOver, deskOver } from './desk-over.ts';

let over: DeskOver;
const shelves = () => servedShelves(over.shelves, { channel: null }, Date.now);
const say = (kind: 'same' | 'different', one: string, other: string) =>
  sayOfPeople(shelves(), { kind, one, other, why: 'her office', by: 'nadia' });
const register = async (typed: string) =>
  (await registerOf(shelves(), typed, 10)).map(({ name, people, unlinked }) => [
    name.printed,
    ...people.map(({ appearances }) => appearances.map(({ articleId }) => articleId).sort()),
    unlinked.length,
  ]);

beforeAll(async () => {
  const article = (id: string, text: string) => ({ id, text: `News of ${id}\n\n${text}\n` });
  over = await deskOver(
    article('may', '“The dam will hold,” said Alma Reyes, the mayor of Bristow.'),
    article('june', 'Bristow Mayor Alma Reyes opened the fair. “We wait,” Alma Reyes said.'),
    article('farm', '“My fields are gone,” said Alma Reyes, a farmer.'),
    article('bare', '“It is too late,” said Alma Reyes. “Never,” said Bo Lane. “Nobody knows,” an official said.'),
    article('surname', '“The dam is small,” said Mr Reyes.'),
  );
});
afterAll(() => over.close());

describe('the register', () => {
  it('shows a name with its people, and the articles that link it to nobody', async () => {
    expect(await register('Alma Reyes')).toEqual([['Alma Reyes', ['june', 'may'], ['farm'], 1]]);
    expect((await register('reyes')).map(([name]) => name)).toEqual(['Alma Reyes', 'Mr Reyes']);
    expect(await register('giraffe')).toEqual([]);
  });
});

describe('what the desk says', () => {
  it.each([
    [
      'a name that nobody has',
      'Cy Reyes',
      'Bo Lane',
      'No article credits anybody named “Cy Reyes”. Names like it: Alma Reyes, Mr Reyes.',
    ],
    [
      'a name that several have',
      'Mr Reyes',
      'Alma Reyes',
      'Several are named “Alma Reyes”: a farmer (1 article), Bristow Mayor (2 articles). Say which',
    ],
    [
      'a role that nobody has',
      'Alma Reyes, the bishop',
      'Bo Lane',
      'Nobody named “Alma Reyes” is printed as “the bishop”.',
    ],
    ['one name twice', 'Bo Lane', 'Mr. Bo Lane', 'Both are “Bo Lane”.'],
  ])('is not written down of %s', async (_, one, other, message) => {
    expect(await say('same', one, other)).toEqual({ kind: 'unclear', message: expect.stringContaining(message) });
    expect(await over.shelves.rulings('all', 10)).toEqual([]);
  });

  it('links a name with a role, and is taken back', async () => {
    expect(await say('same', 'Mr Reyes', 'Alma Reyes, the mayor')).toMatchObject({
      kind: 'ruled',
      ruling: { one: { name: 'reyes', role: null }, other: { name: 'alma reyes', role: 'the mayor' }, by: 'nadia' },
    });
    expect(await register('Alma Reyes')).toEqual([['Alma Reyes', ['june', 'may', 'surname'], ['farm'], 1]]);
    expect(await takeBack(shelves(), null, 'omar')).toMatchObject({
      kind: 'ruled',
      ruling: { undone: { by: 'omar' } },
    });
    expect(await register('Alma Reyes')).toEqual([['Alma Reyes', ['june', 'may'], ['farm'], 1]]);
    expect(await takeBack(shelves(), null, 'omar')).toMatchObject({ kind: 'unclear' });
  });

  it('is about one article where the id of an excerpt is given', async () => {
    const [bare, may, june] = await Promise.all(
      ['bare', 'may', 'june'].map(async (id) => {
        const entries = await over.shelves.entriesOf(id);
        return entries.find(({ speaker }) => speaker === 'Alma Reyes')?.id ?? '';
      }),
    );
    await say('same', bare ?? '', 'Alma Reyes, a farmer');
    expect(await register('Alma Reyes')).toEqual([['Alma Reyes', ['bare', 'farm'], ['june', 'may'], 0]]);
    await say('different', may ?? '', june ?? '');
    expect((await register('Alma Reyes'))[0]?.slice(1, 4)).toContainEqual(['june']);
    const official = (await over.shelves.entriesOf('bare')).find(
      ({ printedSource }) => printedSource === 'an official',
    );
    expect(await say('same', official?.id ?? '', 'Bo Lane')).toMatchObject({
      message: expect.stringContaining('names nobody'),
    });
  });
});

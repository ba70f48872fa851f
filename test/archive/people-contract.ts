import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Archive, ArchiveError } from '../../src/archive/archive.ts';
import type { PersonKey } from '../../src/archive/people.ts';
import { readText } from '../../src/article/read-article.ts';
import { extract } from '../../src/extraction/extract.ts';
import type { OpenEmpty } from './archive-contract.ts';

const read = (id: string, text: string, publishedAt: string | null = null) => {
  const article = { ...readText(`About ${id}\n\n${text}\n`, id), id, publishedAt, outlet: 'The Gazette' };
  return { article, extraction: extract(article) };
};
const key = (name: string, role: string | null = null, articleId: string | null = null): PersonKey => {
  return { name, printed: name.toUpperCase(), role, articleId };
};

/** What every store must know of the people who are credited, and of what the desk says about them. */
export function describePeople(open: OpenEmpty): void {
  let archive: Archive;
  const fresh = () => {
    beforeAll(async () => {
      archive = await open();
    });
    afterAll(async () => {
      await archive.check();
      await archive.close();
    });
  };
  const where = async (...names: readonly string[]) =>
    (await archive.appearances(names, 10, { channel: null })).map(({ name, articleId, roles }) => {
      return [name, articleId, ...roles.map(({ text }) => text)];
    });

  describe('people', () => {
    fresh();

    it('are found by their very name in all articles that credit them, newest first', async () => {
      await archive.keep([
        read('first', '“We wait,” said Alma Reyes, the mayor of Bristow. “No,” said Bo Lane.', '2016-01-01'),
        read('second', 'Mayor Alma Reyes said that nobody would leave. “We act,” Mayor Reyes said.', '2016-02-01'),
        read('undated', '“We think,” said Alma Reyes.'),
      ]);
      expect(await where('alma reyes', 'nobody at all')).toEqual([
        ['alma reyes', 'second', 'Mayor'],
        ['alma reyes', 'first', 'the mayor of Bristow'],
        ['alma reyes', 'undated'],
      ]);
      expect((await archive.appearances(['alma reyes'], 1, { channel: null }))[0]).toEqual({
        name: 'alma reyes',
        printed: 'Alma Reyes',
        passages: 2,
        roles: [{ text: 'Mayor', start: 14, end: 19 }],
        articleId: 'second',
        sha256: read('second', 'Mayor Alma Reyes said that nobody would leave. “We act,” Mayor Reyes said.').article
          .sha256,
        headline: 'About second',
        outlet: 'The Gazette',
        publishedAt: '2016-02-01',
      });
    });

    it('are listed by the words of their name, those in the most articles first', async () => {
      expect(
        (await archive.namesWith([], 10, { channel: null })).map(({ name, articles }) => [name, articles]),
      ).toEqual([
        ['alma reyes', 3],
        ['bo lane', 1],
      ]);
      expect(await archive.namesWith(['reyes'], 10, { channel: null })).toEqual([
        { name: 'alma reyes', printed: 'Alma Reyes', articles: 3, passages: 4 },
      ]);
      expect(await archive.namesWith(['reyes', 'alma'], 10, { channel: null })).toHaveLength(1);
      expect(await archive.namesWith(['reyes', 'bo'], 10, { channel: null })).toEqual([]);
      expect(await archive.namesWith([], 1, { channel: null })).toHaveLength(1);
    });

    it('are gone from where an article prints them no more, or is withdrawn', async () => {
      await archive.keep([read('first', '“No,” said Bo Lane.', '2016-01-01')]);
      expect(await where('alma reyes')).toEqual([
        ['alma reyes', 'second', 'Mayor'],
        ['alma reyes', 'undated'],
      ]);
      await archive.act('second', { kind: 'withdraw', note: 'Unfounded.' }, 'desk');
      expect(await where('alma reyes')).toEqual([['alma reyes', 'undated']]);
      await archive.act('second', { kind: 'restore' }, 'desk');
      await archive.keep([
        read('first', '“We wait,” said Alma Reyes, the mayor of Bristow. “No,” said Bo Lane.', '2016-01-01'),
      ]);
      expect(await where('alma reyes')).toHaveLength(3);
    });
  });

  describe('rulings', () => {
    fresh();

    it('are kept as they were made, and found by either name, newest first', async () => {
      const why = 'Her office, by telephone.';
      const first = await archive.rule({
        kind: 'same',
        one: key('alma reyes', 'the mayor', 'first'),
        other: key('a reyes'),
        why,
        by: 'nadia',
      });
      const second = await archive.rule({
        kind: 'different',
        one: key('bo lane'),
        other: key('alma reyes'),
        why: null,
        by: 'omar',
      });
      expect(first).toMatchObject({ kind: 'same', why, by: 'nadia', undone: null });
      expect(first.one).toEqual(key('alma reyes', 'the mayor', 'first'));
      expect(second.n).toBeGreaterThan(first.n);
      expect(await archive.rulings(['alma reyes'], 10)).toEqual([second, first]);
      expect(await archive.rulings(['a reyes', 'nobody'], 10)).toEqual([first]);
      expect(await archive.rulings('all', 1)).toEqual([second]);
      expect(await archive.rulings([], 10)).toEqual([]);
    });

    it('are taken back once, and stay written down', async () => {
      const [last] = await archive.rulings('all', 1);
      const undone = await archive.undoRuling(last?.n ?? 0, 'nadia');
      expect(undone).toMatchObject({ ...last, undone: { by: 'nadia' } });
      expect(await archive.rulings('all', 10)).toHaveLength(2);
      expect((await archive.journal({ limit: 10 })).map(({ deed, by, what, why }) => [deed, by, what, why])).toEqual([
        [
          'said-to-be-one',
          'nadia',
          'ruling 1: “ALMA REYES” (the mayor, in the article first) and “A REYES”',
          'Her office, by telephone.',
        ],
        ['said-to-be-two', 'omar', 'ruling 2: “BO LANE” and “ALMA REYES”', null],
        ['ruling-undone', 'nadia', 'ruling 2: “BO LANE” and “ALMA REYES”', null],
      ]);
      await expect(archive.undoRuling(last?.n ?? 0, 'nadia')).rejects.toThrow(ArchiveError);
      await expect(archive.undoRuling(999, 'nadia')).rejects.toThrow('There is no ruling 999.');
    });
  });
}

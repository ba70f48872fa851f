import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Archive, ArchiveError } from '../../src/archive/archive.ts';
import type { OpenEmpty } from './archive-contract.ts';
import { printed } from './printed-article.ts';

/** What every store must write down of what is done. */
export function describeJournal(open: OpenEmpty): void {
  describe('the log', () => {
    let archive: Archive;
    beforeAll(async () => {
      archive = await open();
    });
    afterAll(() => archive.close());

    it('tells what was done, when, by whom and why, in order', async () => {
      await archive.keep([printed('one', [{ fact: 'First' }]), printed('two', [{ fact: 'Second' }])]);
      await archive.keep([printed('one', [{ fact: 'Third' }]), printed('two', [{ fact: 'Second' }])]);
      await archive.act('one', { kind: 'correct', note: 'A date.' }, 'Ann');
      await archive.act('one', { kind: 'restrict', channels: ['C1'], note: 'Legal.' }, 'Ben');
      await archive.act('one', { kind: 'embargo', until: '2999-01-01T00:00:00.000Z' }, 'Ben');
      const all = await archive.journal({ limit: 100 });
      expect(all.map(({ deed, by, articleId, why }) => [deed, by, articleId, why])).toEqual([
        ['added', 'ingest', 'one', null],
        ['added', 'ingest', 'two', null],
        ['changed', 'ingest', 'one', null],
        ['corrected', 'Ann', 'one', 'A date.'],
        ['restricted', 'Ben', 'one', 'Legal.'],
        ['embargoed', 'Ben', 'one', null],
      ]);
      expect(all.map(({ n }) => n)).toEqual(all.map(({ n }) => n).toSorted((a, b) => a - b));
      for (const { at } of all) expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
      expect(all[4]?.what).toBe('to C1');
      expect((await archive.journal({ articleId: 'two', limit: 9 })).map(({ deed }) => deed)).toEqual(['added']);
      expect(await archive.journal({ after: all[1]?.n ?? 0, limit: 2 })).toEqual(all.slice(2, 4));
    });

    it('says nothing of what was not kept', async () => {
      const { length } = await archive.journal({ limit: 100 });
      const refused = printed('cut', [{ fact: 'Half \ud800' }]);
      await expect(archive.keep([printed('three', [{ fact: 'Fourth' }]), refused])).rejects.toThrow(ArchiveError);
      expect(await archive.journal({ limit: 100 })).toHaveLength(length);
    });
  });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { OpenEmpty } from './archive-contract.ts';
import { printed } from './printed-article.ts';

/** How every store must hand out all it holds. */
export function describePaging(open: OpenEmpty): void {
  describe('the articles page by page', () => {
    let archive: Archive;
    beforeAll(async () => {
      archive = await open();
    });
    afterAll(() => archive.close());
    const idsAfter = async (id: string | null, limit: number) =>
      (await archive.articlesAfter(id, limit)).map(({ article }) => article.id);

    it('are none where nothing is held', async () => {
      expect(await idsAfter(null, 10)).toEqual([]);
    });

    it('are all of them, each once, in its current version', async () => {
      const ids = ['b', 'Z', 'é', 'a', '10', '9', 'zz', 'c-1'];
      await archive.keep(ids.map((id) => printed(id, [{ said: `First ${id}`, by: 'Ann' }])));
      await archive.keep([printed('a', [{ said: 'Second a', by: 'Ann' }])]);
      await archive.act('b', { kind: 'withdraw', note: 'Unfounded.' }, 'desk');
      const met: string[] = [];
      for (let last: string | null = null; ; ) {
        const page: readonly string[] = await idsAfter(last, 3);
        expect(page.length).toBeLessThanOrEqual(3);
        met.push(...page);
        last = page.at(-1) ?? null;
        if (last === null) break;
      }
      expect([...met].sort()).toEqual([...ids].sort());
      const all = await archive.articlesAfter(null, 100);
      expect(all.find(({ article }) => article.id === 'a')?.article.text).toContain('Second a');
      expect(all.find(({ article }) => article.id === 'b')?.state.kind).toBe('withdrawn');
    });
  });
}

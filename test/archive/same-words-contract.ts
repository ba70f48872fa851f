import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive, ReadArticle } from '../../src/archive/archive.ts';
import { MOST_CREDITS } from '../../src/archive/same-words.ts';
import { normalise } from '../../src/article/words.ts';
import { entriesOf } from '../../src/extraction/entry.ts';
import type { OpenEmpty } from './archive-contract.ts';
import { type Line, printed } from './printed-article.ts';

/** What every store must know of words that several articles print. */
export function describeSameWords(open: OpenEmpty): void {
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
  const idOf = async (articleId: string) => (await archive.entriesOf(articleId))[0]?.id ?? '';
  const printingsOf = async (articleId: string, most = 10) =>
    (await archive.sameWords([await idOf(articleId)], most, { channel: null }))[0];
  const listed = async (articleId: string, most = 10) =>
    (await printingsOf(articleId, most))?.credits.map(({ speaker, articles, printings }) => {
      return [speaker, articles, ...printings.map(({ entry }) => entry.articleId)];
    });

  describe('the same words', () => {
    fresh();
    const weir = 'The weir will hold';
    const said = (words: string, speaker = 'Ann Lee'): Line => ({ said: words, by: speaker, speaker });

    it('are found in all articles that print them, other punctuation and capitals included', async () => {
      await archive.keep([
        printed('late', [said(weir)], { publishedAt: '2016-01-03', url: 'https://late.example/' }),
        printed('early', [said('the weir will hold!')], { publishedAt: '2016-01-02' }),
        printed('other', [said('The weir will break')]),
      ]);
      expect(await listed('late')).toEqual([['Ann Lee', 2, 'early', 'late']]);
      const printings = (await printingsOf('early'))?.credits[0]?.printings;
      expect(printings?.map(({ url }) => url)).toEqual([null, 'https://late.example/']);
      expect(printings?.[1]?.entry).toEqual((await archive.entriesOf('late'))[0]);
    });

    it('stand in order of the fullest attribution, then of publication, undated articles last', async () => {
      await archive.keep([
        printed('undated', [said(weir)]),
        printed('in-full', [{ said: weir, by: 'Ann Lee, the mayor of Bristow', speaker: 'Ann Lee' }]),
      ]);
      expect(await listed('late')).toEqual([['Ann Lee', 4, 'in-full', 'early', 'late', 'undated']]);
    });

    it('are told apart by who is credited, whoever that is, the most frequent credit first', async () => {
      await archive.keep([
        printed('hers', [said(weir, 'Bo Lane')]),
        printed('nobody', [{ said: weir }]),
        printed('nobody-else', [{ said: weir }]),
      ]);
      expect(await listed('hers')).toEqual([
        ['Ann Lee', 4, 'in-full', 'early', 'late', 'undated'],
        [null, 2, 'nobody', 'nobody-else'],
        ['Bo Lane', 1, 'hers'],
      ]);
      expect((await printingsOf('hers'))?.articles).toBe(7);
    });

    it('count an article once, with its fullest credit', async () => {
      await archive.keep([printed('twice', [{ said: weir }, said(weir), said(weir)])]);
      expect((await printingsOf('hers'))?.articles).toBe(8);
      expect((await listed('hers'))?.[0]?.[1]).toBe(5);
    });

    it('are none of a paraphrase, a term or a statement in the same words', async () => {
      await archive.keep([
        printed('paraphrased', [{ said: weir, by: 'Ann Lee', speaker: 'Ann Lee', kind: 'indirect' }]),
        printed('coined', [{ said: weir, kind: 'term' }]),
        printed('stated', [{ fact: weir }]),
      ]);
      for (const one of ['paraphrased', 'coined', 'stated']) expect((await printingsOf(one))?.articles).toBe(1);
    });

    it('are left out where their article is withdrawn or prints them no more', async () => {
      await archive.act('early', { kind: 'withdraw', note: 'Unfounded.' }, 'desk');
      await archive.keep([printed('hers', [said('Nothing of the sort', 'Bo Lane')])]);
      expect(await listed('late')).toEqual([
        ['Ann Lee', 4, 'in-full', 'late', 'twice', 'undated'],
        [null, 2, 'nobody', 'nobody-else'],
      ]);
      await archive.act('early', { kind: 'restore' }, 'desk');
      expect((await listed('late'))?.[0]?.[1]).toBe(5);
    });

    it('are counted exactly and listed as far as is asked for', async () => {
      expect(await listed('late', 2)).toEqual([
        ['Ann Lee', 5, 'in-full', 'early'],
        [null, 2, 'nobody', 'nobody-else'],
      ]);
      const ids = await Promise.all(['late', 'nobody', 'stated'].map(idOf));
      expect((await archive.sameWords([...ids, '000-000'], 1, { channel: null })).map(({ id }) => id).sort()).toEqual(
        ids.sort(),
      );
      expect(await archive.sameWords([], 5, { channel: null })).toEqual([]);
    });

    it('tell a bounded number of credits apart', async () => {
      const crowd = Array.from({ length: 30 }, (_, n) => printed(`crowd-${n}`, [said('No comment', `Speaker ${n}`)]));
      await archive.keep(crowd);
      const found = await printingsOf('crowd-29');
      expect(found?.articles).toBe(30);
      expect(found?.credits).toHaveLength(MOST_CREDITS);
    });

    it('are those that a plain comparison of all entries finds', async () => {
      const words = fc.constantFrom('Yes', 'yes!', 'The river rose', 'the river  ROSE', 'The river fell');
      const line: fc.Arbitrary<Line> = fc.oneof(
        fc.record({ said: words, kind: fc.constantFrom('direct' as const, 'mixed' as const, 'indirect' as const) }),
        fc.record({ fact: words }),
      );
      let n = 0;
      const all: ReadArticle[] = [];
      await fc.assert(
        fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 3 }), async (lines) => {
          n += 1;
          const read = printed(`plain-${n}`, [{ fact: `Number ${n}` }, ...lines]);
          await archive.keep([read]);
          all.push(read);
          for (const entry of await archive.entriesOf(`plain-${n}`)) {
            const holding = all.filter(({ article, extraction }) =>
              entriesOf(article, extraction).some((other) => areSame(other, entry)),
            );
            expect((await archive.sameWords([entry.id], 1, { channel: null }))[0]?.articles).toBe(holding.length);
          }
        }),
        { numRuns: 25 },
      );
    });
  });
}

type Worded = { readonly kind: string; readonly text: string };

function areSame(one: Worded, other: Worded): boolean {
  const sort = ({ kind }: Worded) => (kind === 'mixed' ? 'direct' : kind);
  return sort(one) === sort(other) && normalise(one.text) === normalise(other.text);
}

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { CandidateIndex, CandidateQuery, EntryFilter } from '../../src/archive/candidate-query.ts';
import type { Entry } from '../../src/extraction/entry.ts';
import type { OpenEmpty } from './archive-contract.ts';
import { NaiveArchive } from './naive-archive.ts';
import { type Line, printed } from './printed-article.ts';

/** Whatever is kept in whatever order, a store must find what the naive archive finds. */
export function describeCourse(open: OpenEmpty): void {
  describe('after any course of keeping', () => {
    let archive: Archive & CandidateIndex;
    beforeAll(async () => {
      archive = await open();
    });
    afterAll(() => archive.close());
    const model = new NaiveArchive();
    const vocabulary = ['river', 'rivers', 'weir', '4.5', '1953', 'łodz', 'alma', 'reyes', 'ott'];
    const words = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 4 });
    const sentence = words.map((some) => some.join(' '));
    const line: fc.Arbitrary<Line> = fc.oneof(
      fc.record({ said: sentence, by: sentence, speaker: sentence }),
      fc.record({ fact: sentence }),
    );
    const article = fc
      .record({
        id: fc.constantFrom('m-1', 'm-2', 'm-3', 'm-4'),
        lines: fc.array(line, { maxLength: 4 }),
        publishedAt: fc.option(fc.constantFrom('2015-12-17', '2016-01-02T03:04:05Z', '2016-01-02')),
        outlet: fc.option(sentence),
      })
      // The first line makes no two articles alike in bytes, so that the oracle's ids are those of the store.
      .map(({ id, lines, ...masthead }) =>
        printed(id, [{ fact: `${id} ${JSON.stringify(masthead)}` }, ...lines], masthead),
      );
    const filter: fc.Arbitrary<EntryFilter> = fc.record(
      {
        kinds: fc.subarray(['direct', 'fact/statement'] as const),
        articleId: fc.constantFrom('m-1', 'm-2'),
        since: fc.constantFrom('2015-12-18', '2016-01-02'),
        until: fc.constantFrom('2015-12-17', '2016-01-02'),
        inWords: words,
        byWords: fc.array(fc.constantFrom(...vocabulary), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    );
    const groups = fc.array(words, { maxLength: 4 });
    const query: fc.Arbitrary<CandidateQuery> = fc.oneof(
      fc.record({ kind: fc.constant('any' as const), groups, limit: fc.constant(500) }),
      fc.record({ kind: fc.constant('all' as const), groups, limit: fc.constant(500) }),
      fc.record({
        kind: fc.constant('phrases' as const),
        phrases: groups,
        enough: fc.constant(500),
        limit: fc.constant(500),
      }),
    );
    const ids = (entries: readonly Entry[]) => entries.map((entry) => entry.id);

    // The archive and the oracle live on over the runs: each adds to what the ones before it have kept.
    it('finds what reading every entry finds', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(article, { maxLength: 4 }),
          fc.array(query),
          filter,
          async (articles, queries, given) => {
            await archive.keep(articles);
            model.keep(articles);
            expect(await archive.entryCount()).toBe(model.entries.length);
            const counted = await archive.frequencies([...model.words, ...vocabulary]);
            for (const word of new Set([...model.words, ...vocabulary])) {
              expect([word, counted.get(word) ?? 0]).toEqual([word, model.frequency(word)]);
            }
            for (const asked of queries) {
              const found = await archive.candidates([asked], given);
              expect(found.map(({ id }) => id).sort()).toEqual(ids(model.found(asked, given)).sort());
            }
            const every = await archive.candidates([{ kind: 'every', limit: 500 }], given);
            expect(await archive.entries(every.map(({ id }) => id))).toEqual(model.every(given));
          },
        ),
        { numRuns: 60 },
      );
      await archive.check();
    });
  });
}

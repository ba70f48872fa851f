import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { CandidateIndex } from '../../src/archive/candidate-query.ts';
import type { OpenEmpty } from './archive-contract.ts';
import { printed } from './printed-article.ts';

/** What every store must know of the words that stand in it. */
export function describeVocabulary(open: OpenEmpty): void {
  let archive: Archive & CandidateIndex;
  beforeAll(async () => {
    archive = await open();
  });
  afterAll(async () => {
    await archive.check();
    await archive.close();
  });

  describe('words', () => {
    it('are counted once an entry, as text or as speaker', async () => {
      await archive.keep([
        printed('counted', [
          { said: 'Echo echo echo', by: 'Echo' },
          { said: 'Silence', by: 'Echo' },
          { fact: 'An echo' },
        ]),
      ]);
      expect(await archive.frequencies(['echo', 'silence', 'absent'])).toEqual(
        new Map([
          ['echo', 3],
          ['silence', 1],
        ]),
      );
    });

    it.each([
      ['one letter more', 'lightthouse', 'lighthouse'],
      ['one letter less', 'lighthose', 'lighthouse'],
      ['another letter', 'lighthoose', 'lighthouse'],
      ['two letters swapped', 'lighthuose', 'lighthouse'],
      ['two slips in a long word', 'litehouse', 'lighthouse'],
      ['one slip in a short word', 'bote', 'boat'],
      ['one letter less, down to three', 'boats', 'boat'],
    ])('are found with %s', async (_, typed, meant) => {
      await archive.keep([printed('spelt', [{ fact: 'A boat passes the lighthouse twice' }])]);
      expect((await archive.neighbours([typed])).get(typed)).toContainEqual({ term: meant, frequency: 1 });
    });

    it.each(['1953', '4.5', 'abc', 'x'.repeat(25), ''])('have no neighbours where they are like %j', async (word) => {
      expect(await archive.neighbours([word])).toEqual(new Map());
    });
  });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { CandidateIndex, CandidateQuery, EntryFilter } from '../../src/archive/candidate-query.ts';
import type { Entry } from '../../src/extraction/entry.ts';
import type { OpenEmpty } from './archive-contract.ts';
import { printed } from './printed-article.ts';

/** What every store must do as search's index. */
export function describeIndex(open: OpenEmpty): void {
  let archive: Archive & CandidateIndex;
  beforeAll(async () => {
    archive = await open();
  });
  afterAll(async () => {
    await archive.check();
    await archive.close();
  });
  const texts = (entries: readonly Entry[]) => entries.map((entry) => entry.text);
  const find = async (queries: readonly CandidateQuery[], filter: EntryFilter = {}) =>
    archive.entries((await archive.candidates(queries, filter)).map(({ id }) => id));
  const ask = async (queries: readonly CandidateQuery[], filter: EntryFilter = {}) =>
    texts(await find(queries, filter));

  describe('candidates', () => {
    beforeAll(async () => {
      await archive.keep([
        printed(
          'flood',
          [
            { said: 'The river will rise by 4.5 metres', by: 'she', speaker: 'Alma Reyes' },
            { said: 'Not in my lifetime', by: 'Mr Ott' },
            { fact: 'The river rose in 1953' },
          ],
          { publishedAt: '2016-05-04T23:30:00-05:00', outlet: 'The Weirford Echo', headline: 'River alarm' },
        ),
        printed('strike', [{ said: 'Reyes must go', by: 'the union' }, { fact: 'It cost 45 dollars' }], {
          publishedAt: '2016-05-05',
          outlet: 'Harbour News',
          headline: 'Dockers walk out',
        }),
        printed('undated', [{ said: '“AND” (OR* NEAR)', by: 'Ann' }, { fact: 'Łódź lies on ½ a river' }]),
      ]);
    });
    const [RISE, LIFETIME, ROSE] = [
      'The river will rise by 4.5 metres',
      'Not in my lifetime',
      'The river rose in 1953',
    ];
    const [GO, COST] = ['Reyes must go', 'It cost 45 dollars'];
    const [HOSTILE, LODZ] = ['“AND” (OR* NEAR)', 'Łódź lies on ½ a river'];

    it.each<[string, readonly CandidateQuery[], EntryFilter, readonly string[]]>([
      ['nothing for no query', [], {}, []],
      [
        'nothing for no groups',
        [
          { kind: 'any', groups: [], limit: 9 },
          { kind: 'all', groups: [], limit: 9 },
        ],
        {},
        [],
      ],
      ['nothing for groups without words', [{ kind: 'any', groups: [[], ['']], limit: 9 }], {}, []],
      [
        'nothing for phrases without words',
        [{ kind: 'phrases', phrases: [[], ['', '']], enough: 3, limit: 9 }],
        {},
        [],
      ],
      [
        'any of the ways in which a word may stand',
        [{ kind: 'any', groups: [['rises', 'rise']], limit: 9 }],
        {},
        [RISE],
      ],
      [
        'entries with more of the words first',
        [{ kind: 'any', groups: [['river'], ['rise'], ['metres']], limit: 1 }],
        {},
        [RISE],
      ],
      ['a word of the speaker’s name', [{ kind: 'all', groups: [['reyes']], limit: 9 }], {}, [GO, RISE]],
      ['both of two groups', [{ kind: 'all', groups: [['river'], ['1953']], limit: 9 }], {}, [ROSE]],
      ['not one of two groups', [{ kind: 'all', groups: [['river'], ['union']], limit: 9 }], {}, []],
      ['all but one of three', [{ kind: 'all', groups: [['river'], ['xyz'], ['1953']], limit: 9 }], {}, [ROSE]],
      ['all but an empty one of three', [{ kind: 'all', groups: [['river'], [], ['1953']], limit: 9 }], {}, [ROSE]],
      ['not two of three missing', [{ kind: 'all', groups: [['river'], ['xyz'], ['zyx']], limit: 9 }], {}, []],
      ['the newest first', [{ kind: 'all', groups: [['river']], limit: 2 }], {}, [LODZ, ROSE]],
      [
        'a phrase, but not its words apart',
        [{ kind: 'phrases', phrases: [['the', 'river']], enough: 9, limit: 9 }],
        {},
        [ROSE, RISE],
      ],
      ['a phrase of a source', [{ kind: 'phrases', phrases: [['the', 'union']], enough: 9, limit: 9 }], {}, [GO]],
      [
        'later phrases only until there are enough',
        [
          {
            kind: 'phrases',
            phrases: [
              ['river', 'rose'],
              ['must', 'go'],
              ['it', 'cost'],
            ],
            enough: 2,
            limit: 9,
          },
        ],
        {},
        [ROSE, GO],
      ],
      [
        'a later phrase behind an earlier one',
        [{ kind: 'phrases', phrases: [['1953'], ['river']], enough: 9, limit: 3 }],
        {},
        [ROSE, LODZ, RISE],
      ],
      [
        'no more than the limit',
        [{ kind: 'phrases', phrases: [['river'], ['must']], enough: 9, limit: 1 }],
        {},
        [LODZ],
      ],
      [
        'none for a limit of none',
        [
          { kind: 'any', groups: [['river']], limit: 0 },
          { kind: 'every', limit: -1 },
        ],
        {},
        [],
      ],
      ['a decimal number as one word', [{ kind: 'any', groups: [['4.5']], limit: 9 }], {}, [RISE]],
      ['another number where it stands', [{ kind: 'any', groups: [['45']], limit: 9 }], {}, [COST]],
      ['letters of any script, folded', [{ kind: 'all', groups: [['łodz'], ['1⁄2']], limit: 9 }], {}, [LODZ]],
      [
        'each entry once, in the order of the queries',
        [
          { kind: 'any', groups: [['rose']], limit: 9 },
          { kind: 'all', groups: [['river']], limit: 9 },
        ],
        {},
        [ROSE, LODZ, RISE],
      ],
      [
        'every entry, newest article first',
        [{ kind: 'every', limit: 99 }],
        {},
        [GO, COST, RISE, LIFETIME, ROSE, HOSTILE, LODZ],
      ],
      [
        'all of them without a limit',
        [{ kind: 'every', limit: Number.POSITIVE_INFINITY }],
        { articleId: 'strike' },
        [GO, COST],
      ],
      ['the first of every entry', [{ kind: 'every', limit: 3 }], {}, [GO, COST, RISE]],
      ['only some kinds', [{ kind: 'every', limit: 99 }], { kinds: ['fact/statement'] }, [COST, ROSE, LODZ]],
      ['none of no kinds', [{ kind: 'every', limit: 99 }], { kinds: [] }, []],
      ['only one article', [{ kind: 'every', limit: 99 }], { articleId: 'strike' }, [GO, COST]],
      ['only from a day on', [{ kind: 'every', limit: 99 }], { since: '2016-05-05' }, [GO, COST]],
      [
        'only up to a day, and none undated',
        [{ kind: 'every', limit: 99 }],
        { until: '2016-05-04' },
        [RISE, LIFETIME, ROSE],
      ],
      ['only by a speaker', [{ kind: 'every', limit: 99 }], { byWords: ['reyes'] }, [RISE]],
      ['only by a printed source', [{ kind: 'every', limit: 99 }], { byWords: ['mr', 'ott'] }, [LIFETIME]],
      ['only in an outlet', [{ kind: 'every', limit: 99 }], { inWords: ['harbour', 'dockers'] }, [GO, COST]],
      ['not in a part of a word', [{ kind: 'every', limit: 99 }], { inWords: ['harb'] }, []],
      [
        'all parts of a filter at once',
        [{ kind: 'any', groups: [['river']], limit: 9 }],
        {
          kinds: ['direct'],
          since: '2016-01-01',
          until: '2016-12-31',
          inWords: ['echo'],
          byWords: ['alma'],
          articleId: 'flood',
        },
        [RISE],
      ],
      [
        'by a speaker among any of the words',
        [{ kind: 'any', groups: [['river'], ['lifetime']], limit: 9 }],
        { byWords: ['ott'] },
        [LIFETIME],
      ],
      ['nobody by a name that is no word', [{ kind: 'every', limit: 9 }], { byWords: ['"'] }, []],
      [
        'hostile words where they stand',
        [{ kind: 'all', groups: [['and'], ['or'], ['near']], limit: 9 }],
        {},
        [HOSTILE],
      ],
    ])('give %s', async (_, queries, filter, expected) => {
      expect(await ask(queries, filter)).toEqual(expected);
    });

    it.each([
      '"',
      '""',
      'a"b',
      "'",
      '*',
      '-river',
      'spk:reyes',
      'norm',
      'NEAR(',
      '{',
      ')',
      '^river',
      '\0',
      'a\0b',
      '\ud800',
      '?',
      ':',
      '+',
      '\\',
    ])('take the hostile word %j for a word', async (word) => {
      for (const filter of [
        {},
        { byWords: [word] },
        { inWords: [word] },
        { articleId: word },
        { since: word, until: word },
      ]) {
        const queries: readonly CandidateQuery[] = [
          { kind: 'any', groups: [[word], [word, 'xyz']], limit: 9 },
          { kind: 'all', groups: [[word], ['xyz']], limit: 9 },
          { kind: 'phrases', phrases: [[word, word]], enough: 9, limit: 9 },
        ];
        await expect(archive.candidates(queries, filter)).resolves.toBeInstanceOf(Array);
      }
      expect(await archive.frequencies([word])).toEqual(new Map());
      expect(await archive.neighbours([word])).toEqual(new Map());
    });

    it('give entries exactly as they were kept', async () => {
      const found = await find([{ kind: 'every', limit: 2 }], { articleId: 'flood' });
      expect(found).toEqual((await archive.entriesOf('flood')).slice(0, 2));
    });

    it('give the words by which an entry is found, and what settles ties', async () => {
      const [entry] = await archive.entriesOf('flood');
      expect(await archive.candidates([{ kind: 'every', limit: 1 }], { articleId: 'flood' })).toEqual([
        {
          id: entry?.id,
          kind: 'direct',
          norm: 'the river will rise by 4.5 metres',
          spk: 'alma reyes she',
          publishedAt: '2016-05-04T23:30:00-05:00',
        },
      ]);
    });

    it('give entries in the order of their ids, and none for an id that is nobody’s', async () => {
      const [first, second] = await archive.entriesOf('flood');
      const ids = [second?.id ?? '', 'no-such', first?.id ?? '', '\0', '\ud800'];
      expect(await archive.entries(ids)).toEqual([second, first]);
    });
  });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SearchRequest, search } from '../../src/search/search.ts';
import { entryOf } from './entry-of.ts';
import { NaiveIndex } from './naive-index.ts';

const ENTRIES = [
  entryOf('The river will rise again before Friday, and nobody should cross the old bridge', {
    speaker: 'Alma Reyes',
    status: 'named',
  }),
  entryOf('No council should sell its parks to pay for roads', { speaker: 'Jon Ott', status: 'named' }),
  entryOf('freedoms of the press are not for sale', { speaker: 'Mina Okafor', status: 'named' }),
  entryOf('more than 120 towns and villages', { kind: 'fact/figure' }),
  entryOf('The bridge was built in 1911', { kind: 'fact/date' }),
  entryOf('We have asked every household to boil its water', { speaker: 'Alma Reyes', status: 'named' }),
  ...Array.from({ length: 40 }, (_, index) =>
    entryOf(`Nothing of note happened in street number ${index + 200} that week`),
  ),
];
const INDEX = new NaiveIndex(ENTRIES);

async function first(text: string, request: Partial<SearchRequest> = {}) {
  const [hit] = await search(INDEX, { text, ...request });
  return (
    hit && { text: hit.entry.text, match: hit.verdict.match, reach: hit.verdict.reach, slight: hit.verdict.isSlight }
  );
}

describe('search', () => {
  it.each([
    ['cross the old bridge', 'The river will rise', 'exact', 'found'],
    ['“Cross the OLD bridge”', 'The river will rise', 'punctuation', 'found'],
    ['nobdy should cros the old brigde', 'The river will rise', 'differs', 'found'],
    ['freedom of the press', 'freedoms of the press', 'differs', 'found'],
    ['nobody should use the old bridge before Friday', 'The river will rise', 'differs', 'near'],
    ['every council should sell its parks to pay for roads', 'No council', 'opposite', 'found'],
    ['freedoms of the press are for sale', 'freedoms of the press', 'opposite', 'found'],
    ['parks roads council', 'No council', 'keywords', 'found'],
    ['Reyes water', 'We have asked', 'keywords', 'found'],
    ['more than 130 towns and villages', 'more than 120 towns', 'differs', 'near'],
  ])('finds %j', async (text, start, match, reach) => {
    const hit = await first(text);
    expect(hit?.text.startsWith(start)).toBe(true);
    expect(hit).toMatchObject({ match, reach });
  });

  it.each([
    ['130 towns'],
    ['the price of gold in London'],
    ['we must lower taxes on every company in the land'],
    ['Smith parks'],
  ])('finds nothing that may be shown for %j', async (text) => {
    const hits = await search(INDEX, { text });
    expect(hits.filter((hit) => hit.verdict.reach !== 'far')).toEqual([]);
  });

  it('calls a misspelling slight and a replaced word not', async () => {
    expect((await first('nobdy should cros the old brigde'))?.slight).toBe(true);
    expect((await first('nobody must cross the old bridge'))?.slight).toBe(false);
  });

  it.each([
    ['parks roads council', true],
    ['Reyes household water', true],
    ['Reyes household wine', false],
    ['parks and roads council', false],
    ['parks of pay roads', false],
  ])('tells whether all of %j is there, and not scattered: %s', async (text, isWhole) => {
    const [hit] = await search(INDEX, { text });
    expect(hit?.verdict).toMatchObject({ match: 'keywords', isWhole });
  });

  it('shows the nearest there is where a phrase of what was asked is printed as it is', async () => {
    const frequent = ['persistent', 'concern', 'harbour', 'budget', 'school', 'market', 'weather', 'train'];
    const index = new NaiveIndex([
      entryOf('This has been a persistent concern for everyone in town'),
      ...Array.from({ length: 2_000 }, (_, number) =>
        entryOf(`and so is the ${frequent[number % 8]} of a house for number ${number + 1_000}`),
      ),
    ]);
    const reach = async (text: string) => (await search(index, { text }))[0]?.verdict.reach;
    expect(await reach('market and school is a persistent concern for the budget')).toBe('near');
    expect(await reach('market and school is a concern so persistent for the budget')).toBe('far');
  });

  it('puts words that follow on each other before the rare one that somebody put in the place of another', async () => {
    const index = new NaiveIndex([
      entryOf('She saw the giraffe lie by a lake'),
      entryOf('The mayor said that she would never sell the land by the river'),
      ...Array.from({ length: 2_000 }, (_, number) =>
        entryOf(`${['she saw', 'would be', 'never by', 'the land', 'a'][number % 5]} house number ${number + 1_000}`),
      ),
    ]);
    const [hit] = await search(index, { text: 'she would never giraffe the land by' });
    expect(hit?.entry.text).toBe('The mayor said that she would never sell the land by the river');
  });

  it('shows the nearest there is where most of a running text is printed in its order', async () => {
    const index = new NaiveIndex([
      entryOf('and whose support she will need before the vote'),
      ...Array.from({ length: 2_000 }, (_, number) =>
        entryOf(
          `${['and', 'she', 'will', 'whose', 'need'][number % 40] ?? (number % 125 === 124 ? 'giraffe' : 'a')} house number ${number + 1_000}`,
        ),
      ),
    ]);
    const reach = async (text: string) =>
      (await search(index, { text })).find(({ entry }) => entry.text.endsWith('before the vote'))?.verdict.reach;
    expect(await reach('and whose giraffe she will need tonight')).toBe('near');
    expect(await reach('need and giraffe will whose she tonight')).toBe('far');
    expect(await reach('and whose giraffe of zebras will need')).toBe('far');
  });

  it('takes keywords with a phrase among them for a wording where too few of them are there', async () => {
    expect(await first('household asked to every litres ministry chlorine')).toMatchObject({ reach: 'far' });
    expect(await first('asked every household to litres ministry chlorine')).toMatchObject({
      text: 'We have asked every household to boil its water',
      match: 'differs',
      reach: 'near',
    });
  });

  it('takes a rare word for the far more frequent one that it may be a misspelling of, and never for the same', async () => {
    const index = new NaiveIndex([
      entryOf('He is at home with his famly tonight', { speaker: 'Jon Ott', status: 'named' }),
      ...Array.from({ length: 12 }, (_, number) => entryOf(`Her family lives in street number ${number + 100}`)),
      entryOf('The whole family will march to the harbour', { speaker: 'Alma Reyes', status: 'named' }),
    ]);
    const [hit] = await search(index, { text: 'the whole famly will march' });
    expect(hit?.entry.text).toBe('The whole family will march to the harbour');
    expect(hit?.coverage).toBeGreaterThan(0.75);
    expect(hit?.verdict).toMatchObject({ match: 'differs', isSlight: false });
  });

  it('shows what differs, both ways', async () => {
    const [hit] = await search(INDEX, { text: 'the river should rise again before Friday' });
    expect(hit?.verdict.diff).toEqual([
      { kind: 'same', text: 'The river' },
      { kind: 'asked', text: 'should' },
      { kind: 'printed', text: 'will' },
      { kind: 'same', text: 'rise again before Friday' },
    ]);
  });

  it('keeps to a filter', async () => {
    const hits = await search(INDEX, { text: 'bridge', filter: { kinds: ['fact/date'] } });
    expect(hits.map((hit) => hit.entry.text)).toEqual(['The bridge was built in 1911']);
  });

  it.each([
    [''],
    ['   '],
    ['?!'],
    ['" OR * NEAR('],
    ['the of and'],
    ['(((('],
    ['\u202e\u200b'],
    ['a'.repeat(10_000)],
    ['word '.repeat(3000)],
  ])('bears %j without failing', async (text) => {
    await expect(search(INDEX, { text })).resolves.toBeInstanceOf(Array);
  });

  it('does not depend on the order of the archive', async () => {
    const order = fc.shuffledSubarray([...ENTRIES], { minLength: ENTRIES.length, maxLength: ENTRIES.length });
    const expected = (await search(INDEX, { text: 'the old bridge' })).map((hit) => hit.entry.id);
    await fc.assert(
      fc.asyncProperty(order, async (entries) => {
        const hits = await search(new NaiveIndex(entries), { text: 'the old bridge' });
        expect(hits.map((hit) => hit.entry.id)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('gives a relevance between 0 and 1, best first', async () => {
    const relevances = (await search(INDEX, { text: 'street bridge river' })).map((hit) => hit.relevance);
    expect(relevances).toEqual([...relevances].sort((a, b) => b - a));
    expect(relevances.every((relevance) => relevance >= 0 && relevance <= 1)).toBe(true);
  });
});

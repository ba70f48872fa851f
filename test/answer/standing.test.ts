import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, From } from '../../src/answer/answer.ts';
import type { Act } from '../../src/archive/standing.ts';
import { type DeskOver, deskOver } from './desk-over.ts';

const FAR = '2999-01-01T00:00:00.000Z';
const WORDS = 'The river will rise before the winter comes';
const report = (id: string, words = WORDS) => ({
  id,
  outlet: 'The Gazette',
  text: `Heading of ${id}\n\nThe council met. “${words},” said Mayor Alma Reyes. Nobody objected.\n`,
});

describe('an article that may not be served', () => {
  let over: DeskOver;
  let cards: ReadonlyMap<string, string>;
  beforeAll(async () => {
    over = await deskOver(report('open'), report('closed', `${WORDS} and the weir will break`));
    const { excerpts } = await over.desk.find(`"${WORDS}"`);
    cards = new Map(excerpts.map(({ id, citation }) => [citation.articleId, id]));
    expect([...cards.keys()].sort()).toEqual(['closed', 'open']);
  });
  afterAll(() => over.close());
  const idOf = (article: string) => cards.get(article) ?? '';
  const act = (doing: Act) => over.shelves.act('closed', doing, 'Ann');

  /** Whatever the desk says to whoever asks from there. */
  async function everything(from: From): Promise<string> {
    const { desk } = over;
    const questions = [
      `"${WORDS}"`,
      'weir will break',
      'who speaks?',
      'what did Alma Reyes say?',
      'did Alma Reyes say the weir will break?',
      'who is Alma Reyes?',
      'in:closed river',
      'kind:quote by:"Alma Reyes"',
      'the weir will brake',
    ];
    const answers: Answer[] = [];
    for (const question of questions) {
      answers.push(await desk.find(question, from), await desk.ask(question, from));
    }
    answers.push(await desk.whoSaidThis(`He said “${WORDS} and the weir will break”`, from));
    const id = idOf('closed');
    const windows = [await desk.excerpt(id, from), await desk.context(id, from), await desk.copies(id, from)];
    return JSON.stringify([...answers, ...windows, await desk.verify(id, from), await desk.latest(20)]);
  }

  it.each<readonly [string, Act, From]>([
    ['is withdrawn', { kind: 'withdraw', note: 'Unfounded.' }, { channel: 'C1' }],
    ['is embargoed', { kind: 'embargo', until: FAR }, { channel: 'C1' }],
    ['is restricted, and asked for elsewhere', { kind: 'restrict', channels: ['C1'] }, { channel: 'C2' }],
    ['is restricted, and asked for in a direct message', { kind: 'restrict', channels: ['C1'] }, {}],
  ])('is in no answer, window, copy or list where it %s', async (_, doing, from) => {
    await act(doing);
    try {
      const said = await everything(from);
      expect(said).not.toMatch(/Heading of closed|weir will break and|comes and the weir/);
      expect(said).toContain('Heading of open');
      expect((await over.desk.verify(idOf('closed'), from)).kind).toMatch(/^(?:withdrawn|kept-back)$/);
      expect((await over.desk.find(`"${WORDS}"`, from)).excerpts[0]?.alsoIn).toBeUndefined();
    } finally {
      await act({ kind: 'restore' });
    }
    expect(await everything(from)).toContain('Heading of closed');
  });

  it('is served in its own channels where it is restricted', async () => {
    await act({ kind: 'restrict', channels: ['C1', 'C3'] });
    expect(await everything({ channel: 'C3' })).toContain('Heading of closed');
    expect((await over.desk.context(idOf('closed'), { channel: 'C1' }))?.excerpt.id).toBe(idOf('closed'));
    await act({ kind: 'restore' });
  });

  it('tells of a withdrawal why, and of anything else nothing', async () => {
    await act({ kind: 'withdraw', note: 'Unfounded.' });
    const { message } = await over.desk.verify(idOf('closed'));
    expect(message).toMatch(/was withdrawn on \d{4}-\d{2}-\d{2}: Unfounded\.$/);
    await act({ kind: 'restore' });
    await act({ kind: 'embargo', until: FAR });
    expect((await over.desk.verify(idOf('closed'))).message).not.toContain('2999');
    await act({ kind: 'restore' });
  });

  it('shows with its words what was corrected', async () => {
    await act({ kind: 'correct', note: 'The date was wrong.' });
    expect((await over.desk.excerpt(idOf('closed')))?.citation).toMatchObject({
      state: 'corrected',
      stateNote: 'The date was wrong.',
    });
    await act({ kind: 'restore' });
  });

  it('is never served, whatever was done before', { timeout: 60_000 }, async () => {
    const doing: fc.Arbitrary<Act> = fc.oneof(
      fc.constantFrom<Act>({ kind: 'withdraw', note: 'x' }, { kind: 'correct', note: 'x' }, { kind: 'restore' }),
      fc.constantFrom<Act>({ kind: 'embargo', until: FAR }, { kind: 'embargo', until: '2001-01-01T00:00:00Z' }),
      fc.subarray(['C1', 'C2'], { minLength: 1 }).map((channels): Act => ({ kind: 'restrict', channels })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { minLength: 1, maxLength: 5 }), async (acts) => {
        for (const one of acts) await act(one);
        const kept = await over.shelves.article('closed');
        const isShut = kept?.state.kind === 'withdrawn' || (kept?.embargoUntil ?? '') > new Date().toISOString();
        for (const channel of [null, 'C1', 'C3']) {
          const isElsewhere = kept?.channels != null && (channel === null || !kept.channels.includes(channel));
          const { excerpts } = await over.desk.find(`"${WORDS}"`, { channel });
          const isFound = excerpts.some(({ citation }) => citation.articleId === 'closed');
          expect([acts, channel, isFound]).toEqual([acts, channel, !isShut && !isElsewhere]);
          expect((await over.desk.excerpt(idOf('closed'), { channel })) !== undefined).toBe(isFound);
        }
      }),
      { numRuns: 25 },
    );
    await act({ kind: 'restore' });
  });
});

describe('an excerpt of an earlier version', () => {
  const first = report('story');
  const cases = [
    ['still printed', first.text.replace('Nobody objected', 'Two objected'), 'same', 'still prints these words'],
    ['changed', first.text.replace('rise', 'fall'), 'changed', 'reads “The river will fall before the winter comes”'],
    ['gone', 'Heading of story\n\nThe council did not meet after all.\n', 'gone', 'no longer prints these words'],
    [
      'credited to somebody else',
      first.text.replace('Mayor Alma Reyes', 'Governor Bert Lane'),
      'same',
      'credited to Bert Lane there, not to Alma Reyes',
    ],
  ] as const;

  it.each(cases)('says where its words are %s', async (_, text, fate, sentence) => {
    const over = await deskOver(first);
    try {
      const [card] = (await over.desk.find(`"${WORDS}"`)).excerpts;
      await over.keep({ ...first, text });
      const verification = await over.desk.verify(card?.id ?? '');
      expect(verification).toMatchObject({ kind: 'superseded', fate: { kind: fate }, excerpt: { words: card?.words } });
      expect(verification.message).toContain(sentence);
      const shown = await over.desk.excerpt(card?.id ?? '');
      expect(shown?.remarks?.join(' ')).toContain(sentence);
      expect((await over.desk.context(card?.id ?? ''))?.excerpt.remarks).toEqual(shown?.remarks);
    } finally {
      await over.close();
    }
  });

  it('says that its words still stand where only the attribution between them was changed', async () => {
    const quoting = (credit: string, rest = 'and the dam will not hold') =>
      `Flood feared\n\n“The river will rise before the winter,” ${credit}, “${rest}.” Nobody objected.\n`;
    const over = await deskOver({ id: 'story', text: quoting('said Alma Reyes') });
    try {
      const [card] = (await over.desk.find('“The river will rise before the winter”')).excerpts;
      expect(card?.words.text).toContain('and the dam will not hold');
      await over.keep({ id: 'story', text: quoting('Mayor Alma Reyes told the council on Monday') });
      const verification = await over.desk.verify(card?.id ?? '');
      expect(verification).toMatchObject({ kind: 'superseded', fate: { kind: 'same', match: 'exact' } });
      expect(verification.message).toContain('still prints these words');
      await over.keep({ id: 'story', text: quoting('said Alma Reyes', 'and the dam will hold') });
      expect(await over.desk.verify(card?.id ?? '')).toMatchObject({ fate: { kind: 'changed' } });
    } finally {
      await over.close();
    }
  });
});

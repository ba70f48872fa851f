import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Archive, ArchiveError } from '../../src/archive/archive.ts';
import type { CandidateIndex, CandidateQuery } from '../../src/archive/candidate-query.ts';
import { type Act, AS_PUBLISHED, afterAct, barOf, type Standing, stateOf } from '../../src/archive/standing.ts';
import type { OpenEmpty } from './archive-contract.ts';
import { printed } from './printed-article.ts';

const FAR = '2999-01-01T00:00:00.000Z';

/** What every store must do about articles that are corrected, withdrawn, embargoed or restricted. */
export function describeStanding(open: OpenEmpty): void {
  let archive: Archive & CandidateIndex;
  const fresh = () => {
    beforeAll(async () => {
      archive = await open();
    });
    afterAll(async () => {
      await archive.check();
      await archive.close();
    });
  };
  const found = async (word: string, channel?: string) => {
    const queries: readonly CandidateQuery[] = [{ kind: 'any', groups: [[word]], limit: 50 }];
    return (await archive.candidates(queries, channel === undefined ? {} : { channel })).length;
  };

  describe('how articles stand', () => {
    fresh();
    const keep = (id: string, word: string) => archive.keep([printed(id, [{ said: `The ${word} holds`, by: 'Ann' }])]);

    it('keeps a correction over versions, and what was said of it last', async () => {
      await keep('corrected', 'weir');
      const before = Date.now();
      await archive.act('corrected', { kind: 'correct', note: 'The date was wrong.' }, 'Ann');
      await archive.act('corrected', { kind: 'correct', note: 'The name was wrong.' }, 'Ann');
      await keep('corrected', 'lock');
      const kept = await archive.article('corrected');
      expect(kept?.state).toEqual({ kind: 'corrected', at: expect.any(String), note: 'The name was wrong.' });
      expect(kept?.state.kind === 'corrected' && Date.parse(kept.state.at)).toBeGreaterThanOrEqual(before);
      expect(await found('lock')).toBe(1);
    });

    it('finds and counts nothing of a withdrawn article, old or new, until it is restored', async () => {
      await keep('withdrawn', 'sluice');
      const held = await archive.holdings();
      await archive.act('withdrawn', { kind: 'correct', note: 'A word.' }, 'Ann');
      await archive.act('withdrawn', { kind: 'withdraw', note: 'Unfounded.' }, 'Ann');
      expect(await archive.holdings()).toMatchObject({
        articles: held.articles - 1,
        quotations: held.quotations - 1,
      });
      expect(await found('sluice')).toBe(0);
      expect(await archive.frequencies(['sluice'])).toEqual(new Map());
      expect(await archive.neighbours(['sluise'])).toEqual(new Map());
      await keep('withdrawn', 'floodgate');
      expect(await found('floodgate')).toBe(0);
      expect((await archive.article('withdrawn'))?.state).toMatchObject({ kind: 'withdrawn', note: 'Unfounded.' });
      await archive.act('withdrawn', { kind: 'restore' }, 'Ann');
      expect(await found('floodgate')).toBe(1);
      expect(await found('sluice')).toBe(0);
      expect((await archive.article('withdrawn'))?.state).toMatchObject({ kind: 'corrected', note: 'A word.' });
      await archive.act('withdrawn', { kind: 'restore' }, 'Ann');
      expect((await archive.article('withdrawn'))?.state).toEqual({ kind: 'live' });
      expect(await archive.holdings()).toEqual(held);
    });

    it('finds and counts nothing of an embargoed article, until the clock says so', async () => {
      const held = await archive.holdings();
      await keep('embargoed', 'barrage');
      const until = new Date(Date.now() + 400).toISOString();
      const acted = await archive.act('embargoed', { kind: 'embargo', until }, 'Ann');
      expect(acted).toMatchObject({
        before: AS_PUBLISHED,
        after: { ...AS_PUBLISHED, embargoUntil: until },
        shares: [],
      });
      expect(await found('barrage')).toBe(0);
      expect(await found('barrage', 'C1')).toBe(0);
      expect(await archive.frequencies(['barrage'])).toEqual(new Map());
      expect(await archive.neighbours(['barrrage'])).toEqual(new Map());
      expect(await archive.holdings()).toEqual(held);
      await wait(450);
      expect(await found('barrage')).toBe(1);
      expect(await archive.holdings()).toMatchObject({ articles: held.articles + 1 });
      await archive.noteIndexed(new Date().toISOString());
      expect((await archive.article('embargoed'))?.embargoUntil).toBeNull();
      expect((await archive.journal({ articleId: 'embargoed', limit: 9 })).map(({ deed }) => deed)).toEqual([
        'added',
        'embargoed',
        'embargo-ended',
      ]);
    });

    it('finds a restricted article in its channels only, its new versions too', async () => {
      await keep('restricted', 'culvert');
      await archive.act('restricted', { kind: 'restrict', channels: ['C2', 'C1', 'C2'] }, 'Ann');
      expect((await archive.article('restricted'))?.channels).toEqual(['C1', 'C2']);
      await keep('restricted', 'aqueduct');
      const counts = async (word: string) => [await found(word), await found(word, 'C1'), await found(word, 'C3')];
      expect(await counts('aqueduct')).toEqual([0, 1, 0]);
      expect(await counts('culvert')).toEqual([0, 0, 0]);
      await archive.act('restricted', { kind: 'restore' }, 'Ann');
      expect(await counts('aqueduct')).toEqual([1, 1, 1]);
    });

    it('does not let what may not be seen take the places of what may', { timeout: 30_000 }, async () => {
      const closed = Array.from({ length: 30 }, (_, n) => `closed-${n}`);
      await archive.keep(closed.map((id) => printed(id, [{ said: `Hydrofoil ${id}`, by: 'Ann' }])));
      for (const [n, id] of closed.entries()) {
        const act: Act = n % 2 ? { kind: 'embargo', until: FAR } : { kind: 'restrict', channels: ['C9'] };
        await archive.act(id, act, 'Ann');
      }
      await keep('open', 'hydrofoil');
      const queries: readonly CandidateQuery[] = [
        { kind: 'any', groups: [['hydrofoil']], limit: 1 },
        { kind: 'all', groups: [['hydrofoil']], limit: 1 },
        { kind: 'phrases', phrases: [['hydrofoil']], enough: 1, limit: 1 },
      ];
      for (const query of queries) {
        for (const filter of [{}, { kinds: ['direct'] as const }, { byWords: ['ann'] }]) {
          const ids = (await archive.candidates([query], filter)).map(({ id }) => id);
          expect((await archive.entries(ids)).map(({ articleId }) => articleId)).toEqual(['open']);
        }
      }
      const every = await archive.candidates([{ kind: 'every', limit: 50 }], { byWords: ['ann'] });
      expect(
        (await archive.entries(every.map(({ id }) => id))).filter(({ articleId }) => closed.includes(articleId)),
      ).toEqual([]);
      expect((await archive.articles(3, { channel: null })).map(({ article }) => article.id)).not.toContain('closed-0');
      expect(await archive.articles(100, { channel: 'C9' })).toHaveLength(
        (await archive.articles(100, { channel: null })).length + 15,
      );
    });

    it('keeps an embargo that an article comes with, and lifts none', async () => {
      const read = printed('given', [{ said: 'The spillway holds', by: 'Ann' }]);
      await archive.keep([{ ...read, embargoUntil: '2999-01-01T01:00:00+01:00' }]);
      expect((await archive.article('given'))?.embargoUntil).toBe(FAR);
      expect(await found('spillway')).toBe(0);
      const next = printed('given', [{ said: 'The spillway holds on', by: 'Ann' }]);
      await archive.keep([{ ...next, embargoUntil: '2001-01-01T00:00:00Z' }]);
      expect(await found('spillway')).toBe(0);
      const refused = { ...printed('odd', [{ fact: 'Odd' }]), embargoUntil: 'soon' };
      await expect(archive.keep([refused])).rejects.toThrow(ArchiveError);
    });

    it('keeps an embargo without end, which in Greenwich ends after the year 9999', async () => {
      const endless = '9999-12-31T23:59:59-12:00';
      await archive.keep([
        { ...printed('endless', [{ said: 'The penstock holds', by: 'Ann' }]), embargoUntil: endless },
      ]);
      await keep('never', 'penstock');
      await archive.act('never', { kind: 'embargo', until: endless }, 'Ann');
      for (const id of ['endless', 'never']) {
        const kept = await archive.article(id);
        expect(kept && barOf(kept, { channel: null }, new Date())).toMatchObject({ kind: 'embargoed' });
      }
      expect(await found('penstock')).toBe(0);
      await archive.noteIndexed(new Date().toISOString());
      expect(await found('penstock')).toBe(0);
    });

    it('names the cards that were shared, whatever their version', async () => {
      await keep('carded', 'pump');
      const [entry] = await archive.entriesOf('carded');
      const share = { excerptId: entry?.id ?? '', channel: 'C1', ts: '1', sharedBy: 'U1', sharedAt: FAR };
      await archive.recordShare(share);
      await keep('carded', 'valve');
      expect((await archive.act('carded', { kind: 'withdraw', note: 'Wrong.' }, 'Ann')).shares).toEqual([share]);
    });

    it('refuses to do anything about an article that is not there, and what cannot be meant', async () => {
      const faulty: readonly (readonly [string, Act])[] = [
        ['nowhere', { kind: 'correct', note: 'x' }],
        ['corrected', { kind: 'embargo', until: 'tomorrow' }],
        ['corrected', { kind: 'embargo', until: '2026-05-01T06:00' }],
        ['corrected', { kind: 'restrict', channels: [] }],
      ];
      const { length } = await archive.journal({ limit: 1000 });
      for (const [id, act] of faulty) await expect(archive.act(id, act, 'Ann')).rejects.toThrow(ArchiveError);
      expect(await archive.journal({ limit: 1000 })).toHaveLength(length);
    });

    it('keeps a note with characters that no database holds, and marks where they stood', async () => {
      await archive.act('corrected', { kind: 'correct', note: 'Half \ud800, NUL \0.' }, 'A\0nn');
      expect((await archive.article('corrected'))?.state).toMatchObject({ note: 'Half \ufffd, NUL \ufffd.' });
    });
  });

  describe('after any course of keeping and acting', () => {
    fresh();
    const ids = ['p-1', 'p-2', 'p-3'];
    const note = 'typed for a test';
    const act: fc.Arbitrary<Act> = fc.oneof(
      fc.record({ kind: fc.constantFrom('correct' as const, 'withdraw' as const), note: fc.constant(note) }),
      fc.record({ kind: fc.constant('embargo' as const), until: fc.constantFrom(FAR, '2001-01-01T00:00:00.000Z') }),
      fc.record({
        kind: fc.constant('restrict' as const),
        channels: fc.subarray(['C1', 'C2'], { minLength: 1 }),
      }),
      fc.record({ kind: fc.constant('restore' as const) }),
    );
    const step = fc.oneof(
      fc.record({ id: fc.constantFrom(...ids), act }),
      fc.record({ id: fc.constantFrom(...ids), text: fc.constantFrom('river', 'weir', 'lock'), comes: fc.boolean() }),
      fc.constant('clear' as const),
    );

    it('finds, lists and counts exactly what may be served', { timeout: 60_000 }, async () => {
      const standings = new Map<string, Standing>();
      const texts = new Map<string, string>();
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
          for (const one of steps) {
            if (one === 'clear') {
              await archive.noteIndexed(new Date().toISOString());
            } else if ('act' in one) {
              if (!texts.has(one.id)) continue;
              const { after } = await archive.act(one.id, one.act, 'Ann');
              standings.set(one.id, afterAct(standings.get(one.id) ?? AS_PUBLISHED, one.act, FAR));
              expect(after.channels).toEqual(standings.get(one.id)?.channels);
            } else {
              const read = printed(one.id, [{ said: `${one.id} ${one.text}`, by: 'Ann' }, { fact: one.text }]);
              const isNew = texts.get(one.id) !== one.text;
              await archive.keep([{ ...read, embargoUntil: one.comes ? FAR : null }]);
              texts.set(one.id, one.text);
              if (isNew && one.comes) {
                standings.set(one.id, { ...(standings.get(one.id) ?? AS_PUBLISHED), embargoUntil: FAR });
              }
            }
          }
          const barred = (id: string, channel: string | null) => {
            const { embargoUntil, channels, ...rest } = standings.get(id) ?? AS_PUBLISHED;
            const state = stateOf({ ...rest, embargoUntil, channels });
            return barOf({ state, embargoUntil, channels }, { channel }, new Date());
          };
          for (const channel of [null, 'C1', 'C3']) {
            const open = [...texts].filter(([id]) => barred(id, channel) === null);
            const filter = channel === null ? {} : { channel };
            for (const query of [
              { kind: 'every', limit: 99 },
              { kind: 'any', groups: [['river', 'weir', 'lock']], limit: 99 },
            ] as const) {
              const candidates = await archive.candidates([query], filter);
              const entries = await archive.entries(candidates.map(({ id }) => id));
              expect(entries.map(({ articleId }) => articleId).sort()).toEqual(open.flatMap(([id]) => [id, id]).sort());
              expect(entries.every(({ articleId, text }) => text.includes(texts.get(articleId) ?? ''))).toBe(true);
            }
            const listed = await archive.articles(99, { channel });
            expect(listed.map(({ article }) => article.id).sort()).toEqual(open.map(([id]) => id).sort());
          }
          const counted = [...texts].filter(
            ([id]) =>
              (barred(id, 'C1') ?? barred(id, 'C2'))?.kind !== 'withdrawn' && barred(id, 'C1')?.kind !== 'embargoed',
          );
          expect(await archive.holdings()).toMatchObject({ articles: counted.length, facts: counted.length });
          expect(await archive.frequencies(['river', 'weir', 'lock'])).toEqual(
            new Map(
              ['river', 'weir', 'lock'].flatMap((word) => {
                const count = 2 * counted.filter(([, text]) => text === word).length;
                return count > 0 ? [[word, count] as const] : [];
              }),
            ),
          );
        }),
        { numRuns: 60 },
      );
    });
  });
}

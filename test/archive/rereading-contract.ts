import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { CandidateIndex } from '../../src/archive/candidate-query.ts';
import { READING_VERSION } from '../../src/extraction/reading-version.ts';
import { printed } from './printed-article.ts';

/** An archive that can be made to believe that older rules have read everything it holds. */
export interface AgeingArchive {
  readonly archive: Archive & CandidateIndex;
  readonly age: (archive: Archive & CandidateIndex) => Promise<Archive & CandidateIndex>;
}

/** Opening an archive again may take a while where the machine is busy, in milliseconds. */
const PATIENCE = 30_000;

/** What every store must do where later rules read an article otherwise. */
export function describeRereading(open: () => Promise<AgeingArchive>): void {
  describe('reading again', { timeout: PATIENCE }, () => {
    let archive: Archive & CandidateIndex;
    let age: AgeingArchive['age'];
    beforeAll(async () => {
      ({ archive, age } = await open());
    });
    afterAll(async () => {
      await archive.check();
      await archive.close();
    });
    const found = async (word: string) =>
      (await archive.candidates([{ kind: 'any', groups: [[word]], limit: 50 }], {})).map(({ id }) => id);

    const first = printed('river', [
      { said: 'The weir holds', by: 'she', speaker: 'Ann Lee' },
      { said: 'The lock breaks', by: 'he' },
      { fact: 'Water stands at nine feet' },
    ]);
    const [weir, lock] = first.extraction.quotations;
    const [level] = first.extraction.facts;
    if (!weir || !lock || !level) throw new Error('two quotations and a fact were made');
    const renamed = { ...weir, speaker: 'Bea Lane' };
    const isNew = { span: { start: level.span.start, end: level.span.start + 5 }, kind: 'figure', source: [] } as const;
    /** Another speaker for the first words, the second words no longer read, and a fact that was overlooked. */
    const second = { article: first.article, extraction: { quotations: [renamed], facts: [level, isNew] } };

    it('leaves alone what present rules have read', async () => {
      await archive.keep([first, printed('other', [{ said: 'Nothing moves', by: 'Cy' }])]);
      expect(await archive.keep([second])).toEqual([{ kind: 'unchanged' }]);
      expect(await archive.outdated(READING_VERSION, 0, 10)).toEqual([]);
    });

    it('replaces the entries, and keeps the ids of those that stand where they stood', async () => {
      const before = await archive.entriesOf('river');
      const [weirEntry, lockEntry, levelEntry] = before;
      const share = { channel: 'C1', ts: '1', sharedBy: 'U1', sharedAt: '2016-01-01T00:00:00Z' };
      await archive.recordShare({ ...share, excerptId: lockEntry?.id ?? '' });
      archive = await age(archive);
      const outdated = await archive.outdated(READING_VERSION, 0, 10);
      expect(outdated.map(({ kept }) => kept.article.id)).toEqual(['river', 'other']);
      expect(await archive.outdated(READING_VERSION, outdated[0]?.n ?? 0, 10)).toEqual(outdated.slice(1));
      expect(outdated[0]?.kept.article).toEqual(first.article);
      expect(await archive.keep([second, second])).toEqual([
        { kind: 'reread', quotations: 1, facts: 2 },
        { kind: 'unchanged' },
      ]);
      const after = await archive.entriesOf('river');
      expect(after.map(({ id, speaker, text }) => [id, speaker, text])).toEqual([
        [weirEntry?.id, 'Bea Lane', 'The weir holds'],
        [levelEntry?.id, null, 'Water stands at nine feet'],
        [after[2]?.id, null, 'Water'],
      ]);
      expect(await found('bea')).toEqual([weirEntry?.id]);
      expect(await found('water')).toHaveLength(2);
      expect(
        (await archive.appearances(['bea lane', 'ann lee'], 5, { channel: null })).map(({ name }) => name),
      ).toEqual(['bea lane']);
      expect((await archive.journal({ articleId: 'river', limit: 9 })).map(({ deed }) => deed)).toEqual([
        'added',
        'reread',
      ]);
      expect((await archive.outdated(READING_VERSION, 0, 10)).map(({ kept }) => kept.article.id)).toEqual(['other']);
    });

    it('keeps what is no longer read, to be verified only', async () => {
      const [shared] = await archive.sharesOf('river');
      const id = shared?.excerptId ?? '';
      expect(await archive.entry(id)).toMatchObject({ id, text: 'The lock breaks' });
      expect(await archive.isRetired(id)).toBe(true);
      expect(await archive.isRetired((await archive.entriesOf('river'))[0]?.id ?? '')).toBe(false);
      expect(await found('lock')).toEqual([]);
      expect(await archive.frequencies(['lock', 'ann'])).toEqual(new Map());
      expect(await archive.holdings()).toMatchObject({ articles: 2, quotations: 2, facts: 2 });
    });

    it('reads again what comes back, under the id that it had', async () => {
      const [shared] = await archive.sharesOf('river');
      archive = await age(archive);
      expect((await archive.keep([first])).map(({ kind }) => kind)).toEqual(['reread']);
      expect(await archive.isRetired(shared?.excerptId ?? '')).toBe(false);
      expect(await found('lock')).toEqual([shared?.excerptId]);
    });

    it('reads again a version that an article goes back to, and one that may not be seen', async () => {
      await archive.keep([printed('river', [{ fact: 'Another text' }])]);
      archive = await age(archive);
      expect((await archive.keep([second])).map(({ kind }) => kind)).toEqual(['changed']);
      expect(await found('bea')).toHaveLength(1);
      await archive.act('river', { kind: 'withdraw', note: 'Wrong.' }, 'Ann');
      archive = await age(archive);
      expect((await archive.keep([first])).map(({ kind }) => kind)).toEqual(['reread']);
      expect(await found('weir')).toEqual([]);
      await archive.act('river', { kind: 'restore' }, 'Ann');
      await archive.act('river', { kind: 'restrict', channels: ['C1'] }, 'Ann');
      archive = await age(archive);
      await archive.keep([second]);
      expect(await found('bea')).toEqual([]);
      expect(await archive.candidates([{ kind: 'any', groups: [['bea']], limit: 5 }], { channel: 'C1' })).toHaveLength(
        1,
      );
    });
  });
}

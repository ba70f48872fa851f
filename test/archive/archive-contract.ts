import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Archive, ArchiveError, type ReadArticle } from '../../src/archive/archive.ts';
import type { CandidateIndex } from '../../src/archive/candidate-query.ts';
import { PARAGRAPH_ROLES, type Paragraph } from '../../src/article/article.ts';
import { entriesOf, excerptId } from '../../src/extraction/entry.ts';
import { printed } from './printed-article.ts';

/** Opens an empty archive, for the tests of one group. */
export type OpenEmpty = () => Promise<Archive & CandidateIndex>;

/** What every store must do as an archive; `index-contract.ts` says what it must do as an index. */
export function describeArchive(open: OpenEmpty): void {
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
  const idOf = async (articleId: string) => (await archive.entriesOf(articleId))[0]?.id ?? '';
  const found = async (word: string) =>
    (await archive.candidates([{ kind: 'any', groups: [[word]], limit: 50 }], {})).map((entry) => entry.id);

  describe('keeping', () => {
    fresh();

    it('gives an article and its entries back exactly, whatever characters they are of', async () => {
      const odd = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\0', ''));
      const awkward = fc.constantFrom(
        '😀 astral',
        'e\u0301 and é',
        'a\r\nb\r',
        '\ufeffbom',
        '\\ud800 "\\u0000"',
        "\u2028%_'",
      );
      const words = fc.oneof(odd, awkward);
      const masthead = fc.record({
        headline: fc.option(words),
        outlet: fc.option(words),
        byline: fc.option(words),
        publishedAt: fc.option(fc.constantFrom('2015-12-17', '2016-01-02T03:04:05+08:00')),
        updatedAt: fc.option(fc.constant('2016-01-03')),
        url: fc.option(fc.webUrl()),
        language: fc.option(fc.constantFrom('en', 'en-GB')),
      });
      const line = fc.oneof(fc.record({ said: words, by: words, speaker: words }), fc.record({ fact: words }));
      let n = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(line, { maxLength: 4 }), masthead, async (lines, given) => {
          n += 1;
          // A first line of its own keeps two articles from having the same bytes.
          const read = printed(`odd-${n}`, [{ fact: `Number ${n}` }, ...lines], given);
          await archive.keep([read]);
          expect((await archive.article(`odd-${n}`))?.article).toEqual(read.article);
          expect(await archive.entriesOf(`odd-${n}`)).toEqual(entriesOf(read.article, read.extraction));
        }),
        { numRuns: 60 },
      );
    });

    it('gives back what each paragraph is, and where an utterance names its speaker', async () => {
      const { article, extraction } = printed('roles-1', [
        ...PARAGRAPH_ROLES.map((role) => ({ fact: `A ${role}` })),
        { fact: 'ANN: Yes.' },
      ]);
      const last = article.paragraphs.at(-1)?.start ?? 0;
      const paragraphs = article.paragraphs.map(({ start, end }, index): Paragraph => {
        const role = PARAGRAPH_ROLES[index];
        return role ? { start, end, role } : { start, end, role: 'utterance', speaker: { start: last, end: last + 3 } };
      });
      await archive.keep([{ article: { ...article, paragraphs }, extraction }]);
      expect((await archive.article('roles-1'))?.article.paragraphs).toEqual(paragraphs);
    });

    it('says what became of each article, in order', async () => {
      const first = printed('told-1', [{ said: 'One', by: 'Ann' }, { fact: 'Two' }, { fact: 'Three' }]);
      const second = printed('told-2', [{ said: 'Four', by: 'Ann' }]);
      expect(await archive.keep([first])).toEqual([{ kind: 'added', quotations: 1, facts: 2 }]);
      expect(await archive.keep([second, first])).toEqual([
        { kind: 'added', quotations: 1, facts: 0 },
        { kind: 'unchanged' },
      ]);
      expect(await archive.keep([printed('told-2', [{ fact: 'Five' }])])).toEqual([
        { kind: 'changed', quotations: 0, facts: 1 },
      ]);
    });

    it('keeps an empty call and an article in which nothing was found', async () => {
      expect(await archive.keep([])).toEqual([]);
      expect(await archive.keep([printed('bare', [])])).toEqual([{ kind: 'added', quotations: 0, facts: 0 }]);
      expect(await archive.entriesOf('bare')).toEqual([]);
    });

    const sound = printed('cut', [{ said: 'Look 😀 here', by: 'Ann' }]);
    const withText = (text: string): ReadArticle => ({
      article: { ...sound.article, text },
      extraction: { quotations: [], facts: [] },
    });
    const withSpan = (start: number, end: number): ReadArticle => ({
      article: sound.article,
      extraction: { quotations: [], facts: [{ span: { start, end }, kind: 'statement', source: [] }] },
    });
    it.each([
      ['a NUL in its text', withText('a\0b')],
      ['half of a character in its text', withText('a\ud83db')],
      ['half of a character in its headline', { ...sound, article: { ...sound.article, headline: '\ude00' } }],
      ['a NUL in its outlet', { ...sound, article: { ...sound.article, outlet: 'The\0Times' } }],
      ['a passage that ends inside a character', withSpan(0, sound.article.text.indexOf('😀') + 1)],
      ['a passage that starts inside a character', withSpan(sound.article.text.indexOf('😀') + 1, 12)],
      ['a passage beyond its end', withSpan(0, 1000)],
      ['a passage that ends before it starts', withSpan(5, 2)],
    ])('refuses an article with %s, and with it the whole call', async (_, refused) => {
      const other = printed('beside-a-refused-one', [{ fact: 'Sound' }]);
      const keeping = archive.keep([other, refused]);
      await expect(keeping).rejects.toThrow(ArchiveError);
      await expect(keeping).rejects.toThrow(/“.*”.*Nothing of this step was kept\.$/);
      expect(await archive.article('cut')).toBeUndefined();
      expect(await archive.article('beside-a-refused-one')).toBeUndefined();
    });

    it('keeps the first of two quotations that stand in the same place', async () => {
      const read = printed('doubled', [{ said: 'Once is enough', by: 'Ann' }]);
      const [quotation] = read.extraction.quotations;
      const doubled = quotation ? [quotation, { ...quotation, rule: 'found once more' }] : [];
      expect(await archive.keep([{ ...read, extraction: { quotations: doubled, facts: [] } }])).toEqual([
        { kind: 'added', quotations: 1, facts: 0 },
      ]);
      expect((await archive.entriesOf('doubled')).map((entry) => entry.rule)).toEqual(['typed for a test']);
    });

    it('gives two entries ids of their own where their short ids are the same', async () => {
      const [here, there] = twoHashesWithOneShortId();
      const at = { start: 1, end: 5 };
      const read = (id: string, sha256: string): ReadArticle => ({
        article: { ...printed(id, [{ said: `Said ${id}`, by: 'Ann' }]).article, sha256 },
        extraction: { quotations: [], facts: [{ span: at, kind: 'statement', source: [] }] },
      });
      await archive.keep([read('here', here), read('there', there)]);
      expect(await idOf('here')).toBe(excerptId(here, 'fact/statement', [at]));
      expect(await idOf('there')).toBe(excerptId(there, 'fact/statement', [at], 8));
      expect((await archive.entry(await idOf('there')))?.articleId).toBe('there');
    });

    it('gives ids of their own to entries of two articles with the same bytes', async () => {
      const lines = [{ said: 'The very same words', by: 'Ann' }];
      await archive.keep([printed('original', lines)]);
      await archive.keep([printed('copy', lines)]);
      expect(await idOf('original')).not.toBe(await idOf('copy'));
      for (const id of ['original', 'copy']) expect((await archive.entry(await idOf(id)))?.articleId).toBe(id);
    });

    it('finds nothing under an id that nothing has', async () => {
      expect(await archive.article('nowhere')).toBeUndefined();
      expect(await archive.article('told-1', 'f'.repeat(64))).toBeUndefined();
      expect(await archive.entry('000-000')).toBeUndefined();
      expect(await archive.entry('\ud800\0')).toBeUndefined();
      expect(await archive.entriesOf('nowhere')).toEqual([]);
      expect(await archive.sharesOf('nowhere')).toEqual([]);
    });
  });

  describe('versions', () => {
    fresh();
    const before = printed('river', [{ said: 'The weir holds', by: 'Ann' }], { headline: 'Weir' });
    const after = printed('river', [{ said: 'The weir broke', by: 'Ann' }], { headline: 'Weir, corrected' });

    it('leaves old entries readable by id, and takes them out of everything else', async () => {
      await archive.keep([before]);
      const [old] = await archive.entriesOf('river');
      await archive.keep([after]);
      expect(await archive.entry(old?.id ?? '')).toEqual(old);
      expect(await found('holds')).toEqual([]);
      expect(await found('broke')).toEqual([await idOf('river')]);
      expect(await archive.frequencies(['holds', 'broke', 'weir'])).toEqual(
        new Map([
          ['broke', 1],
          ['weir', 1],
        ]),
      );
      expect(await archive.neighbours(['holdz'])).toEqual(new Map());
      expect(await archive.entryCount()).toBe(1);
    });

    it('gives the current version, or the one that is asked for', async () => {
      expect(await archive.article('river')).toMatchObject({ article: after.article, isCurrent: true });
      expect(await archive.article('river', before.article.sha256)).toMatchObject({
        article: before.article,
        isCurrent: false,
      });
    });

    it('makes an earlier version current again when the article goes back to it', async () => {
      expect(await archive.keep([before])).toEqual([{ kind: 'changed', quotations: 1, facts: 0 }]);
      expect(await archive.article('river')).toMatchObject({ article: before.article, isCurrent: true });
      expect(await found('holds')).toEqual([await idOf('river')]);
      expect(await found('broke')).toEqual([]);
      expect(await archive.entryCount()).toBe(1);
    });

    it('takes the later of two versions in one call', async () => {
      const [one, two] = ['first', 'second'].map((word) => printed('twice', [{ fact: `The ${word} draft` }]));
      if (!one || !two) throw new Error('two articles were made');
      expect((await archive.keep([one, two, two])).map(({ kind }) => kind)).toEqual(['added', 'changed', 'unchanged']);
      expect((await archive.article('twice'))?.article.sha256).toBe(two.article.sha256);
      expect(await found('first')).toEqual([]);
    });
  });

  describe('holdings', () => {
    fresh();

    it('are nothing at first', async () => {
      expect(await archive.holdings()).toEqual({
        articles: 0,
        quotations: 0,
        facts: 0,
        newestPublishedAt: null,
        indexedAt: null,
      });
      expect(await archive.articles(10)).toEqual([]);
      expect(await archive.candidates([{ kind: 'every', limit: 10 }], {})).toEqual([]);
    });

    it('count current versions, and tell the newest date and the last ingest', async () => {
      await archive.keep([
        printed('old', [{ said: 'Early', by: 'Ann' }, { fact: 'Before' }], { publishedAt: '2014-02-03' }),
        printed('new', [{ fact: 'Later' }], { publishedAt: '2016-02-03T09:00:00+08:00' }),
        printed('undated', [{ fact: 'Sometime' }]),
      ]);
      await archive.keep([printed('old', [{ said: 'Corrected', by: 'Ann' }], { publishedAt: '2014-02-03' })]);
      await archive.noteIndexed('2016-03-01T10:00:00.000Z');
      await archive.noteIndexed('2016-03-02T10:00:00.000Z');
      expect(await archive.holdings()).toEqual({
        articles: 3,
        quotations: 1,
        facts: 2,
        newestPublishedAt: '2016-02-03T09:00:00+08:00',
        indexedAt: '2016-03-02T10:00:00.000Z',
      });
    });

    it('list articles newest first, those without a date last', async () => {
      expect((await archive.articles(10)).map(({ article }) => article.id)).toEqual(['new', 'old', 'undated']);
      expect((await archive.articles(1)).map(({ article }) => article.id)).toEqual(['new']);
      expect(await archive.articles(0)).toEqual([]);
      expect(await archive.articles(Number.POSITIVE_INFINITY)).toHaveLength(3);
    });
  });

  describe('shares and claims', () => {
    fresh();
    it('give the shares of an article’s excerpts, whatever their version, oldest first, each once', async () => {
      await archive.keep([printed('shared', [{ said: 'First wording', by: 'Ann' }])]);
      const share = { channel: 'C1', sharedBy: 'U1' };
      const late = { ...share, excerptId: await idOf('shared'), ts: '2', sharedAt: '2016-01-02T00:00:00Z' };
      await archive.recordShare(late);
      await archive.recordShare(late);
      await archive.keep([printed('shared', [{ said: 'Second wording', by: 'Ann' }])]);
      const early = { ...share, excerptId: await idOf('shared'), ts: '1', sharedAt: '2016-01-01T00:00:00Z' };
      await archive.recordShare(early);
      expect(await archive.sharesOf('shared')).toEqual([early, late]);
      await archive.keep([printed('unshared', [{ said: 'Other wording', by: 'Ann' }])]);
      expect(await archive.sharesOf('unshared')).toEqual([]);
    });

    it('refuse a share of an excerpt that is not there', async () => {
      const share = { excerptId: '000-000', channel: 'C1', ts: '1', sharedBy: 'U1', sharedAt: '2016-01-01T00:00:00Z' };
      await expect(archive.recordShare(share)).rejects.toThrow(ArchiveError);
    });

    it('let a key be claimed once, also when many ask at once', async () => {
      expect(await Promise.all([1, 2, 3].map(() => archive.claim('event-1')))).toEqual([true, false, false]);
      expect(await archive.claim('event-2')).toBe(true);
      expect(await archive.claim('event-1')).toBe(false);
    });
  });
}

/** Two hashes under which a fact in the same place gets the same six digits: 40,000 tries find one as a rule. */
function twoHashesWithOneShortId(): readonly [string, string] {
  const seen = new Map<string, string>();
  for (let n = 0; n < 1_000_000; n++) {
    const hash = n.toString(16).padStart(64, '0');
    const id = excerptId(hash, 'fact/statement', [{ start: 1, end: 5 }]);
    const other = seen.get(id);
    if (other !== undefined) return [other, hash];
    seen.set(id, hash);
  }
  throw new Error('no two ids were the same');
}

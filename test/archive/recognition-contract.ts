import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive, ReadArticle } from '../../src/archive/archive.ts';
import { identityOf, type KnownBy } from '../../src/article/article-id.ts';
import { READING_VERSION } from '../../src/extraction/reading-version.ts';
import type { OpenEmpty } from './archive-contract.ts';
import { printed } from './printed-article.ts';

/** How every store must know articles again. */
export function describeRecognition(open: OpenEmpty): void {
  describe('the same article again', () => {
    let archive: Archive;
    beforeAll(async () => {
      archive = await open();
    });
    afterAll(async () => {
      await archive.check();
      await archive.close();
    });

    const URL = 'https://gazette.example/river';
    const coming = (words: string, known: Partial<KnownBy>): ReadArticle => {
      const identity = identityOf({ url: null, place: 'a.txt', ...known });
      return { ...printed(identity.id, [{ said: words, by: 'Ann' }], { url: known.url ?? null }), identity };
    };
    const come = async (words: string, known: Partial<KnownBy>) => {
      const read = coming(words, known);
      const { identity, article } = read;
      if (!identity) throw new Error('it was made with an identity');
      const [recognised] = await archive.recognise([{ identity, sha256: article.sha256 }]);
      const [kept] = await archive.keep([read]);
      return { id: recognised?.id ?? '', kind: recognised?.kind, kept: kept?.kind };
    };
    const given = { id: 'story-7', within: 'https://gazette.example/feed' };

    it('is known by another spelling of its address', async () => {
      const first = await come('Words of one', { url: URL });
      expect(first).toMatchObject({ kind: 'new', kept: 'added' });
      expect(await come('Words of one', { url: `${URL}/?utm_source=x#top` })).toEqual({
        id: first.id,
        kind: 'held',
        kept: 'unchanged',
      });
      expect(await come('Words of one, changed', { url: `http://gazette.example/river?fbclid=1` })).toEqual({
        id: first.id,
        kind: 'changed',
        kept: 'changed',
      });
    });

    it('is known by the id that its outlet gave it, also under a new address', async () => {
      const first = await come('Words of two', { url: `${URL}-two`, given });
      const moved = await come('Words of two, moved', { url: `${URL}-moved`, given });
      expect(moved).toEqual({ id: first.id, kind: 'changed', kept: 'changed' });
      expect(await come('Words of two, moved', { url: `${URL}-moved` })).toMatchObject({ id: first.id, kind: 'held' });
      expect(await come('Words of two, moved', { given })).toMatchObject({ id: first.id, kind: 'held' });
      expect((await archive.article(first.id))?.article.url).toBe(`${URL}-moved`);
    });

    it('is another article under the same id in another feed', async () => {
      const first = await come('Words of three', { given: { id: '1', within: 'https://a.example/feed' } });
      const other = await come('Words of four', { given: { id: '1', within: 'https://b.example/feed' } });
      expect(other.id).not.toBe(first.id);
    });

    it('is not kept twice where its bytes lie in two places and it has no address', async () => {
      const first = await come('Words of five', { place: 'five.txt' });
      expect(await come('Words of five', { place: 'copy-of-five.txt' })).toEqual({
        id: first.id,
        kind: 'copy',
        kept: 'unchanged',
      });
      await come('Words of five, changed', { place: 'five.txt' });
      // The copy still has the old text: that is no way back for the article.
      expect(await come('Words of five', { place: 'copy-of-five.txt' })).toMatchObject({ id: first.id, kind: 'copy' });
      expect((await archive.article(first.id))?.article.text).toContain('changed');
      expect(await come('Words of the copy', { place: 'copy-of-five.txt' })).toMatchObject({
        kind: 'new',
        kept: 'added',
      });
    });

    it('is not kept twice where both come at once', async () => {
      const { articles } = await archive.holdings();
      const kept = await archive.keep([
        coming('Words of six', { place: 'six.txt' }),
        coming('Words of six', { place: 'copy-of-six.txt' }),
        coming('Words of seven', { url: `${URL}-seven`, given: { ...given, id: 'story-8' } }),
        coming('Words of seven', { url: `${URL}-seven-b`, given: { ...given, id: 'story-8' } }),
      ]);
      expect(kept.map(({ kind }) => kind)).toEqual(['added', 'unchanged', 'added', 'unchanged']);
      expect(await archive.holdings()).toMatchObject({ articles: articles + 2 });
    });

    it('is two articles where one text has two addresses, or two ids', async () => {
      const { articles } = await archive.holdings();
      await come('Syndicated words', { url: 'https://one.example/s' });
      await come('Syndicated words', { url: 'https://two.example/s' });
      await come('Words with ids', { given: { ...given, id: 'a' } });
      await come('Words with ids', { given: { ...given, id: 'b' } });
      expect(await archive.holdings()).toMatchObject({ articles: articles + 4 });
    });

    it('tells by which rules a held text was read', async () => {
      const read = coming('Words of one, changed', { url: URL });
      const comer = { identity: identityOf({ url: URL, place: '' }), sha256: read.article.sha256 };
      expect(await archive.recognise([comer])).toEqual([
        { kind: 'held', id: read.article.id, reading: READING_VERSION },
      ]);
      expect(await archive.recognise([])).toEqual([]);
    });
  });
}

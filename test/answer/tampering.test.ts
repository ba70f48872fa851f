import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/answer/answer.ts';
import { createDesk } from '../../src/answer/desk.ts';
import type { Store } from '../../src/answer/replies/draft.ts';
import type { KeptArticle } from '../../src/archive/archive.ts';
import { type DeskOver, deskOver } from './desk-over.ts';

const WORDS = 'The river will rise before the winter comes';
const STORY = { id: 'story', text: `Flood feared\n\n“${WORDS},” said the mayor. Nobody objected.\n` };

let over: DeskOver;

/** A desk over the same archive, with some of what the archive tells put otherwise. */
function deskWith(told: Partial<Store>): Desk {
  const tampered = new Proxy(over.shelves, {
    get(store, key) {
      const own: unknown = Reflect.get(told, key) ?? Reflect.get(store, key);
      return typeof own === 'function' ? own.bind(store) : own;
    },
  });
  return createDesk(tampered);
}

function altered(kept: KeptArticle | undefined): KeptArticle | undefined {
  return kept && { ...kept, article: { ...kept.article, text: kept.article.text.replace('will rise', 'will fall') } };
}

const idOfWords = async () => (await over.desk.find(`"${WORDS}"`)).excerpts[0]?.id ?? '';

describe('an archive that was tampered with', () => {
  beforeAll(async () => {
    over = await deskOver(STORY);
  });
  afterAll(() => over.close());

  it('is not said to print words that cannot be shown', async () => {
    const desk = deskWith({ article: async (...asked) => altered(await over.shelves.article(...asked)) });
    const answer = await desk.find(`"${WORDS}"`);
    expect(answer).toMatchObject({ outcome: 'not-in-archive', excerpts: [] });
    expect(answer.message).toMatch(/^Nothing that can be shown\. Looked in 1 article/);
    expect(answer.message).toContain('no longer matches its stored article');
  });

  it('shows nothing where the source is not the one that was read', async () => {
    const entry = await over.shelves.entry(await idOfWords());
    const desk = deskWith({ entry: async () => entry && { ...entry, printedSource: 'the king' } });
    expect((await desk.verify(await idOfWords())).kind).toBe('mismatch');
  });

  it('has nothing cut from a newest version that its hash does not fit', async () => {
    const id = await idOfWords();
    await over.keep({ ...STORY, text: STORY.text.replace('Nobody', 'Somebody') });
    expect((await over.desk.verify(id)).kind).toBe('superseded');
    const desk = deskWith({
      article: async (articleId, sha256) => {
        const kept = await over.shelves.article(articleId, sha256);
        return sha256 === undefined ? altered(kept) : kept;
      },
    });
    expect(await desk.verify(id)).toMatchObject({ kind: 'mismatch', message: expect.not.stringContaining('fall') });
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../../src/answer/answer.ts';
import { createDesk } from '../../src/answer/desk.ts';
import type { Store } from '../../src/answer/replies/draft.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { Masthead } from '../../src/article/article.ts';
import { readText } from '../../src/article/read-article.ts';
import { extract } from '../../src/extraction/extract.ts';

/** An article as a test prints it: its first line is the headline. */
export interface Typed extends Partial<Masthead> {
  readonly id: string;
  readonly text: string;
}

/** A desk over an archive of its own, for one group of tests. */
export interface DeskOver {
  readonly desk: Desk;
  readonly shelves: Store;
  keep(...articles: readonly Typed[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens a desk over these articles, read as an ingest would read them. */
export async function deskOver(...articles: readonly Typed[]): Promise<DeskOver> {
  const folder = await mkdtemp(join(tmpdir(), 'whosaid-desk-'));
  const shelves = await openArchive(folder);
  const keep = async (...added: readonly Typed[]) => {
    const read = added.map(({ id, text, ...masthead }) => {
      const article = { ...readText(text, id), id, ...masthead };
      return { article, extraction: extract(article) };
    });
    await shelves.keep(read);
  };
  await keep(...articles);
  return {
    desk: createDesk(shelves),
    shelves,
    keep,
    close: async () => {
      await shelves.close();
      await rm(folder, { recursive: true });
    },
  };
}

import { describe, expect, it } from 'vitest';
import { type Archive, ArchiveError, type Kept, type ReadArticle } from '../../src/archive/archive.ts';
import { Keeper } from '../../src/ingest/keeper.ts';
import type { ReadPiece } from '../../src/ingest/pieces.ts';
import { printed } from '../archive/printed-article.ts';

function piece(id: string): ReadPiece {
  return { kind: 'read', origin: id, size: 1, read: printed(id, [{ fact: 'A fact' }]) };
}

/** A keeper of an archive that refuses some articles, in batches of three, with what became of each. */
function open(refuses: (id: string) => boolean) {
  const kept: string[][] = [];
  const refused: string[] = [];
  const keep = async (articles: readonly ReadArticle[]): Promise<readonly Kept[]> => {
    const ids = articles.map(({ article }) => article.id);
    if (ids.some(refuses)) throw new ArchiveError('The disk is full.');
    kept.push(ids);
    return ids.map(() => ({ kind: 'added', quotations: 0, facts: 1 }));
  };
  const archive: Pick<Archive, 'keep'> = { keep };
  const ledger = {
    kept: () => {},
    refused: ({ origin }: ReadPiece, reason: string) => {
      refused.push(`${origin}: ${reason}`);
    },
  };
  return { keeper: new Keeper(archive, ledger, 6), kept, refused };
}

async function takeAll(keeper: Keeper, ids: string): Promise<void> {
  for (const id of ids) await keeper.take(piece(id));
  await keeper.finish();
}

describe('keeping', () => {
  it('is done in batches of so many entries, in order', async () => {
    const { keeper, kept } = open(() => false);
    await takeAll(keeper, 'abcdefgh');
    expect(kept).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h'],
    ]);
  });

  it('passes over one article that the archive refuses, and keeps the others of its batch', async () => {
    const { keeper, kept, refused } = open((id) => id === 'b');
    await takeAll(keeper, 'abcd');
    expect(kept).toEqual([['a'], ['c'], ['d']]);
    expect(refused).toEqual(['b: The disk is full.']);
  });

  it.each(['bc', 'cdefgh', 'h'])('ends where the archive refuses %s, and blames no article', async (bad) => {
    const { keeper, refused } = open((id) => bad.includes(id));
    await expect(takeAll(keeper, 'abcdefgh')).rejects.toThrow('The disk is full.');
    expect(refused).toEqual([]);
  });

  it('passes over an article that cannot be kept as it is without asking the archive', async () => {
    const { keeper, kept, refused } = open(() => false);
    const odd = piece('a\0b');
    await keeper.take(odd);
    await keeper.finish();
    expect(kept).toEqual([]);
    expect(refused[0]).toContain('NUL character');
  });
});

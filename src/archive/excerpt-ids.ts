import { type Entry, excerptId } from '../extraction/entry.ts';
import { ArchiveError } from './archive.ts';

/** Digits of an id: the usual ones, then more. */
const LENGTHS = [6, 8, 10, 12, 14, 16];

/**
 * Gives each entry an id of its own: the one it has, or a longer one where another entry has that already.
 *
 * Byte for byte the same article kept twice under two ids has the same digits at every length: there the article's
 * id is mixed in.
 *
 * A store asks its database in its own way, so this hands out ids and is to be told which of them are taken.
 */
export function* ownIds<E extends Entry>(
  entries: readonly E[],
): Generator<readonly string[], readonly E[], ReadonlySet<string>> {
  const given = [...entries];
  const mine = new Set<string>();
  let homeless = entries.map((entry, index) => ({ entry, index }));
  for (let attempt = 0; homeless.length > 0; attempt++) {
    const wishes = homeless.map((one) => ({ ...one, id: wish(one.entry, attempt) }));
    const gone = yield wishes.map(({ id }) => id);
    homeless = wishes.filter(({ entry, index, id }) => {
      if (gone.has(id) || mine.has(id)) return true;
      mine.add(id);
      if (id !== entry.id) given[index] = { ...entry, id };
      return false;
    });
  }
  return given;
}

/** The id to try first, second and so on; the digits are made only when they are asked for. */
function wish({ id, sha256, articleId, kind, content }: Entry, attempt: number): string {
  if (attempt === 0) return id;
  if (attempt < LENGTHS.length) return excerptId(sha256, kind, content, LENGTHS[attempt]);
  const length = LENGTHS[attempt - LENGTHS.length];
  if (length === undefined) throw new ArchiveError(`There is no id left for an entry of the article ${articleId}.`);
  return excerptId(`${sha256} ${articleId}`, kind, content, length);
}

import type { ReadArticle } from '../../src/archive/archive.ts';
import type { CandidateQuery, EntryFilter } from '../../src/archive/candidate-query.ts';
import { normalise } from '../../src/article/words.ts';
import { type Entry, entriesOf } from '../../src/extraction/entry.ts';

/** The plainest index of current versions there can be: every question reads every entry. The oracle of the stores. */
export class NaiveArchive {
  readonly #current = new Map<string, readonly Entry[]>();

  keep(articles: readonly ReadArticle[]): void {
    for (const { article, extraction } of articles) this.#current.set(article.id, entriesOf(article, extraction));
  }

  get entries(): readonly Entry[] {
    return [...this.#current.values()].flat();
  }

  frequency(word: string): number {
    return this.entries.filter((entry) => wordsIn(entry).includes(word)).length;
  }

  get words(): ReadonlySet<string> {
    return new Set(this.entries.flatMap(wordsIn));
  }

  /** The entries that a query finds, in no order. */
  found(query: CandidateQuery, filter: EntryFilter): readonly Entry[] {
    return this.entries.filter((entry) => fits(query, entry) && passes(filter, entry));
  }

  /** Every entry that a filter lets through, in the order in which `every` is to give them. */
  every(filter: EntryFilter): readonly Entry[] {
    const place = new Map(this.entries.map((entry, index) => [entry.id, index]));
    return this.found({ kind: 'every', limit: Number.POSITIVE_INFINITY }, filter).toSorted(
      (a, b) =>
        compare(b.publishedAt ?? '', a.publishedAt ?? '') ||
        compare(a.articleId, b.articleId) ||
        (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0),
    );
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const speakerOf = (entry: Entry) => normalise(`${entry.speaker ?? ''} ${entry.printedSource}`);

function wordsIn(entry: Entry): readonly string[] {
  return [normalise(entry.text), speakerOf(entry)].flatMap((text) => text.split(' ')).filter((word) => word !== '');
}

function fits(query: CandidateQuery, entry: Entry): boolean {
  const has = (group: readonly string[]) => group.some((word) => wordsIn(entry).includes(word));
  switch (query.kind) {
    case 'any':
      return query.groups.some(has);
    case 'all': {
      const missing = query.groups.filter((group) => !has(group)).length;
      return query.groups.length > 0 && missing <= (query.groups.length < 3 ? 0 : 1);
    }
    case 'phrases':
      return query.phrases.some((phrase) => isPhraseOf(phrase, normalise(entry.text), speakerOf(entry)));
    case 'every':
      return true;
  }
}

function isPhraseOf(phrase: readonly string[], ...texts: readonly string[]): boolean {
  return phrase.length > 0 && texts.some((text) => ` ${text} `.includes(` ${phrase.join(' ')} `));
}

function passes({ kinds, articleId, since, until, inWords, byWords }: EntryFilter, entry: Entry): boolean {
  const day = entry.publishedAt?.slice(0, 10) ?? null;
  const masthead = normalise(`${entry.outlet ?? ''} ${entry.headline ?? ''}`).split(' ');
  const speaker = speakerOf(entry).split(' ');
  return (
    (kinds === undefined || kinds.includes(entry.kind)) &&
    (articleId === undefined || articleId === entry.articleId) &&
    (since === undefined || (day !== null && day >= since)) &&
    (until === undefined || (day !== null && day <= until)) &&
    (inWords ?? []).every((word) => masthead.includes(word)) &&
    (byWords ?? []).every((word) => speaker.includes(word))
  );
}

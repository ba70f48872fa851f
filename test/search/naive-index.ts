import { normalise } from '../../src/article/words.ts';
import type { Entry } from '../../src/extraction/entry.ts';
import { editDistance } from '../../src/search/edit-distance.ts';
import type { Candidate, CandidateQuery, EntryFilter, EntryIndex, Term } from '../../src/search/entry-index.ts';

/** The plainest index there can be: every question reads every entry. The oracle of the stores. */
export class NaiveIndex implements EntryIndex {
  readonly rankable = Number.POSITIVE_INFINITY;
  readonly #entries: readonly { readonly entry: Entry; readonly words: readonly string[] }[];
  readonly #frequencies = new Map<string, number>();

  constructor(entries: readonly Entry[]) {
    this.#entries = entries.map((entry) => ({
      entry,
      words: normalise(`${entry.text} ${entry.speaker ?? ''} ${entry.printedSource}`).split(' '),
    }));
    for (const { words } of this.#entries) {
      for (const word of new Set(words)) this.#frequencies.set(word, (this.#frequencies.get(word) ?? 0) + 1);
    }
  }

  async entryCount(): Promise<number> {
    return this.#entries.length;
  }

  async frequencies(words: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return new Map(
      words.flatMap((word) => (this.#frequencies.has(word) ? [[word, this.#frequencies.get(word) ?? 0]] : [])),
    );
  }

  async neighbours(words: readonly string[]): Promise<ReadonlyMap<string, readonly Term[]>> {
    const near = (word: string) =>
      [...this.#frequencies]
        .filter(([term]) => term.length >= 4 && editDistance(word, term, 2) <= 2)
        .map(([term, frequency]) => ({ term, frequency }));
    return new Map(words.map((word) => [word, near(word)]));
  }

  async candidates(queries: readonly CandidateQuery[], filter: EntryFilter): Promise<readonly Candidate[]> {
    const found = this.#entries.filter(({ words }) => queries.some((query) => fits(query, words)));
    return found.flatMap(({ entry }) => (passes(entry, filter) ? [candidateOf(entry)] : []));
  }

  async entries(ids: readonly string[]): Promise<readonly Entry[]> {
    return ids.flatMap((id) => this.#entries.find(({ entry }) => entry.id === id)?.entry ?? []);
  }
}

function candidateOf({ id, kind, text, speaker, printedSource, publishedAt }: Entry): Candidate {
  return { id, kind, norm: normalise(text), spk: normalise(`${speaker ?? ''} ${printedSource}`), publishedAt };
}

function fits(query: CandidateQuery, words: readonly string[]): boolean {
  switch (query.kind) {
    case 'every':
      return true;
    case 'phrases':
      return query.phrases.some((phrase) => ` ${words.join(' ')} `.includes(` ${phrase.join(' ')} `));
    default:
      return query.groups.some((group) => group.some((word) => words.includes(word)));
  }
}

function passes(entry: Entry, filter: EntryFilter): boolean {
  const holds = (text: string, words: readonly string[] | undefined) =>
    (words ?? []).every((word) => normalise(text).split(' ').includes(word));
  return (
    (filter.kinds?.includes(entry.kind) ?? true) &&
    (filter.articleId ?? entry.articleId) === entry.articleId &&
    holds(`${entry.speaker ?? ''} ${entry.printedSource}`, filter.byWords) &&
    holds(`${entry.outlet ?? ''} ${entry.headline ?? ''}`, filter.inWords)
  );
}

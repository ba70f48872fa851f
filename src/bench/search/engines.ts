import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createDesk } from '../../answer/desk.ts';
import { openArchive } from '../../archive/open-archive.ts';
import { search } from '../../search/search.ts';
import type { BenchEntry } from './bench-entries.ts';

/** Finds texts for a question, best first. */
export interface Engine {
  find(text: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** How many texts are looked at. */
const MOST = 10;

/** whosaid's ranking by itself, or its whole way to an answer with excerpts cut from their articles. */
export async function openWhosaid(address: string, way: 'search' | 'answer'): Promise<Engine> {
  const archive = await openArchive(address, { mode: 'read' });
  const desk = createDesk(archive);
  return {
    find:
      way === 'search'
        ? async (text) => (await search(archive, { text })).slice(0, MOST).map(({ entry }) => entry.text)
        : async (text) => (await desk.find(text)).excerpts.map(({ words }) => words.text),
    close: () => archive.close(),
  };
}

const FIELDS = ['text', 'speaker'];

/** Libraries that search a list in memory, each set up as its own documentation advises for texts like these. */
export const PEERS: Readonly<Record<string, (entries: readonly BenchEntry[]) => (text: string) => readonly string[]>> =
  {
    'Fuse.js': (entries) => {
      const fuse = new Fuse(entries, { keys: FIELDS, ignoreLocation: true, threshold: 0.4, ignoreFieldNorm: true });
      return (text) => fuse.search(text, { limit: MOST }).map(({ item }) => item.text);
    },
    MiniSearch: (entries) => {
      const texts = new Map(entries.map(({ id, text }) => [id, text]));
      const index = new MiniSearch<BenchEntry>({
        fields: FIELDS,
        searchOptions: { fuzzy: 0.2, prefix: (term) => term.length > 3 },
      });
      index.addAll(entries);
      return (text) =>
        index
          .search(text)
          .slice(0, MOST)
          .map(({ id }) => texts.get(Number(id)) ?? '');
    },
    uFuzzy: (entries) => {
      const fuzzy = new uFuzzy({ intraMode: 1 });
      const lines = entries.map(({ text, speaker }) => `${text} ${speaker}`);
      return (text) => {
        const [found, info, order] = fuzzy.search(lines, text, 1);
        if (!found) return [];
        const best = info && order ? order.map((at) => info.idx[at] ?? 0) : found;
        return best.slice(0, MOST).map((index) => entries[index]?.text ?? '');
      };
    },
  };

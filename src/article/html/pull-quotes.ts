import { wordsOf } from '../words.ts';
import type { VisibleBlock } from './visible-blocks.ts';

/** Words in a row that two texts must share to count as the same stretch. */
const RUN = 4;
/** Of the runs of a pull quote, the share that the article has: an editor may have cut or put in a word. */
const SHARE = 0.7;

/**
 * Marks as pull quotes the block quotes and asides whose words the article prints elsewhere: such a one repeats what
 * was said, and must not be taken for a second quotation. Linear in the length of the article.
 */
export function withPullQuotes(blocks: readonly VisibleBlock[]): readonly VisibleBlock[] {
  const apart = new Map<Element, VisibleBlock[]>();
  for (const block of blocks) {
    if (block.setApart && block.role !== 'pull-quote') group(apart, block.setApart).push(block);
  }
  if (apart.size === 0) return blocks;
  const running = new Set(blocks.filter((block) => !block.setApart && block.role === 'body').flatMap(runsOf));
  const groups = [...apart].map(([element, members]) => ({ element, runs: members.flatMap(runsOf) }));
  const repeats = new Set<Element>();
  // Of two block quotes with the same words, the shorter one is the pull quote; so the longest are looked at first.
  for (const { element, runs } of groups.sort((a, b) => b.runs.length - a.runs.length)) {
    if (shareOf(runs, running) >= SHARE) repeats.add(element);
    else for (const run of runs) running.add(run);
  }
  return blocks.map((block) => {
    return block.setApart && repeats.has(block.setApart) ? { ...block, role: 'pull-quote' } : block;
  });
}

function group(groups: Map<Element, VisibleBlock[]>, element: Element): VisibleBlock[] {
  const found = groups.get(element) ?? [];
  groups.set(element, found);
  return found;
}

/** Every run of RUN words in a block; of a shorter one, the whole. */
function runsOf({ text }: VisibleBlock): readonly string[] {
  const words = wordsOf(text).map((word) => word.norm);
  if (words.length <= RUN) return words.length === 0 ? [] : [words.join(' ')];
  return words.slice(RUN - 1).map((_word, index) => words.slice(index, index + RUN).join(' '));
}

function shareOf(runs: readonly string[], known: ReadonlySet<string>): number {
  if (runs.length === 0) return 0;
  return runs.filter((run) => known.has(run)).length / runs.length;
}

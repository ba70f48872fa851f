import { wordsOf } from '../words.ts';
import type { VisibleBlock } from './visible-blocks.ts';

/** Words in a row that two texts must share to count as the same stretch. */
const RUN = 4;
/** Of the runs of a pull quote, the share that the article has: an editor may have cut or put in a word. */
const SHARE = 0.7;
/** Quotes of fewer words than a run are looked for in the whole text; so many of them at most. */
const MOST_SHORT = 100;

const OPENS_WITH_MARK = /^["“”„«‘‚‹'「『]/;

/**
 * Marks as pull quotes the block quotes, asides and headings in quotation marks whose words the article prints
 * elsewhere: such a one repeats what was said, and must not be taken for a second quotation. Linear in the length of
 * the article.
 */
export function withPullQuotes(blocks: readonly VisibleBlock[]): readonly VisibleBlock[] {
  const apart = new Map<Element, VisibleBlock[]>();
  for (const block of blocks) {
    const element = setApart(block);
    if (element) group(apart, element).push(block);
  }
  if (apart.size === 0) return blocks;
  const text = new Running(blocks.filter((block) => !setApart(block) && block.role === 'body'));
  const groups = [...apart].map(([element, members]) => ({ element, words: members.flatMap(normsOf) }));
  const repeats = new Set<Element>();
  // Of two block quotes with the same words, the shorter one is the pull quote; so the longest are looked at first.
  for (const { element, words } of groups.sort((a, b) => b.words.length - a.words.length)) {
    if (text.repeats(words)) repeats.add(element);
    else text.add(words);
  }
  return blocks.map((block) => {
    const element = setApart(block);
    return element && repeats.has(element) ? { ...block, role: 'pull-quote' } : block;
  });
}

/** The element by which a block may be a pull quote; null for one that is running text, or is called a pull quote. */
function setApart({ setApart: element, role, heading, text, element: own }: VisibleBlock): Element | null {
  if (role === 'pull-quote') return null;
  return element ?? (heading !== null && OPENS_WITH_MARK.test(text) ? own : null);
}

/** The words of an article's running text, to find stretches in. */
class Running {
  readonly #runs = new Set<string>();
  readonly #texts: string[] = [];
  #shortLeft = MOST_SHORT;

  constructor(blocks: readonly VisibleBlock[]) {
    for (const block of blocks) this.add(normsOf(block));
  }

  add(words: readonly string[]): void {
    for (const run of runsOf(words)) this.#runs.add(run);
    this.#texts.push(` ${words.join(' ')} `);
  }

  repeats(words: readonly string[]): boolean {
    if (words.length === 0) return false;
    if (words.length < RUN) {
      if (this.#shortLeft-- <= 0) return false;
      const wanted = ` ${words.join(' ')} `;
      return this.#texts.some((text) => text.includes(wanted));
    }
    const runs = runsOf(words);
    return runs.filter((run) => this.#runs.has(run)).length >= runs.length * SHARE;
  }
}

function group(groups: Map<Element, VisibleBlock[]>, element: Element): VisibleBlock[] {
  const found = groups.get(element) ?? [];
  groups.set(element, found);
  return found;
}

function normsOf({ text }: VisibleBlock): readonly string[] {
  return wordsOf(text).map((word) => word.norm);
}

/** Every run of RUN words. */
function runsOf(words: readonly string[]): readonly string[] {
  return words.slice(RUN - 1).map((_word, index) => words.slice(index, index + RUN).join(' '));
}

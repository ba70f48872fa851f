import { z } from 'zod';
import { faultsIn } from '../faults.ts';
import { Refusal } from '../refusal.ts';
import { activeElements } from './active-elements.ts';
import { type Block, block, type GivenBlock } from './blocks.ts';

/** Where blocks are to be shown. */
export type Surface = 'message' | 'modal' | 'home';

/** How many characters all blocks of a message may show together: not documented, found by trying. */
const MESSAGE_CHARACTERS = 13_200;

const MOST_BLOCKS = { message: 50, modal: 100, home: 100 } as const;

/**
 * The blocks as Slack would keep them, each with a `block_id`.
 *
 * Throws a Refusal (`invalid_blocks`, or `msg_blocks_too_long`) that names every fault.
 */
export function checkBlocks(raw: unknown, surface: Surface, root = '/blocks'): readonly Block[] {
  const read = z.array(block).max(MOST_BLOCKS[surface]).safeParse(raw);
  if (!read.success) throw new Refusal('invalid_blocks', ...faultsIn(read.error, raw, root));
  const faults = [...misplaced(read.data, surface, root), ...doubledIds(read.data, root)];
  if (faults.length > 0) throw new Refusal('invalid_blocks', ...faults);
  const shown = shownCharacters(read.data);
  if (surface === 'message' && shown > MESSAGE_CHARACTERS) {
    throw new Refusal(
      'msg_blocks_too_long',
      `the blocks show ${shown} characters, at most ${MESSAGE_CHARACTERS} may be`,
    );
  }
  return withIds(read.data);
}

/** How many characters blocks show, in UTF-16 code units: every `text` and `alt_text` in them. */
export function shownCharacters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + shownCharacters(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const [key, inner] of Object.entries(value)) {
    sum +=
      typeof inner === 'string' ? (key === 'text' || key === 'alt_text' ? inner.length : 0) : shownCharacters(inner);
  }
  return sum;
}

function misplaced(blocks: readonly GivenBlock[], surface: Surface, root: string): readonly string[] {
  const faults: string[] = [];
  blocks.forEach((given, at) => {
    if (given.type === 'input' && surface === 'message')
      faults.push(`no input in a message [json-pointer:${root}/${at}]`);
    if (given.type === 'markdown' && surface !== 'message') {
      faults.push(`markdown only in a message [json-pointer:${root}/${at}]`);
    }
    for (const element of activeElements(given)) {
      if (
        'response_url_enabled' in element &&
        element.response_url_enabled &&
        (surface !== 'modal' || given.type !== 'input')
      ) {
        faults.push(`response_url_enabled only in an input of a modal [json-pointer:${root}/${at}]`);
      }
    }
  });
  const focused = blocks.flatMap(activeElements).filter((one) => 'focus_on_load' in one && one.focus_on_load);
  if (focused.length > 1) faults.push(`focus_on_load stands ${focused.length} times [json-pointer:${root}]`);
  return faults;
}

function doubledIds(blocks: readonly GivenBlock[], root: string): readonly string[] {
  const faults = doubled(blocks.flatMap((given) => (given.block_id === undefined ? [] : [given.block_id]))).map(
    (id) => `block_id ${id} stands twice [json-pointer:${root}]`,
  );
  blocks.forEach((given, at) => {
    for (const id of doubled(activeElements(given).map((element) => element.action_id))) {
      faults.push(`action_id ${id} stands twice in a block [json-pointer:${root}/${at}]`);
    }
  });
  return faults;
}

function doubled(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

/** Slack names the blocks that the app left nameless; here by their place, so that runs are alike. */
function withIds(blocks: readonly GivenBlock[]): readonly Block[] {
  const taken = new Set(blocks.map((given) => given.block_id));
  return blocks.map((given, at) => {
    let id = given.block_id ?? `b${at}`;
    while (given.block_id === undefined && taken.has(id)) id += '_';
    return { ...given, block_id: id };
  });
}

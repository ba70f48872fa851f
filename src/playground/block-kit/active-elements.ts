import type { Block, GivenBlock } from './blocks.ts';
import type { ActiveElement } from './elements.ts';

/** What a person can press, choose or fill in within a block, in its order. */
export function activeElements(block: GivenBlock): readonly ActiveElement[] {
  switch (block.type) {
    case 'actions':
      return block.elements;
    case 'input':
      return [block.element];
    case 'section':
      return block.accessory && block.accessory.type !== 'image' ? [block.accessory] : [];
    default:
      return [];
  }
}

/** The one of these ids, or null where none stands there. */
export function findElement(blocks: readonly Block[], blockId: string, actionId: string): ActiveElement | null {
  const block = blocks.find((candidate) => candidate.block_id === blockId);
  return (block && activeElements(block).find((element) => element.action_id === actionId)) ?? null;
}

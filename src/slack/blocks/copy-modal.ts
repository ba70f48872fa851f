import type { KnownBlock, ModalView } from '@slack/types';
import type { Copy } from '../../answer/answer.ts';
import { VIEWS } from '../surface.ts';
import { firstThatFits } from './posting.ts';
import { bold, plain, richText, section, words } from './rich-text.ts';

/** Room for each style, UTF-16 code units; copies are meant to be pasted, so they are shortened only at great length. */
const ROOMS = [3000, 1500, 800] as const;

/** Every style a citation can be copied in, each to be selected and pasted. */
export function copyModal(copies: readonly Copy[]): ModalView {
  const blocks = firstThatFits(ROOMS, (room) => copies.slice(0, 5).map((copy) => copyBlock(copy, room)));
  return {
    type: 'modal',
    callback_id: VIEWS.copy,
    title: plain('Copy this excerpt', 24),
    close: plain('Close', 24),
    blocks: [...blocks],
  };
}

function copyBlock(copy: Copy, room: number): KnownBlock {
  return richText(section(bold(copy.name, 80)), {
    type: 'rich_text_preformatted',
    elements: [words(copy.text, room)],
  });
}

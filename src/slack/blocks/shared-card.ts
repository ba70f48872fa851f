import type { Excerpt } from '../../answer/answer.ts';
import { writeCardState } from '../button-state.ts';
import { escapeForSlack } from '../plain-text.ts';
import { ACTIONS } from '../surface.ts';
import { citationInWords, proofInFull } from './citation.ts';
import { cardBody } from './excerpt-card.ts';
import { firstThatFits, type Posting, TEXT_ROOM } from './posting.ts';
import { actions, button, glue, quiet, richText, section } from './rich-text.ts';

const ROOMS = [2500, 1200, 600, 250] as const;

/**
 * An excerpt as it is shared with others: the card, its proof in full, and who shared it.
 *
 * Pure, so that a card already shared can be built again after a correction: the excerpt's state says it first.
 *
 * @param sharedBy the Slack id of the person
 */
export function sharedCard(excerpt: Excerpt, sharedBy: string, thread: string | null): Posting {
  const { id } = excerpt;
  const value = writeCardState({ id, thread });
  const buttons = actions(
    button(ACTIONS.context, 'Context', `Context of excerpt ${id}`, value),
    button(ACTIONS.copy, 'Copy', `Copy excerpt ${id}`, value),
  );
  const blocks = firstThatFits(ROOMS, (room) => [
    ...cardBody(excerpt, room),
    quiet(proofInFull(excerpt), 120),
    richText(section(glue('Shared by '), { type: 'user', user_id: sharedBy })),
    buttons,
  ]);
  const citation = `${citationInWords(excerpt, 2000)}\n${proofInFull(excerpt)}`;
  return { text: `${escapeForSlack(citation, TEXT_ROOM - 60)}\nShared by <@${sharedBy}>`, blocks };
}

import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Excerpt } from '../../answer/answer.ts';
import { timestamp } from '../permalink.ts';
import { SHARE_FIELDS, VIEWS } from '../surface.ts';
import { shownWords } from './citation.ts';
import { bold, plain, quote, richText, section, words } from './rich-text.ts';

/** What the share window keeps to itself: the excerpt, and where it was opened. */
export const shareOrigin = z.object({ id: z.string(), channel: z.string().nullable(), thread: timestamp.nullable() });

export type ShareOrigin = z.infer<typeof shareOrigin>;

/** Where to share an excerpt: a conversation, and a thread in it if its link is given. */
export function shareModal(excerpt: Excerpt, origin: ShareOrigin): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.share,
    private_metadata: JSON.stringify(origin),
    title: plain('Share this excerpt', 24),
    submit: plain('Share', 24),
    close: plain('Cancel', 24),
    blocks: [
      richText(quote(words(shownWords(excerpt, 300), 320)), section(bold(excerpt.who, 120))),
      {
        type: 'input',
        block_id: SHARE_FIELDS.conversation.block,
        label: plain('Conversation', 60),
        element: {
          type: 'conversations_select',
          action_id: SHARE_FIELDS.conversation.action,
          default_to_current_conversation: true,
          response_url_enabled: true,
          filter: {
            include: ['public', 'private', 'im', 'mpim'],
            exclude_external_shared_channels: true,
            exclude_bot_users: true,
          },
        },
      },
      {
        type: 'input',
        block_id: SHARE_FIELDS.threadLink.block,
        optional: true,
        label: plain('Thread link', 60),
        hint: plain('To share into a thread: the link of a message in it, from “Copy link” in its menu.', 150),
        element: { type: 'plain_text_input', action_id: SHARE_FIELDS.threadLink.action, max_length: 300 },
      },
    ],
  };
}

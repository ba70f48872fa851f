import { z } from 'zod';
import { timestamp } from './permalink.ts';
import { SHARE_FIELDS } from './surface.ts';

/** What the app uses of the payloads that Slack sends; whatever else stands in them is left alone. */

const userId = z.string().regex(/^[UW][A-Z0-9]+$/);
const channelId = z.string().regex(/^[CDG][A-Z0-9]+$/);
const person = z.object({ id: userId });
const channel = z.object({ id: channelId });

/** A message event: a mention or a direct message. */
export const messageEvent = z.object({
  team_id: z.string(),
  /** True where people of another organisation are in the conversation (Slack Connect). */
  is_ext_shared_channel: z.boolean().default(false),
  event: z.object({
    channel: channelId,
    channel_type: z.string().optional(),
    ts: timestamp,
    thread_ts: timestamp.optional(),
    user: userId.optional(),
    text: z.string().default(''),
    subtype: z.string().optional(),
    bot_id: z.string().nullish(),
    bot_profile: z.unknown().optional(),
    edited: z.unknown().optional(),
  }),
});

export type MessageEvent = z.infer<typeof messageEvent>;

/** The Home tab, or the messages tab beside it, is opened. */
export const homeOpened = z.object({ event: z.object({ user: userId, tab: z.string().optional() }) });

/** A slash command. */
export const commandPayload = z.object({
  channel_id: channelId,
  user_id: userId,
  text: z.string().default(''),
  response_url: z.url(),
});

/** A button of a card is pressed. */
export const pressPayload = z.object({
  user: person,
  channel: channel.optional(),
  message: z.object({ thread_ts: timestamp.optional() }).optional(),
  container: z.object({ thread_ts: timestamp.optional() }).optional(),
  response_url: z.url().optional(),
  trigger_id: z.string(),
  actions: z.array(z.object({ value: z.string().optional() })).min(1),
});

/** An entry of a message's menu is chosen. */
export const shortcutPayload = z.object({
  user: person,
  channel,
  response_url: z.url(),
  message: z.object({ ts: timestamp, thread_ts: timestamp.optional(), text: z.string().default('') }),
});

const { conversation, threadLink } = SHARE_FIELDS;

/** The share window is sent off. */
export const shareSubmission = z.object({
  user: person,
  response_urls: z.array(z.object({ channel_id: z.string(), response_url: z.url() })).default([]),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({
      values: z.object({
        [conversation.block]: z.object({
          [conversation.action]: z.object({ selected_conversation: channelId.nullish() }),
        }),
        [threadLink.block]: z.object({ [threadLink.action]: z.object({ value: z.string().nullish() }) }),
      }),
    }),
  }),
});

/** Whoever did whatever, as far as they can be told that it failed. */
export const anyPayload = z.object({
  user_id: userId.optional(),
  channel_id: channelId.optional(),
  user: person.optional().catch(undefined),
  channel: channel.optional().catch(undefined),
  message: z.object({ thread_ts: timestamp.optional() }).optional().catch(undefined),
  response_url: z.url().optional(),
  event: z
    .object({
      type: z.string().optional(),
      user: userId.optional(),
      channel: channelId.optional(),
      thread_ts: timestamp.optional(),
    })
    .optional()
    .catch(undefined),
  command: z.string().optional(),
  callback_id: z.string().optional(),
  view: z.object({ callback_id: z.string().optional() }).optional().catch(undefined),
  actions: z
    .array(z.object({ action_id: z.string() }))
    .optional()
    .catch(undefined),
});

export type AnyPayload = z.infer<typeof anyPayload>;

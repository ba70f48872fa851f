import type { Middleware, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { note, noteWithChannel } from '../blocks/note.ts';
import { shareModal, shareOrigin } from '../blocks/share-modal.ts';
import { readCardState } from '../button-state.ts';
import type { Log } from '../log.ts';
import { shareSubmission } from '../payloads.ts';
import { type ThreadLink, threadLink } from '../permalink.ts';
import { type Shared, shareCard, sharedSentence } from '../sharing.ts';
import { SHARE_FIELDS } from '../surface.ts';
import type { ButtonListener, CardButtons } from './card-buttons.ts';
import { GONE, readPress, usableExcerpt } from './press.ts';

/** What sharing needs. */
export interface ShareButtons extends CardButtons {
  readonly log: Log;
}

/** Share here: into the thread that the card belongs to, else into the conversation. */
export function shareHere(buttons: ShareButtons): ButtonListener {
  return async ({ ack, body }) => {
    await ack();
    const { desk, delivery } = buttons;
    const { place, value, trigger } = readPress(body);
    const { id, thread } = readCardState(value);
    // Slack may deliver one press twice; the card must not be posted twice.
    if (place.channel === null || !(await desk.claim(`share:${trigger}`))) return;
    const excerpt = await usableExcerpt(desk, id, place.channel);
    if (excerpt === undefined) return delivery.tell(place, GONE);
    const target = { channel: place.channel, thread: thread ?? place.thread, responseUrl: place.responseUrl };
    const sentence = sharedSentence(await shareCard(buttons, excerpt, target, place.user));
    if (sentence !== null) await delivery.tell(place, note(sentence));
  };
}

/** Share to …: asks in a window where to. */
export function shareTo({ desk, delivery, windows }: ShareButtons): ButtonListener {
  return async ({ ack, body }) => {
    await ack();
    const { place, value, trigger } = readPress(body);
    const { id } = readCardState(value);
    const excerpt = await usableExcerpt(desk, id, place.channel);
    if (excerpt === undefined) return delivery.tell(place, GONE);
    const view = shareModal(excerpt, { id, channel: place.channel, thread: place.thread });
    await windows.views.open({ trigger_id: trigger, view });
  };
}

/** Shares where the window says; what is wrong with its fields is said beneath them. */
export function shareSubmitted(buttons: ShareButtons): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, body }) => {
    const submission = shareSubmission.parse(body);
    const target = readTarget(submission.view.state.values);
    if (target.kind === 'invalid') return ack({ response_action: 'errors', errors: target.errors });
    await ack();
    const { desk, delivery } = buttons;
    const origin = shareOrigin.parse(JSON.parse(submission.view.private_metadata));
    const place = { channel: origin.channel, user: submission.user.id, thread: origin.thread, responseUrl: null };
    const { channel, thread } = target;
    // Where it goes decides, not where the window was opened.
    const excerpt = await usableExcerpt(desk, origin.id, channel);
    if (excerpt === undefined) return delivery.tell(place, GONE);
    const responseUrl = submission.response_urls.find((one) => one.channel_id === channel)?.response_url ?? null;
    const shared = await shareCard(buttons, excerpt, { channel, thread, responseUrl }, submission.user.id);
    await delivery.tell(place, told(shared, channel));
  };
}

function told(shared: Shared, channel: string) {
  const sentence = sharedSentence(shared);
  return sentence === null ? noteWithChannel('Shared in', channel) : note(sentence);
}

type Target =
  | { readonly kind: 'valid'; readonly channel: string; readonly thread: string | null }
  | { readonly kind: 'invalid'; readonly errors: Record<string, string> };

const { conversation, threadLink: linkField } = SHARE_FIELDS;

/**
 * Where to share. A thread's link must lead into the chosen conversation: the choice leaves out conversations shared
 * with other organisations, and a link is no way around it.
 */
function readTarget(values: ReturnType<typeof shareSubmission.parse>['view']['state']['values']): Target {
  const channel = values[conversation.block]?.[conversation.action]?.selected_conversation;
  if (!channel) {
    return { kind: 'invalid', errors: { [conversation.block]: 'Choose the conversation to share into.' } };
  }
  const typed = values[linkField.block]?.[linkField.action]?.value?.trim();
  if (!typed) return { kind: 'valid', channel, thread: null };
  const link = threadLink.safeParse(typed);
  if (!link.success) {
    const message = 'This is not a link to a Slack message. Use “Copy link” in the menu of a message in the thread.';
    return { kind: 'invalid', errors: { [linkField.block]: message } };
  }
  return inConversation(link.data, channel);
}

function inConversation(link: ThreadLink, channel: string): Target {
  if (link.channel === channel) return { kind: 'valid', channel, thread: link.thread };
  const message = 'This thread is in another conversation than the one chosen above.';
  return { kind: 'invalid', errors: { [linkField.block]: message } };
}

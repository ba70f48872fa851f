import type { BlockButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Desk } from '../../answer/answer.ts';
import { moreMessage } from '../blocks/answer-message.ts';
import { contextModal } from '../blocks/context-modal.ts';
import { copyModal } from '../blocks/copy-modal.ts';
import { readCardState, readMoreState } from '../button-state.ts';
import type { Delivery, Place } from '../delivery.ts';
import { GONE, readPress, usableExcerpt } from './press.ts';

/** A listener to one of our buttons. */
export type ButtonListener = Middleware<SlackActionMiddlewareArgs<BlockButtonAction>>;

/** What the buttons of a card need. `windows` opens modals: it must not retry, for a trigger lives three seconds. */
export interface CardButtons {
  readonly desk: Desk;
  readonly delivery: Delivery;
  readonly windows: WebClient;
}

/** Context: the paragraphs around the excerpt in a window of its own. */
export function showContext(buttons: CardButtons): ButtonListener {
  return windowFor(buttons, async (desk, id, from) => {
    const [context, age] = await Promise.all([desk.context(id, from), desk.age()]);
    return context && contextModal(context, age);
  });
}

/** Copy: the excerpt with its citation in every style. */
export function showCopies(buttons: CardButtons): ButtonListener {
  return windowFor(buttons, async (desk, id, from) => {
    if ((await usableExcerpt(desk, id, from.channel)) === undefined) return undefined;
    const copies = await desk.copies(id, from);
    return copies.length === 0 ? undefined : copyModal(copies);
  });
}

function windowFor(
  { desk, delivery, windows }: CardButtons,
  viewOf: (desk: Desk, id: string, from: Pick<Place, 'channel'>) => Promise<ModalView | undefined>,
): ButtonListener {
  return async ({ ack, body }) => {
    await ack();
    const { place, value, trigger } = readPress(body);
    const view = await viewOf(desk, readCardState(value).id, { channel: place.channel });
    if (view === undefined) return delivery.tell(place, GONE);
    await windows.views.open({ trigger_id: trigger, view });
  };
}

/** More: the next excerpts of an answer, each cut from its article again, for the person who pressed only. */
export function showMore({ desk, delivery }: CardButtons): ButtonListener {
  return async ({ ack, body }) => {
    await ack();
    const { place, value } = readPress(body);
    const { rest, thread, canShareHere } = readMoreState(value);
    const excerpts = await Promise.all(
      rest.map(async ([id, match]) => ({ excerpt: await desk.excerpt(id, { channel: place.channel }), match, id })),
    );
    const found = excerpts.flatMap(({ excerpt, match }) => (excerpt === undefined ? [] : [{ excerpt, match }]));
    if (found.length === 0) return delivery.tell(place, GONE);
    await delivery.tell(place, moreMessage(found, await desk.age(), { thread, canShareHere }));
  };
}

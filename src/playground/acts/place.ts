import type { Block } from '../block-kit/blocks.ts';
import { stored } from '../delivery/events.ts';
import type { StateValues } from '../forms/form.ts';
import { stateValues } from '../forms/form.ts';
import { surroundings } from '../forms/surroundings.ts';
import { viewPayload } from '../forms/view-payload.ts';
import type { TriggerSource } from '../kept/triggers.ts';
import type { OpenView } from '../kept/views.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { Entered, Place } from '../workspace.ts';
import { channelLabel, parentAuthor, seenMessage } from './sender.ts';

/** A place with buttons and fields as one person has it before them. */
export interface SeenPlace {
  readonly blocks: readonly Block[];
  /** The place in a word: the view's id, or the message's channel and `ts`. */
  readonly key: string;
  readonly around: ReturnType<typeof surroundings>;
  readonly trigger: Omit<TriggerSource, 'userId'>;
  /** The message whose answer address the app is given; null in a view. */
  readonly original: { readonly channelId: string; readonly originalTs: string } | null;
  /** What a payload says of the place, with what its fields hold. */
  readonly described: (values: StateValues) => object;
}

/** Looks a place up; throws a Refusal where the person does not see it. */
export function seenPlace(userId: string, place: Place, parts: Parts): SeenPlace {
  return place.kind === 'view' ? viewPlace(userId, place.viewId, parts) : messagePlace(userId, place, parts);
}

/** What all fields of a place hold; throws a Refusal on what is not offered. */
export function valuesAt(place: SeenPlace, entered: Entered): StateValues {
  return stateValues(place.blocks, entered, place.around);
}

/** A modal that lies on top, or a Home; throws a Refusal where it is neither of this person's. */
export function topView(userId: string, viewId: string, parts: Parts): OpenView {
  const view = [parts.views.stack(userId).at(-1), parts.views.home(userId)].find((open) => open?.id === viewId);
  if (!view) throw new Refusal('not_found', 'This window is not open any more.');
  return view;
}

function viewPlace(userId: string, viewId: string, parts: Parts): SeenPlace {
  const view = topView(userId, viewId, parts);
  return {
    blocks: view.definition.blocks,
    key: view.id,
    around: surroundings(userId, view.channelId, view.id, parts),
    trigger: { channelId: view.channelId, from: view.definition.type === 'home' ? 'home' : 'view' },
    original: null,
    described: (values) => ({ container: { type: 'view', view_id: view.id }, view: viewPayload(view, values) }),
  };
}

/** Slack hands an ephemeral message's place out, and not the message: it has not kept it. */
function messagePlace(userId: string, place: Extract<Place, { kind: 'message' }>, parts: Parts): SeenPlace {
  const message = seenMessage(userId, place.channelId, place.ts, parts);
  const channel = parts.conversations.seenBy(userId, place.channelId);
  const isEphemeral = message.ephemeralFor !== null;
  const key = `${channel.id} ${message.ts}`;
  const container = {
    type: 'message',
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: isEphemeral,
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
  };
  return {
    blocks: message.blocks,
    key,
    around: surroundings(userId, channel.id, key, parts),
    trigger: { channelId: channel.id, from: 'conversation' },
    original: { channelId: channel.id, originalTs: message.ts },
    described: (values) => ({
      container,
      channel: channelLabel(channel),
      ...(isEphemeral ? {} : { message: stored(message, parentAuthor(message, parts)) }),
      state: { values },
    }),
  };
}

import type { ViewStateValue } from '@slack/bolt';
import { activeElements } from '../block-kit/active-elements.ts';
import type { Block } from '../block-kit/blocks.ts';
import { type ActiveElement, optionsOf } from '../block-kit/elements.ts';
import type { Option } from '../block-kit/text.ts';
import { Refusal } from '../refusal.ts';
import type { Channel, Entered, EnteredValue, User } from '../workspace.ts';
import { offersConversation } from './offers-conversation.ts';

/** What a person has to choose from, beside the options that stand in the blocks. */
export interface Surroundings {
  /** The conversations that the person sees. */
  readonly channels: readonly Channel[];
  readonly users: readonly User[];
  /** The conversation that a modal was opened from. */
  readonly currentChannel: Channel | null;
  /** What the app has offered for a field whose options it is asked for. */
  readonly offered: (actionId: string) => readonly Option[];
}

/** The state of all fields, as the app is sent it. */
export type StateValues = Record<string, Record<string, ViewStateValue>>;

/** What the fields hold before anybody has touched them. */
export function startingValues(blocks: readonly Block[], currentChannel: Channel | null): Entered {
  return perField(blocks, (_block, element) => startingValue(element, currentChannel));
}

/** The state of all fields; those left out of `entered` hold what they held at first. Throws a Refusal on what is not offered. */
export function stateValues(blocks: readonly Block[], entered: Entered, around: Surroundings): StateValues {
  return perField(blocks, (block, element) => {
    const given = entered[block.block_id]?.[element.action_id];
    return fieldState(element, given === undefined ? startingValue(element, around.currentChannel) : given, around);
  });
}

/** What Slack itself has to say against sending the form off, by block id. */
export function complaints(blocks: readonly Block[], values: StateValues): Record<string, string> {
  const found: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const state = values[block.block_id]?.[block.element.action_id];
    const complaint = state && complaintAbout(block.element, state, block.optional ?? false);
    if (complaint) found[block.block_id] = complaint;
  }
  return found;
}

/** The state of one field; throws a Refusal where the value is not one that it offers. */
export function fieldState(element: ActiveElement, value: EnteredValue, around: Surroundings): ViewStateValue {
  const one = typeof value === 'string' && value !== '' ? value : null;
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
    case 'url_text_input':
      return { type, value: one };
    case 'datepicker':
      return { type, selected_date: one };
    case 'static_select':
      return { type, selected_option: pick(element, optionsOf(element), one, (option) => option.value) };
    case 'radio_buttons':
      return { type, selected_option: pick(element, element.options.map(plainOption), one, (option) => option.value) };
    case 'external_select': {
      const options = [
        ...around.offered(element.action_id),
        ...(element.initial_option ? [element.initial_option] : []),
      ];
      return { type, selected_option: pick(element, options, one, (option) => option.value) };
    }
    case 'conversations_select': {
      const choices = around.channels.filter((channel) => offersConversation(element, channel));
      return { type, selected_conversation: pick(element, choices, one, (channel) => channel.id)?.id ?? null };
    }
    case 'channels_select': {
      const choices = around.channels.filter((channel) => channel.kind === 'public');
      return { type, selected_channel: pick(element, choices, one, (channel) => channel.id)?.id ?? null };
    }
    case 'users_select':
      return { type, selected_user: pick(element, around.users, one, (user) => user.id)?.id ?? null };
    case 'checkboxes': {
      const chosen = typeof value === 'string' ? [value] : (value ?? []);
      const options = element.options.map(plainOption);
      return {
        type,
        selected_options: chosen.flatMap((each) => pick(element, options, each, (option) => option.value) ?? []),
      };
    }
    case 'button':
    case 'overflow':
      throw new Refusal('not_offered', `${element.action_id} holds no value.`);
  }
}

/** The choice of this name, or null where nothing is chosen; throws a Refusal where it is not among the choices. */
export function pick<T>(
  element: ActiveElement,
  choices: readonly T[],
  chosen: string | null,
  nameOf: (choice: T) => string,
): T | null {
  if (chosen === null) return null;
  const found = choices.find((choice) => nameOf(choice) === chosen);
  if (found === undefined) throw new Refusal('not_offered', `${element.action_id} does not offer ${chosen}.`);
  return found;
}

type Field = Exclude<ActiveElement, { readonly type: 'button' | 'overflow' }>;

function perField<T>(
  blocks: readonly Block[],
  read: (block: Block, element: Field) => T,
): Record<string, Record<string, T>> {
  const all: Record<string, Record<string, T>> = {};
  for (const block of blocks) {
    for (const element of activeElements(block)) {
      if (element.type === 'button' || element.type === 'overflow') continue;
      all[block.block_id] = { ...all[block.block_id], [element.action_id]: read(block, element) };
    }
  }
  return all;
}

function startingValue(element: Field, currentChannel: Channel | null): EnteredValue {
  switch (element.type) {
    case 'plain_text_input':
    case 'url_text_input':
      return element.initial_value ?? null;
    case 'datepicker':
      return element.initial_date ?? null;
    case 'static_select':
    case 'radio_buttons':
    case 'external_select':
      return element.initial_option?.value ?? null;
    case 'conversations_select': {
      if (element.initial_conversation) return element.initial_conversation;
      const takesCurrent = element.default_to_current_conversation && currentChannel;
      return takesCurrent && offersConversation(element, currentChannel) ? currentChannel.id : null;
    }
    case 'channels_select':
      return element.initial_channel ?? null;
    case 'users_select':
      return element.initial_user ?? null;
    case 'checkboxes':
      return (element.initial_options ?? []).map((option) => option.value);
  }
}

function complaintAbout(element: Field, state: ViewStateValue, isOptional: boolean): string | null {
  const { type: _type, ...held } = state;
  const isEmpty = Object.values(held).every((value) => value === null || (Array.isArray(value) && value.length === 0));
  if (isEmpty) return isOptional ? null : 'Please complete this required field.';
  const text = state.value ?? '';
  if (element.type === 'url_text_input' && !URL.canParse(text)) return 'Enter a valid URL.';
  if (element.type !== 'plain_text_input') return null;
  if (text.length < (element.min_length ?? 0)) return `Enter at least ${element.min_length} characters.`;
  return text.length > (element.max_length ?? 3000) ? `Enter at most ${element.max_length ?? 3000} characters.` : null;
}

/** A formatted option is handed back as plain text, the only kind that Bolt's types know there. */
function plainOption(option: { readonly text: { readonly text: string }; readonly value: string }): Option {
  return { text: { type: 'plain_text', text: option.text.text }, value: option.value };
}

import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/playground/block-kit/blocks.ts';
import { checkBlocks } from '../../src/playground/block-kit/check-blocks.ts';
import { complaints, type Surroundings, startingValues, stateValues } from '../../src/playground/forms/form.ts';
import { NEWSROOM } from '../../src/playground/newsroom.ts';
import type { Channel, EnteredValue } from '../../src/playground/workspace.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });
const form = (element: object, more: object = {}): readonly Block[] =>
  checkBlocks(
    [{ type: 'input', block_id: 'b', label: plain('Label'), element: { action_id: 'a', ...element }, ...more }],
    'modal',
  );

const channel = (id: string): Channel => {
  const found = NEWSROOM.channels.find((one) => one.id === id);
  if (!found) throw new Error(`no channel ${id}`);
  return found;
};

const around = (currentChannel: Channel | null = null): Surroundings => ({
  channels: NEWSROOM.channels,
  users: NEWSROOM.users,
  currentChannel,
  offered: () => [],
});

const inside = { type: 'conversations_select', filter: { exclude_external_shared_channels: true } };
const held = (blocks: readonly Block[], value: EnteredValue, current: Channel | null = null) =>
  stateValues(blocks, { b: { a: value } }, around(current));
const complaint = (element: object, value: EnteredValue, more: object = {}) => {
  const blocks = form(element, more);
  return complaints(blocks, held(blocks, value)).b ?? null;
};

describe('a form starts with', () => {
  it.each<[string, object, string | null, EnteredValue]>([
    ['nothing in a text field', { type: 'plain_text_input' }, null, null],
    ['the text that the app put there', { type: 'plain_text_input', initial_value: 'Li' }, null, 'Li'],
    [
      'the option that the app chose',
      { type: 'static_select', options: [option('x')], initial_option: option('x') },
      null,
      'x',
    ],
    [
      'the boxes that the app ticked',
      { type: 'checkboxes', options: [option('x'), option('y')], initial_options: [option('y')] },
      null,
      ['y'],
    ],
    ['the day that the app chose', { type: 'datepicker', initial_date: '2015-12-17' }, null, '2015-12-17'],
    ['the conversation it was opened from', { ...inside, default_to_current_conversation: true }, 'C0FACTS', 'C0FACTS'],
    ['no conversation, unless the app asks for the present one', inside, 'C0FACTS', null],
    [
      'no conversation that its filter leaves out',
      { ...inside, default_to_current_conversation: true },
      'C0PARTNERS',
      null,
    ],
    [
      'the conversation that the app chose before the present one',
      { ...inside, default_to_current_conversation: true, initial_conversation: 'C0GENERAL' },
      'C0FACTS',
      'C0GENERAL',
    ],
  ])('%s', (_name, element, current, value) => {
    const blocks = form(element);
    expect(startingValues(blocks, current === null ? null : channel(current))).toEqual({ b: { a: value } });
  });

  it('what it held at first where a field is left out of what was entered', () => {
    const blocks = form({ type: 'plain_text_input', initial_value: 'Li' });
    expect(stateValues(blocks, {}, around())).toEqual({ b: { a: { type: 'plain_text_input', value: 'Li' } } });
  });
});

describe('a menu of conversations', () => {
  it.each<[string, object | undefined, string, boolean]>([
    ['any channel', undefined, 'C0PARTNERS', true],
    ['a channel of this organisation alone', { exclude_external_shared_channels: true }, 'C0PARTNERS', false],
    ['a private channel', { include: ['private'] }, 'C0INQUIRY', true],
    ['no private channel among public ones', { include: ['public'] }, 'C0INQUIRY', false],
    ['no channel that is none', undefined, 'C0NOWHERE', false],
  ])('offers %s', (_name, filter, id, isOffered) => {
    const choose = () => held(form({ type: 'conversations_select', ...(filter ? { filter } : {}) }), id);
    if (isOffered) expect(choose()).toEqual({ b: { a: { type: 'conversations_select', selected_conversation: id } } });
    else expect(choose).toThrow(`a does not offer ${id}.`);
  });
});

describe('Slack holds a form back', () => {
  it.each<[string, object, EnteredValue, object, string | null]>([
    ['where a field is empty', { type: 'plain_text_input' }, '', {}, 'Please complete this required field.'],
    ['where nothing is chosen', { type: 'conversations_select' }, null, {}, 'Please complete this required field.'],
    [
      'where no box is ticked',
      { type: 'checkboxes', options: [option('x')] },
      [],
      {},
      'Please complete this required field.',
    ],
    ['not where the field is optional', { type: 'plain_text_input' }, '', { optional: true }, null],
    [
      'where a text is too short',
      { type: 'plain_text_input', min_length: 3 },
      'ab',
      {},
      'Enter at least 3 characters.',
    ],
    [
      'where a text is too long',
      { type: 'plain_text_input', max_length: 3 },
      'abcd',
      {},
      'Enter at most 3 characters.',
    ],
    ['not where it is as long as may be', { type: 'plain_text_input', min_length: 3, max_length: 3 }, 'abc', {}, null],
    ['where an address is none', { type: 'url_text_input' }, 'paper', {}, 'Enter a valid URL.'],
    ['not where it is one', { type: 'url_text_input' }, 'https://paper.example/a', {}, null],
  ])('%s', (_name, element, value, more, shown) => {
    expect(complaint(element, value, more)).toBe(shown);
  });
});

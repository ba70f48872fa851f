import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlocks, type Surface, shownCharacters } from '../../src/playground/block-kit/check-blocks.ts';
import { Refusal } from '../../src/playground/refusal.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (length: number) => ({ type: 'section', text: mrkdwn('x'.repeat(length)) });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object) => ({ type: 'input', label: plain('Label'), element });
const option = (value: string, text = 'One') => ({ text: plain(text), value });
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const quote = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }],
});

function refusalOf(blocks: unknown, surface: Surface): { readonly code: string; readonly faults: readonly string[] } {
  try {
    checkBlocks(blocks, surface);
    return { code: 'ok', faults: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error;
  }
}

describe('blocks at their limits', () => {
  it.each<[string, Surface, readonly object[]]>([
    ['50 in a message', 'message', many(50, () => ({ type: 'divider' }))],
    ['100 in a modal', 'modal', many(100, () => ({ type: 'divider' }))],
    ['100 in a Home', 'home', many(100, () => ({ type: 'divider' }))],
    ['a section of 3,000 characters', 'message', [section(3000)]],
    ['ten fields of 2,000', 'modal', [{ type: 'section', fields: many(10, () => mrkdwn('x'.repeat(2000))) }]],
    ['a header of 150', 'message', [{ type: 'header', text: plain('x'.repeat(150)) }]],
    [
      'a button of 75 with a value of 2,000',
      'message',
      [actions(button({ text: plain('x'.repeat(75)), value: 'v'.repeat(2000) }))],
    ],
    [
      'an action_id and a block_id of 255',
      'message',
      [{ ...actions(button({ action_id: 'a'.repeat(255) })), block_id: 'b'.repeat(255) }],
    ],
    ['25 elements in actions', 'message', [actions(...many(25, (at) => button({ action_id: `a${at}` })))]],
    ['ten elements in a context', 'message', [{ type: 'context', elements: many(10, () => mrkdwn('x')) }]],
    ['a quote with markup in it', 'message', [quote('*not bold* <!here>')]],
    ['13,200 characters in all', 'message', [...many(4, () => section(3000)), section(1200)]],
    ['the same action_id in two blocks', 'message', [actions(button()), actions(button())]],
    [
      '100 options',
      'modal',
      [input({ type: 'static_select', action_id: 's', options: many(100, (at) => option(`v${at}`)) })],
    ],
    [
      'radio buttons with formatting',
      'modal',
      [input({ type: 'radio_buttons', action_id: 'r', options: [{ text: mrkdwn('*a*'), value: 'a' }] })],
    ],
    [
      'a confirm',
      'message',
      [
        actions(
          button({
            confirm: { title: plain('Sure?'), text: mrkdwn('Really?'), confirm: plain('Yes'), deny: plain('No') },
          }),
        ),
      ],
    ],
  ])('%s are taken', (_name, surface, blocks) => {
    expect(refusalOf(blocks, surface)).toEqual({ code: 'ok', faults: [] });
  });
});

describe('blocks past their limits', () => {
  it.each<[string, Surface, unknown, string]>([
    [
      '51 in a message',
      'message',
      many(51, () => ({ type: 'divider' })),
      'must have at most 50 items [json-pointer:/blocks]',
    ],
    [
      '101 in a modal',
      'modal',
      many(101, () => ({ type: 'divider' })),
      'must have at most 100 items [json-pointer:/blocks]',
    ],
    [
      '101 in a Home',
      'home',
      many(101, () => ({ type: 'divider' })),
      'must have at most 100 items [json-pointer:/blocks]',
    ],
    [
      'a section of 3,001',
      'message',
      [section(3001)],
      'must have at most 3000 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['an empty section', 'message', [section(0)], 'must have at least 1 characters [json-pointer:/blocks/0/text/text]'],
    ['a section with nothing in it', 'message', [{ type: 'section' }], 'needs text or fields [json-pointer:/blocks/0]'],
    [
      'eleven fields',
      'message',
      [{ type: 'section', fields: many(11, () => mrkdwn('x')) }],
      'must have at most 10 items [json-pointer:/blocks/0/fields]',
    ],
    [
      'a field of 2,001',
      'message',
      [{ type: 'section', fields: [mrkdwn('x'.repeat(2001))] }],
      'must have at most 2000 characters [json-pointer:/blocks/0/fields/0/text]',
    ],
    [
      'a header of 151',
      'message',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      'must have at most 150 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a header with formatting',
      'message',
      [{ type: 'header', text: mrkdwn('x') }],
      'Invalid input: expected "plain_text" [json-pointer:/blocks/0/text/type]',
    ],
    [
      'a button of 76',
      'message',
      [actions(button({ text: plain('x'.repeat(76)) }))],
      'must have at most 75 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'a value of 2,001',
      'message',
      [actions(button({ value: 'v'.repeat(2001) }))],
      'must have at most 2000 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      'an action_id of 256',
      'message',
      [actions(button({ action_id: 'a'.repeat(256) }))],
      'must have at most 255 characters [json-pointer:/blocks/0/elements/0/action_id]',
    ],
    [
      'a block_id of 256',
      'message',
      [{ type: 'divider', block_id: 'b'.repeat(256) }],
      'must have at most 255 characters [json-pointer:/blocks/0/block_id]',
    ],
    [
      '26 elements in actions',
      'message',
      [actions(...many(26, (at) => button({ action_id: `a${at}` })))],
      'must have at most 25 items [json-pointer:/blocks/0/elements]',
    ],
    [
      'eleven elements in a context',
      'message',
      [{ type: 'context', elements: many(11, () => mrkdwn('x')) }],
      'must have at most 10 items [json-pointer:/blocks/0/elements]',
    ],
    [
      'an action_id twice in a block',
      'message',
      [actions(button(), button())],
      'action_id a stands twice in a block [json-pointer:/blocks/0]',
    ],
    [
      'a block_id twice',
      'message',
      [
        { type: 'divider', block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
      'block_id b stands twice [json-pointer:/blocks]',
    ],
    [
      'an unknown block',
      'message',
      [{ type: 'table', rows: [] }],
      'unsupported type: table [json-pointer:/blocks/0/type]',
    ],
    [
      'an unknown element',
      'message',
      [actions({ type: 'toggle', action_id: 'a' })],
      'unsupported type: toggle [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      'an unknown field',
      'message',
      [{ type: 'divider', colour: 'red' }],
      'unknown field: colour [json-pointer:/blocks/0]',
    ],
    [
      'an unknown field deep within',
      'message',
      [actions(button({ tooltip: 'x' }))],
      'unknown field: tooltip [json-pointer:/blocks/0/elements/0]',
    ],
    ['a block without a type', 'message', [{}], 'unsupported type: undefined [json-pointer:/blocks/0/type]'],
    ['no list', 'message', 'blocks', 'Invalid input: expected array, received string [json-pointer:/blocks]'],
    [
      'an input in a message',
      'message',
      [input({ type: 'plain_text_input', action_id: 't' })],
      'no input in a message [json-pointer:/blocks/0]',
    ],
    [
      'markdown in a Home',
      'home',
      [{ type: 'markdown', text: 'x' }],
      'markdown only in a message [json-pointer:/blocks/0]',
    ],
    [
      '101 options',
      'modal',
      [input({ type: 'static_select', action_id: 's', options: many(101, (at) => option(`v${at}`)) })],
      'must have at most 100 items [json-pointer:/blocks/0/element/options]',
    ],
    [
      'an option value of 76',
      'modal',
      [input({ type: 'static_select', action_id: 's', options: [option('v'.repeat(76))] })],
      'must have at most 75 characters [json-pointer:/blocks/0/element/options/0/value]',
    ],
    [
      'an initial option that is none of the options',
      'modal',
      [input({ type: 'static_select', action_id: 's', options: [option('a')], initial_option: option('b') })],
      'must be one of the options [json-pointer:/blocks/0/element/initial_option]',
    ],
    [
      'a select without options',
      'modal',
      [input({ type: 'static_select', action_id: 's' })],
      'needs either options or option_groups [json-pointer:/blocks/0/element]',
    ],
    [
      'an option of radio buttons that is too long',
      'modal',
      [input({ type: 'radio_buttons', action_id: 'r', options: [option('a', 'x'.repeat(76))] })],
      'must have at most 75 characters [json-pointer:/blocks/0/element/options/0/text/text]',
    ],
    [
      'response_url_enabled outside a modal',
      'message',
      [actions({ type: 'conversations_select', action_id: 'c', response_url_enabled: true })],
      'response_url_enabled only in an input of a modal [json-pointer:/blocks/0]',
    ],
    [
      'two fields in focus',
      'modal',
      [
        input({ type: 'plain_text_input', action_id: 't', focus_on_load: true }),
        input({ type: 'plain_text_input', action_id: 't', focus_on_load: true }),
      ],
      'focus_on_load stands 2 times [json-pointer:/blocks]',
    ],
    [
      'a button that leads to no web address',
      'message',
      [actions(button({ url: 'javascript:alert(1)' }))],
      'Invalid URL [json-pointer:/blocks/0/elements/0/url]',
    ],
    [
      'an empty text in a quote',
      'message',
      [quote('')],
      'must have at least 1 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
    ],
  ])('%s: refused, and the message says where', (_name, surface, blocks, fault) => {
    const refusal = refusalOf(blocks, surface);
    expect(refusal.code).toBe('invalid_blocks');
    expect(refusal.faults).toEqual([fault]);
  });

  it('13,201 characters in all: msg_blocks_too_long', () => {
    expect(refusalOf([...many(4, () => section(3000)), section(1201)], 'message').code).toBe('msg_blocks_too_long');
  });

  it('names every fault at once', () => {
    const { faults } = refusalOf([section(3001), { type: 'divider', colour: 'red' }], 'message');
    expect(faults).toHaveLength(2);
  });
});

describe('blocks that are kept', () => {
  it('all get a block_id, and those given stay', () => {
    const ids = checkBlocks([{ type: 'divider' }, { type: 'divider', block_id: 'b0' }], 'message').map(
      (block) => block.block_id,
    );
    expect(new Set(ids).size).toBe(2);
    expect(ids[1]).toBe('b0');
  });

  it('count as long as what they show', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 300 }), { maxLength: 20 }), (texts) => {
        const blocks = texts.map((text, at) => (at % 2 === 0 ? { type: 'section', text: mrkdwn(text) } : quote(text)));
        const naive = texts.join('').length;
        expect(shownCharacters(checkBlocks(blocks, 'message'))).toBe(naive);
      }),
    );
  });
});

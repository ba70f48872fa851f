import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../src/playground/block-kit/check-blocks.ts';
import { links, notifications } from '../../src/playground/notifications.ts';
import { escapeEntities } from '../../src/playground/typed-text.ts';

const hostile =
  'Hello <!here> <!channel|all> <!everyone> <@U0NADIA> <@W1|w> <!subteam^S1> <https://evil.example|click>';
const everybody = [
  ['here', null],
  ['channel', null],
  ['everyone', null],
  ['user', 'U0NADIA'],
  ['user', 'W1'],
  ['group', 'S1'],
];

const message = (text: string, blocks: readonly object[] = []) => ({ text, blocks: checkBlocks(blocks, 'message') });
const mrkdwn = { type: 'mrkdwn', text: hostile };
const plain = { type: 'plain_text', text: 'hi' };
const quote = (...elements: object[]) => [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] }];
const found = (text: string, blocks?: readonly object[]) =>
  notifications(message(text, blocks)).map(({ kind, id, at }) => [kind, id, at]);

describe('a posted message notifies', () => {
  it.each<[string, string, readonly object[], string]>([
    ['its text', hostile, [], 'text'],
    ['a section', 'x', [{ type: 'section', text: mrkdwn }], '/blocks/0/text'],
    ['a field', 'x', [{ type: 'divider' }, { type: 'section', fields: [plain, mrkdwn] }], '/blocks/1/fields/1'],
    ['a context', 'x', [{ type: 'context', elements: [mrkdwn] }], '/blocks/0/elements/0'],
    ['markdown', 'x', [{ type: 'markdown', text: hostile }], '/blocks/0'],
  ])('whom %s mentions', (_name, text, blocks, at) => {
    expect(found(text, blocks)).toEqual(everybody.map((one) => [...one, at]));
  });

  it('whom the mentions of rich text name', () => {
    const blocks = quote(
      { type: 'user', user_id: 'U1' },
      { type: 'usergroup', usergroup_id: 'S1' },
      { type: 'broadcast', range: 'here' },
    );
    const at = '/blocks/0/elements/0';
    expect(found('x', blocks)).toEqual([
      ['user', 'U1', at],
      ['group', 'S1', at],
      ['here', null, at],
    ]);
  });

  it('whom a list in rich text names', () => {
    const line = { type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] };
    expect(
      found('x', [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: [line] }] }]),
    ).toHaveLength(1);
  });
});

describe('a posted message notifies nobody', () => {
  it.each<[string, string, readonly object[]]>([
    ['from escaped text', escapeEntities(hostile), []],
    ['from bare names', '@here @channel @nadia #general', []],
    ['from the text of rich text', 'x', quote({ type: 'text', text: hostile })],
    ['from plain text', 'x', [{ type: 'header', text: { type: 'plain_text', text: hostile.slice(0, 150) } }]],
    ['from a mention of a channel', '<#C0FACTS|fact-check>', []],
  ])('%s', (_name, text, blocks) => {
    expect(found(text, blocks)).toEqual([]);
  });
});

describe('a posted message leads', () => {
  it('where its links and bare addresses point', () => {
    const blocks = [
      { type: 'section', text: mrkdwn },
      ...quote({ type: 'link', url: 'https://paper.example/a', text: 'article' }),
    ];
    expect(links(message('see https://bare.example/x and <mailto:a@b.example|mail>', blocks))).toEqual([
      { url: 'https://bare.example/x', at: 'text' },
      { url: 'mailto:a@b.example', at: 'text' },
      { url: 'https://evil.example', at: '/blocks/0/text' },
      { url: 'https://paper.example/a', at: '/blocks/1/elements/0' },
    ]);
  });

  it('nowhere from the text of rich text', () => {
    expect(links(message('x', quote({ type: 'text', text: hostile })))).toEqual([]);
  });
});

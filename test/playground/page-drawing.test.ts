import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/playground/block-kit/blocks.ts';
import { blocksHtml, type Setting } from '../../src/playground/page/drawing/blocks-html.ts';
import { mrkdwnHtml, plainHtml, wordsOf } from '../../src/playground/page/drawing/text-html.ts';

const names = {
  user: (id: string) => (id === 'U0NADIA' ? 'nadia' : undefined),
  channel: (id: string) => (id === 'C0DESK' ? 'desk' : undefined),
};

const setting: Setting = {
  names,
  directory: {
    channels: [
      {
        id: 'C0DESK',
        name: 'desk',
        kind: 'public',
        purpose: '',
        isMember: true,
        isExternallyShared: false,
        members: [],
      },
      { id: 'C0OUT', name: 'out', kind: 'public', purpose: '', isMember: true, isExternallyShared: true, members: [] },
      {
        id: 'C0OWN',
        name: 'own',
        kind: 'private',
        purpose: '',
        isMember: true,
        isExternallyShared: false,
        members: [],
      },
    ],
    users: [{ id: 'U0NADIA', name: 'nadia', realName: 'Nadia Rahman', title: 'Editor', isBot: false }],
    botUserId: 'U0BOT',
  },
  scope: 's',
  initial: {},
};

const draw = (...blocks: readonly Block[]) => blocksHtml(blocks, setting);
const plain = (text: string) => ({ type: 'plain_text' as const, text });

describe('plain text', () => {
  it('stays as it is, whatever Markdown or Slack would make of it', () => {
    const text = '*bold* _slanted_ `code` [label](https://example.org) <!channel> <@U0NADIA> :ok: # head\n- item';
    const inHeader = draw({ type: 'header', block_id: 'b', text: plain(text) });
    expect(inHeader).toContain(plainHtml(text));
    expect(inHeader).not.toMatch(/<(?:strong|em|code|a|li)\b/);
  });

  it('is the same in every block that has any', () => {
    const text = 'a*b*c <i>d</i>';
    const blocks: readonly Block[] = [
      { type: 'header', block_id: 'b', text: plain(text) },
      { type: 'section', block_id: 'b', text: plain(text) },
      { type: 'section', block_id: 'b', fields: [plain(text)] },
      { type: 'context', block_id: 'b', elements: [plain(text)] },
      { type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'a', text: plain(text) }] },
      { type: 'rich_text', block_id: 'b', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }] },
    ];
    for (const block of blocks) expect(draw(block)).toContain(plainHtml(text));
  });
});

describe('Slack’s markup', () => {
  it.each([
    ['*Mr Xi* said', '<strong>Mr Xi</strong> said'],
    ['_so_ and ~not~', '<em>so</em> and <s>not</s>'],
    ['`a*b*`', '<code>a*b*</code>'],
    ['*a _b_*', '<strong>a <em>b</em></strong>'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['&gt; one\n&gt; two\nthree', '<blockquote>one<br>two</blockquote>three'],
    ['```a *b*```', '<pre>a *b*</pre>'],
    ['&lt;b&gt; &amp;lt;', '&#60;b&#62; &#38;lt;'],
    ['<@U0NADIA>', '<span class="mention" data-user="U0NADIA">@nadia</span>'],
    ['<#C0DESK|desk>', '<a class="mention" href="#/C0DESK">#desk</a>'],
    ['<!here>', '<span class="mention mention-all">@here</span>'],
    [
      '<https://example.org/a_b_c|label>',
      '<a href="https://example.org/a_b_c" target="_blank" rel="noopener noreferrer">label</a>',
    ],
    ['<javascript:alert(1)|label>', 'label'],
    ['<data:text/html,x>', 'data:text/html,x'],
  ])('%s', (text, html) => {
    expect(mrkdwnHtml(text, names)).toBe(html);
  });

  it('is read out as words', () => {
    expect(wordsOf('<@U0NADIA> in <#C0DESK>: &lt;a&gt; <https://example.org|here>', names)).toBe(
      '@nadia in #desk: <a> here',
    );
  });
});

/** Text that would do something if it were not escaped. */
const hostile = fc.oneof(
  fc.string({ minLength: 1 }),
  fc
    .array(
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '<script>',
        '"',
        "'",
        '>',
        '<',
        '`',
        '*',
        '_',
        '&lt;',
        '\n',
        'onload="x"',
      ),
      {
        minLength: 1,
      },
    )
    .map((parts) => parts.join('')),
);

/** The tags of some HTML with their attributes' names; throws where something else begins with `<`. */
function tagsOf(html: string): readonly string[] {
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g)];
  if (html.split('<').length !== tags.length + 1) throw new Error(`not all of this is well-formed: ${html}`);
  return tags.map(([, tag, given = '']) => {
    return [tag, ...[...given.matchAll(/\s+([a-z-]+)(?:="[^"]*")?/g)].map(([, name]) => name)].join(' ');
  });
}

function blocksWith(text: string): readonly Block[] {
  const option = { text: plain(text), value: 'v', description: plain(text) };
  return [
    { type: 'header', block_id: text, text: plain(text) },
    {
      type: 'section',
      block_id: text,
      text: plain(text),
      fields: [plain(text)],
      accessory: { type: 'image', image_url: 'https://example.org/p.png', alt_text: text },
    },
    { type: 'context', block_id: text, elements: [plain(text)] },
    {
      type: 'actions',
      block_id: text,
      elements: [
        {
          type: 'button',
          action_id: text,
          text: plain(text),
          value: text,
          accessibility_label: text,
          confirm: { title: plain(text), text: plain(text), confirm: plain(text), deny: plain(text) },
        },
        { type: 'overflow', action_id: 'o', options: [option] },
        { type: 'static_select', action_id: 's', placeholder: plain(text), options: [option] },
        { type: 'radio_buttons', action_id: 'r', options: [option] },
      ],
    },
    {
      type: 'rich_text',
      block_id: text,
      elements: [
        { type: 'rich_text_quote', elements: [{ type: 'text', text, style: { bold: true, strike: true } }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] },
        { type: 'rich_text_section', elements: [{ type: 'link', url: 'https://example.org/', text }] },
      ],
    },
    {
      type: 'input',
      block_id: text,
      label: plain(text),
      hint: plain(text),
      element: {
        type: 'plain_text_input',
        action_id: 't',
        initial_value: text,
        placeholder: plain(text),
        multiline: true,
      },
    },
  ];
}

describe('hostile text', () => {
  it('adds no tag and no attribute in any field of any block', () => {
    const harmless = tagsOf(blocksHtml(blocksWith('harmless'), setting));
    expect(harmless.length).toBeGreaterThan(40);
    fc.assert(
      fc.property(hostile, (text) => {
        const tags = tagsOf(blocksHtml(blocksWith(text), setting));
        expect(tags.filter((tag) => tag !== 'br')).toEqual(harmless);
      }),
      { numRuns: 60 },
    );
  });

  it('adds no tag but Slack’s own in markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const tag of tagsOf(mrkdwnHtml(text, names))) {
          expect(tag).toMatch(
            /^(?:strong|em|s|code|pre|blockquote|br|span|span class|span class data-user|a|a href target rel|a class href)$/,
          );
        }
      }),
    );
  });

  it('leads nowhere but to the web', () => {
    const link = (url: string) =>
      draw({
        type: 'rich_text',
        block_id: 'b',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url, text: 'x' }] }],
      });
    expect(link('javascript:alert(1)')).not.toContain('<a');
    expect(link('data:text/html,<script>')).not.toContain('<a');
    expect(link('https://example.org/"onclick="x')).toContain('href="https://example.org/%22onclick=%22x"');
    expect(link('https://example.org/')).toContain('rel="noopener noreferrer"');
  });
});

describe('a drawn block', () => {
  it('asks the network for nothing', () => {
    const html = draw({ type: 'image', block_id: 'b', image_url: 'https://example.org/p.png', alt_text: 'A map' });
    expect(html).toContain('Picture: A map');
    expect(html).not.toContain('example.org');
  });

  it('has buttons that say which they are', () => {
    const html = draw({
      type: 'actions',
      block_id: 'block',
      elements: [
        { type: 'button', action_id: 'press', value: '1', text: plain('Go'), accessibility_label: 'Go there' },
      ],
    });
    expect(html).toContain(
      '<button type="button" class="button" data-block="block" data-action="press" data-value="1" data-sends aria-label="Go there">Go</button>',
    );
  });

  it('has buttons whose spoken name holds what is seen', () => {
    const button = { type: 'button' as const, action_id: 'press', text: plain('Share here') };
    const html = draw({
      type: 'actions',
      block_id: 'b',
      elements: [{ ...button, accessibility_label: 'Share excerpt 1 here' }],
    });
    expect(html).toContain('aria-label="Share here, Share excerpt 1 here"');
  });

  it('writes no styles into tags and no ids but those of fields', () => {
    const html = draw(...blocksWith('text'));
    expect(html).not.toContain('style=');
    expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      's-3-o',
      's-3-s',
      's-3-r',
      's-5-t-label',
      's-5-t',
      's-5-t-hint',
      's-5-t-error',
    ]);
  });
});

describe('a conversations_select', () => {
  const element = { type: 'conversations_select' as const, action_id: 'where', initial_conversation: 'C0DESK' };
  const label = plain('Where');

  it('offers what its filter leaves', () => {
    const filter = { include: ['public' as const], exclude_external_shared_channels: true };
    const html = draw({ type: 'input', block_id: 'b', label, element: { ...element, filter } });
    expect(html).toContain('<option value="C0DESK" selected># desk</option>');
    expect(html).not.toContain('C0OUT');
    expect(html).not.toContain('C0OWN');
  });

  it('holds what the view begins with rather than what the element says', () => {
    const html = blocksHtml([{ type: 'input', block_id: 'b', label, element }], {
      ...setting,
      initial: { b: { where: 'C0OWN' } },
    });
    expect(html).toContain('<option value="C0OWN" selected>');
    expect(html).not.toContain('<option value="C0DESK" selected>');
  });
});

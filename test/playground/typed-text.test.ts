import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEWSROOM } from '../../src/playground/newsroom.ts';
import { arrive, escapeEntities } from '../../src/playground/typed-text.ts';

const arrived = (typed: string) => arrive(typed, NEWSROOM.users, NEWSROOM.channels);

describe('what a person types', () => {
  it.each([
    ['plain words', 'plain words'],
    ['R&D < 5 > 3', 'R&amp;D &lt; 5 &gt; 3'],
    ['@whosaid who said “order”?', '<@U0WHOSAID> who said “order”?'],
    ['ask @nadia.', 'ask <@U0NADIA>.'],
    ['@Nadia, please', '<@U0NADIA>, please'],
    ['@nobody is here', '@nobody is here'],
    ['nadia@whosaid.example', 'nadia@whosaid.example'],
    ['see #fact-check!', 'see <#C0FACTS|fact-check>!'],
    ['#nowhere', '#nowhere'],
    ['@here and @channel', '<!here> and <!channel>'],
    ['read https://example.org/a?b=1&c=2.', 'read <https://example.org/a?b=1&amp;c=2>.'],
    ['(https://example.org)', '(<https://example.org>)'],
    ['<@U0NADIA> typed by hand', '&lt;@U0NADIA&gt; typed by hand'],
    ['<!here> typed by hand', '&lt;!here&gt; typed by hand'],
    ['&amp; typed by hand', '&amp;amp; typed by hand'],
    ['two\nlines', 'two\nlines'],
    ['https://', 'https://'],
  ])('%j arrives as %j', (typed, text) => {
    expect(arrived(typed).text).toBe(text);
  });

  it('names each person who is mentioned, in order', () => {
    expect(arrived('@whosaid and @grace').mentioned).toEqual(['U0WHOSAID', 'U0GRACE']);
  });

  it('stands unescaped in the pieces of its rich text', () => {
    expect(arrived('R&D @whosaid https://example.org').pieces).toEqual([
      { type: 'text', text: 'R&D ' },
      { type: 'user', user_id: 'U0WHOSAID' },
      { type: 'text', text: ' ' },
      { type: 'link', url: 'https://example.org' },
    ]);
  });

  it('is only escaped where nobody and nothing is named in it', () => {
    const words = fc.string().filter((text) => !/[@#]|https?:/.test(text));
    fc.assert(
      fc.property(words, (typed) => {
        expect(arrived(typed).text).toBe(escapeEntities(typed));
      }),
    );
  });

  it('never carries a raw angle bracket that Slack did not put there', () => {
    const typing = fc.array(
      fc.constantFrom('<', '>', '&', '@whosaid', '#general', '@here', ' ', 'x', 'https://example.org'),
    );
    fc.assert(
      fc.property(typing, (pieces) => {
        const left = arrived(pieces.join('')).text.replaceAll(/<(?:@U\w+|#C\w+\|[\w-]+|!\w+|https:[^<>]*)>/g, '');
        expect(left).not.toMatch(/[<>]/);
      }),
    );
  });
});

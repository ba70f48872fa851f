import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/answer/printable-text.ts';
import { asTyped, escapeForSlack, shorten, surroundings, withoutMentionOf } from '../../src/slack/plain-text.ts';
import { hostileText } from './blocks/hostile.ts';

describe('shortening a text', () => {
  it('leaves what fits', () => {
    expect(shorten('The river will rise', 19)).toBe('The river will rise');
  });

  it('stops at a word and says that it stopped', () => {
    expect(shorten('The river will rise before winter', 24)).toBe('The river will rise […]');
  });

  it('has something to show for a text of nothing', () => {
    expect(shorten(' \u200b\n', 10)).toBe('–');
  });

  it('never takes more room than given, nor breaks a character in two', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 10, max: 4000 }), (text, room) => {
        const short = shorten(text, room);
        expect(short.length).toBeLessThanOrEqual(room);
        expect(short).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('escaping for Slack', () => {
  it.each([
    ['<!channel> & co', '&lt;!channel&gt; &amp; co'],
    ['&lt;!channel&gt;', '&amp;lt;!channel&amp;gt;'],
    ['<@U0NADIA>', '&lt;@U0NADIA&gt;'],
  ])('escapes once: %s', (text, expected) => {
    expect(escapeForSlack(text, 100)).toBe(expected);
  });

  it('cuts before it escapes, so that no entity is left half', () => {
    expect(escapeForSlack('a'.repeat(5) + '<'.repeat(20), 20)).toBe('aaaaa&lt;&lt; […]');
  });

  it('gives back, unescaped, the start of what it was given', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 20, max: 4000 }), (text, room) => {
        const escaped = escapeForSlack(text, room);
        expect(escaped.length).toBeLessThanOrEqual(room);
        const start = escaped
          .replace(/ \[…\]$/, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&');
        if (start !== '–') expect(clean(text).trim().startsWith(start)).toBe(true);
      }),
    );
  });
});

describe('what a person typed', () => {
  it.each([
    ['entities', 'costs &amp; benefits &lt; 5', 'costs & benefits < 5'],
    ['an entity typed out', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['an address', '<https://harbour.example/a?b=1&amp;c=2>', 'https://harbour.example/a?b=1&c=2'],
    ['a name that Slack made an address', '<http://harbour.example|harbour.example>', 'harbour.example'],
    ['a mail address', '<mailto:desk@harbour.example|desk@harbour.example>', 'desk@harbour.example'],
    ['a channel', 'in <#C0GENERAL|general>', 'in #general'],
    ['somebody else’s mention', 'did <@U0GRACE> say it', 'did <@U0GRACE> say it'],
  ])('is had back from %s', (_what, text, expected) => {
    expect(asTyped(text)).toBe(expected);
  });

  it('loses our own mention and nobody else’s', () => {
    expect(withoutMentionOf('U0BOT', '<@U0BOT> did <@U0GRACE> say it, <@U0BOT|whosaid>?')).toBe(
      'did <@U0GRACE> say it,  ?',
    );
  });
});

describe('what stands around words that are shown whole', () => {
  it('is shortened away from them', () => {
    const { before, after } = surroundings(`${'far '.repeat(50)}near `, ` near${' far'.repeat(50)}`, 20);
    expect(before).toMatch(/^\[…\] .*near $/);
    expect(after).toMatch(/^ near.* \[…\]$/);
  });
});

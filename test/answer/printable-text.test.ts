import { describe, expect, it } from 'vitest';
import { clean, cleanLine } from '../../src/answer/printable-text.ts';

describe('cleaning a text', () => {
  it.each([
    ['a bidirectional override', 'pay \u202e001\u202c now', 'pay 001 now'],
    ['an isolate', 'a\u2066b\u2069c', 'abc'],
    ['zero-width marks', 'ze\u200bro\u200d wi\ufeffdth', 'zero width'],
    ['controls', 'a\u0000b\u0007c', 'abc'],
    ['half a surrogate pair', 'a\ud83db', 'ab'],
    ['tag characters', 'a\u{e0041}b', 'ab'],
    ['what begins a terminal’s escapes', 'a\u001b[31mb\u009b1mc', 'a[31mb1mc'],
  ])('takes out %s', (_what, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it.each([
    'curly “quotes” and ‘these’',
    'an em dash — and an en dash –',
    'naïve café',
    'भारत',
    '🔥 and ☎\ufe0f',
    'a\nb\tc',
  ])('leaves what is printed: %s', (text) => {
    expect(clean(text)).toBe(text);
  });

  it('makes one line of several where that is asked for', () => {
    expect(cleanLine('real.\r\n2026-11-25  withdrawn\u2028x')).toBe('real. 2026-11-25  withdrawn x');
  });
});

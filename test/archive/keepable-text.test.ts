import { describe, expect, it } from 'vitest';
import { reasonNotKeepable, storable, storableJson } from '../../src/archive/keepable-text.ts';

describe('a text for a database', () => {
  it.each(['', 'plain', '😀', 'e\u0301', 'a\r\n', '\ufeff', '\u2028', '\\ud800', '\\u0000', '"\\'])(
    'is left as it is where it can be kept: %j',
    (text) => {
      expect(reasonNotKeepable(text)).toBeNull();
      expect(storable(text)).toBe(text);
      expect(JSON.parse(storableJson([text, { text }]))).toEqual([text, { text }]);
    },
  );

  it.each([
    ['a\0b', 'a\ufffdb'],
    ['\ud83d', '\ufffd'],
    ['x\ude00y', 'x\ufffdy'],
    ['\ude00\ud83d', '\ufffd\ufffd'],
    ['😀\ud83d', '😀\ufffd'],
  ])('has whatever cannot be kept marked: %j', (text, marked) => {
    expect(reasonNotKeepable(text)).not.toBeNull();
    expect(storable(text)).toBe(marked);
    expect(JSON.parse(storableJson([text, { text }]))).toEqual([marked, { text: marked }]);
  });
});

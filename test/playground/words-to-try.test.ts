import { describe, expect, it } from 'vitest';
import { wordsFrom } from '../../src/playground/words-to-try.ts';
import { MONEY, RIVER } from '../slack/memory-desk.ts';

const LONG = {
  ...RIVER,
  kind: 'mixed' as const,
  words: { text: 'we shall raise the wall by one metre before the winter comes', span: { start: 0, end: 60 } },
};

const texts = (...given: Parameters<typeof wordsFrom>) => wordsFrom(...given).starters.map(({ text }) => text);

describe('words to try', () => {
  it('are a fragment, a person, a misquote, and words without a speaker', () => {
    expect(texts([MONEY, LONG], 'River defences')).toEqual([
      '/whosaid we shall raise the wall by',
      '@whosaid What did Alma Reyes say?',
      '@whosaid Did Alma Reyes say “we shall raise the wall by metre before the winter comes”?',
      '@whosaid Who said “It was never about money”?',
      '/whosaid help',
    ]);
  });

  it('end at a comma rather than in the middle of the next clause', () => {
    const words = { text: 'Under the guise of safety, they raised it', span: { start: 0, end: 41 } };
    expect(texts([{ ...MONEY, words }], null)[0]).toBe('@whosaid Who said “Under the guise of safety”?');
  });

  it('come from the headline where the archive has no quotation', () => {
    expect(texts([], 'River defences to be raised before winter')).toEqual([
      '/whosaid River defences to be raised before',
      '/whosaid help',
    ]);
  });

  it('are those about whosaid itself where the archive is empty', () => {
    expect(wordsFrom([], null)).toEqual({ starters: [{ label: 'All commands', text: '/whosaid help' }], pasted: null });
  });
});

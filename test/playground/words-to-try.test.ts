import { describe, expect, it } from 'vitest';
import { wordsFrom, wordsToTry } from '../../src/playground/words-to-try.ts';
import { deskOver } from '../answer/desk-over.ts';
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

describe('words to try in an archive of many articles', () => {
  const article = (id: string, day: string, text: string) => {
    return { id, text: `News of ${id}\n\n${text}\n`, publishedAt: `2024-03-${day}` };
  };
  const QUOTED = '“The river will rise again long before the winter comes,” said Alma Reyes, the mayor.';
  const startersOver = async (...articles: readonly ReturnType<typeof article>[]) => {
    const over = await deskOver(...articles);
    try {
      return (await wordsToTry(over.desk)).starters.map(({ text }) => text);
    } finally {
      await over.close();
    }
  };
  const ABOUT_HER = [
    '/whosaid The river will rise again long',
    '@whosaid What did Alma Reyes say?',
    '@whosaid Did Alma Reyes say “The river will rise again before the winter comes”?',
    '/whosaid help',
  ];

  it('are those of a newer article and, for what it lacks, of an older one', async () => {
    const none = article('alder', '03', 'The council met on Monday. Nobody was heard.');
    const short = article('birch', '02', '“We wait,” said Bo Lane.');
    expect(await startersOver(none, short)).toEqual([
      '/whosaid We wait',
      '@whosaid What did Bo Lane say?',
      '/whosaid help',
    ]);
    expect(await startersOver(none, short, article('cedar', '01', QUOTED))).toEqual(ABOUT_HER);
  });

  it('are those of any article where nobody is quoted in the newest ones', async () => {
    const newer = Array.from({ length: 9 }, (_, n) => article(`a${n}`, `1${n}`, 'The council met on Monday.'));
    expect(await startersOver(...newer, article('old', '01', QUOTED))).toEqual(ABOUT_HER);
  });
});

import type { Desk, Excerpt } from '../answer/answer.ts';
import type { Starter } from './page/drawn-workspace.ts';

/** How many excerpts of an article are looked through, and how many articles: the newest. */
const LOOK_THROUGH = 40;
const MOST_ARTICLES = 8;
/** How many words to try there are where nothing is missing. */
const ALL_STARTERS = 5;

/**
 * Words to try that the archive has an answer to, drawn from what it holds: a fragment, a person, a misquote, words
 * without a speaker. The newest articles are gone through until there is one of each; where nobody is quoted in any of
 * them, any quotation that the archive holds will do.
 */
export async function wordsToTry(desk: Desk): Promise<WordsToTry> {
  const latest = await desk.latest(MOST_ARTICLES);
  const headline = latest[0]?.headline ?? null;
  const excerpts: Excerpt[] = [];
  for (const { articleId } of latest) {
    const topic = { speaker: null, about: null, articleId };
    excerpts.push(...(await desk.ask('Who spoke?', { topic, limit: LOOK_THROUGH })).excerpts);
    if (wordsFrom(excerpts, headline).starters.length === ALL_STARTERS) break;
  }
  if (!excerpts.some(isQuote)) excerpts.push(...(await desk.find('kind:quote', { limit: LOOK_THROUGH })).excerpts);
  return wordsFrom(excerpts, headline);
}

/** Words to try for the composer, and words for a colleague to have pasted. */
export interface WordsToTry {
  readonly starters: readonly Starter[];
  /** Printed words to use the message menu on; null where the archive has none. */
  readonly pasted: string | null;
}

/** The same from excerpts at hand. */
export function wordsFrom(excerpts: readonly Excerpt[], headline: string | null): WordsToTry {
  const quotes = excerpts.filter(isQuote);
  const credited = quotes.filter(isNamed);
  const telling = credited.filter(({ words }) => misquote(words.text) !== null);
  const named = telling.find(({ kind }) => kind === 'mixed') ?? telling[0] ?? credited[0];
  const unnamed = quotes.find(({ status }) => status === 'none');
  const misquoted = telling[0];
  const fragment = named ? beginning(named.words.text, 6) : headline === null ? null : beginning(headline, 6);
  const starters = [
    ...(fragment === null ? [] : [{ label: 'Words you remember', text: `/whosaid ${fragment}` }]),
    ...(named ? [{ label: 'A person', text: `@whosaid What did ${named.speaker} say?` }] : []),
    ...(misquoted
      ? [{ label: 'A misquote', text: `@whosaid Did ${misquoted.speaker} say “${misquote(misquoted.words.text)}”?` }]
      : []),
    ...(unnamed
      ? [{ label: 'No speaker given', text: `@whosaid Who said “${beginning(unnamed.words.text, 8)}”?` }]
      : []),
    { label: 'All commands', text: '/whosaid help' },
  ];
  return { starters, pasted: quotes.at(-1)?.words.text ?? null };
}

function isQuote({ kind }: Excerpt): boolean {
  return kind === 'direct' || kind === 'mixed';
}

function isNamed({ speaker }: Excerpt): boolean {
  return speaker !== null;
}

/** The first words, up to a comma where one comes after some of them, without the punctuation at their edges. */
function beginning(text: string, count: number): string {
  const words = text.split(/\s+/).slice(0, count);
  const comma = words.findIndex((word, index) => index >= 3 && /[,;:]$/.test(word));
  return trimmed(words.slice(0, comma < 0 ? count : comma + 1).join(' '));
}

/** The words with one from their middle left out; null where they are too few for that. */
function misquote(text: string): string | null {
  const words = text.split(/\s+/).slice(0, 12);
  if (words.length < 7) return null;
  const out = Math.floor(words.length / 2);
  return trimmed(words.filter((_, index) => index !== out).join(' '));
}

function trimmed(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

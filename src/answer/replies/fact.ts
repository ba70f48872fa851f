import { normalise, wordsOf } from '../../article/words.ts';
import type { Entry } from '../../extraction/entry.ts';
import { isFact } from '../../extraction/entry.ts';
import { stem } from '../../search/likeness.ts';
import { type Hit, search } from '../../search/search.ts';
import { isStopWord } from '../../search/stop-words.ts';
import { alternativesFor, asPrinted } from '../alternatives.ts';
import type { OpenArticles } from '../open-articles.ts';
import { type Draft, nothing, type Shelves, withoutRepeats } from './draft.ts';
import { asFoundHit, nearbyOf } from './words.ts';

/** What sort of answer a question wants. */
export type Wanted = 'number' | 'date' | 'place' | 'whether' | 'statement';

/** Share of a question's content words that the sentence of an answer must hold. */
const ENOUGH = 0.6;
const MOST_SHOWN = 5;

/** A figure, a date, a place or a statement: what an article states, shown with who states it. */
export async function replyWithFact(
  shelves: Shelves,
  wanted: Wanted,
  words: string,
  articles: OpenArticles,
): Promise<Draft> {
  const text = asPrinted(words);
  const content = contentWords(text);
  if (content.length === 0) return nothing();
  const names = wordsOf(text).flatMap((word) => (/^\p{Lu}/u.test(text.slice(word.start)) ? word.norm : []));
  const alternatives = alternativesFor(text);
  const hits = await search(shelves, { text: content.join(' '), alternatives });
  const judged: { hit: Hit; share: number; own: number; isDated: boolean; sentence: string }[] = [];
  for (const hit of hits) {
    if (!gives(wanted, hit.entry)) continue;
    const around = await articles.sentenceOf(hit.entry);
    if (!around) continue;
    const told = wanted === 'whether' ? withoutAsides(hit.entry.text, names) : around.text;
    const share = shareOf(content, told, alternatives);
    if (share < ENOUGH || shareOf(names, told, alternatives) < 1 || !gives(wanted, hit.entry, around.text)) continue;
    judged.push({
      hit,
      share,
      own: shareOf(content.slice(0, 1), hit.entry.text, alternatives),
      isDated: around.isDated,
      sentence: around.text,
    });
  }
  if (judged.length === 0) return nothing(NOTHING[wanted]);
  judged.sort(
    (a, b) =>
      b.share - a.share ||
      b.own - a.own ||
      kindRank(wanted, a.hit.entry) - kindRank(wanted, b.hit.entry) ||
      b.hit.relevance - a.hit.relevance,
  );
  const best = judged[0];
  const fitting = judged
    .filter(({ share, own }) => share === best?.share && own === best.own)
    .map(({ hit }) => asFoundHit(hit));
  const undated = wanted === 'date' && best && !best.isDated ? relativeTime(best.sentence) : null;
  return {
    outcome: undated ? 'answer-with-warning' : 'by-attribution',
    message: undated ? `“${undated}” cannot be dated: the article gives no publication date.` : MESSAGE[wanted],
    found: withoutRepeats(fitting)
      .slice(0, MOST_SHOWN)
      .map(({ entry }) => ({ entry, match: 'keywords', diff: [] })),
    nearby: nearbyOf(judged.map(({ hit }) => hit)),
    about: words,
  };
}

const NOTHING = {
  number: 'No figure for this is given.',
  date: 'No date for this is given.',
  place: 'No place for this is given.',
  whether: 'Nothing printed says so or denies it.',
  statement: null,
} as const;
const MESSAGE = {
  number: 'The figure as printed:',
  date: 'When, as printed:',
  place: 'Where, as printed:',
  whether: 'What is printed on this:',
  statement: 'What is printed on this:',
} as const;

/** A statement without what its brackets say of others: that Facebook is blocked tells nothing of Microsoft. */
function withoutAsides(text: string, names: readonly string[]): string {
  return text.replace(/\([^()]*\)/g, (aside, at: number) => {
    const owner = wordsOf(text.slice(Math.max(0, at - 60), at)).at(-1)?.norm;
    return owner !== undefined && names.includes(owner) ? aside : ' ';
  });
}

function contentWords(text: string): readonly string[] {
  const words = wordsOf(text).map((word) => word.norm);
  const content = words.filter((word) => !isStopWord(word));
  return content.length > 0 ? content : words;
}

/** The share of words that a text holds, in any form of theirs or by another word for the same. */
function shareOf(words: readonly string[], text: string, alternatives: ReadonlyMap<string, readonly string[]>): number {
  const printed = new Set(wordsOf(text).map((word) => stem(word.norm)));
  const held = words.filter((word) =>
    [word, ...(alternatives.get(word) ?? [])].some((form) => printed.has(stem(form))),
  );
  return words.length === 0 ? 1 : held.length / words.length;
}

const NUMBER_WORD =
  /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter)\b/iu;
const TIME =
  /\b(?:yesterday|today|tonight|tomorrow|(?:last|next|this|previous|past|following) (?:year|month|week|night|spring|summer|autumn|fall|winter|decade|century|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:\p{N}+|two|three|four|five|six|several|a few) (?:years?|months?|weeks?|days?) (?:ago|earlier|later)|(?:early|mid|late)?[ -]?\p{N}{4}|january|february|march|april|may \p{N}+|june|july|august|september|october|november|december|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;
const RELATIVE =
  /\b(?:yesterday|today|tonight|tomorrow|(?:last|next|this|previous|past|following) (?:year|month|week|night|decade|century|\p{L}+day)|(?:\p{N}+|\p{L}+) (?:years?|months?|weeks?|days?) (?:ago|earlier)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;

/** Whether an entry (or the sentence around it) holds what is wanted. */
function gives(wanted: Wanted, entry: Entry, sentence?: string): boolean {
  switch (wanted) {
    case 'number':
      return NUMBER_WORD.test(entry.text);
    case 'date':
      return sentence === undefined || TIME.test(sentence);
    case 'place':
      return entry.kind === 'fact/place' || /\b(?:in|at|near|outside|from|to) (?:the )?\p{Lu}/u.test(entry.text);
    case 'whether':
    case 'statement':
      return true;
  }
}

/** Facts of the wanted kind first, then other facts, then what people said. */
function kindRank(wanted: Wanted, entry: Entry): number {
  const own = {
    number: 'fact/figure',
    date: 'fact/date',
    place: 'fact/place',
    whether: null,
    statement: null,
  } as const;
  if (entry.kind === own[wanted]) return 0;
  return isFact(entry) ? 1 : 2;
}

/** A time that only a publication date would fix ("previous year"), as printed; null where there is none. */
function relativeTime(sentence: string): string | null {
  const absolute = sentence.replace(RELATIVE, '');
  const relative = RELATIVE.exec(sentence)?.[0];
  return relative && normalise(relative) !== '' && !/\p{N}{4}/u.test(relative) ? (absolute ? relative : null) : null;
}

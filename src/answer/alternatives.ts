import { wordsOf } from '../article/words.ts';
import type { Alternatives } from '../search/plan.ts';

/**
 * Words that a question and an article use for the same thing. For questions only: a quotation is never looked up by
 * other words than its own.
 */
const GROUPS: readonly string[] = [
  'attend attended attending attendance attendees participants participated participate delegates gathered joined visitors',
  'allowed permitted legal available accessible blocked banned forbidden prohibited barred',
  'founded created established launched started formed set',
  'held happened happening place hosted staged opened opening',
  'people participants users residents inhabitants citizens population persons',
  'companies firms businesses corporations giants groups',
  'sent dispatched represented representatives executives',
  'attracted drew',
  'jobs posts positions workers employees',
  'died killed dead deaths fatalities',
  'hurt injured wounded injuries',
  'cost costs price worth paid spent',
  'leader leaders head chief chair chairs chairing chairman chairwoman director',
  'lead leads led heads headed chairs chairing chaired directs runs',
  'run runs running governance govern governed managed',
  'use uses using users used',
  'internet online web cyberspace',
  'law laws legislation rules regulation regulations',
  'usa us america american united',
];

/** Turns of phrase that a single word stands for in print. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:take|takes|took|taking|taken) part(?: in)?\b/gi, 'attended'],
  [/\b(?:take|takes|took|taking|taken) place\b/gi, 'held'],
  [/\b(?:set|sets|setting) up\b/gi, 'set up'],
  [/\b(?:go|goes|went|come|comes|came) to\b/gi, 'attended'],
];

const BY_WORD: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.flatMap((group) => {
    const words = group.split(' ');
    return words.map((word) => [word, words.filter((other) => other !== word)] as const);
  }),
);

/** A question's words with turns of phrase put as print puts them. */
export function asPrinted(words: string): string {
  return PHRASES.reduce((text, [pattern, printed]) => text.replace(pattern, printed), words);
}

/** Other words that would do for the words of a question. */
export function alternativesFor(words: string): Alternatives {
  const alternatives = new Map<string, readonly string[]>();
  for (const { norm } of wordsOf(words)) {
    const others = BY_WORD.get(norm);
    if (others) alternatives.set(norm, others);
  }
  return alternatives;
}

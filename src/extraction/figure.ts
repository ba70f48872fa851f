import { slice } from '../article/article.ts';
import type { Figure, Naming } from './cast.ts';
import { genderIn } from './full-names.ts';
import { isCountry, isKnownBody, isKnownPlace } from './known-bodies.ts';
import type { NameMention } from './mentions.ts';

/** Somebody or some body by all mentions: those of the full name, and the shorter ones that are understood by it. */
export function figureOf(
  text: string,
  own: readonly NameMention[],
  shorter: readonly NameMention[],
  namings: Map<NameMention, Naming>,
  isCommon: (norm: string) => boolean = () => false,
): Figure {
  const mentions = [...own, ...shorter].sort((a, b) => a.start - b.start);
  const introduction = fullest(own, isCommon);
  const isSingle = introduction.words.length === 1;
  const figure: Figure = {
    name: slice(text, { start: isSingle ? introduction.start : introduction.wordsStart, end: introduction.end }),
    introduction,
    kind: kindOf(mentions),
    isEvident: mentions.some(isTold),
    gender: genderIn(mentions),
    isIntroduced: !isSingle || mentions.some(isTold),
    mentions,
    nouns: new Set(mentions.flatMap(({ portrait }) => portrait.traits.map(({ noun }) => noun))),
  };
  const naming: Naming = { kind: 'one', figure };
  for (const mention of mentions) namings.set(mention, naming);
  return figure;
}

function isTold({ honorific, portrait }: NameMention): boolean {
  return honorific !== null || portrait.traits.length > 0 || portrait.isPerson;
}

/** The mention with most of the name; of equals one in plain text, with an honorific, the first. */
function fullest(mentions: readonly NameMention[], isCommon: (norm: string) => boolean): NameMention {
  const worth = (mention: NameMention) => {
    const isCapitals = mention.words.every((word) => word.length > 1 && word === word.toUpperCase());
    // Last Year Jo Lane: the first word is none of hers.
    const isPadded = mention.words.length > 2 && !mention.isBody && isCommon(mention.words[0]?.toLowerCase() ?? '');
    const isPlain = !mention.isQuoted && !mention.isHeadline;
    return (
      mention.words.length * 8 -
      (isPadded ? 12 : 0) -
      (isCapitals ? 100 : 0) -
      (mention.isHeadline ? 200 : 0) +
      (isPlain ? 4 : 0) +
      (mention.honorific ? 2 : 0)
    );
  };
  let [best] = mentions;
  if (!best) throw new RangeError('a figure without a mention');
  let most = worth(best);
  for (const mention of mentions) {
    const own = worth(mention);
    if (own > most) [best, most] = [mention, own];
  }
  return best;
}

/** Whether a person or a body is named, as far as the article's own use of the name tells. */
function kindOf(mentions: readonly NameMention[]): Figure['kind'] {
  let things = 0;
  let short = false;
  let long = false;
  let acts = false;
  for (const { portrait, honorific, words, titles, isBody, part } of mentions) {
    if (part !== 'other') acts = true;
    if (honorific !== null || portrait.isPerson || portrait.gender !== null) return 'person';
    if (portrait.traits.some((trait) => !trait.isBody) || titles.length > 0) return 'person';
    if (portrait.traits.length > 0) return 'body';
    // "TRUMP" is an acronym by its looks, and is not where the article prints a longer name for it.
    if (isBody && (words.length > 1 || mentions.every((mention) => mention.words.length === 1))) return 'body';
    if (isCountry(words) || isKnownBody(words) || isKnownPlace(words)) return 'body';
    if (portrait.isThing) things++;
    if (words.length > 1) long = true;
    else short = true;
  }
  if (things > 0 && !(long && short)) return 'body';
  if (long && (short || (things === 0 && acts))) return 'person';
  return 'unknown';
}

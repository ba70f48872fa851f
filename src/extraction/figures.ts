import type { Figure, Naming } from './cast.ts';
import { figureOf } from './figure.ts';
import { type Bearer, Few, type Form, fullNames } from './full-names.ts';
import type { Gender } from './gender.ts';
import { isCountry, isKnownBody } from './known-bodies.ts';
import type { NameMention } from './mentions.ts';
import { foldAcronym, foldWord, initialsOf } from './name-forms.ts';
import { isAcronym } from './name-words.ts';

const SEVERAL: Naming = { kind: 'several' };

/** Puts the names of an article together: which are one person's or one body's, and which are several people's. */
export class Figures {
  readonly all: readonly Figure[];
  readonly #namings = new Map<NameMention, Naming>();

  constructor(text: string, mentions: readonly NameMention[], isCommon: (norm: string) => boolean) {
    const bearers = fullNames(mentions);
    const index = new Surnames(bearers, mentions);
    nameByBrackets(text, mentions, bearers, index);
    const alone = new Map<string, NameMention[]>();
    const placed = new Map<NameMention, Bearer | null>();
    for (const bearer of bearers) for (const mention of bearer.mentions) placed.set(mention, bearer);
    const bound = new Map<Bearer, NameMention[]>();
    const established = new Map<string, Bearer>();
    for (const mention of mentions) {
      if (mention.words.length > 1) continue;
      const found = index.meant(mention, established);
      placed.set(mention, found === 'several' ? null : found);
      if (found === null) {
        const key = `${foldWord(mention.words[0] ?? '')} ${mention.generation ?? ''}`;
        const list = alone.get(key);
        if (list) list.push(mention);
        else alone.set(key, [mention]);
      } else if (found !== 'several') {
        const list = bound.get(found);
        if (list) list.push(mention);
        else bound.set(found, [mention]);
      }
    }
    const figures = bearers.map((bearer) =>
      figureOf(text, bearer.mentions, bound.get(bearer) ?? [], this.#namings, isCommon),
    );
    for (const own of alone.values()) {
      if (own.every((mention) => isDoubtful(mention, isCommon))) for (const mention of own) placed.delete(mention);
      else figures.push(...singles(text, own, this.#namings));
    }
    for (const [mention, bearer] of placed)
      if (bearer === null && !this.#namings.has(mention)) this.#namings.set(mention, SEVERAL);
    this.all = figures;
  }

  /** Whom a mention names; undefined where it is no name after all. */
  naming(mention: NameMention): Naming | undefined {
    return this.#namings.get(mention);
  }
}

/** Reporters Without Borders ([RSF]) */
function nameByBrackets(
  text: string,
  mentions: readonly NameMention[],
  bearers: readonly Bearer[],
  index: Surnames,
): void {
  const bodies = new Map<NameMention, Bearer>();
  for (const bearer of bearers) for (const mention of bearer.mentions) bodies.set(mention, bearer);
  mentions.forEach((mention, at) => {
    const before = mentions[at - 1];
    const [word] = mention.words;
    if (!before || word === undefined || mention.words.length > 1 || !isAcronym(word)) return;
    const isBracketed = text[mention.start - 1] === '(' && text[mention.end] === ')' && mention.start - before.end <= 3;
    const bearer = isBracketed ? bodies.get(before) : undefined;
    if (bearer) index.abbreviate(word, bearer);
  });
}

/** Witnesses said … · Cheap imports … · Inquiry asks …: a word at the start that is no name elsewhere in the article. */
function isDoubtful(
  { isFirst, isNoun, isWeak, honorific, words, portrait, isBody }: NameMention,
  isCommon: (norm: string) => boolean,
): boolean {
  if (isWeak) return true;
  if (!isFirst || honorific !== null || portrait.traits.length > 0 || portrait.isPerson || isBody) return false;
  const word = words[0]?.toLowerCase() ?? '';
  if (isKnownBody(words) || isCountry(words)) return false;
  return portrait.isModifier || isNoun || isCommon(word) || NOUN_ENDING.test(word);
}

/** Endings of plurals and of nouns for what is no person: participants, guidelines, tension. */
const NOUN_ENDING = /(?:[^suaio]s|tion|sion|ment|ness|ity|ence|ance|ism)$/;

/** Who is meant by one word: a surname, else a first name, a middle name, the letters of a body. */
class Surnames {
  readonly #byLast = new Few<Bearer>();
  readonly #byOther = new Few<Bearer>();
  readonly #byLetters = new Few<Bearer>();
  readonly #byShort = new Few<Bearer>();
  /** Surnames printed with an honorific, and by which gender. */
  readonly #honoured = new Map<string, Set<Gender>>();

  constructor(bearers: readonly Bearer[], mentions: readonly NameMention[]) {
    for (const bearer of bearers) {
      for (const form of bearer.forms) this.#add(bearer, form);
    }
    for (const { words, gender } of mentions) {
      if (words.length > 1 || gender === null) continue;
      const key = foldWord(words[0] ?? '');
      const genders = this.#honoured.get(key) ?? new Set<Gender>();
      this.#honoured.set(key, genders.add(gender));
    }
  }

  #add(bearer: Bearer, { words, isBody, mentions }: Form): void {
    const last = words.at(-1) ?? '';
    if (!isBody) {
      this.#byLast.add(last, bearer);
      if (/^(?:al|el)-/.test(last)) this.#byLast.add(last.slice(3), bearer);
      for (const word of words.slice(0, -1)) if (word.length > 2) this.#byOther.add(word, bearer);
      for (const { nickname } of mentions) if (nickname) this.#byOther.add(foldWord(nickname), bearer);
      return;
    }
    const letters = initialsOf(words);
    if (letters) this.#byLetters.add(letters, bearer);
    if (words.length === 2 && CORPORATE.test(last)) this.#byShort.add(words[0] ?? '', bearer);
    // the Gazette is the Harbour Gazette
    this.#byShort.add(last, bearer);
  }

  /** Says what a body is called for short. */
  abbreviate(letters: string, body: Bearer): void {
    this.#byLetters.add(foldAcronym(letters), body);
  }

  /** The one who is meant at a place; null where nobody with a longer name is. */
  meant(mention: NameMention, established: Map<string, Bearer>): Bearer | 'several' | null {
    const printed = mention.words[0] ?? '';
    if (isAcronym(printed)) {
      const bodies = this.#byLetters.of(foldAcronym(printed));
      if (bodies.length === 1 && bodies[0]) return bodies[0];
    }
    // Nobody is called Germany or Twitter for short.
    if (mention.honorific === null && (isCountry(mention.words) || isKnownBody(mention.words))) return null;
    const key = foldWord(printed);
    const surname = this.#byLast.of(key);
    const candidates = (surname.length > 0 ? surname : this.#byOther.of(key)).filter((bearer) => {
      if (mention.generation !== null) return bearer.forms[0]?.generation === mention.generation;
      return !mention.gender || !bearer.gender || bearer.gender === mention.gender;
    });
    // Mrs Lane throughout is not Ms Lane.
    const honorific = mention.honorific?.replace(/\.$/, '') ?? null;
    const called = candidates.filter(
      (bearer) => honorific === null || bearer.honorific === null || bearer.honorific === honorific,
    );
    const same = candidates.filter((bearer) => honorific !== null && bearer.honorific === honorific);
    const fitting = same.length === 1 ? same : called.length > 0 ? called : candidates;
    // Mr and Mrs Alan Lane: Mrs Lane is one of two, and nothing says whose the first name is.
    const isCouple = mention.gender !== null && (this.#honoured.get(key)?.size ?? 0) > 1;
    if (isCouple && fitting.length === 1 && fitting[0]?.gender === null) return null;
    if (fitting.length === 0) {
      const [body, other] = this.#byShort.of(key);
      return other ? 'several' : (body ?? null);
    }
    const only = fitting.length === 1 ? fitting[0] : this.#known(mention, fitting, established.get(key));
    if (!only || (mention.gender === null && this.#isSharedWithAnother(key, only))) return 'several';
    if (surname.length > 0) established.set(key, only);
    if (mention.gender !== null) only.gender ??= mention.gender;
    only.honorific ??= honorific;
    return only;
  }

  /** Whether the surname is printed with the honorific of somebody else: Mr Alan Lane met Mrs Lane. */
  #isSharedWithAnother(key: string, { gender }: Bearer): boolean {
    return gender !== null && [...(this.#honoured.get(key) ?? [])].some((other) => other !== gender);
  }

  /**
   * Of several people of one surname, the one who alone had been named by then, or was called by the surname alone before
   * the others were named; but not in a sentence that names another of them.
   */
  #known(mention: NameMention, fitting: readonly Bearer[], established: Bearer | undefined): Bearer | undefined {
    const named = fitting.filter(({ mentions }) => (mentions[0]?.start ?? 0) < mention.start);
    const choice = named.length === 1 ? named[0] : established;
    if (!choice || !fitting.includes(choice)) return undefined;
    const isBeside = fitting.some(({ mentions }) => {
      return mentions[0]?.sentence.start === mention.sentence.start;
    });
    return isBeside && named.length !== 1 ? undefined : choice;
  }
}

const CORPORATE =
  /^(?:co\.?|company|corp\.?|corporation|inc\.?|ltd\.?|plc|llc|group|holdings|university|airlines|motors|news|campaign)$/;

/**
 * The people who share a bare surname: one, unless the honorifics show two.
 *
 *     Mr Lane met Mrs Lane.                     two people, neither of whom is the other
 *     Mr Alan Lane spoke. Mrs Lane left.        she is not Alan Lane
 */
function singles(text: string, mentions: readonly NameMention[], namings: Map<NameMention, Naming>): readonly Figure[] {
  const genders = (['masculine', 'feminine'] as const).filter((gender) =>
    mentions.some((mention) => mention.gender === gender),
  );
  if (genders.length < 2) return [figureOf(text, mentions, [], namings)];
  return genders.map((gender) =>
    figureOf(
      text,
      mentions.filter((mention) => mention.gender === gender),
      [],
      namings,
    ),
  );
}

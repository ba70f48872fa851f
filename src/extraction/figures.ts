import { slice } from '../article/article.ts';
import type { Figure, Naming } from './cast.ts';
import type { Gender } from './gender.ts';
import { isCountry, isKnownBody } from './known-bodies.ts';
import type { NameMention } from './mentions.ts';
import { canBeOne, foldAcronym, foldedWords, foldWord, initialsOf, isInitial } from './name-forms.ts';
import { isAcronym } from './name-words.ts';

/** The mentions of one full name, before it is known which other forms are the same person's. */
interface Form {
  readonly words: readonly string[];
  readonly generation: string;
  readonly isBody: boolean;
  readonly mentions: NameMention[];
}

/** A figure in the making. */
interface Draft {
  /** The longest form first. */
  readonly forms: Form[];
  readonly mentions: NameMention[];
  gender: Gender;
  /** The honorific that it was called by first. */
  honorific: string | null;
}

const SEVERAL: Naming = { kind: 'several' };

/** Things by a key, a few of each: so many that it is known that there are several. */
class Few<Thing> {
  readonly #map = new Map<string, Thing[]>();
  add(key: string, thing: Thing): void {
    const list = this.#map.get(key);
    if (!list) this.#map.set(key, [thing]);
    else if (list.length < 4 && !list.includes(thing)) list.push(thing);
  }
  of(key: string): readonly Thing[] {
    return this.#map.get(key) ?? [];
  }
}

/** Puts the names of an article together: which are one person's or one body's, and which are several people's. */
export class Figures {
  readonly all: readonly Figure[];
  readonly #namings = new Map<NameMention, Naming>();

  constructor(text: string, mentions: readonly NameMention[], isCommon: (norm: string) => boolean) {
    const drafts = fullNames(mentions);
    const index = new Surnames(drafts, mentions);
    const alone = new Map<string, NameMention[]>();
    const placed = new Map<NameMention, Draft | null>();
    for (const draft of drafts) for (const mention of draft.mentions) placed.set(mention, draft);
    const bound = new Map<Draft, NameMention[]>();
    const established = new Map<string, Draft>();
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
    const figures = drafts.map((draft) => figureOf(text, draft.mentions, bound.get(draft) ?? [], this.#namings));
    for (const own of alone.values()) {
      if (own.every((mention) => isDoubtful(mention, isCommon))) for (const mention of own) placed.delete(mention);
      else figures.push(...singles(text, own, this.#namings));
    }
    for (const [mention, draft] of placed)
      if (draft === null && !this.#namings.has(mention)) this.#namings.set(mention, SEVERAL);
    this.all = figures;
  }

  /** Whom a mention names; undefined where it is no name after all. */
  naming(mention: NameMention): Naming | undefined {
    return this.#namings.get(mention);
  }
}

/** Witnesses said … · Cheap imports … · Inquiry asks …: a word at the start that is no name elsewhere in the article. */
function isDoubtful(
  { isFirst, honorific, words, portrait, isBody }: NameMention,
  isCommon: (norm: string) => boolean,
): boolean {
  if (!isFirst || honorific !== null || portrait.traits.length > 0 || portrait.isPerson || isBody) return false;
  const word = words[0]?.toLowerCase() ?? '';
  return !isKnownBody(words) && !isCountry(words) && (portrait.isModifier || isCommon(word));
}

/** The figures with a full name: each form goes to the one longer form that it can be a form of. */
function fullNames(mentions: readonly NameMention[]): readonly Draft[] {
  const forms = new Map<string, Form>();
  for (const mention of mentions) {
    if (mention.words.length < 2) continue;
    const words = foldedWords(mention);
    const generation = mention.generation ?? '';
    const key = `${words.join(' ')} ${generation}`;
    const form = forms.get(key);
    if (form) form.mentions.push(mention);
    else forms.set(key, { words, generation, isBody: mention.isBody, mentions: [mention] });
  }
  const byEnds = new Few<Draft>();
  const byTail = new Few<Draft>();
  const drafts: Draft[] = [];
  const byLast = new Few<Draft>();
  const longestFirst = [...forms.values()].sort((a, b) => rank(b) - rank(a));
  for (const form of longestFirst) {
    const { words, generation } = form;
    const first = words[0] ?? '';
    const last = words.at(-1) ?? '';
    const host = form.isBody ? undefined : hostOf(form, byEnds, byTail);
    if (host) {
      host.forms.push(form);
      host.mentions.push(...form.mentions);
    }
    const [namesake, second] = host || form.isBody || !isInTitlesOnly(form) ? [] : byLast.of(last);
    if (namesake && !second) {
      // Late Lane Header Sinks Wells: what the capitals make of his name there is no other name of his.
      namesake.mentions.push(...form.mentions);
      continue;
    }
    const draft = host ?? { forms: [form], mentions: [...form.mentions], gender: null, honorific: null };
    if (!host) drafts.push(draft);
    if (form.isBody) continue;
    byLast.add(last, draft);
    byEnds.add(`${first} ${last} ${generation}`, draft);
    byEnds.add(`${first.charAt(0)}. ${last} ${generation}`, draft);
    for (const { nickname } of form.mentions)
      if (nickname) byEnds.add(`${foldWord(nickname)} ${last} ${generation}`, draft);
    for (let at = 1; at < Math.min(words.length - 1, 5); at++)
      byTail.add(`${words.slice(at).join(' ')} ${generation}`, draft);
  }
  for (const draft of drafts) draft.gender = genderIn(draft.mentions);
  return drafts;
}

/** Longer forms first, those with an initial for a first name last, and behind these what only titles print. */
function rank(form: Form): number {
  const { words } = form;
  return words.length - (isInitial(words[0] ?? '') ? 100 : 0) - (isInTitlesOnly(form) ? 200 : 0);
}

function isInTitlesOnly({ mentions }: Form): boolean {
  return mentions.every(({ isHeadline }) => isHeadline);
}

function hostOf({ words, generation }: Form, byEnds: Few<Draft>, byTail: Few<Draft>): Draft | undefined {
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const start = isInitial(first) ? first.slice(0, 2) : first;
  const same = byEnds
    .of(`${start} ${last} ${generation}`)
    .filter(({ forms }) => canBeOne(words, forms[0]?.words ?? []));
  const tails = same.length > 0 ? same : byTail.of(`${words.join(' ')} ${generation}`);
  return tails.length === 1 ? tails[0] : undefined;
}

function genderIn(mentions: readonly NameMention[]): Gender {
  let gender: Gender = null;
  for (const { portrait } of mentions) {
    if (portrait.gender === null) continue;
    if (gender !== null && gender !== portrait.gender) return null;
    gender = portrait.gender;
  }
  return gender;
}

/** Who is meant by one word: a surname, else a first name, a middle name, the letters of a body. */
class Surnames {
  readonly #byLast = new Few<Draft>();
  readonly #byOther = new Few<Draft>();
  readonly #byLetters = new Few<Draft>();
  readonly #byEnding = new Few<Draft>();
  /** Surnames printed with an honorific, and by which gender. */
  readonly #honoured = new Map<string, Set<Gender>>();

  constructor(drafts: readonly Draft[], mentions: readonly NameMention[]) {
    for (const draft of drafts) {
      for (const form of draft.forms) this.#add(draft, form);
    }
    for (const { words, gender } of mentions) {
      if (words.length > 1 || gender === null) continue;
      const key = foldWord(words[0] ?? '');
      const genders = this.#honoured.get(key) ?? new Set<Gender>();
      this.#honoured.set(key, genders.add(gender));
    }
  }

  #add(draft: Draft, { words, isBody, mentions }: Form): void {
    const last = words.at(-1) ?? '';
    if (!isBody) {
      this.#byLast.add(last, draft);
      for (const word of words.slice(0, -1)) if (word.length > 2) this.#byOther.add(word, draft);
      for (const { nickname } of mentions) if (nickname) this.#byOther.add(foldWord(nickname), draft);
      return;
    }
    const letters = initialsOf(words);
    if (letters) this.#byLetters.add(letters, draft);
    if (words.length === 2 && CORPORATE.test(last)) this.#byLast.add(words[0] ?? '', draft);
    // the Gazette is the Harbour Gazette
    this.#byEnding.add(last, draft);
  }

  /** The one who is meant at a place; null where nobody with a longer name is. */
  meant(mention: NameMention, established: Map<string, Draft>): Draft | 'several' | null {
    const printed = mention.words[0] ?? '';
    if (isAcronym(printed)) {
      const bodies = this.#byLetters.of(foldAcronym(printed));
      if (bodies.length === 1 && bodies[0]) return bodies[0];
    }
    // Nobody is called Germany or Twitter for short.
    if (mention.honorific === null && (isCountry(mention.words) || isKnownBody(mention.words))) return null;
    const key = foldWord(printed);
    const surname = this.#byLast.of(key);
    const candidates = (surname.length > 0 ? surname : this.#byOther.of(key)).filter((draft) => {
      if (mention.generation !== null) return draft.forms[0]?.generation === mention.generation;
      return !mention.gender || !draft.gender || draft.gender === mention.gender;
    });
    // Mrs Lane throughout is not Ms Lane.
    const honorific = mention.honorific?.replace(/\.$/, '') ?? null;
    const called = candidates.filter(
      (draft) => honorific === null || draft.honorific === null || draft.honorific === honorific,
    );
    const fitting = called.length > 0 ? called : candidates;
    if (fitting.length === 0) {
      const [body, other] = this.#byEnding.of(key);
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
  #isSharedWithAnother(key: string, { gender }: Draft): boolean {
    return gender !== null && [...(this.#honoured.get(key) ?? [])].some((other) => other !== gender);
  }

  /**
   * Of several people of one surname, the one who alone had been named by then, or was called by the surname alone before
   * the others were named; but not in a sentence that names another of them.
   */
  #known(mention: NameMention, fitting: readonly Draft[], established: Draft | undefined): Draft | undefined {
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

function figureOf(
  text: string,
  own: readonly NameMention[],
  shorter: readonly NameMention[],
  namings: Map<NameMention, Naming>,
): Figure {
  const mentions = [...own, ...shorter].sort((a, b) => a.start - b.start);
  const introduction = fullest(own);
  const isSingle = introduction.words.length === 1;
  const figure: Figure = {
    name: slice(text, { start: isSingle ? introduction.start : introduction.wordsStart, end: introduction.end }),
    introduction,
    kind: kindOf(mentions),
    isEvident: mentions.some(isTold),
    gender: genderIn(mentions),
    isIntroduced: !isSingle || mentions.some(isTold),
    mentions,
  };
  const naming: Naming = { kind: 'one', figure };
  for (const mention of mentions) namings.set(mention, naming);
  return figure;
}

function isTold({ honorific, portrait }: NameMention): boolean {
  return honorific !== null || portrait.traits.length > 0 || portrait.isPerson;
}

/** The mention with most of the name; of equals one in plain text, with an honorific, the first. */
function fullest(mentions: readonly NameMention[]): NameMention {
  const worth = (mention: NameMention) => {
    const isCapitals = mention.words.every((word) => word.length > 1 && word === word.toUpperCase());
    const isPlain = !mention.isQuoted && !mention.isHeadline;
    return (
      mention.words.length * 8 -
      (isCapitals ? 100 : 0) -
      (mention.isHeadline ? 200 : 0) +
      (isPlain ? 4 : 0) +
      (mention.honorific ? 2 : 0)
    );
  };
  let [best] = mentions;
  if (!best) throw new RangeError('a figure without a mention');
  for (const mention of mentions) if (worth(mention) > worth(best)) best = mention;
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
    if (isCountry(words) || isKnownBody(words)) return 'body';
    if (portrait.isThing) things++;
    if (words.length > 1) long = true;
    else short = true;
  }
  if (things > 0 && !(long && short)) return 'body';
  if (long && (short || (things === 0 && acts))) return 'person';
  return 'unknown';
}

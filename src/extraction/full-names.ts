import type { Gender } from './gender.ts';
import type { NameMention } from './mentions.ts';
import { canBeOne, foldedWords, foldWord, isInitial } from './name-forms.ts';

/** The mentions of one full name, before it is known which other forms are the same person's. */
export interface Form {
  readonly words: readonly string[];
  readonly generation: string;
  readonly isBody: boolean;
  readonly mentions: NameMention[];
}

/** Somebody or some body with a full name: a figure in the making. */
export interface Bearer {
  /** The longest form first. */
  readonly forms: Form[];
  readonly mentions: NameMention[];
  gender: Gender;
  /** The honorific that it was called by first. */
  honorific: string | null;
}

/** Things by a key, a few of each: so many that it is known that there are several. */
export class Few<Thing> {
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

/** The figures with a full name: each form goes to the one longer form that it can be a form of. */
export function fullNames(mentions: readonly NameMention[]): readonly Bearer[] {
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
  const byEnds = new Few<Bearer>();
  const byTail = new Few<Bearer>();
  const bearers: Bearer[] = [];
  const byLast = new Few<Bearer>();
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
    const bearer = host ?? { forms: [form], mentions: [...form.mentions], gender: null, honorific: null };
    if (!host) bearers.push(bearer);
    if (form.isBody) continue;
    byLast.add(last, bearer);
    byEnds.add(`${first} ${last} ${generation}`, bearer);
    byEnds.add(`${first.charAt(0)}. ${last} ${generation}`, bearer);
    for (const { nickname } of form.mentions)
      if (nickname) byEnds.add(`${foldWord(nickname)} ${last} ${generation}`, bearer);
    for (let at = 1; at < Math.min(words.length - 1, 5); at++)
      byTail.add(`${words.slice(at).join(' ')} ${generation}`, bearer);
  }
  for (const bearer of bearers) bearer.gender = genderIn(bearer.mentions);
  return bearers;
}

/** Longer forms first, those with an initial for a first name last, and behind these what only titles print. */
function rank(form: Form): number {
  const { words } = form;
  return words.length - (isInitial(words[0] ?? '') ? 100 : 0) - (isInTitlesOnly(form) ? 200 : 0);
}

function isInTitlesOnly({ mentions }: Form): boolean {
  return mentions.every(({ isHeadline }) => isHeadline);
}

function hostOf({ words, generation }: Form, byEnds: Few<Bearer>, byTail: Few<Bearer>): Bearer | undefined {
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const start = isInitial(first) ? first.slice(0, 2) : first;
  const same = byEnds
    .of(`${start} ${last} ${generation}`)
    .filter(({ forms }) => canBeOne(words, forms[0]?.words ?? []));
  const tails = same.length > 0 ? same : byTail.of(`${words.join(' ')} ${generation}`);
  return tails.length === 1 ? tails[0] : undefined;
}

/** The gender that all mentions agree on. */
export function genderIn(mentions: readonly NameMention[]): Gender {
  let gender: Gender = null;
  for (const { portrait } of mentions) {
    if (portrait.gender === null) continue;
    if (gender !== null && gender !== portrait.gender) return null;
    gender = portrait.gender;
  }
  return gender;
}

import type { Span } from '../article/article.ts';
import { Figures } from './figures.ts';
import type { Gender } from './gender.ts';
import { mentionsIn, type NameMention } from './mentions.ts';
import type { Passage } from './passage.ts';
import type { Run } from './phrases.ts';
import { fits, type Trait } from './traits.ts';

/** Somebody or some body that an article names. */
export interface Figure {
  /** The fullest form that is printed, with an honorific only where there is no first name. */
  readonly name: string;
  /** The mention that prints it. */
  readonly introduction: NameMention;
  readonly kind: 'person' | 'body' | 'unknown';
  /** Whether an honorific, a title or a description shows what it is, and not only the looks of the name. */
  readonly isEvident: boolean;
  /** What honorifics and descriptions show. */
  readonly gender: Gender;
  /** Whether the article says more of the name than a bare surname. */
  readonly isIntroduced: boolean;
  readonly mentions: readonly NameMention[];
  /** What the article says that it is: mayor, agency. */
  readonly nouns: ReadonlySet<string>;
}

/** Whom a name stands for. */
export type Naming =
  | { readonly kind: 'one'; readonly figure: Figure }
  /** Two people of one surname: the name alone does not tell which. */
  | { readonly kind: 'several' };

/** A name at its place, and whom it stands for there. */
export interface Reference {
  readonly mention: NameMention;
  readonly naming: Naming;
}

/** A trait that an article gives to somebody, and the sentence that does. */
export interface Described {
  readonly figure: Figure;
  readonly trait: Trait;
  readonly sentence: Span;
}

const NONE: readonly Reference[] = [];

/** Everybody whom an article names, and who is meant by a name at its place. */
export class Cast {
  readonly figures: readonly Figure[];
  readonly #byParagraph: readonly (readonly Reference[])[];
  readonly #byNoun: ReadonlyMap<string, readonly Described[]>;
  /** Made when it is first asked for: most articles have no two people of one surname. */
  #byLastWord: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(text: string, passages: readonly Passage[]) {
    const perParagraph = passages.map(mentionsIn);
    const common = commonWords(passages);
    const gathered = new Figures(text, perParagraph.flat(), (norm) => common.has(norm));
    this.figures = gathered.all;
    this.#byParagraph = perParagraph.map((mentions) => {
      return mentions.flatMap((mention): Reference[] => {
        const naming = gathered.naming(mention);
        return naming ? [{ mention, naming }] : [];
      });
    });
    this.#byNoun = described(gathered.all);
  }

  /** The names in a paragraph, in printed order. */
  referencesOf(paragraph: number): readonly Reference[] {
    return this.#byParagraph[paragraph] ?? NONE;
  }

  /** The names that have a word in a run of words of a paragraph. */
  referencesIn(paragraph: number, { from, to }: Run): readonly Reference[] {
    const references = this.referencesOf(paragraph);
    let low = 0;
    let high = references.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((references[middle]?.mention.to ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < references.length && (references[end]?.mention.from ?? to) < to) end++;
    return references.slice(low, end);
  }

  /** Some of those whose full name ends in a word, in the order in which they are named. */
  namesakesOf(lastWord: string): readonly string[] {
    this.#byLastWord ??= byLastWord(this.figures);
    return this.#byLastWord.get(lastWord) ?? [];
  }

  /** Those of whom the article says what a description says: "the mayor" where one Mayor Reyes is named. */
  describedAs(description: Trait): readonly Described[] {
    const found = new Map<Figure, Described>();
    for (const one of this.#byNoun.get(description.noun) ?? []) {
      if (!found.has(one.figure) && fits(description, one.trait)) found.set(one.figure, one);
    }
    return [...found.values()];
  }
}

function byLastWord(figures: readonly Figure[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { name, introduction } of figures) {
    const last = introduction.words.at(-1);
    if (last === undefined || introduction.words.length < 2) continue;
    const list = names.get(last);
    if (!list) names.set(last, [name]);
    else if (list.length < ENOUGH) list.push(name);
  }
  return names;
}

/** The words that an article prints in small letters. */
function commonWords(passages: readonly Passage[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { tokens } of passages) {
    for (const { text, norm } of tokens) if (text === norm) words.add(norm);
  }
  return words;
}

/** As many people of one description are kept as are needed to know that there are several. */
const ENOUGH = 12;

function described(figures: readonly Figure[]): ReadonlyMap<string, readonly Described[]> {
  const byNoun = new Map<string, Described[]>();
  for (const figure of figures) {
    for (const mention of figure.mentions) {
      for (const trait of mention.portrait.traits) {
        const list = byNoun.get(trait.noun) ?? [];
        if (list.length === 0) byNoun.set(trait.noun, list);
        if (list.length < ENOUGH || !list.some((one) => one.figure === figure)) {
          if (list.length < ENOUGH * 4) list.push({ figure, trait, sentence: mention.sentence });
        }
      }
    }
  }
  return byNoun;
}

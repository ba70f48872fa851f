import { type Span, slice } from '../article/article.ts';
import { isCountry, isKnownBody } from './known-bodies.ts';
import { type Gender, type Name, namesIn } from './names.ts';
import type { Passage } from './passage.ts';

/** A name at its place in an article. */
export interface NameMention extends Name {
  readonly paragraph: number;
  /** The sentence it stands in. */
  readonly sentence: Span;
  /** Whether it stands in quotation marks. */
  readonly isQuoted: boolean;
}

/** Somebody or some body that an article names. */
export interface Figure {
  /** The fullest form that is printed, with an honorific only where there is no first name. */
  readonly name: string;
  /** The mention that prints it. */
  readonly introduction: NameMention;
  readonly kind: 'person' | 'body' | 'unknown';
  readonly gender: Gender;
  /** Whether the article says more of the name than a bare surname. */
  readonly isIntroduced: boolean;
  readonly mentions: readonly NameMention[];
}

/** Whom a name stands for. */
export type Naming =
  | { readonly kind: 'one'; readonly figure: Figure }
  /** Two people of one surname: the name alone does not tell which. */
  | { readonly kind: 'several' }
  | { readonly kind: 'nobody' };

/** Everybody whom an article names, and who is meant by a name. */
export class Cast {
  readonly #byParagraph: ReadonlyMap<number, readonly NameMention[]>;
  readonly #byTitle: ReadonlyMap<string, readonly Figure[]>;
  readonly #byKey: ReadonlyMap<string, readonly Figure[]>;
  /** For names without anything that tells a man from a woman: also those whom only a fuller name prints. */
  readonly #byPart: ReadonlyMap<string, readonly Figure[]>;

  constructor(text: string, passages: readonly Passage[]) {
    const mentions = passages.flatMap(mentionsIn);
    const figures = gather(text, mentions);
    this.#byParagraph = filed(mentions, ({ paragraph }) => [paragraph]);
    this.#byKey = filed(figures, keysOf);
    this.#byPart = filed(figures, (figure) => new Set([...keysOf(figure), ...surnamesOf(figure.introduction)]));
    this.#byTitle = filed(figures, (figure) => (figure.kind === 'body' ? [] : titlesOf(figure)));
  }

  /** The names in a paragraph, in printed order. */
  mentionsOf(paragraph: number): readonly NameMention[] {
    return this.#byParagraph.get(paragraph) ?? [];
  }

  /** Whom a name stands for: the one with the very name, else the only one whom it is part of. */
  naming(name: Name): Naming {
    const figures = (name.gender ? this.#byKey : this.#byPart).get(keyOf(name.words)) ?? [];
    const fitting = figures.filter(({ gender }) => !gender || !name.gender || gender === name.gender);
    const [first, second] = fitting;
    if (!first) return { kind: 'nobody' };
    return second ? { kind: 'several' } : { kind: 'one', figure: first };
  }

  /** The people whom a title alone would mean: "the mayor" where one Mayor Reyes is named. */
  titled(title: string): readonly Figure[] {
    return this.#byTitle.get(title) ?? [];
  }
}

function titlesOf(figure: Figure): ReadonlySet<string> {
  return new Set(figure.mentions.flatMap(({ titles }) => titles.at(-1) ?? []));
}

/** Things by each of their keys, in their order. */
function filed<Key, Thing>(things: readonly Thing[], keys: (thing: Thing) => Iterable<Key>) {
  const map = new Map<Key, Thing[]>();
  for (const thing of things) {
    for (const key of keys(thing)) {
      const list = map.get(key);
      if (list) list.push(thing);
      else map.set(key, [thing]);
    }
  }
  return map;
}

function mentionsIn(passage: Passage): readonly NameMention[] {
  const { tokens } = passage;
  const quoted = passage.quoted.map((stretch) => ({
    start: tokens[Math.max(stretch.open, 0)]?.start ?? 0,
    end: tokens[Math.min(stretch.close, tokens.length - 1)]?.end ?? 0,
  }));
  let next = 0;
  return passage.sentences.flatMap((run) => {
    const first = tokens[run.from];
    const last = tokens[run.to - 1];
    if (!first || !last) return [];
    const sentence = { start: first.start, end: last.end };
    return namesIn(tokens, run).map((name) => {
      while ((quoted[next]?.end ?? Number.POSITIVE_INFINITY) < name.end) next++;
      const isQuoted = (quoted[next]?.start ?? Number.POSITIVE_INFINITY) <= name.start;
      return { ...name, sentence, paragraph: passage.paragraph.index, isQuoted };
    });
  });
}

const keyOf = (words: readonly string[]) => words.join(' ').replace(/[’‘]/g, "'").toLowerCase();

/** Puts the mentions of one name together: first the full names, then to them the surnames that fit only one. */
function gather(text: string, mentions: readonly NameMention[]): readonly Figure[] {
  const full = filed(
    mentions.filter(({ words }) => words.length > 1),
    ({ words }) => [keyOf(words)],
  );
  const single = filed(
    mentions.filter(({ words }) => words.length === 1),
    ({ words }) => [keyOf(words)],
  );
  const figures = [...full.values()].map((own) => figureOf(text, own, []));
  const bySurname = filed(figures, ({ introduction }) => surnamesOf(introduction));
  const joined = new Map<Figure, NameMention[]>();
  const alone: Figure[] = [];
  for (const [key, own] of single) {
    const [owner, second] = bySurname.get(key) ?? [];
    if (second) continue;
    const sharers = sharersOf(own, owner);
    const owned = sharers.find(({ isOwners }) => isOwners)?.mentions;
    if (owner && owned) joined.set(owner, [...(joined.get(owner) ?? []), ...owned]);
    for (const { mentions, isOwners } of sharers) if (!isOwners) alone.push(figureOf(text, mentions, []));
  }
  return [...figures.map((figure) => figureOf(text, figure.mentions, joined.get(figure) ?? [])), ...alone];
}

/**
 * The people who share a bare surname: one, unless the honorifics show two.
 *
 *     Mr Lane met Mrs Lane.                     two people, neither of whom is the other
 *     Mr Alan Lane spoke. Mrs Lane left.        she is not Alan Lane
 */
function sharersOf(
  mentions: readonly NameMention[],
  owner: Figure | undefined,
): readonly { readonly mentions: readonly NameMention[]; readonly isOwners: boolean }[] {
  const of = (gender: Gender) => mentions.filter((mention) => mention.gender === gender);
  const genders = (['masculine', 'feminine'] as const).filter((gender) => of(gender).length > 0);
  const isOne = genders.length < 2 && genders.every((gender) => !owner?.gender || owner.gender === gender);
  if (isOne) return [{ mentions, isOwners: owner !== undefined }];
  return genders.map((gender) => ({ mentions: of(gender), isOwners: owner?.gender === gender }));
}

function figureOf(text: string, own: readonly NameMention[], shorter: readonly NameMention[]): Figure {
  const mentions = [...own, ...shorter].sort((a, b) => a.start - b.start);
  const introduction = own.find(({ honorific, isQuoted }) => honorific !== null && !isQuoted) ?? own[0];
  if (!introduction) throw new RangeError('a figure without a mention');
  const genders = new Set(mentions.map(({ gender }) => gender).filter((gender) => gender !== null));
  const [gender = null] = genders;
  const isSingle = introduction.words.length === 1;
  const named = isSingle ? introduction : { start: startOfWords(text, introduction), end: introduction.end };
  return {
    name: slice(text, named),
    introduction,
    kind: kindOf(mentions, text),
    gender: genders.size === 1 ? gender : null,
    isIntroduced: !isSingle || mentions.some(({ honorific, titles }) => honorific !== null || titles.length > 0),
    mentions,
  };
}

/** Where a name starts without its honorific: "Mr Alan Reyes" is named Alan Reyes. */
function startOfWords(text: string, mention: NameMention): number {
  const honorific = mention.honorific?.length ?? 0;
  const at = slice(text, mention).indexOf(mention.words[0] ?? '', honorific);
  return mention.start + Math.max(at, 0);
}

/** The last word of a name, and the first, which is the surname in Chinese, Korean and Hungarian names. */
function surnamesOf({ words, isBody }: NameMention): readonly string[] {
  if (isBody) return [];
  return [...new Set([keyOf(words.slice(-1)), keyOf(words.slice(0, 1))])];
}

function keysOf(figure: Figure): ReadonlySet<string> {
  return new Set(figure.mentions.map(({ words }) => keyOf(words)));
}

/** Whether a person or a body is named, as far as the article's own use of the name tells. */
function kindOf(mentions: readonly NameMention[], text: string): Figure['kind'] {
  if (mentions.some(({ honorific, gender }) => honorific !== null || gender !== null)) return 'person';
  if (mentions.some(({ isBody }) => isBody)) return 'body';
  const [first] = mentions;
  if (!first) return 'unknown';
  if (isCountry(first.words) || isKnownBody(first.words)) return 'body';
  if (mentions.some((mention) => isUsedAsBody(text, mention))) return 'body';
  if (mentions.some(({ words, titles }) => titles.length > 0 || words.length > 1)) return 'person';
  return 'unknown';
}

/** "the Pentagon", "a Boeing spokesman", "officials in Tehran": what people are not printed as. */
function isUsedAsBody(text: string, { start, end, words }: NameMention): boolean {
  if (words.length > 1) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 24);
  return (
    /\b(?:the|at|in|from|inside)\s$/i.test(before) ||
    /^\s(?:spokes|officials?|executives?|employees|shares|government|news)/.test(after)
  );
}

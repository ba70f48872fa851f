import type { Span } from '../article/article.ts';

/** A part of speech in the universal tag set (universaldependencies.org/u/pos). */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word or mark of an article, with its place in the article's text. */
export interface Token extends Span {
  /** As printed. */
  readonly text: string;
  /** Lower case, straight apostrophes and quotation marks, soft hyphens dropped. */
  readonly norm: string;
  readonly pos: PartOfSpeech;
}

/**
 * Where each word of a text stands: a list of starts and ends, two numbers a word. A possessive ’s and a contracted
 * verb are words of their own.
 */
export function splitTokens(text: string, start: number, end: number): readonly number[] {
  const places: number[] = [];
  PRINTED.lastIndex = start;
  for (let match = PRINTED.exec(text); match && match.index < end; match = PRINTED.exec(text)) {
    const printed = match[0];
    const from = match.index;
    const to = Math.min(from + printed.length, end);
    const clitic = /['’]/.test(printed) ? CLITIC.exec(printed) : null;
    const cut = clitic && clitic.index > 0 ? from + clitic.index : to;
    const dotted = dotBelongs(printed, text, to) && to < end ? to + 1 : to;
    if (cut < to) places.push(from, cut, cut, to);
    else places.push(from, dotted);
    PRINTED.lastIndex = Math.max(dotted, from + 1);
  }
  return places;
}

/**
 * A web address, an abbreviation with dots, a number, a word, or one mark. Long runs without a blank are cut,
 * so that no single word can cost much.
 */
const PRINTED =
  /https?:\/\/[^\s“”"]{1,200}|[@#][\p{L}\p{N}_]{1,60}|(?:\p{L}\.){2,8}|\p{N}{1,40}(?:[.,:]\p{N}{1,20}){0,8}(?:\p{L}{1,20})?(?:-\p{L}{1,30}){0,6}|[\p{L}\p{M}\p{N}\u00ad]{1,80}(?:(?:['’&/]|[-‐‑](?!(?:an?|the)\s)|\.(?=\p{Ll}{2,4}(?![\p{L}\p{N}])))[\p{L}\p{M}\p{N}\u00ad]{1,40}){0,6}|\.{2,8}|--+|(?<=\S)'(?=''(?!\S))|''|``|‘‘|’’|\S/gu;

const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i;

/** Words that are printed with a dot which does not end a sentence. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt capt cpl maj adm cmdr rev hon st jr sr vs no nos
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri inc corp ltd co bros est dept univ assn
  fla calif tex mass pa ariz conn del ga ill ind ky la md mich minn miss mo mont neb nev okla ore tenn va vt
  wash wis wyo ala ark colo kan messrs supt pres ft mt approx ave blvd`.split(/\s+/),
);

/** Abbreviations that stand before a name or a number, so that a sentence never ends with them. */
const LEADING = new Set(
  `mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt capt cpl maj adm cmdr rev hon st vs no nos messrs
  supt pres mt ft jan feb mar apr aug sept oct nov dec`.split(/\s+/),
);

function dotBelongs(printed: string, text: string, at: number): boolean {
  if (text[at] !== '.' || text[at + 1] === '.') return false;
  if (/^\p{Lu}$/u.test(printed)) return /[\s\p{L}]/u.test(text[at + 1] ?? '');
  return ABBREVIATIONS.has(printed.toLowerCase()) && /^\p{Lu}/u.test(printed);
}

/** Whether a word makes a possessive of the one before it: Lane**’s** farm, the voters**’** choice. */
export function isPossessiveMark(token: Token | undefined): boolean {
  return token?.pos === 'PART' && (token.norm === "'s" || token.norm === "'");
}

/** Whether a word is printed with a dot of its own, as `U.S.` and `Nov.` are. */
export function isAbbreviation(token: Token): boolean {
  return token.text.length > 1 && token.text.endsWith('.') && token.text !== '..' && !token.text.startsWith('.');
}

/** Whether a word with a dot is one after which a sentence goes on: `Mr.`, `Nov.`, an initial. */
export function isLeadingAbbreviation(token: Token): boolean {
  return LEADING.has(token.norm.slice(0, -1)) || /^\p{Lu}\.$/u.test(token.text);
}

/** Whether a word is the end of one that is printed together: ’s, n’t, ’ll. */
export function isClitic(plain: string): boolean {
  return /^(?:n't|'(?:s|re|ve|ll|d|m))$/i.test(plain);
}

const DOUBLE_MARKS = new Set(['“', '”', '„', '‟', '«', '»', '``', "''", '‘‘', '’’']);

/** A word with straight apostrophes and without soft hyphens; of quotation marks the straight one of their kind. */
export function plainOf(printed: string): string {
  if (!/[\u00ad‘’‚‹›“”„‟«»`']/.test(printed)) return printed;
  if (DOUBLE_MARKS.has(printed)) return '"';
  return printed.replace(/\u00ad/g, '').replace(/[‘’‚‹›`]/g, "'");
}

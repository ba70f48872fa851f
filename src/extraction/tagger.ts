import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Span } from '../article/article.ts';
import { correctTags } from './tag-corrections.ts';
import { isClitic, type PartOfSpeech, plainOf, splitTokens, type Token } from './token.ts';

const nlp = winkNLP(model, ['pos']);
const its = nlp.its;

/** Words that the tagger is handed at a time: a paragraph, where that is not very long. */
const PIECE = 1000;

/** Words that the tagger's own tables, being plain objects, mistake for entries. */
const RESERVED =
  /\b(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf|__\w{1,20}__)\b/g;

/** Words that the tagger knows in contractions: it’s, they’re, don’t. */
const CONTRACTING = new Set(
  `i you he she it we they that this what who there here where how when why let ca wo do does did is are was were has have
  had could should would might must need ai`.split(/\s+/),
);

/** The words of a stretch of text, each with its part of speech. */
export function tokensOf(text: string, span: Span): readonly Token[] {
  const places = splitTokens(text, span.start, span.end);
  const tokens: Token[] = [];
  for (let from = 0; from < places.length; from += 2 * PIECE) {
    tagPiece(text, places, from, Math.min(from + 2 * PIECE, places.length), tokens);
  }
  correctTags(tokens);
  return tokens;
}

/** Tags the words from place `from` up to `to`, where each has two numbers, and puts them to `tokens`. */
function tagPiece(text: string, places: readonly number[], from: number, to: number, tokens: Token[]): void {
  // The tagger is handed our words, blanks between them and marks in one style, so that it has little to split and
  // tags alike whatever the style. A contraction that it knows stays whole. One that it does not know must not: it
  // would keep that as a word once it has seen it elsewhere, and split it no more.
  let fed = '';
  const printed: string[] = [];
  const plain: string[] = [];
  let contracted = false;
  for (let index = from; index < to; index += 2) {
    const whole = text.slice(places[index], places[index + 1]);
    const word = plainOf(whole);
    printed.push(whole);
    const isAttached = index > from && places[index] === places[index - 1] && isClitic(word);
    const isWithinWord = isAttached && CONTRACTING.has((plain[plain.length - 1] ?? '').toLowerCase());
    if (index > from && !isWithinWord) fed += ' ';
    contracted ||= isWithinWord;
    fed += word;
    plain.push(word);
  }
  const words = nlp.readDoc(fed.replace(RESERVED, (word) => 'x'.repeat(word.length))).tokens();
  const tags = words.out(its.pos);
  // Where blanks stand between all words and there are as many tags, each word has one.
  const values = !contracted && tags.length === plain.length ? null : words.out();
  let word = 0;
  /** How much of the tagger's word at `word` belonged to words of ours already. */
  let taken = 0;
  plain.forEach((own, index) => {
    const start = places[from + 2 * index] ?? 0;
    const end = places[from + 2 * index + 1] ?? start;
    let tag: string | undefined;
    if (values === null) tag = tags[index];
    else {
      const first = word;
      let left = own.length + taken;
      for (; left > 0 && left >= (values[word]?.length ?? 0) && word < values.length; word++)
        left -= values[word]?.length ?? 0;
      taken = left;
      const behind = taken > 0 ? word + 1 : word;
      tag = behind - first === 1 ? tags[first] : joinedPart(own, tags, first, behind);
    }
    const norm = own.toLowerCase();
    tokens.push({
      start,
      end,
      text: printed[index] ?? '',
      norm,
      pos: isPossessive(norm, start, tokens[tokens.length - 1]) ? 'PART' : partOf(norm, tag),
    });
  });
}

const PARTS: ReadonlySet<string> = new Set<PartOfSpeech>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
]);

function isPart(tag: string | undefined): tag is PartOfSpeech {
  return tag !== undefined && PARTS.has(tag);
}

function partOf(norm: string, tag: string | undefined): PartOfSpeech {
  if (norm.charCodeAt(0) === APOSTROPHE && norm.length > 1) {
    if (norm === "'s") return tag === 'AUX' || tag === 'VERB' ? 'AUX' : 'PART';
    if (isClitic(norm)) return 'AUX';
  }
  if (norm === "n't") return 'PART';
  if (norm === '"' || norm === "'") return 'PUNCT';
  return isPart(tag) ? tag : 'X';
}

const APOSTROPHE = 0x27;

/** The voters’ choice: an apostrophe by itself behind a plural, as far as that can be told without what follows. */
function isPossessive(norm: string, start: number, before: Token | undefined): boolean {
  return norm === "'" && before?.end === start && /[sxz]$/i.test(before.text);
}

/** A joined word such as “well-known” or “GreatFire.org” has the part of its last piece, a name’s of its first. */
function joinedPart(printed: string, tags: readonly string[], from: number, to: number): string | undefined {
  let first: string | undefined;
  let last: string | undefined;
  let pieces = 0;
  for (let at = from; at < to; at++) {
    const tag = tags[at];
    if (tag === 'PUNCT' || tag === 'SPACE') continue;
    first ??= tag;
    last = tag;
    pieces++;
  }
  first ??= tags[from];
  if (pieces > 1 && /[-‐‑/]/.test(printed)) {
    if (last === 'NOUN' && /^\p{Ll}/u.test(printed)) return 'NOUN';
    return /^\p{Lu}/u.test(printed) && first === 'PROPN' && last === 'PROPN' ? 'PROPN' : 'ADJ';
  }
  return first;
}

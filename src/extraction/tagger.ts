import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Span } from '../article/article.ts';
import { normOf, type PartOfSpeech, splitTokens, type Token } from './token.ts';

const nlp = winkNLP(model, ['pos']);
const its = nlp.its;

/** Code units that the tagger is handed at a time; its own tokeniser slows down on very long input. */
const PIECE = 4000;

/** Words that the tagger's own tables, being plain objects, mistake for entries. */
const RESERVED =
  /\b(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf|__\w{1,20}__)\b/g;

/** The words of a stretch of text, each with its part of speech. */
export function tokensOf(text: string, span: Span): readonly Token[] {
  const tokens: Token[] = [];
  for (const piece of piecesOf(splitTokens(text, span.start, span.end))) tagPiece(text, piece, tokens);
  return tokens;
}

function* piecesOf(places: readonly Span[]): Generator<readonly Span[]> {
  let from = 0;
  for (let index = 1; index <= places.length; index++) {
    const first = places[from];
    const last = places[index - 1];
    const next = places[index];
    if (!first || !last) continue;
    if (!next || next.end - first.start > PIECE) {
      yield places.slice(from, index);
      from = index;
    }
  }
}

function tagPiece(text: string, places: readonly Span[], tokens: Token[]): void {
  const origin = places[0]?.start ?? 0;
  // Blanks are put in where the article has none, so that the tagger sees our words and no long run.
  let spaced = '';
  const starts: number[] = [];
  let before = origin;
  for (const place of places) {
    if (place.start > before) spaced += ' ';
    starts.push(spaced.length);
    spaced += text.slice(place.start, place.end);
    before = place.end;
  }
  const masked = spaced.replace(RESERVED, (word) => 'x'.repeat(word.length));
  const words = nlp.readDoc(masked).tokens();
  const values = words.out();
  const tags = words.out(its.pos);
  const blanks = words.out(its.precedingSpaces);
  let at = 0;
  let word = 0;
  let tag = 'X';
  for (let index = 0; index < places.length; index++) {
    const place = places[index];
    const start = starts[index] ?? 0;
    if (!place) continue;
    const end = start + place.end - place.start;
    const seen: string[] = [];
    if (at > start) seen.push(tag);
    while (word < values.length && at < end) {
      tag = tags[word] ?? 'X';
      at += (blanks[word]?.length ?? 0) + (values[word]?.length ?? 0);
      word++;
      seen.push(tag);
    }
    const printed = text.slice(place.start, place.end);
    const norm = normOf(printed);
    tokens.push({ ...place, text: printed, norm, pos: partOf(printed, norm, seen) });
  }
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

function isPart(tag: string): tag is PartOfSpeech {
  return PARTS.has(tag);
}

/** A joined word such as “well-known” or “GreatFire.org” has the part of its last piece, a name’s of its first. */
function partOf(printed: string, norm: string, seen: readonly string[]): PartOfSpeech {
  if (norm === "'s") return seen[0] === 'AUX' || seen[0] === 'VERB' ? 'AUX' : 'PART';
  if (norm === "n't") return 'PART';
  if (/^['’](?:re|ve|ll|d|m)$/i.test(printed)) return 'AUX';
  const [single = 'X'] = seen;
  if (seen.length === 1) return isPart(single) ? single : 'X';
  const pieces = seen.filter((tag) => tag !== 'PUNCT' && tag !== 'SPACE');
  const first = pieces[0] ?? seen[0] ?? 'X';
  if (pieces.length > 1 && /[-‐‑/]/.test(printed)) {
    const last = pieces[pieces.length - 1] ?? 'X';
    if (last === 'NOUN' && /^\p{Ll}/u.test(printed)) return 'NOUN';
    return /^\p{Lu}/u.test(printed) && first === 'PROPN' && last === 'PROPN' ? 'PROPN' : 'ADJ';
  }
  return isPart(first) ? first : 'X';
}

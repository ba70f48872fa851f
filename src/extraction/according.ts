import { startsClause } from './complements.ts';
import { extentFrom, PLAIN } from './extents.ts';
import { isPossessive } from './function-words.ts';
import { type Passage, quotedStretch } from './passage.ts';
import { hasVerb, nounPhraseAfter, type Run } from './phrases.ts';
import { speechVerb } from './speech-words.ts';
import { closingPlace, opensAt, type Statement } from './statement.ts';
import { subjectStartingAt } from './subjects.ts';

/** Whether “according to” and somebody stand at `at`. */
export function isAccordingTo(passage: Passage, at: number, sentence: Run): boolean {
  return creditEnd(passage, at, sentence) > at;
}

const WORDS = new Set('words view opinion'.split(' '));

/** Behind words that credit who is named next: according to, in the words of, as reported by; `at` where there are none. */
function creditEnd({ tokens }: Passage, at: number, sentence: Run): number {
  const first = tokens[at]?.norm;
  if (first !== 'according' && first !== 'as' && first !== 'in') return at;
  const second = tokens[at + 1]?.norm ?? '';
  let end = at;
  if (first === 'according') end = second === 'to' ? at + 2 : at;
  else if (first === 'as') end = tokens[at + 2]?.norm === 'by' && speechVerb(second)?.form === 'past' ? at + 3 : at;
  else if (second === 'the' && WORDS.has(tokens[at + 2]?.norm ?? '')) end = tokens[at + 3]?.norm === 'of' ? at + 4 : at;
  return end < sentence.to ? end : at;
}

/**
 * What somebody is credited with by “according to”.
 *
 *     According to {the report}, [the bridge is safe]. · [The bridge is safe], according to {two engineers}.
 *     [The bridge], according to {the report}, [is safe].
 *
 * @param floor what stands further left is somebody else’s
 */
export function accordingTo(passage: Passage, at: number, sentence: Run, floor: number): Statement | null {
  const { tokens } = passage;
  const from = creditEnd(passage, at, sentence);
  const isFirst = at <= firstWord(passage, sentence);
  const end = namedEnd(passage, sourceEnd(passage, from, sentence, isFirst));
  if (end === from || (!isFirst && isManner(passage, at, from, end))) return null;
  const cue = { from: at, to: from };
  const source = { from, to: end };
  let comma = end;
  const furthest = Math.min(sentence.to, end + LONGEST_SOURCE);
  while (comma < furthest && tokens[comma]?.pos !== 'PUNCT') comma++;
  if (isFirst) {
    if (tokens[comma]?.text !== ',' && tokens[comma]?.text !== ':') return null;
    const content = { from: comma + 1, to: extentFrom(passage, comma + 1, sentence, PLAIN) };
    const rule = '“according to” before the words';
    return content.to > content.from
      ? { kind: 'statement', content: [content], source, cue, trails: false, rule }
      : null;
  }
  const content = [{ from: wordsBefore(passage, at, behindBracket(passage, at, floor)), to: at }];
  if (!content[0] || content[0].to <= content[0].from) return null;
  if (tokens[comma]?.text === ',' && tokens[at - 1]?.text === ',' && comma + 1 < sentence.to) {
    const isWhole = hasVerb(tokens, { from: Math.max(content[0].from, at - REACH), to: at });
    if (
      isWhole
        ? startsClause(passage, comma + 1, sentence.to) && !JOINING.has(tokens[comma + 1]?.norm ?? '')
        : !speechVerb(tokens[comma + 1]?.norm ?? '')
    ) {
      content.push({ from: comma + 1, to: extentFrom(passage, comma + 1, sentence, PLAIN) });
    }
  }
  return { kind: 'statement', content, source, cue, trails: true, rule: '“according to” behind the words' };
}

/** In the words of the warden, Piet Maas, …: behind a description a name between commas is part of who is meant. */
function namedEnd({ tokens, chunks }: Passage, end: number): number {
  if (tokens[end]?.text !== ',' || tokens[end - 1]?.pos !== 'NOUN' || chunks.from[end + 1] !== end + 1) return end;
  const name = chunks.to[end + 1] ?? end;
  return tokens[name - 1]?.pos === 'PROPN' && tokens[end + 1]?.pos === 'PROPN' && tokens[name]?.text === ','
    ? name
    : end;
}

const MANNERS = new Set('plan custom schedule need needs taste size age law tradition habit'.split(' '));

/** The cranes flew on according to their custom: how something is done, and nobody’s words. */
function isManner({ tokens }: Passage, at: number, from: number, end: number): boolean {
  const isBare = end === from + 1 || isPossessive(tokens[from]?.norm);
  return tokens[at - 1]?.text !== ',' && isBare && MANNERS.has(tokens[end - 1]?.norm ?? '');
}

/** Behind who is named: a noun phrase, or where none is seen, all up to the next mark. */
function sourceEnd(passage: Passage, from: number, sentence: Run, isFirst: boolean): number {
  const { tokens } = passage;
  const end = Math.max(
    nounPhraseAfter(tokens, from, sentence.to),
    subjectStartingAt(passage, from, sentence.to, !isFirst),
  );
  if (end > from) return end;
  let mark = from;
  while (mark < Math.min(sentence.to, from + 12) && tokens[mark]?.pos !== 'PUNCT') mark++;
  return mark;
}

function firstWord({ tokens }: Passage, sentence: Run): number {
  const token = tokens[sentence.from];
  return token && (token.pos === 'CCONJ' || token.pos === 'ADV') ? sentence.from + 1 : sentence.from;
}

const JOINING = new Set('and but while though although as when if because'.split(' '));

/** Behind a bracket that opens before `at`: a town (90 % of voters there are rich, according to a poll) */
function behindBracket({ tokens }: Passage, at: number, floor: number): number {
  for (let place = at - 1; place >= Math.max(floor, at - REACH); place--) {
    if (tokens[place]?.text === ')') return floor;
    if (tokens[place]?.text === '(') return place + 1;
  }
  return floor;
}

/** How many words may still tell of who is named before a comma ends it. */
const LONGEST_SOURCE = 100;

/** How many words are looked through before a quotation that the reporting words follow. */
const REACH = 40;

/** Where the words in front of a cue start: in a quotation that began sentences ago, at its mark. */
export function wordsBefore(passage: Passage, end: number, low: number): number {
  const { tokens } = passage;
  const comma = closingPlace(passage, end);
  const stretch = quotedStretch(passage, comma);
  if (!stretch || stretch.close !== comma) return low;
  if (stretch.open <= low) return Math.max(stretch.open, 0);
  if (stretch.open - low > REACH) return low;
  for (let at = low; at < stretch.open; at++) {
    const token = tokens[at];
    if (token && token.pos !== 'CCONJ' && token.pos !== 'ADV' && token.pos !== 'PUNCT') return low;
  }
  return opensAt(passage, stretch.open) ? stretch.open : low;
}

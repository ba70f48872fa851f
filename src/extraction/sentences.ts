import { stampEnd } from './time-stamps.ts';
import { isAbbreviation, isLeadingAbbreviation, type Token } from './token.ts';

/** The words of a paragraph, sentence by sentence; quotation marks after the full stop stay with it. */
export function splitSentences(text: string, tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: (readonly Token[])[] = [];
  let from = stampEnd(tokens);
  if (from > 0) sentences.push(tokens.slice(0, from));
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || !mayEnd(token)) continue;
    const last = lastClosing(text, tokens, index);
    if (last + 1 >= tokens.length) break;
    if (endsHere(tokens, index, last)) {
      sentences.push(tokens.slice(from, last + 1));
      from = last + 1;
    }
    index = last;
  }
  if (from < tokens.length) sentences.push(tokens.slice(from));
  return sentences;
}

const STOPS = new Set(['.', '?', '!', '…', '...', '....', '‽', '。']);
const CLOSERS = new Set(['"', '”', '’', "'", "''", ')', ']', '»', '›']);
const OPENERS = new Set(['"', '“', '‘', "'", "''", '``', '(', '[', '«', '„', '‚', '‹', '»']);

const STRAIGHT = new Set(['"', "'", "''"]);

function mayEnd(token: Token): boolean {
  return STOPS.has(token.text) || isAbbreviation(token);
}

/** The last of the marks that close the sentence whose stop is at `index`; they follow it without a blank. */
function lastClosing(text: string, tokens: readonly Token[], index: number): number {
  let last = index;
  for (let next = index + 1; next < tokens.length; next++) {
    const token = tokens[next];
    const before = tokens[next - 1];
    if (!token || !before || token.start !== before.end) break;
    if (!CLOSERS.has(token.text) && !STOPS.has(token.text) && !closesHere(tokens, next)) break;
    // A straight mark with a word right behind it opens: He left."She stayed."
    if (STRAIGHT.has(token.text) && /[\p{L}\p{N}]/u.test(text[token.end] ?? '')) break;
    last = next;
  }
  return last;
}

/** „Ja.“ and »Ja.« close with marks that open elsewhere: there is a blank behind them and none before. */
function closesHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  return token !== undefined && /^[“‘«]$/.test(token.text) && (!after || after.start > token.end);
}

function endsHere(tokens: readonly Token[], stop: number, last: number): boolean {
  const ending = tokens[stop];
  const next = tokens[last + 1];
  const before = tokens[last];
  if (!ending || !next || !before) return false;
  const quoted = last > stop;
  if (next.start === before.end && !quoted && !OPENERS.has(next.text)) return false;
  const opening = OPENERS.has(next.text);
  const first = opening ? tokens[last + 2] : next;
  const capital = first !== undefined && /^[\p{Lu}\p{N}@#$£€“‘"'`(]/u.test(first.text);
  // “No!” she said. / “Where …” is where a lower-case word goes on with the sentence.
  if (!capital && !(opening && ending.text !== '...' && ending.text !== '…')) return false;
  if (isAbbreviation(ending) && !quoted) {
    if (isLeadingAbbreviation(ending)) return false;
    return (opening && capital) || STARTERS.has(next.norm);
  }
  // “Where were you?” Mr Reyes asked.
  if (quoted && ending.text !== '.' && attributionFollows(tokens, last + 1)) return false;
  return true;
}

/** Words that begin a sentence and hardly ever a name. */
const STARTERS = new Set(
  `the a an this that these those he she it they we i you his her its their our my but and or so yet in on at by for
  from with as if when while after before since because although though however meanwhile there here what who why
  how where last both many some most all no not now then also according`.split(/\s+/),
);

const ASKED = new Set(
  `said says asked asks added adds wrote writes replied replies responded shouted cried exclaimed wondered tweeted
  joked quipped yelled continued demanded declared told`.split(/\s+/),
);

function attributionFollows(tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < Math.min(from + 6, tokens.length); index++) {
    const token = tokens[index];
    if (!token || token.pos === 'PUNCT') return false;
    if (ASKED.has(token.norm)) return true;
    if (token.pos === 'VERB' || token.pos === 'AUX') return false;
  }
  return false;
}

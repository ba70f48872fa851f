import { isQuestionWord } from './function-words.ts';
import { type Passage, quotedStretch } from './passage.ts';
import { hasVerb } from './phrases.ts';

/**
 * What stands behind a word of saying.
 *
 * - `quote`: words in quotation marks
 * - `that`, `question`, `clause`: that it rains; whether it rains; it rains
 * - `infinitive`, `gerund`: to go; going
 * - `phrase`: a noun phrase with or without a preposition: the plan; for help
 */
export type Complement = 'quote' | 'that' | 'question' | 'clause' | 'infinitive' | 'gerund' | 'phrase';

/** What the words that start at `at` are, read up to `high`; null where nothing that can be said starts there. */
export function complementAt(passage: Passage, at: number, high: number): Complement | null {
  const { tokens } = passage;
  const token = tokens[at];
  if (!token || at >= high) return null;
  if (quotedStretch(passage, at)?.open === at) return 'quote';
  if (token.norm === 'that' && token.pos !== 'DET') return 'that';
  if (isQuestionWord(token.norm)) return 'question';
  if (
    token.norm === 'to' &&
    (tokens[at + 1]?.pos === 'VERB' || tokens[at + 1]?.pos === 'AUX' || tokens[at + 1]?.pos === 'ADV')
  ) {
    return 'infinitive';
  }
  if (token.pos === 'VERB' && /ing$/.test(token.norm)) return 'gerund';
  if (startsClause(passage, at, high)) return 'clause';
  return 'phrase';
}

/** How far the subject of a clause may reach, in words. */
const SUBJECT_REACH = 28;

/**
 * Whether a clause with a finite verb starts at `at`: its subject, and behind that, before any comma that does not
 * close an aside, its verb.
 *
 *     [the river will rise] · [the plan, which he backs, is dead] · not: the plan to close the road
 */
export function startsClause(passage: Passage, at: number, high: number): boolean {
  const { tokens, chunks, quotedAt } = passage;
  let place = at;
  // in May, the river will rise; there is
  while (place < high && place < at + 3 && (tokens[place]?.pos === 'ADV' || tokens[place]?.pos === 'SCONJ')) place++;
  let seen = tokens[place]?.norm === 'there';
  const end = Math.min(high, at + SUBJECT_REACH);
  const isFronted = ['ADP', 'SCONJ', 'ADV'].includes(tokens[at]?.pos ?? '');
  let commas = isFronted ? 1 : 0;
  for (; place < end; ) {
    const token = tokens[place];
    if (!token) return false;
    if (quotedAt[place] !== -1) {
      const stretch = quotedStretch(passage, place);
      if (stretch && seen && hasVerb(tokens, { from: place, to: Math.min(stretch.close, place + 3) })) return true;
      seen = true;
      place = stretch ? Math.max(stretch.close, place) + 1 : place + 1;
      continue;
    }
    if (token.pos === 'AUX') return seen && commas % 2 === 0;
    if (token.pos === 'VERB') {
      if (/ing$/.test(token.norm)) {
        place++;
        seen = true;
        continue;
      }
      const before = tokens[place - 1];
      if (before?.norm === 'to') {
        place++;
        continue;
      }
      return seen && commas % 2 === 0 && !isReduced(passage, place);
    }
    const chunk = chunks.from[place] === place ? (chunks.to[place] ?? place + 1) : -1;
    const isRelative = seen && (token.norm === 'who' || token.norm === 'which' || token.norm === 'that');
    if (chunk > place && !isRelative) {
      seen = true;
      place = chunk;
    } else if (isRelative) {
      // the people who back it | are few: one verb more
      place = behindVerb(passage, place, end);
      if (place < 0) return false;
    } else if (token.text === ',' || token.pos === 'CCONJ') {
      // A list: Rubio, Cruz and Kasich
      if (token.text === ',') commas++;
      else if (commas % 2 === 1 && !isFronted) commas++;
      place++;
    } else if (token.text === ';' || token.text === ':' || token.text === '.') return false;
    else place++;
  }
  return false;
}

/** A participle that only tells more of its noun: a report published Wednesday … */
function isReduced({ tokens }: Passage, at: number): boolean {
  const next = tokens[at + 1];
  return /(?:ed|en|own)$/.test(tokens[at]?.norm ?? '') && next?.pos === 'ADP' && next.norm === 'by';
}

function behindVerb({ tokens }: Passage, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    const token = tokens[at];
    if (token?.pos === 'VERB') return at + 1;
    if (
      token?.pos === 'AUX' &&
      tokens[at + 1]?.pos !== 'VERB' &&
      tokens[at + 1]?.pos !== 'ADV' &&
      tokens[at + 1]?.pos !== 'AUX'
    )
      return at + 1;
  }
  return -1;
}

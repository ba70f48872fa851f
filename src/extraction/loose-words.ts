import { insideOf, type Passage } from './passage.ts';
import { hasVerb, type Run } from './phrases.ts';
import type { QuotationKind } from './quotation.ts';
import type { Quoted } from './quotation-marks.ts';
import type { Token } from './token.ts';

/** What words in quotation marks are that no verb of saying claims. */
export interface Loose {
  readonly kind: QuotationKind;
  readonly rule: string;
}

/** Stretches with fewer words are hardly ever quotations: they are terms, titles, scare quotes. */
const SHORTEST_QUOTATION = 6;

/** Shorter slogans cannot be told from terms. */
const SHORTEST_SLOGAN = 4;

/** What stands before a slogan: with a goal of “…”, under the motto “…”. */
const SLOGAN_NOUNS = new Set(
  `goal aim slogan motto theme concept vision mission banner mantra pledge refrain hashtag campaign idea principle
  objective ambition promise tagline catchphrase dream`.split(/\s+/),
);

/**
 * Tells quotations from terms and slogans among words in quotation marks without a verb of saying.
 *
 * Null for a nickname within a name, which is nobody’s words: William “Bill” Lane.
 */
export function classifyLoose(passage: Passage, stretch: Quoted, sentence: Run | undefined): Loose | null {
  const { tokens } = passage;
  if (isNickname(passage, stretch)) return null;
  const inside = insideOf(stretch);
  let words = 0;
  let capitals = 0;
  for (let at = inside.from; at < inside.to; at++) {
    const text = tokens[at]?.text ?? '';
    if (/^[\p{L}\p{N}]/u.test(text)) words++;
    if (/^\p{Lu}/u.test(text)) capitals++;
  }
  const whole = sentence !== undefined && stretch.open <= sentence.from && endsSentence(passage, stretch);
  if (whole && (words > 2 || hasVerb(tokens, inside))) {
    return { kind: 'direct', rule: 'words in quotation marks, no speaker given' };
  }
  const slogan = followsSloganNoun(passage, stretch.open);
  if (slogan && words >= SHORTEST_SLOGAN)
    return { kind: 'slogan', rule: 'words in quotation marks behind a goal or motto' };
  const title = words > 1 && capitals * 2 > words;
  if (words >= SHORTEST_QUOTATION && !title && !slogan) {
    return { kind: 'direct', rule: 'words in quotation marks, no speaker given' };
  }
  return { kind: 'term', rule: title ? 'a title in quotation marks' : ruleOfTerm(passage, stretch.open, words) };
}

/** Longer words between the parts of a name are no nickname. */
const LONGEST_NICKNAME = 4;

/** William “Bill” Lane · Joseph “Joe the Clock” Dow */
function isNickname({ tokens }: Passage, { open, close }: Quoted): boolean {
  const before = tokens[open - 1];
  const mark = tokens[open];
  const after = tokens[close + 1];
  if (!before || !mark || !after || close - open - 1 > LONGEST_NICKNAME || before.end === mark.start) return false;
  const isName = (token: Token) => token.pos === 'PROPN' && /^\p{Lu}/u.test(token.text);
  return (
    isName(before) &&
    isName(after) &&
    /^(?:\p{Lu}|the$)/u.test(tokens[open + 1]?.text ?? '') &&
    !/^[.?!]$/.test(tokens[close - 1]?.text ?? '')
  );
}

/** Words that say that what follows is what something is called. */
const CALLED = new Set(
  'so-called called dubbed nicknamed named titled entitled billed labelled labeled branded termed known'.split(' '),
);

/** Nouns behind which a word or phrase itself is meant. */
const SPOKEN_OF = new Set('word words term terms phrase phrases label name nickname expression'.split(' '));

/** Why a few words in quotation marks are a term, as far as the words before them say. */
function ruleOfTerm({ tokens }: Passage, open: number, words: number): string {
  // known as “…”, the so-called “…”, what he called the “…”
  for (let at = open - 1; at >= Math.max(0, open - 3); at--) {
    const token = tokens[at];
    if (token && CALLED.has(token.norm)) return 'what something is called';
    if (token && SPOKEN_OF.has(token.norm)) return 'a word or phrase that is spoken of';
    if (token?.pos === 'PUNCT') break;
  }
  return words === 1 ? 'one word in quotation marks' : 'a few words in quotation marks';
}

function endsSentence(passage: Passage, stretch: Quoted): boolean {
  const { tokens } = passage;
  if (stretch.close >= tokens.length - 1) return true;
  const last = tokens[stretch.close - 1]?.text ?? '';
  const next = tokens[stretch.close + 1]?.text ?? '';
  return /^[.?!…]/.test(last) || /^[.?!]/.test(next);
}

function followsSloganNoun(passage: Passage, open: number): boolean {
  for (let at = open - 1; at >= Math.max(0, open - 3); at--) {
    const token = passage.tokens[at];
    if (token && SLOGAN_NOUNS.has(token.norm)) return true;
    if (token?.pos === 'VERB') return false;
  }
  return false;
}

import { insideOf, type Passage } from './passage.ts';
import { hasVerb, type Run } from './phrases.ts';
import type { QuotationKind } from './quotation.ts';
import type { Quoted } from './quotation-marks.ts';

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

/** Tells quotations from terms and slogans among words in quotation marks without a verb of saying. */
export function classifyLoose(passage: Passage, stretch: Quoted, sentence: Run | undefined): Loose {
  const { tokens } = passage;
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
  return { kind: 'term', rule: title ? 'a title in quotation marks' : 'a few words in quotation marks' };
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

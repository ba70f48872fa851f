import { type Act, declinedAct } from './declined-acts.ts';
import { QUESTION_RULES } from './question-rules.ts';
import { straightened } from './typed-text.ts';

/** What somebody wants to know, as far as the wording tells. Texts are as typed. */
export type Question =
  /** Something that whosaid does not do; `words` is what it was to be done with, where that is told. */
  | { readonly kind: 'declined'; readonly act: Act; readonly words: string | null; readonly speaker: string | null }
  /** Who somebody is: "who is 'she' in the … quote", "who is Li?" */
  | { readonly kind: 'who-is'; readonly name: string; readonly words: string | null }
  /** Whether somebody said something. */
  | { readonly kind: 'claim'; readonly speaker: string; readonly words: string }
  /** What somebody said, about something or at all. */
  | {
      readonly kind: 'by-speaker';
      readonly speaker: string;
      readonly about: string | null;
      readonly wantsQuote: boolean;
      /** Whether all of it is wanted, in order of time. */
      readonly wantsAll?: boolean;
    }
  /** "cybercrime quotes", "Xi quotes": a speaker or a topic; the archive decides. */
  | { readonly kind: 'by-or-about'; readonly name: string; readonly about: string | null }
  /** Who said these words. */
  | { readonly kind: 'who-said'; readonly words: string }
  /** Who did something with words: criticised, denied, called for. `phrase` is all that stands behind "who". */
  | { readonly kind: 'who-did'; readonly verb: string; readonly about: string; readonly phrase: string }
  /** Who is quoted at all. */
  | { readonly kind: 'roster' }
  /** A figure, a date, a place, or whether or which: an answer that a fact gives. */
  | {
      readonly kind: 'fact';
      readonly wants: 'number' | 'date' | 'place' | 'whether' | 'statement';
      readonly words: string;
    }
  /** What was said about something. */
  | { readonly kind: 'topic'; readonly about: string; readonly wantsQuote: boolean }
  /** "and about order?": the same speaker, another topic. */
  | { readonly kind: 'follow-up'; readonly about: string }
  /** None of these: words to look up, as typed, and without what may be mere politeness ("find me the quote …"). */
  | { readonly kind: 'words'; readonly text: string; readonly bare: string };

const OPENING =
  /^(?:(?:hey|hi|hello|please|pls|ok|okay|so|um|whosaid|and then)[,!]? +|(?:(?:can|could|would|will) you|i (?:need|want|would like|am looking for|'m looking for)|let me|do you (?:know|have)|is there|are there|have you got|got|give|show|find|fetch|get|search for|look up|looking for|tell|check)(?: +(?:me|us|out|to know|to see|if|whether|for))? +|(?:the )?(?:full|whole|exact|complete|original|entire) (?:quote|quotation|sentence|words)(?: (?:of|with|that (?:begins|starts) with))?[:,]? +)/i;
const CLOSING = /(?:[\s?!.…]+|,? (?:please|thanks|thank you))$/i;
const SCOPE =
  /,? *\b(?:according to|in|from|of|within) (?:this|the|that|our) (?:article|story|piece|archive|text|report)s?\b/i;
const CONTRACTED = /^(who|what|where|when|how)['’]s\b/i;
const SUBJECT =
  /^what (?:does|did) (?:this|the|that|our) (?:article|story|piece|text|report) (?:say|state|report|tell us) about /i;

/** Nobody ends a question like this, who cuts a piece out of a text may. */
const UNFINISHED = /(?:[,;]|\b(?:the|an?|and|or|but|because|than|that|when|which|whose))$/i;

/** Nobody asks in more characters than these; what is longer was pasted to be looked up. */
const LONGEST_QUESTION = 400;

/** Reads a question in plain English. What it cannot read is taken as words to look up. */
export function readQuestion(text: string): Question {
  if (text.length > LONGEST_QUESTION) return { kind: 'words', text, bare: text };
  const whole = bare(text);
  const declined = declinedAct(whole.straight);
  if (declined)
    return {
      kind: 'declined',
      act: declined.act,
      words: at(whole, declined.words),
      speaker: at(whole, declined.speaker),
    };
  if (UNFINISHED.test(text.trimEnd())) return { kind: 'words', text, bare: whole.text };
  for (const { pattern, read } of QUESTION_RULES) {
    const match = pattern.exec(whole.straight);
    const question = match && read((index) => at(whole, match.indices?.[index]) ?? '');
    if (question) return question;
  }
  return { kind: 'words', text, bare: whole.text };
}

interface Bare {
  readonly text: string;
  readonly straight: string;
}

/** A question without greeting, politeness, question mark, and "in this article". */
function bare(text: string): Bare {
  let rest = text.trim().replace(CONTRACTED, '$1 is').replace(SUBJECT, 'what was said about ').replace(SCOPE, '');
  for (let turn = 0; turn < 4; turn++) {
    const shorter = withoutClosing(rest.replace(OPENING, ''));
    if (shorter === rest || shorter === '') break;
    rest = shorter;
  }
  return { text: rest, straight: straightened(rest) };
}

/** A closing mark or thanks, taken off by hand: linear however many marks there are. */
function withoutClosing(text: string): string {
  let rest = text;
  for (let match = CLOSING.exec(rest.slice(-20)); match && match[0] !== ''; match = CLOSING.exec(rest.slice(-20))) {
    rest = rest.slice(0, -match[0].length);
  }
  return rest;
}

function at(whole: Bare, span: readonly [number, number] | undefined | null): string | null {
  if (!span) return null;
  return whole.text.slice(span[0], span[1]).replace(/^[\s"“”'‘’:,]+|[\s"“”'‘’:,]+$/g, '') || null;
}

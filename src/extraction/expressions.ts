import type { SpeechVerb, VerbForm } from './speech-words.ts';
import type { Token } from './token.ts';

/** A verb that is a word of saying together with the words behind it. */
export interface Expression {
  readonly verb: SpeechVerb;
  /** Behind the last of its words; “that” is none of them. */
  readonly to: number;
}

const EXPRESS: ReadonlyMap<string, VerbForm> = new Map([
  ['express', 'base'],
  ['expresses', 'present'],
  ['expressed', 'past'],
  ['expressing', 'ing'],
  ['voiced', 'past'],
  ['voicing', 'ing'],
]);
const MAKE: ReadonlyMap<string, VerbForm> = new Map([
  ['make', 'base'],
  ['makes', 'present'],
  ['made', 'past'],
  ['making', 'ing'],
]);
const PREPOSITIONS = new Set('about over at in for with of'.split(' '));
const PLAIN = new Set('clear plain known'.split(' '));

/** How many words may stand between the verb and what it governs. */
const REACH = 5;

/**
 * An expression of saying at `at`, or null.
 *
 *     [expressed grave doubts about] the plan · [expressed confidence] that … · [made it clear] that …
 */
export function expressionAt(tokens: readonly Token[], at: number): Expression | null {
  const norm = tokens[at]?.norm ?? '';
  const made = MAKE.get(norm);
  if (made) {
    const place = tokens[at + 1]?.norm === 'it' ? at + 2 : at + 1;
    const isClear = PLAIN.has(tokens[place]?.norm ?? '') && tokens[place + 1]?.norm === 'that';
    return isClear ? { verb: { lemma: 'make clear', form: made, frame: 'clause' }, to: place + 1 } : null;
  }
  const form = EXPRESS.get(norm);
  if (!form) return null;
  const verb = { lemma: 'express', form, frame: 'clause' } as const;
  for (let place = at + 1; place <= at + REACH; place++) {
    const token = tokens[place];
    if (!token || token.pos === 'VERB' || token.pos === 'PUNCT') return null;
    const isNoun = tokens[place - 1]?.pos === 'NOUN';
    if (isNoun && token.norm === 'that') return { verb, to: place };
    if (isNoun && PREPOSITIONS.has(token.norm)) return { verb, to: place + 1 };
  }
  return null;
}

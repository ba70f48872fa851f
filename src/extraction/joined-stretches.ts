import { startsClause } from './complements.ts';
import { classifyLoose } from './loose-words.ts';
import { insideOf, type Passage, quotedStretch, sentenceAt } from './passage.ts';
import type { Run } from './phrases.ts';
import type { QuotationKind } from './quotation.ts';
import type { Quoted } from './quotation-marks.ts';
import type { StructuralSpeech } from './structural-speech.ts';
import { termSource } from './term-sources.ts';

/** Where in an article some words stand, by paragraph and by place in it. */
export interface Place extends Run {
  readonly paragraph: number;
}

/** A statement in the making: what is joined to it may stand in other paragraphs. */
export interface Joined {
  readonly content: Place[];
  readonly source: Place | null;
  readonly cue: Place | null;
  readonly trails: boolean;
  readonly rule: string;
  readonly kind?: QuotationKind;
}

/** For each stretch in quotation marks the statement that holds it. */
export function holdersOf(passage: Passage, joined: readonly Joined[]): (Joined | undefined)[] {
  const holders: (Joined | undefined)[] = passage.quoted.map(() => undefined);
  for (const statement of joined) {
    for (const { from, to } of statement.content) {
      for (let at = from; at < to; ) {
        const stretch = quotedStretch(passage, at);
        if (stretch) holders[passage.quotedAt[at] ?? -1] ??= statement;
        at = stretch ? Math.max(stretch.close, at) + 1 : at + 1;
      }
    }
  }
  return holders;
}

/** The stretches that no statement holds and beside which somebody is named: Reyes: “…” / “…” — Jo Lane */
export function joinCredited(
  passage: Passage,
  holders: (Joined | undefined)[],
  structural: StructuralSpeech,
): Joined[] {
  const made: Joined[] = [];
  passage.quoted.forEach((stretch, index) => {
    const credit = holders[index] ? null : structural.beside(passage, index);
    if (!credit) return;
    const { paragraph, rule } = credit;
    const joined: Joined = {
      content: [{ paragraph: passage.paragraph.index, ...insideOf(stretch) }],
      source: { paragraph, ...credit.source },
      cue: credit.cue && { paragraph, ...credit.cue },
      trails: false,
      rule,
    };
    holders[index] = joined;
    made.push(joined);
  });
  return made;
}

/**
 * Gives the stretches that no statement holds to the one they go on from, or makes them quotations of their own.
 *
 * `“A,” he said. “B.”` is one quotation where both stand in one paragraph. A quotation that is a paragraph by itself
 * has no speaker: the text does not say that the one before goes on.
 */
export function joinLoose(passage: Passage, holders: (Joined | undefined)[]): readonly Joined[] {
  const made: Joined[] = [];
  const { paragraph } = passage;
  passage.quoted.forEach((stretch, index) => {
    if (holders[index]) return;
    const sentence = sentenceAt(passage, stretch.open);
    const starts = sentence !== undefined && stretch.open <= sentence.from;
    const before = holders[index - 1];
    const place = { paragraph: paragraph.index, ...insideOf(stretch) };
    const goesOn = starts || goesOnInSentence(passage, stretch);
    if (
      goesOn &&
      before?.trails &&
      reachesTo(passage, before, stretch.open) &&
      !isCutIn(passage, before, stretch.open)
    ) {
      before.content.push(place);
      holders[index] = before;
      return;
    }
    const loose = classifyLoose(passage, stretch, sentence);
    if (!loose) return;
    const isStatement = loose.kind === 'direct' || sentence === undefined;
    const user = isStatement ? null : termSource(passage, stretch.open, sentence);
    const own: Joined = {
      content: [place],
      source: user && { paragraph: paragraph.index, ...user.source },
      cue: user && { paragraph: paragraph.index, ...user.cue },
      trails: starts,
      rule: loose.rule,
      kind: loose.kind,
    };
    holders[index] = own;
    made.push(own);
  });
  return made;
}

/** “The river,” said Jo Lane, who keeps boats, “will rise”: small letters behind a comma go on with what was said. */
function goesOnInSentence({ tokens }: Passage, { open }: Quoted): boolean {
  return tokens[open - 1]?.text === ',' && /^\p{Ll}/u.test(tokens[open + 1]?.text ?? '');
}

/** Whether a statement’s sentence is the one right before the place `at`. */
function reachesTo(passage: Passage, statement: Joined, at: number): boolean {
  let last = 0;
  for (const place of [statement.content.at(-1), statement.cue]) {
    if (place?.paragraph === passage.paragraph.index) last = Math.max(last, place.to);
  }
  const sentence = sentenceAt(passage, at - 1);
  return sentence === undefined || last > sentence.from;
}

/** How many words behind reporting words are looked through. */
const REACH = 40;

/**
 * Whether another one cuts in before the next words in quotation marks: then they may be that one’s.
 *
 *     “A,” she said, and her husband cut in. “B.”
 */
function isCutIn(passage: Passage, before: Joined, open: number): boolean {
  const { tokens } = passage;
  const places = [before.cue, before.source, ...before.content].filter(
    (place) => place?.paragraph === passage.paragraph.index && place.to <= open,
  );
  const from = Math.max(0, ...places.map((place) => place?.to ?? 0));
  for (let at = from + 1; at < Math.min(open, from + REACH); at++) {
    const norm = tokens[at]?.norm;
    if (tokens[at - 1]?.text !== ',' || (norm !== 'and' && norm !== 'but')) continue;
    if (startsClause(passage, at + 1, open)) return true;
  }
  return false;
}

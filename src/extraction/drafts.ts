import type { Span } from '../article/article.ts';
import { startsClause } from './complements.ts';
import { knownNamesOf } from './known-names.ts';
import { classifyLoose } from './loose-words.ts';
import { insideOf, type Passage, passageOf, quotedStretch, sentenceAt, spanOf } from './passage.ts';
import type { Run } from './phrases.ts';
import type { QuotationKind } from './quotation.ts';
import { findQuoted, type Quoted } from './quotation-marks.ts';
import type { Reading } from './reading.ts';
import { withBlockQuotes } from './set-apart.ts';
import type { Lead, Statement } from './statement.ts';
import { findStatements } from './statements.ts';
import { StructuralSpeech } from './structural-speech.ts';
import { termSource } from './term-sources.ts';
import { findTurns } from './turns.ts';

/** Where in an article some words stand, by paragraph and by place in it. */
export interface Place extends Run {
  readonly paragraph: number;
}

/** A quotation before it is known who its source is. */
export interface Draft {
  readonly kind: QuotationKind;
  readonly content: readonly Span[];
  /** Where the first of the content stands. */
  readonly at: Place;
  readonly source: Place | null;
  readonly cue: Place | null;
  readonly rule: string;
}

/** Every paragraph of a reading made ready for rules. */
export function passagesOf(reading: Reading): readonly Passage[] {
  const { paragraphs } = reading;
  const quoted = withBlockQuotes(paragraphs, findQuoted(paragraphs));
  const turns = findTurns(paragraphs, () => knownNamesOf(paragraphs));
  return paragraphs.map((paragraph, index) => passageOf(paragraph, quoted[index] ?? [], turns[index]));
}

/** A statement in the making: what is joined to it may stand in other paragraphs. */
interface Joined {
  readonly content: Place[];
  readonly source: Place | null;
  readonly cue: Place | null;
  readonly trails: boolean;
  readonly rule: string;
  readonly kind?: QuotationKind;
}

/** Finds the quotations of an article, in printed order. */
export function findDrafts(passages: readonly Passage[]): readonly Draft[] {
  const drafts: Draft[] = [];
  /** The statement whose last words in quotation marks go on in the paragraph after. */
  let running: Joined | null = null;
  let lead: { readonly lead: Lead; readonly paragraph: number } | null = null;
  const all: Joined[] = [];
  const stated = passages.map(findStatements);
  const structural = new StructuralSpeech(passages, stated);
  for (const passage of passages) {
    const paragraph = passage.paragraph.index;
    const found = stated[paragraph] ?? { statements: [], lead: null };
    const joined = structural.statementsOf(passage).map((statement) => joinedOf(statement, paragraph));
    const holders = holdersOf(passage, joined);
    for (const own of unnamedUtterance(passage, holders)) joined.push(own);
    // The words before a block quote are nearer to it than a line below.
    const isAnnounced = passage.paragraph.role === 'block-quote' && Boolean(lead ?? running?.source);
    if (!isAnnounced) for (const own of joinCredited(passage, holders, structural)) joined.push(own);
    const first = passage.quoted[0];
    const opens = first !== undefined && first.open <= 0 ? first : null;
    const openHolder = opens ? holders[0] : undefined;
    if (running && opens) {
      const place = { paragraph, ...insideOf(opens) };
      if (!openHolder) {
        running.content.push(place);
        holders[0] = running;
      } else if (running.source === null) {
        for (const own of openHolder.content.splice(0)) running.content.push(own);
        for (const joint of running.content) openHolder.content.push(joint);
        remove(all, running);
      }
    } else if (lead && opens && !openHolder) {
      const made: Joined = {
        content: [{ paragraph, ...insideOf(opens) }],
        source: lead.lead.source ? { paragraph: lead.paragraph, ...lead.lead.source } : null,
        cue: { paragraph: lead.paragraph, ...lead.lead.cue },
        trails: true,
        rule: 'a colon at the end of the paragraph before',
      };
      holders[0] = made;
      all.push(made);
    } else if (lead && !opens && isBlock(passage, joined)) {
      all.push({
        content: [{ paragraph, from: 0, to: passage.tokens.length }],
        source: lead.lead.source ? { paragraph: lead.paragraph, ...lead.lead.source } : null,
        cue: { paragraph: lead.paragraph, ...lead.lead.cue },
        trails: false,
        rule: 'a paragraph without marks behind words that announce it',
        kind: 'direct',
      });
    }
    // One by one: a paragraph may hold more quotations than a call may have arguments.
    for (const own of joined) all.push(own);
    for (const own of joinLoose(passage, holders)) all.push(own);
    const nextLead = found.lead ?? structural.lead(passage);
    lead = nextLead ? { lead: nextLead, paragraph } : null;
    const last = passage.quoted.length - 1;
    running = passage.quoted[last]?.goesOn ? (holders[last] ?? running) : null;
  }
  for (const joined of all) {
    const draft = draftOf(passages, joined);
    if (draft) drafts.push(draft);
  }
  return onceEach(drafts.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0)));
}

/** Without the same words a second time: the reading found first is the nearer one. */
function onceEach(drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ content }) => {
    const key = content.map(({ start, end }) => `${start}-${end}`).join(' ');
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

/**
 * Whether a paragraph behind “The mayor said:” is what was said, set off as a block instead of in marks.
 *
 * Only where nothing in it is anybody else’s, and no mark stands in it. Misses: blocks of more than one paragraph.
 */
function isBlock(passage: Passage, joined: readonly Joined[]): boolean {
  return (
    joined.length === 0 && passage.quoted.length === 0 && passage.sentences.length > 0 && passage.tokens.length > 5
  );
}

function remove(list: Joined[], item: Joined): void {
  const at = list.lastIndexOf(item);
  if (at >= 0) list.splice(at, 1);
}

function joinedOf(statement: Statement, paragraph: number): Joined {
  const { content, source, cue, trails, rule } = statement;
  return {
    content: content.map((run) => ({ paragraph, ...run })),
    source: source && { paragraph, ...source },
    cue: { paragraph, ...cue },
    trails,
    rule,
  };
}

/** For each stretch in quotation marks the statement that holds it. */
function holdersOf(passage: Passage, joined: readonly Joined[]): (Joined | undefined)[] {
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

/** What is said in a transcript by somebody whom it does not name; however short, it was said. */
function unnamedUtterance({ paragraph, turn }: Passage, holders: (Joined | undefined)[]): readonly Joined[] {
  if (paragraph.role !== 'utterance' || !turn || turn.cue || holders[0]) return [];
  const place = { paragraph: paragraph.index, ...turn.words };
  const own: Joined = { content: [place], source: null, cue: null, trails: false, rule: turn.rule, kind: 'direct' };
  holders[0] = own;
  return [own];
}

/** The stretches that no statement holds and beside which somebody is named: Reyes: “…” / “…” — Jo Lane */
function joinCredited(passage: Passage, holders: (Joined | undefined)[], structural: StructuralSpeech): Joined[] {
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
function joinLoose(passage: Passage, holders: (Joined | undefined)[]): readonly Joined[] {
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

function draftOf(passages: readonly Passage[], joined: Joined): Draft | null {
  const content: Span[] = [];
  for (const place of joined.content) {
    const passage = passages[place.paragraph];
    const span = passage ? spanOf(passage, place) : null;
    if (span) content.push(span);
  }
  const at = joined.content[0];
  const passage = at && passages[at.paragraph];
  if (!passage || content.length === 0) return null;
  content.sort((a, b) => a.start - b.start);
  const kind = joined.kind ?? (passage.paragraph.role === 'headline' ? 'headline' : kindOf(passages, joined.content));
  return { kind, content, at, source: joined.source, cue: joined.cue, rule: joined.rule };
}

/** Direct where (nearly) all words stand in quotation marks, mixed where some do. */
function kindOf(passages: readonly Passage[], content: readonly Place[]): QuotationKind {
  let quoted = 0;
  let all = 0;
  for (const place of content) {
    const passage = passages[place.paragraph];
    if (!passage) continue;
    for (let at = place.from; at < place.to; at++) {
      const token = passage.tokens[at];
      if (!token || !/[\p{L}\p{N}]/u.test(token.text)) continue;
      all++;
      if (passage.quotedAt[at] !== -1) quoted++;
    }
  }
  if (quoted === 0) return 'indirect';
  return (all - quoted) / all <= 0.1 || (all - quoted === 1 && quoted >= 4) ? 'direct' : 'mixed';
}

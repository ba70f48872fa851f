import type { Span } from '../article/article.ts';
import { holdersOf, type Joined, joinCredited, joinLoose, type Place } from './joined-stretches.ts';
import { knownNamesOf } from './known-names.ts';
import { insideOf, type Passage, passageOf, spanOf } from './passage.ts';
import type { QuotationKind } from './quotation.ts';
import { findQuoted } from './quotation-marks.ts';
import type { Reading } from './reading.ts';
import { withBlockQuotes } from './set-apart.ts';
import type { Lead, Statement } from './statement.ts';
import { findStatements } from './statements.ts';
import { StructuralSpeech } from './structural-speech.ts';
import { findTurns } from './turns.ts';

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

/** What is said in a transcript by somebody whom it does not name; however short, it was said. */
function unnamedUtterance({ paragraph, turn }: Passage, holders: (Joined | undefined)[]): readonly Joined[] {
  if (paragraph.role !== 'utterance' || !turn || turn.cue || holders[0]) return [];
  const place = { paragraph: paragraph.index, ...turn.words };
  const own: Joined = { content: [place], source: null, cue: null, trails: false, rule: turn.rule, kind: 'direct' };
  holders[0] = own;
  return [own];
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

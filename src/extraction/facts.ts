import { slice } from '../article/article.ts';
import { findBracketed, findRelativeClauses } from './facts/asides.ts';
import { trimmed } from './facts/clause-ends.ts';
import { saysNothing } from './facts/clause-worth.ts';
import { type Clause, findClauses } from './facts/clauses.ts';
import { datedThing, type FoundDate, findDates } from './facts/dates.ts';
import { EVENT, MARKUP, MEASURING_VERB } from './facts/fact-words.ts';
import { type FoundFigure, findFigures } from './facts/figures.ts';
import { findMemberships } from './facts/memberships.ts';
import { findPlaces, findRoles, type Place } from './facts/roles.ts';
import { type Calendar, calendarOf } from './facts/time-values.ts';
import { type Stretch, type Voice, type Voices, voicesFinder } from './facts/voices.ts';
import { isIn, isPossessive, norm, spanOf, type Words, wordsOf } from './facts/words.ts';
import type { Fact, FactKind, Figure, FigureRelation, Quotation, When } from './quotation.ts';
import type { Reading, Sentence } from './reading.ts';

/**
 * The checkable statements of an article, in printed order; headlines have none.
 *
 * Of what lies in a quotation only figures and dates are taken, credited as the quotation is; the rest of it is
 * found as the quotation. Every other clause is the reporter’s, and so is what it says of things on the way: figures,
 * roles, members, places. A role is taken where it is printed first.
 *
 * Figures and dates in a quotation that the article credits to nobody are left out: they are not the reporter’s, and
 * there is nobody else whose they would be.
 *
 * @param publishedAt the day from which “yesterday” is counted; without it, no such word is dated
 */
export function findFacts(
  reading: Reading,
  quotations: readonly Quotation[],
  publishedAt: string | null = null,
): readonly Fact[] {
  const voicesIn = voicesFinder(quotations);
  const calendar = calendarOf(publishedAt);
  const facts: Fact[] = [];
  const knownRoles = new Set<string>();
  for (const paragraph of reading.paragraphs) {
    if (paragraph.role === 'headline') continue;
    for (const sentence of paragraph.sentences) {
      for (const fact of inPrintedOrder(factsOf(sentence, voicesIn(sentence), calendar))) {
        const role = fact.kind === 'role' ? slice(reading.text, fact.span).toLowerCase() : null;
        if (role !== null && knownRoles.has(role)) continue;
        if (role !== null) knownRoles.add(role);
        facts.push(fact);
      }
    }
  }
  return facts;
}

function factsOf({ tokens }: Sentence, voices: Voices, calendar: Calendar | null): readonly Fact[] {
  const words = wordsOf(tokens);
  const facts: Fact[] = [];
  // What is left of a page’s markup states nothing.
  if ((words.some & MARKUP) !== 0) return facts;
  addReported(facts, words, voices, calendar);
  for (const voice of voices.said) addCredited(facts, words, voice);
  return facts;
}

/** Facts in the reporter’s own voice. */
function addReported(facts: Fact[], words: Words, voices: Voices, calendar: Calendar | null): void {
  const add = (kind: FactKind, stretch: Stretch, more: Partial<Fact> = {}) => {
    facts.push({ kind, span: spanOf(words, stretch), source: [], ...more });
  };
  const dates: FoundDate[] = [];
  const figures: FoundFigure[] = [];
  const places = new Map<number, Place>();
  for (const stretch of voices.reporter) {
    for (const date of findDates(words, stretch, calendar)) {
      dates.push(date);
      const thing = datedThing(words, date, stretch.to);
      if (thing) add('date', thing, { when: [whenOf(words, { ...date, from: thing.from })] });
    }
    for (const figure of findFigures(words, stretch)) {
      figures.push(figure);
      if (!isMeasured(words, figure)) add('figure', figure, { figure: readFigure(words, figure) });
    }
    for (const role of findRoles(words, stretch)) add('role', role, { of: role.of.map((name) => spanOf(words, name)) });
    for (const group of findMemberships(words, stretch)) add('membership', group);
    for (const thing of findBracketed(words, stretch)) add('statement', thing);
    for (const place of findPlaces(words, stretch)) {
      places.set(place.to, place);
      add('place', place);
    }
  }
  const kinds = new Kinds(words, dates, figures);
  const clauses: Clause[] = [];
  for (const stretch of voices.tellable) {
    for (const clause of findClauses(words, stretch, { from: 0, to: words.tokens.length })) {
      if (clause.form === 'clause' && saysNothing(words, clause)) continue;
      if (holdsItsQuotations(clause, voices)) clauses.push(clause);
    }
  }
  for (const clause of clauses) {
    const shortened = withoutPlace(clause, places.get(clause.to));
    const { kind, more } = kinds.of(shortened, shortened.from);
    if (clause.form === 'gloss') add('statement', shortened);
    else add(kind, withStop(words, shortened), more);
  }
  const isInClause = placesIn(words, clauses);
  for (const stretch of voices.told) {
    for (const clause of findRelativeClauses(words, stretch)) {
      const { kind, more } = kinds.of(clause, clause.from - 4);
      add(kind, clause, more);
    }
    const where = occasion(words, stretch, isInClause);
    if (where) add('event', where);
  }
  const isTold = placesIn(words, voices.told);
  for (const date of dates) {
    // "Yesterday, Mr Lane said …", where the clause is the quotation.
    if (date.isVague || !isTold(date.from) || isPossessive(words, date.to) || isInClause(date.from)) continue;
    add('date', date, { when: [whenOf(words, date)] });
  }
}

/** Figures and dates within a quotation. The day from which its “yesterday” is counted is not the article’s. */
function addCredited(facts: Fact[], words: Words, voice: Voice): void {
  const dates = findDates(words, voice, null);
  const figures = findFigures(words, voice);
  if (dates.length === 0 && figures.length === 0) return;
  const { source } = voice;
  const kinds = new Kinds(words, dates, figures);
  const dated: Stretch[] = [];
  const add = (kind: FactKind, stretch: Stretch, more: Partial<Fact>) => {
    facts.push({ kind, span: spanOf(words, stretch), source, ...more });
  };
  for (const figure of figures)
    if (!isMeasured(words, figure)) add('figure', figure, { figure: readFigure(words, figure) });
  for (const clause of findClauses(words, voice, { from: 0, to: words.tokens.length })) {
    const { kind, more } = kinds.of(clause, clause.from);
    if (kind === 'date') dated.push(clause);
    if (kind === 'date' || kind === 'figure') add(kind, clause, more);
  }
  const isInDated = placesIn(words, dated);
  for (const date of dates) {
    const thing = datedThing(words, date, voice.to);
    if (thing) add('date', thing, { when: [whenOf(words, { ...date, from: thing.from })] });
    else if (!date.isVague && !isPossessive(words, date.to) && !isInDated(date.from))
      add('date', date, { when: [whenOf(words, date)] });
  }
}

/** A clause of the reporter’s may hold a quotation with its attribution, but neither be in one nor cut through it. */
function holdsItsQuotations({ from, to }: Clause, { isQuoted }: Voices): boolean {
  return !isQuoted(from) && !(isQuoted(to - 1) && isQuoted(to));
}

/** Tells whether the word at a place lies in one of these stretches. */
function placesIn({ tokens }: Words, stretches: readonly Stretch[]): (at: number) => boolean {
  if (stretches.length === 0) return () => false;
  const inside = new Uint8Array(tokens.length);
  for (const { from, to } of stretches) inside.fill(1, from, to);
  return (at) => inside[at] === 1;
}

/** Tells what the clauses of one sentence state, from what was found in them. */
class Kinds {
  readonly #words: Words;
  readonly #dates: readonly FoundDate[];
  readonly #measured: readonly FoundFigure[];

  constructor(words: Words, dates: readonly FoundDate[], figures: readonly FoundFigure[]) {
    this.#words = words;
    this.#dates = dates.filter(({ to }) => !isPossessive(words, to));
    this.#measured = figures.filter((figure) => isMeasured(words, figure));
  }

  /** What a clause states; `since` is where words that may name its occasion begin. */
  of(clause: Stretch, since: number): { readonly kind: FactKind; readonly more: Partial<Fact> } {
    const words = this.#words;
    const figure = within(this.#measured, clause).find(({ from }) => from > clause.from);
    if (figure) return { kind: 'figure', more: { figure: readFigure(words, figure) } };
    const dates = within(this.#dates, clause);
    if (dates.length > 0) return { kind: 'date', more: { when: dates.map((date) => whenOf(words, date)) } };
    if ((words.some & EVENT) !== 0) {
      for (let at = Math.max(0, since); at < clause.to; at++)
        if (isEvent(words, at)) return { kind: 'event', more: {} };
    }
    return { kind: 'statement', more: {} };
  }
}

/** A session was held; but not: she held an office. */
function isEvent(words: Words, at: number): boolean {
  if (!isIn(words, at, EVENT)) return false;
  return norm(words, at) !== 'held' || /^(?:be|been|being|is|are|was|were)$/.test(norm(words, at - 1));
}

/** Those of a list in printed order that lie in a stretch. */
function within<Found extends Stretch>(found: readonly Found[], { from, to }: Stretch): readonly Found[] {
  if (found.length === 0) return found;
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < found.length && (found[end]?.to ?? 0) <= to) end++;
  return found.slice(low, end);
}

/** "has already exceeded 700 million people": the verb belongs to the figure, so the clause is what can be checked. */
function isMeasured(words: Words, { from }: Stretch): boolean {
  return words.tokens[from - 1]?.pos === 'VERB' && isIn(words, from - 1, MEASURING_VERB);
}

function readFigure(words: Words, figure: FoundFigure): Figure {
  const { value, high, against, unit, counts, per } = figure;
  return {
    value,
    ...(high === undefined ? {} : { high }),
    ...(against === undefined ? {} : { against }),
    relation: isMeasured(words, figure) ? relationWith(words, figure) : figure.relation,
    unit,
    counts: counts && spanOf(words, counts),
    ...(per === undefined ? {} : { per: spanOf(words, per) }),
  };
}

/** exceeded 700; neared 700; reached 700 */
function relationWith(words: Words, { from, relation }: FoundFigure): FigureRelation {
  const verb = norm(words, from - 1);
  if (/^(?:exceed|surpass|top)/.test(verb)) return '>';
  return /^(?:near|approach)/.test(verb) ? '~' : relation;
}

function whenOf(words: Words, date: FoundDate): When {
  return { span: spanOf(words, date), value: date.value };
}

/** Where and when something was said: "“…,” she said [at a rally in Alma on Friday]". */
function occasion(words: Words, stretch: Stretch, isInClause: (at: number) => boolean): Stretch | null {
  if ((words.some & EVENT) === 0) return null;
  const { from, to } = trimmed(words, stretch);
  if (words.tokens[from]?.pos !== 'ADP' || to - from < 4) return null;
  let named = false;
  for (let at = from; at < to; at++) {
    if (isInClause(at)) return null;
    named ||= isEvent(words, at);
  }
  return named ? { from, to } : null;
}

/** A clause that ends with what a place is ends with the place’s name: the rest is a fact by itself. */
function withoutPlace(clause: Clause, last: Place | undefined): Stretch {
  return last && last.from > clause.from ? { from: clause.from, to: last.nameTo } : clause;
}

/** A clause that is a whole sentence keeps its full stop. */
function withStop({ tokens }: Words, clause: Stretch): Stretch {
  const stops = clause.from === 0 && /^[.!…]$/.test(tokens[clause.to]?.text ?? '');
  return stops ? { from: 0, to: clause.to + 1 } : clause;
}

/** Where two rules found the same words, the first of these kinds is kept. */
const RANK: readonly FactKind[] = ['figure', 'date', 'role', 'membership', 'place', 'event', 'statement'];

function inPrintedOrder(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length < 2) return facts;
  const sorted = [...facts].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || RANK.indexOf(a.kind) - RANK.indexOf(b.kind),
  );
  return sorted.filter((fact, index) => {
    const before = sorted[index - 1];
    return before?.span.start !== fact.span.start || before.span.end !== fact.span.end;
  });
}

import { type Span, slice } from '../article/article.ts';
import { findBracketed, findRelativeClauses } from './facts/asides.ts';
import { type Clause, findClauses, trimmed } from './facts/clauses.ts';
import { findDatedThings, findDates, isPossessive } from './facts/dates.ts';
import { isEventWord, isMeasuringVerb } from './facts/fact-words.ts';
import { findFigures } from './facts/figures.ts';
import { findMemberships } from './facts/memberships.ts';
import { findPlaces, findRoles, type Place } from './facts/roles.ts';
import { type Stretch, type Voices, voicesFinder } from './facts/voices.ts';
import type { Fact, FactKind, Quotation } from './quotation.ts';
import type { Reading, Sentence } from './reading.ts';
import type { Token } from './token.ts';

/**
 * The checkable statements of an article, in printed order; headlines have none.
 *
 * Of what lies in a quotation only figures and dates are taken, credited as the quotation is; the rest of it is
 * found as the quotation. Every other clause is the reporter’s, and so is what it says of things on the way: figures,
 * roles, members, places. A role is taken where it is printed first.
 *
 * Misses: figures and dates in a quotation that the article credits to nobody.
 */
export function findFacts(reading: Reading, quotations: readonly Quotation[]): readonly Fact[] {
  const voicesIn = voicesFinder(quotations);
  const facts: Fact[] = [];
  const knownRoles = new Set<string>();
  for (const paragraph of reading.paragraphs) {
    if (paragraph.role === 'headline') continue;
    for (const sentence of paragraph.sentences) {
      const voices = voicesIn(sentence);
      const found = [...reportedFacts(sentence, voices), ...creditedFacts(sentence, voices)];
      for (const fact of found) {
        const words = fact.kind === 'role' ? slice(reading.text, fact.span).toLowerCase() : null;
        if (words !== null && knownRoles.has(words)) continue;
        if (words !== null) knownRoles.add(words);
        facts.push(fact);
      }
    }
  }
  return inPrintedOrder(facts);
}

/** Facts in the reporter’s own voice. */
function reportedFacts(sentence: Sentence, voices: Voices): readonly Fact[] {
  const { tokens } = sentence;
  const facts: Fact[] = [];
  const add = (kind: FactKind, stretches: readonly Stretch[]) => {
    for (const stretch of stretches) facts.push({ kind, span: spanOf(tokens, stretch), source: [] });
  };
  const places: Place[] = [];
  for (const stretch of voices.reporter) {
    add('figure', figuresAlone(tokens, stretch));
    add('date', findDatedThings(tokens, stretch));
    add('role', findRoles(tokens, stretch));
    add('membership', findMemberships(tokens, stretch));
    add('statement', findBracketed(tokens, stretch));
    places.push(...findPlaces(tokens, stretch));
  }
  add('place', places);
  const whole = { from: 0, to: tokens.length };
  const byEnd = new Map(places.map((place) => [place.to, place]));
  const clauses = voices.tellable
    .flatMap((stretch) => findClauses(tokens, stretch, whole))
    .filter((clause) => holdsItsQuotations(clause, voices));
  for (const clause of clauses) {
    const shortened = withoutPlace(clause, byEnd.get(clause.to));
    const kind = clause.form === 'gloss' ? 'statement' : kindOf(tokens, shortened, shortened.from);
    add(kind, [withStop(tokens, shortened)]);
  }
  const isInClause = placesIn(tokens, clauses);
  for (const stretch of voices.told) {
    for (const clause of findRelativeClauses(tokens, stretch)) add(kindOf(tokens, clause, clause.from - 4), [clause]);
    add('date', undated(findDates(tokens, stretch), tokens, isInClause));
    add('event', occasion(tokens, stretch, isInClause));
  }
  return facts;
}

/** A clause of the reporter’s may hold a quotation with its attribution, but neither be in one nor cut through it. */
function holdsItsQuotations({ from, to }: Clause, { isQuoted }: Voices): boolean {
  return !isQuoted(from) && !(isQuoted(to - 1) && isQuoted(to));
}

/** Tells whether the word at a place lies in one of these stretches. */
function placesIn(tokens: readonly Token[], stretches: readonly Stretch[]): (at: number) => boolean {
  const inside = tokens.map(() => false);
  for (const { from, to } of stretches) inside.fill(true, from, to);
  return (at) => inside[at] === true;
}

/** Figures and dates within quotations. */
function creditedFacts(sentence: Sentence, voices: Voices): readonly Fact[] {
  const { tokens } = sentence;
  const whole = { from: 0, to: tokens.length };
  return voices.said.flatMap((voice) => {
    const clauses = findClauses(tokens, voice, whole);
    const dated = clauses.filter((clause) => kindOf(tokens, clause, clause.from) === 'date');
    const measured = clauses.filter((clause) => kindOf(tokens, clause, clause.from) === 'figure');
    const credited = (kind: FactKind, stretches: readonly Stretch[]): readonly Fact[] =>
      stretches.map((stretch) => ({ kind, span: spanOf(tokens, stretch), source: voice.source }));
    return [
      ...credited('figure', [...figuresAlone(tokens, voice), ...measured]),
      ...credited('date', [...findDatedThings(tokens, voice), ...dated]),
      ...credited('date', undated(findDates(tokens, voice), tokens, placesIn(tokens, dated))),
    ];
  });
}

/** Figures that say the same without the verb before them. */
function figuresAlone(tokens: readonly Token[], stretch: Stretch): readonly Stretch[] {
  return findFigures(tokens, stretch).filter(({ from }) => !isMeasured(tokens, from));
}

/** "has already exceeded 700 million people": the verb belongs to the figure, so the clause is what can be checked. */
function isMeasured(tokens: readonly Token[], figure: number): boolean {
  const before = tokens[figure - 1];
  return before !== undefined && before.pos === 'VERB' && isMeasuringVerb(before.norm);
}

/** What a clause states; `since` is where words that may name its occasion begin. */
function kindOf(tokens: readonly Token[], clause: Stretch, since: number): FactKind {
  if (findFigures(tokens, clause).some(({ from }) => from > clause.from && isMeasured(tokens, from))) return 'figure';
  if (findDates(tokens, clause).some(({ to }) => !isPossessive(tokens, to))) return 'date';
  for (let at = Math.max(0, since); at < clause.to; at++) if (isEventWord(tokens[at]?.norm ?? '')) return 'event';
  return 'statement';
}

/** Dates that no clause in the same voice holds: "Yesterday, Mr Lane said …", where the clause is the quotation. */
function undated(
  dates: readonly Stretch[],
  tokens: readonly Token[],
  isInClause: (at: number) => boolean,
): readonly Stretch[] {
  return dates.filter(({ from, to }) => !isPossessive(tokens, to) && !isInClause(from));
}

/** Where and when something was said: "“…,” she said [at a rally in Alma on Friday]". */
function occasion(tokens: readonly Token[], stretch: Stretch, isInClause: (at: number) => boolean): readonly Stretch[] {
  const words = trimmed(tokens, stretch);
  if (tokens[words.from]?.pos !== 'ADP' || words.to - words.from < 4) return [];
  for (let at = words.from; at < words.to; at++) if (isInClause(at)) return [];
  return tokens.slice(words.from, words.to).some(({ norm }) => isEventWord(norm)) ? [words] : [];
}

/** A clause that ends with what a place is ends with the place’s name: the rest is a fact by itself. */
function withoutPlace(clause: Clause, last: Place | undefined): Stretch {
  return last && last.from > clause.from ? { from: clause.from, to: last.nameTo } : clause;
}

/** A clause that is a whole sentence keeps its full stop. */
function withStop(tokens: readonly Token[], clause: Stretch): Stretch {
  const stops = clause.from === 0 && /^[.!…]$/.test(tokens[clause.to]?.text ?? '');
  return stops ? { from: 0, to: clause.to + 1 } : clause;
}

function spanOf(tokens: readonly Token[], { from, to }: Stretch): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** Where two rules found the same words, the first of these kinds is kept. */
const RANK: readonly FactKind[] = ['figure', 'date', 'role', 'membership', 'place', 'event', 'statement'];

function inPrintedOrder(facts: readonly Fact[]): readonly Fact[] {
  const sorted = [...facts].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || RANK.indexOf(a.kind) - RANK.indexOf(b.kind),
  );
  return sorted.filter((fact, index) => {
    const before = sorted[index - 1];
    return before?.span.start !== fact.span.start || before.span.end !== fact.span.end;
  });
}

import { type Credit, creditBeforeColon, creditBehindDash, dashBefore, nameOfLine } from './credits.ts';
import { knownNamesOf } from './known-names.ts';
import { namesIn } from './names.ts';
import { insideOf, type Passage, sentenceAt } from './passage.ts';
import { nounPhraseAfter, type Run } from './phrases.ts';
import type { Quoted } from './quotation-marks.ts';
import { isSomebody, type KnownNames, readLabel } from './speaker-labels.ts';
import type { Lead, Statement } from './statement.ts';
import type { Statements } from './statements.ts';

/** A credit, and the paragraph that prints it: the one with the words, or the one behind it. */
export interface PlacedCredit extends Credit {
  readonly paragraph: number;
}

/** What is said by the shape of an article alone: turns of a transcript, labels of headlines, names beside quotations. */
export class StructuralSpeech {
  readonly #passages: readonly Passage[];
  readonly #statements: readonly Statements[];
  #known: KnownNames | null = null;
  #speakers: ReadonlySet<string> | null = null;

  /** @param statements what each of the passages says by its verbs */
  constructor(passages: readonly Passage[], statements: readonly Statements[]) {
    this.#passages = passages;
    this.#statements = statements;
  }

  /**
   * What a paragraph says by its verbs, unless its shape says otherwise: behind the label of a turn or a headline all is
   * said (Reyes: River will rise). A name behind a dash is nearer than any verb (Polls got it right - Jo Lane: “…”), and
   * so is whose answer it is (Lane’s blunt reply: “…”).
   */
  statementsOf(passage: Passage): readonly Statement[] {
    const stated = this.#statements[passage.paragraph.index]?.statements ?? [];
    if (passage.turn) return turnOf(passage);
    const headline = passage.paragraph.role === 'headline' ? this.#headline(passage) : null;
    if (headline) return [headline];
    const labelled = new Set<number>();
    passage.quoted.forEach((stretch, index) => {
      const credit = this.#before(passage, stretch, passage.quoted[index - 1]);
      if (!credit) return;
      const dash = dashBefore(passage, stretch.open - 1);
      if (credit.isAnswer || (dash >= 0 && credit.source.from > dash)) labelled.add(index);
    });
    if (labelled.size === 0) return stated;
    const isTaken = ({ from, to }: Run) => passage.quotedAt.subarray(from, to).some((index) => labelled.has(index));
    return stated.filter(({ content }) => !content.some(isTaken));
  }

  /** Who is printed beside words in quotation marks as the one who said them. */
  beside(passage: Passage, index: number): PlacedCredit | null {
    const stretch = passage.quoted[index];
    if (!stretch || passage.turn) return null;
    const paragraph = passage.paragraph.index;
    const credit =
      this.#before(passage, stretch, passage.quoted[index - 1]) ??
      (isWhole(passage, stretch) ? this.#behind(passage, stretch) : null);
    if (credit) return { ...credit, paragraph };
    const next = this.#passages[paragraph + 1];
    const isLast = index === passage.quoted.length - 1 && stretch.open <= 0;
    return isLast && next && stretch.close >= passage.tokens.length - 2 ? this.#inNextLine(stretch, next) : null;
  }

  /** Who a paragraph announces that ends with a colon and has no verb of saying: And from the mayor: */
  lead(passage: Passage): Lead | null {
    const colon = passage.tokens.length - 1;
    if (passage.turn || passage.tokens[colon]?.text !== ':') return null;
    const low = sentenceAt(passage, colon)?.from ?? 0;
    const credit = creditBeforeColon(passage, colon, low, this.#names());
    return credit?.cue ? { kind: 'lead', source: credit.source, cue: credit.cue } : null;
  }

  #before(passage: Passage, stretch: Quoted, previous: Quoted | undefined): Credit | null {
    const colon = stretch.open - 1;
    if (passage.tokens[colon]?.text !== ':') return null;
    const low = Math.max(sentenceAt(passage, colon)?.from ?? 0, previous ? previous.close + 1 : 0);
    return creditBeforeColon(passage, colon, low, this.#names());
  }

  #behind(passage: Passage, { close }: Quoted): Credit | null {
    const high = sentenceAt(passage, close + 1)?.to;
    return high === undefined ? null : creditBehindDash(passage, close + 1, high, this.#names());
  }

  /** “…”  /  — Jo Lane, mayor    and    "…  /  Jo Lane, mayor." */
  #inNextLine({ close, goesOn }: Quoted, next: Passage): PlacedCredit | null {
    if (goesOn) return null;
    const { tokens } = next;
    const paragraph = next.paragraph.index;
    const credit = creditBehindDash(next, 0, tokens.length, this.#names());
    if (credit) return { ...credit, paragraph };
    const before = this.#passages[paragraph - 1];
    const isOpen = close >= (before?.tokens.length ?? 0);
    const isBelowBlock = before?.paragraph.role === 'block-quote' && this.#isSignature(next);
    if (!isOpen || !(isBelowBlock || tokens[tokens.length - 1]?.norm === '"') || next.quoted.length > 0) return null;
    const source = nameOfLine(next, 0, tokens.length, this.#names());
    return source && { source, cue: null, paragraph, rule: 'a name in the line behind' };
  }

  /** Whether a paragraph may be the line below a block quote that says whose it is: it says nothing, and announces nothing. */
  #isSignature({ paragraph, tokens }: Passage): boolean {
    const stated = this.#statements[paragraph.index];
    return paragraph.role === 'body' && tokens.at(-1)?.text !== ':' && !stated?.lead && !stated?.statements.length;
  }

  /**
   * {Reyes}: River will rise · EXCLUSIVE – {Alma Reyes}: ‘We were not asked’ · {Poll}: Reyes leads
   *
   * Without quotation marks the article must show the one named speaking: “Alma Reyes: A life” is nobody’s words.
   */
  #headline(passage: Passage): Statement | null {
    const { tokens } = passage;
    const colon = tokens.findIndex((token, at) => token.text === ':' && passage.quotedAt[at] === -1);
    if (colon < 1 || colon + 1 >= tokens.length) return null;
    let from = 0;
    for (let at = 1; at < colon; at++) if (/^[-–—]+$/.test(tokens[at]?.text ?? '')) from = at + 1;
    const isQuoted = passage.quoted.some(({ open }) => open === colon + 1);
    const source = this.#labelOfHeadline(passage, { from, to: colon }, isQuoted);
    if (!source) return null;
    return {
      kind: 'statement',
      content: [{ from: colon + 1, to: tokens.length }],
      source,
      cue: { from: colon, to: colon + 1 },
      trails: false,
      rule: 'a name and a colon in a headline',
    };
  }

  #labelOfHeadline(passage: Passage, { from, to }: Run, isQuoted: boolean): Run | null {
    const { tokens } = passage;
    const label = readLabel(tokens, from, to);
    if (isQuoted) {
      if (label && (isSomebody(label, this.#names()) || this.#saying().has(label.key))) return label.speaker;
      // Reyes scolds the council: ‘We were not asked’
      const [name] = namesIn(tokens, { from, to });
      const end = nounPhraseAfter(tokens, from, to);
      const isFirst = name !== undefined && name.start === tokens[from]?.start;
      return isFirst && end > from && this.#saying().has(lastWordOf(name.words)) ? { from, to: end } : null;
    }
    if (!label || !mayBeSaid(passage, to + 1)) return null;
    return label.name === null || this.#saying().has(label.key) ? label.speaker : null;
  }

  #names(): KnownNames {
    this.#known ??= knownNamesOf(this.#passages.map(({ paragraph }) => paragraph));
    return this.#known;
  }

  /** The last words of the names of those who speak in the article by a verb, lower case. */
  #saying(): ReadonlySet<string> {
    if (this.#speakers) return this.#speakers;
    const speakers = new Set<string>();
    this.#passages.forEach((passage, index) => {
      if (passage.paragraph.role === 'headline') return;
      for (const { source } of this.#statements[index]?.statements ?? []) {
        if (source) for (const { words } of namesIn(passage.tokens, source)) speakers.add(lastWordOf(words));
      }
    });
    this.#speakers = speakers;
    return speakers;
  }
}

const lastWordOf = (words: readonly string[]) => (words.at(-1) ?? '').toLowerCase();

function turnOf(passage: Passage): readonly Statement[] {
  const { turn, paragraph } = passage;
  if (!turn?.cue) return [];
  const { words, speaker: source, cue, rule } = turn;
  const parts = paragraph.role === 'utterance' ? inParts(passage, words) : [words];
  return parts.map((part) => ({ kind: 'statement', content: [part], source, cue, trails: false, rule }));
}

/** A speech is a quotation every so many words: nobody quotes, or looks for, all of an hour. */
const LONGEST_PART = 100;

/** Words cut at the ends of sentences, so that no part but one of a single sentence is longer than {@link LONGEST_PART}. */
function inParts({ sentences }: Passage, words: Run): readonly Run[] {
  const parts: Run[] = [];
  let from = words.from;
  let to = from;
  for (const sentence of sentences) {
    if (sentence.to <= words.from) continue;
    if (sentence.to - from > LONGEST_PART && to > from) {
      parts.push({ from, to });
      from = to;
    }
    to = Math.min(sentence.to, words.to);
  }
  return [...parts, { from, to: words.to }];
}

function isWhole(passage: Passage, stretch: Quoted): boolean {
  const sentence = sentenceAt(passage, Math.max(stretch.open, 0));
  const { from, to } = insideOf(stretch);
  return sentence !== undefined && stretch.open <= sentence.from && to - from > 2;
}

/** Whether the words behind a headline’s colon may be what somebody says: “How he won” and “A life” are not. */
function mayBeSaid(passage: Passage, from: number): boolean {
  const { tokens } = passage;
  const first = tokens[from]?.norm ?? '';
  const last = tokens[tokens.length - 1]?.text;
  if (/^(?:what|who|why|how|when|where|which|inside|meet)$/.test(first) || last === '?') return false;
  if (passage.quoted.length > 0 || !/^(?:an?|the|his|her|their|from)$/.test(first)) return true;
  for (let at = from; at < tokens.length && tokens[at]?.text !== ';'; at++) {
    const { pos, norm } = tokens[at] ?? {};
    if (pos === 'AUX' || (pos === 'VERB' && !/(?:ing|ed)$/.test(norm ?? ''))) return true;
  }
  return false;
}

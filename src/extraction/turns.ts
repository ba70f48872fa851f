import type { Run } from './phrases.ts';
import { postIn } from './posts.ts';
import type { ReadParagraph } from './reading.ts';
import { utteranceIn } from './set-apart.ts';
import { isSomebody, type KnownNames, type Label, readLabel } from './speaker-labels.ts';
import type { Token } from './token.ts';

/** A paragraph that by its shape is what somebody says, with no marks around it: of a transcript, or a post. */
export interface Turn {
  /** Who speaks; null for a bare “Q:” or “A:”, and where the paragraph goes on with the turn before. */
  readonly speaker: Run | null;
  /** What stands for a verb of saying: the colon, the letter, the dash; null where the paragraph goes on. */
  readonly cue: Run | null;
  readonly words: Run;
  /** Whether the paragraph after goes on with it. */
  readonly goesOn: boolean;
  readonly rule: string;
}

const RULE = 'a turn in a transcript';

interface Labelled {
  readonly mark: number;
  readonly key: string;
  /** Null for a bare “Q:” or “A:”. */
  readonly label: Label | null;
}

/** How many paragraphs without a label may stand between two turns. */
const LONGEST_GAP = 3;

/**
 * The turns of an article that is or holds a transcript, and its embedded posts, by paragraph; null for all others.
 *
 *     Q: Will the river rise?  /  A: It will.
 *     JO LANE: Will it rise?  /  MAYOR REYES: It will.  /  LANE: When?
 *
 * There must be three labelled paragraphs of which two are of one speaker, or a Q and an A: a list that says something
 * about one person after another has labels as well.
 *
 * Misses: who Q and A are, and the last turn’s further paragraphs.
 */
export function findTurns(paragraphs: readonly ReadParagraph[], known: () => KnownNames): readonly (Turn | null)[] {
  const labelled = paragraphs.map((paragraph) => (isToldApart(paragraph) ? null : labelledAt(paragraph.tokens)));
  const somebody = labelled.some(Boolean) ? somebodyIn(labelled, known) : [];
  const turns: (Turn | null)[] = paragraphs.map((paragraph) => {
    return isToldApart(paragraph) ? utteranceIn(paragraph) : postIn(paragraph.tokens);
  });
  const lengthOf = (index: number) => paragraphs[index]?.tokens.length ?? 0;
  if (!isTranscript(somebody.map((index) => labelled[index]?.key ?? ''))) return turns;
  somebody.forEach((index, order) => {
    const label = labelled[index];
    if (!label) return;
    const next = somebody[order + 1] ?? index;
    const gap = next - index - 1;
    const resumes = gap > 0 && gap <= LONGEST_GAP && allSpoken(paragraphs, index + 1, next);
    const speaker = label.label?.speaker ?? null;
    const to = label.mark + 1;
    turns[index] = {
      speaker,
      // The letter of a bare “Q:” is all that says whose words these are.
      cue: { from: speaker ? label.mark : 0, to },
      words: { from: to, to: lengthOf(index) },
      goesOn: resumes,
      rule: RULE,
    };
    if (!resumes) return;
    for (let at = index + 1; at < next; at++) {
      turns[at] = { speaker: null, cue: null, words: { from: 0, to: lengthOf(at) }, goesOn: at + 1 < next, rule: RULE };
    }
  });
  return turns;
}

/** Whether its shape was told already: a headline, a paragraph of a transcript. */
function isToldApart({ role }: ReadParagraph): boolean {
  return role === 'headline' || role === 'utterance';
}

function isTranscript(keys: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  if (counts.has('q.') && counts.has('a.')) return true;
  return keys.length > 2 && counts.size > 1 && [...counts.values()].some((count) => count > 1);
}

/** The paragraphs whose label is somebody’s; a surname is known from a fuller label. */
function somebodyIn(labelled: readonly (Labelled | null)[], known: () => KnownNames): readonly number[] {
  const introduced = new Set<string>();
  for (const entry of labelled) if (entry?.label?.isTelling) introduced.add(entry.key);
  return labelled.flatMap((entry, index) => {
    if (!entry) return [];
    const { label, key } = entry;
    return !label || introduced.has(key) || isSomebody(label, known()) ? [index] : [];
  });
}

/** The label at the start of a paragraph, where no quotation mark follows. */
function labelledAt(tokens: readonly Token[]): Labelled | null {
  const first = tokens[0]?.norm === '"' ? 1 : 0;
  const word = tokens[first];
  if (!word) return null;
  const bare = /^(?:q|question)[.:]?$/i.test(word.text) ? 'q.' : /^(?:a|answer)[.:]?$/i.test(word.text) ? 'a.' : '';
  if (bare !== '' && /^\p{Lu}/u.test(word.text)) {
    if (word.text.endsWith('.')) return { mark: first, key: bare, label: null };
    if (tokens[first + 1]?.text === ':') return { mark: first + 1, key: bare, label: null };
  }
  const colon = colonAfter(tokens, first);
  const after = tokens[colon + 1];
  // Words in marks are read as such, and “Reyes: 1,769” is a score.
  if (colon < 0 || !after || !/^[\p{L}(….]/u.test(after.text)) return null;
  const label = readLabel(tokens, first, colon);
  return label && { mark: colon, key: label.key, label };
}

function colonAfter(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(from + 14, tokens.length); at++) if (tokens[at]?.text === ':') return at;
  return -1;
}

/** Whether paragraphs without a label look like speech: no stage direction, no quotation, no line of dots. */
function allSpoken(paragraphs: readonly ReadParagraph[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const first = paragraphs[at]?.tokens[0];
    if (!first || !/^[\p{L}\p{N}]/u.test(first.text)) return false;
  }
  return true;
}

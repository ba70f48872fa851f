import { type Span, slice } from '../article/article.ts';
import type { AttributionStatus, Quotation } from '../extraction/quotation.ts';
import type { AnnotatedArticle, AnnotatedQuotation } from './annotated-gold.ts';
import { markdownTable } from './markdown-table.ts';
import { isSamePerson } from './name-score.ts';
import { comparedWords, coveredWords, sharedCount, wordF1 } from './word-sets.ts';

/**
 * What became of the question who says a quotation that was found.
 *
 * - `right`: the name that the gold has, or none where it has none
 * - `silent`: no name, though the article prints it
 * - `wrong`: the name of somebody else, or a name where the article has none
 * - `invented`: a name for words that nobody is said to have said
 * - `nobody`: no name for words that nobody is said to have said
 */
export type SpeakerVerdict = 'right' | 'silent' | 'wrong' | 'invented' | 'nobody';

/** A quotation that was found, the annotated one it was held against, and what came of it. */
export interface CheckedSpeaker {
  readonly verdict: SpeakerVerdict;
  readonly found: Quotation;
  /** Null where the gold has nothing in these words. */
  readonly marked: AnnotatedQuotation | null;
  readonly isStatusRight: boolean;
}

/**
 * Holds each quotation that was found against the annotated one with which it agrees best, if they share at least half
 * of the shorter one's words. Thoughts and plans that were found are left out, as are the terms and slogans found.
 */
export function checkSpeakers(article: AnnotatedArticle, found: readonly Quotation[]): readonly CheckedSpeaker[] {
  const words = comparedWords(article.text);
  const marked = article.annotations.map((annotation) => ({
    annotation,
    words: coveredWords(words, annotation.content),
  }));
  return found.flatMap((quotation) => {
    if (quotation.kind === 'term' || quotation.kind === 'slogan') return [];
    const covered = coveredWords(words, quotation.content);
    let [best, most]: [AnnotatedQuotation | null, number] = [null, 0];
    for (const one of marked) {
      const isShared = 2 * sharedCount(covered, one.words) >= Math.min(covered.size, one.words.size);
      const f1 = wordF1(covered, one.words);
      if (isShared && f1 > most) [best, most] = [one.annotation, f1];
    }
    if (best?.kind === 'belief') return [];
    const isStatusRight = best !== null && best.status === quotation.status;
    return [{ verdict: verdictOn(quotation, best), found: quotation, marked: best, isStatusRight }];
  });
}

function verdictOn(found: Quotation, marked: AnnotatedQuotation | null): SpeakerVerdict {
  if (!marked || marked.kind === 'term' || marked.kind === 'slogan') return found.speaker ? 'invented' : 'nobody';
  if (marked.speaker === null) return found.speaker === null ? 'right' : 'wrong';
  if (found.speaker === null) return 'silent';
  return isNameOf(marked, marked.speaker, found.speaker) ? 'right' : 'wrong';
}

/** Whether a name given is that of the speaker; of two people with one surname it may not choose. */
function isNameOf({ status }: AnnotatedQuotation, speaker: string, given: string): boolean {
  const [printed, words] = [speaker, given].map((name) => name.toLowerCase().split(/\s+/));
  if (status === 'surname-only') return words?.at(-1) === printed?.at(-1) && words?.length === printed?.length;
  // Campos Ledesma is María José Campos Ledesma.
  const isShorter = words?.every((word) => printed?.includes(word)) ?? false;
  // Mrs Lane has no other name: Alan Lane is somebody else.
  const isTitled = /^(?:Mr|Mrs|Ms|Miss|Lady|Lord|Sir|Dame)\b/.test(speaker);
  return isShorter || (!isTitled && isSamePerson(speaker, given));
}

const ORDER: readonly AttributionStatus[] = [
  'named',
  'surname-only',
  'described',
  'described-resolved',
  'pronoun-resolved',
  'pronoun-unresolved',
  'none',
];

/** Who is named for what was found, by the status that the gold gives it; the last row is what it does not have. */
export function speakerTable(checked: readonly CheckedSpeaker[]): string {
  const count = (rows: readonly CheckedSpeaker[], verdict: SpeakerVerdict) => {
    return String(rows.filter((row) => row.verdict === verdict).length);
  };
  const isSaid = ({ marked }: CheckedSpeaker) => marked !== null && marked.kind !== 'term' && marked.kind !== 'slogan';
  const said = checked.filter(isSaid);
  const unsaid = checked.filter((row) => !isSaid(row));
  const rows = [...ORDER, 'all'].map((label) => {
    const some = label === 'all' ? said : said.filter(({ marked }) => marked?.status === label);
    const statusRight = String(some.filter(({ isStatusRight }) => isStatusRight).length);
    return [
      label,
      String(some.length),
      ...(['right', 'silent', 'wrong'] as const).map((v) => count(some, v)),
      statusRight,
    ];
  });
  const last = ['not in the gold', String(unsaid.length), count(unsaid, 'nobody'), '0', count(unsaid, 'invented'), '0'];
  const head = ['status in the gold', 'found', 'right speaker', 'silent', 'wrong speaker', 'same status'];
  return markdownTable(head, [...rows, last]);
}

/** The wrong and the missing names of an article, one line each, for a person to read. */
export function speakerErrors(article: AnnotatedArticle, checked: readonly CheckedSpeaker[]): readonly string[] {
  const words = (spans: readonly Span[]) => spans.map((span) => slice(article.text, span)).join(' … ');
  return checked.flatMap(({ verdict, found, marked }) => {
    if (verdict === 'right' || verdict === 'nobody') return [];
    const gold = marked ? `${marked.speaker ?? 'nobody'} (${marked.status})` : 'nothing said';
    const given = `${found.speaker ?? 'nobody'} (${found.status})`;
    const line = `${verdict}: ${article.id}: gold ${gold}, found ${given}: ${words(found.source)} | ${words(found.content)}`;
    return [line.replace(/\s+/g, ' ')];
  });
}

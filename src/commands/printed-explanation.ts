import { type Article, hull, overlaps, type Span, slice } from '../article/article.ts';
import type { AttributionStatus, Extraction, Quotation, QuotationKind } from '../extraction/quotation.ts';
import { read } from '../extraction/reading.ts';

const KINDS: Readonly<Record<QuotationKind, string>> = {
  direct: 'quotation, word for word',
  mixed: 'quotation, partly word for word',
  indirect: 'statement in the reporter’s words',
  term: 'term in quotation marks, no quotation',
  slogan: 'slogan in quotation marks, no quotation',
  headline: 'statement in the headline',
};

const STATUSES: Readonly<Record<AttributionStatus, string>> = {
  named: 'named',
  described: 'only described',
  'described-resolved': 'described here, named elsewhere',
  'surname-only': 'a bare name',
  'pronoun-resolved': 'a pronoun, resolved',
  'pronoun-unresolved': 'a pronoun, not resolved',
  none: 'no speaker given',
};

/**
 * Why an article is read as it is, quotation by quotation: for an editor who wants to argue with it, and for a
 * developer who wants to mend it. The sentence with its parts marked in place, the rule, who it is and why.
 */
export function explanationAsText(article: Article, { quotations }: Extraction): string {
  const sentences = read(article).paragraphs.flatMap((paragraph) => paragraph.sentences);
  const explained = quotations.map((quotation, index) => explain(article.text, sentences, quotation, index + 1));
  return [
    article.headline ?? 'no headline',
    `Quotations (${quotations.length}): [words …] what was said, [cue …] the reporting words, [source …] who is credited.`,
    ...explained,
  ].join('\n\n');
}

function explain(text: string, sentences: readonly Span[], quotation: Quotation, number: number): string {
  const { kind, content, source, cue, speaker, status, evidence, rule, reason } = quotation;
  const place = hull(content);
  const isSaid = kind !== 'term' && kind !== 'slogan';
  const printed = (spans: readonly Span[]) => spans.map((span) => `“${oneLine(slice(text, span))}”`).join(' … ');
  return [
    `${number}. ${KINDS[kind]}, ${place?.start ?? 0}–${place?.end ?? 0}`,
    `   ${markedSentences(text, sentences, quotation)}`,
    `   ${isSaid ? 'Found by' : 'Why no quotation'}: ${rule}`,
    `   Credited: ${source.length > 0 ? printed(source) : 'nobody'}${cue.length > 0 ? `, by ${printed(cue)}` : ''}`,
    `   Speaker: ${speaker ?? 'not given'} (${STATUSES[status]}): ${reason}`,
    ...evidence.map((span) => `   Shown by: ${oneLine(slice(text, span))}`),
  ].join('\n');
}

/** The sentences that a quotation touches, with its parts in brackets; “…” where sentences in between are left out. */
function markedSentences(text: string, sentences: readonly Span[], { content, source, cue }: Quotation): string {
  const parts = [
    ...content.map((span) => ({ name: 'words', span })),
    ...source.map((span) => ({ name: 'source', span })),
    ...cue.map((span) => ({ name: 'cue', span })),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const covering = hull(parts.map(({ span }) => span));
  if (!covering) return '';
  let printed = '';
  let last: Span | null = null;
  const touched = sentencesIn(sentences, covering).filter((sentence) =>
    parts.some(({ span }) => overlaps(span, sentence)),
  );
  for (const sentence of touched) {
    if (last) printed += text.slice(last.end, sentence.start).trim() === '' ? ' ' : ' … ';
    printed += withMarks(text, sentence, parts);
    last = sentence;
  }
  return oneLine(printed);
}

/** Those sentences that a span touches; they are in printed order. */
function sentencesIn(sentences: readonly Span[], { start, end }: Span): readonly Span[] {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < sentences.length && (sentences[to]?.start ?? end) < end) to++;
  return sentences.slice(low, to);
}

/** One sentence with brackets; a part that goes on in the next sentence closes here and opens there again. */
function withMarks(text: string, sentence: Span, parts: readonly { readonly name: string; readonly span: Span }[]) {
  const marks = parts.flatMap(({ name, span }, order) => {
    const [start, end] = [Math.max(span.start, sentence.start), Math.min(span.end, sentence.end)];
    if (start >= end) return [];
    // Where one part ends and another begins, the first is closed first; the innermost closes before the outer one.
    return [
      { at: start, order: parts.length + order, mark: `[${name} ` },
      { at: end, order: -order, mark: ']' },
    ];
  });
  let printed = '';
  let from = sentence.start;
  for (const { at, mark } of marks.sort((a, b) => a.at - b.at || a.order - b.order)) {
    printed += text.slice(from, at) + mark;
    from = at;
  }
  return printed + text.slice(from, sentence.end);
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

import type { Answer, Excerpt, Fate, OtherWording } from '../answer/answer.ts';
import type { Span } from '../article/article.ts';
import type { Extraction, Figure } from '../extraction/quotation.ts';

/** A span as the command line prints it: UTF-16 code units, half-open. */
type Pair = readonly [number, number];

const pair = (span: Span): Pair => [span.start, span.end];
const pairs = (spans: readonly Span[]): readonly Pair[] => spans.map(pair);

/**
 * An article's quotations and facts in the form that `extract --json` and `--jsonl` print.
 *
 * @param isExplained whether each quotation tells as well which rule found it, and why its speaker is who it is
 */
export function extractionAsJson(id: string, { quotations, facts }: Extraction, isExplained = false) {
  return {
    id,
    quotes: quotations.map(({ kind, content, source, cue, speaker, status, evidence, rule, reason }) => ({
      kind,
      content: pairs(content),
      source: pairs(source),
      cue: pairs(cue),
      speaker,
      status,
      evidence: pairs(evidence),
      ...(isExplained ? { rule, reason } : {}),
    })),
    facts: facts.map((fact) => ({
      span: pair(fact.span),
      kind: fact.kind,
      source: pairs(fact.source),
      ...(fact.figure ? figureAsJson(fact.figure) : {}),
      ...(fact.when ? { when: fact.when.map(({ span, value }) => ({ span: pair(span), value })) } : {}),
      ...(fact.of ? { of: pairs(fact.of) } : {}),
    })),
  };
}

function figureAsJson({ counts, per, ...numbers }: Figure) {
  return { ...numbers, counts: counts && pair(counts), ...(per ? { per: pair(per) } : {}) };
}

/** An answer in the form that `ask --json` and `find --json` print. */
export function answerAsJson({ outcome, message, excerpts }: Answer) {
  return { outcome, excerpts: excerpts.map(excerptAsJson), message };
}

/** An excerpt in the same form. */
export function excerptAsJson(excerpt: Excerpt) {
  const { citation } = excerpt;
  return {
    id: excerpt.id,
    text: excerpt.words.text,
    kind: excerpt.kind,
    label: excerpt.label,
    printed: excerpt.attribution?.text ?? null,
    who: excerpt.who,
    note: excerpt.whoNote,
    speaker: excerpt.speaker,
    status: excerpt.status,
    evidence: excerpt.evidence.map(({ text, span }) => ({ text, span: pair(span) })),
    article: {
      id: citation.articleId,
      headline: citation.headline,
      outlet: citation.outlet,
      publishedAt: citation.publishedAt,
      url: citation.url,
      sha256: citation.sha256,
    },
    span: pair(excerpt.words.span),
    match: excerpt.match,
    ...(excerpt.diff ? { diff: excerpt.diff } : {}),
    sentence: excerpt.sentence.text,
    ...(excerpt.before ? { before: excerpt.before.text } : {}),
    ...(excerpt.after ? { after: excerpt.after.text } : {}),
    ...(excerpt.alsoIn ? { alsoIn: excerpt.alsoIn.listed, alsoInArticles: excerpt.alsoIn.articles } : {}),
    ...(excerpt.creditedElsewhere ? { creditedElsewhere: excerpt.creditedElsewhere } : {}),
    ...(excerpt.otherWordings ? { otherWordings: excerpt.otherWordings.map(wordingAsJson) } : {}),
    ...(excerpt.remarks ? { remarks: excerpt.remarks } : {}),
  };
}

/** What became of an excerpt's words in the newest version, as `verify --json` prints it. */
export function fateAsJson(fate: Fate) {
  if (fate.kind === 'gone') return fate;
  const { now, ...rest } = fate;
  return { ...rest, now: { text: now.text, span: pair(now.span) } };
}

function wordingAsJson({ kind, words, diff, printing }: OtherWording) {
  return { kind, text: words.text, span: pair(words.span), diff, ...printing };
}

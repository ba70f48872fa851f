import { indexedWhen } from '../answer/age.ts';
import type { Answer, ArchiveAge, DiffPart, Excerpt, Reprints } from '../answer/answer.ts';
import { shown } from '../answer/citation.ts';
import { counted, thousands } from '../answer/counted.ts';
import { creditOf } from '../answer/printed-source.ts';
import { type Article, hull, slice } from '../article/article.ts';
import type { Extraction, Fact, FigureRelation } from '../extraction/quotation.ts';

const MATCH = {
  exact: 'Exact words',
  punctuation: 'Same words, other punctuation',
  differs: 'Differs',
  opposite: 'Opposite sense',
  keywords: 'Found by its words',
} as const;

/** An answer for a person to read in a terminal: the words, then who, then proof. */
export function answerAsText(answer: Answer): string {
  return [answer.message, ...answer.excerpts.map((excerpt) => excerptAsText(excerpt, answer.age))].join('\n\n');
}

/** One excerpt with everything that must be shown with it. */
export function excerptAsText(excerpt: Excerpt, age: ArchiveAge): string {
  const { citation } = excerpt;
  const printed = excerpt.attribution ? ` · printed as “${excerpt.attribution.text}”` : '';
  const articles = counted(age.articles, 'article');
  return [
    `  ${shown(excerpt)}`,
    `${excerpt.who} · ${excerpt.label}${printed}`,
    excerpt.whoNote,
    ...excerpt.evidence.map(({ text }) => `Evidence: ${text}`),
    excerpt.diff ? `Words: ${diffAsText(excerpt.diff)}` : null,
    excerpt.sentence.text === excerpt.printed.text ? null : `In: ${excerpt.sentence.text}`,
    excerpt.before ? `Before: ${excerpt.before.text}` : null,
    excerpt.after ? `After: ${excerpt.after.text}` : null,
    [
      citation.headline ?? 'headline not given',
      citation.outlet ?? 'outlet not given',
      citation.byline ?? 'byline not given',
      citation.publishedAt ?? 'date not given',
      ...(citation.updatedAt ? [`updated ${citation.updatedAt}`] : []),
      ...(citation.url ? [citation.url] : []),
    ].join(' · '),
    ...(excerpt.alsoIn ? alsoInAsText(excerpt.alsoIn) : []),
    ...(excerpt.remarks ?? []),
    citation.state === 'live' ? null : `This article is ${citation.state}: ${citation.stateNote ?? ''}`,
    `${MATCH[excerpt.match]} · ${excerpt.id} · ${citation.sha256.slice(0, 12)} ${excerpt.words.span.start}–${excerpt.words.span.end} · ${articles}, ${indexedWhen(age)}`,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

/** "Also printed in 2 articles:" and the first of them, a line each. */
function alsoInAsText({ articles, listed }: Reprints): readonly string[] {
  const lines = listed.map(({ excerptId, headline, outlet, publishedAt, speaker, printedSource, url }) => {
    const place = [headline ?? 'headline not given', outlet ?? 'outlet not given', publishedAt ?? 'date not given'];
    const credit = creditOf({ speaker, printedSource });
    return `  ${[...place, `credited to ${credit}`, ...(url ? [url] : []), excerptId].join(' · ')}`;
  });
  const rest = articles - listed.length;
  const more = rest > 0 ? [`  and ${thousands(rest)} more`] : [];
  return [`Also printed in ${counted(articles, 'article')}:`, ...lines, ...more];
}

/** Both readings of a word diff: [asked: must] [printed: should]. */
export function diffAsText(diff: readonly DiffPart[]): string {
  return diff.map(({ kind, text }) => (kind === 'same' ? text : `[${kind}: ${text}]`)).join(' ');
}

/** An article's quotations and facts for a person to read. */
export function extractionAsText(article: Article, { quotations, facts }: Extraction): string {
  const show = (spans: readonly { start: number; end: number }[]) =>
    spans.map((span) => slice(article.text, span)).join(' … ') || '–';
  const lines = quotations.map((quotation) => {
    const covering = hull(quotation.content);
    return [
      `${quotation.kind}: ${show(quotation.content)}`,
      `  source: ${show(quotation.source)} · cue: ${show(quotation.cue)}`,
      `  speaker: ${quotation.speaker ?? 'not given'} (${quotation.status}) · ${quotation.rule} · ${covering?.start ?? 0}–${covering?.end ?? 0}`,
      ...(quotation.evidence.length > 0 ? [`  evidence: ${show(quotation.evidence)}`] : []),
    ].join('\n');
  });
  const stated = facts.map((fact) => {
    const credit = fact.source.length > 0 ? ` (credited to ${show(fact.source)})` : '';
    const readings = readingsOf(article.text, fact).map((reading) => `\n  ${reading}`);
    return `${fact.kind}: ${slice(article.text, fact.span)}${credit}${readings.join('')}`;
  });
  return [
    `${article.headline ?? 'no headline'}`,
    `\nQuotations (${quotations.length})`,
    ...lines,
    `\nFacts (${facts.length})`,
    ...stated,
  ].join('\n');
}

const RELATIONS: Readonly<Record<FigureRelation, string>> = {
  '=': '',
  '~': 'about ',
  '>': 'more than ',
  '>=': 'at least ',
  '<': 'less than ',
  '<=': 'at most ',
};

/** What a fact comes to, beside its printed words: numbers written out, times in ISO 8601, whose role it is. */
function readingsOf(text: string, { figure, when = [], of = [] }: Fact): readonly string[] {
  const readings: string[] = [];
  if (figure?.value != null) {
    const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 4 });
    const high = figure.high === undefined ? '' : ` to ${number(figure.high)}`;
    const against = figure.against === undefined ? '' : ` against ${number(figure.against)}`;
    const unit = figure.unit === null ? '' : ` ${figure.unit}`;
    const counts = figure.counts === null ? '' : ` · of: ${slice(text, figure.counts)}`;
    const per = figure.per === undefined ? '' : ` · each: ${slice(text, figure.per)}`;
    readings.push(
      `read as: ${RELATIONS[figure.relation]}${number(figure.value)}${high}${against}${unit}${counts}${per}`,
    );
  }
  for (const { span, value } of when) {
    if (value !== null) readings.push(`read as: ${slice(text, span)} = ${value}`);
  }
  if (of.length > 0) readings.push(`of: ${of.map((name) => slice(text, name)).join(', ')}`);
  return readings;
}

import { indexedWhen } from '../../answer/age.ts';
import type { ArchiveAge, Citation, Excerpt, Match } from '../../answer/answer.ts';
import { counted } from '../../answer/counted.ts';
import { shorten } from '../plain-text.ts';

/**
 * The words of an excerpt as they are shown.
 *
 * With the article's own quotation marks where it is quoted speech or a term, never with marks around a paraphrase,
 * a headline or a statement; `…` where the passage is cut inside a sentence.
 */
export function shownWords(excerpt: Excerpt, room: number): string {
  const passage = standsInQuotationMarks(excerpt) ? excerpt.printed : excerpt.words;
  return `${excerpt.cutBefore ? '… ' : ''}${shorten(passage.text, room)}${excerpt.cutAfter ? ' …' : ''}`;
}

function standsInQuotationMarks({ kind }: Excerpt): boolean {
  return kind === 'direct' || kind === 'mixed' || kind === 'term' || kind === 'slogan';
}

/** “Mr Xi · partial quote · printed as “Mr Xi said””: what stands beside the name, each part with its dot before it. */
export function credentials(excerpt: Excerpt, room: number): string {
  const printed = excerpt.attribution === null ? '' : ` · printed as “${shorten(excerpt.attribution.text, room)}”`;
  return ` · ${shorten(excerpt.label, 60)}${printed}`;
}

/** What stands beside the headline: outlet, byline, dates; “not given” where the article does not say. */
export function published(citation: Citation): string {
  return [
    citation.outlet === null ? 'outlet not given' : shorten(citation.outlet, 80),
    ...(citation.byline === null ? [] : [shorten(citation.byline, 100)]),
    citation.publishedAt === null ? 'date not given' : printedDate(citation.publishedAt),
    ...(citation.updatedAt === null ? [] : [`updated ${printedDate(citation.updatedAt)}`]),
  ].join(' · ');
}

/** The headline, or that there is none. */
export function headlineOf(citation: Pick<Citation, 'headline'>, room: number): string {
  return citation.headline === null ? 'headline not given' : shorten(citation.headline, room);
}

/** Says first that an article was corrected or withdrawn; null while it stands as published. */
export function stateOf(citation: Citation, room: number): string | null {
  if (citation.state === 'live') return null;
  const note = citation.stateNote === null ? '' : ` ${shorten(citation.stateNote, room)}`;
  return citation.state === 'corrected'
    ? `This article has been corrected.${note}`
    : `This article has been withdrawn; its words are not to be used.${note}`;
}

const MATCHES: Readonly<Record<Match, string>> = {
  exact: 'Exact words',
  punctuation: 'Same words, other punctuation',
  differs: 'Not in these words',
  opposite: 'Opposite sense',
  keywords: 'Found by keywords',
};

/** “Also printed in 4 articles”; null where its words stand in no other article. */
export function alsoPrinted({ alsoIn }: Excerpt): string | null {
  return alsoIn === undefined ? null : `Also printed in ${counted(alsoIn.articles, 'article')}`;
}

/** How the excerpt matches what was asked, its id, and how fresh the archive is. */
export function proofLine(excerpt: Excerpt, match: Match, age: ArchiveAge): string {
  return `${MATCHES[match]} · ${excerpt.id} · ${ageOf(age)}`;
}

/** The proof in full: id, which text, and where in it. */
export function proofInFull(excerpt: Excerpt): string {
  const { start, end } = excerpt.words.span;
  return `${excerpt.id} · article ${excerpt.citation.sha256.slice(0, 12)} · characters ${start} to ${end}`;
}

/** “1 article, indexed 3 minutes ago”. */
export function ageOf(age: ArchiveAge): string {
  return `${counted(age.articles, 'article')}, ${indexedWhen(age)}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** An article's date as it gives it, never moved to another zone: “17 December 2015, 09:00 (+08:00)”. */
export function printedDate(printed: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    printed,
  );
  const month = MONTHS[Number(parts?.[2]) - 1];
  if (parts === null || month === undefined) return shorten(printed, 60);
  const [, year, , day, time, zone] = parts;
  const date = `${Number(day)} ${month} ${year}`;
  if (time === undefined) return date;
  return `${date}, ${time} (${zone === undefined ? 'zone not given' : zone === 'Z' ? 'UTC' : zone})`;
}

/** The whole citation in plain words, for a message's top-level text; not yet escaped. */
export function citationInWords(excerpt: Excerpt, room: number): string {
  return [
    stateOf(excerpt.citation, room),
    shownWords(excerpt, room),
    `${shorten(excerpt.who, 120)}${credentials(excerpt, 200)}`,
    excerpt.whoNote === null ? null : shorten(excerpt.whoNote, 300),
    `${headlineOf(excerpt.citation, 300)} · ${published(excerpt.citation)} · ${excerpt.id}`,
    alsoPrinted(excerpt),
    ...(excerpt.remarks ?? []).map((remark) => shorten(remark, 300)),
  ]
    .filter((line) => line !== null)
    .join('\n');
}

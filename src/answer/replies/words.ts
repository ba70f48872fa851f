import { normalise, wordsOf } from '../../article/words.ts';
import { type Entry, isFact } from '../../extraction/entry.ts';
import { type EntryFilter, everyEntry } from '../../search/entry-index.ts';
import { type Hit, search } from '../../search/search.ts';
import { OpenArticles } from '../open-articles.ts';
import { quotedStretches } from '../typed-text.ts';
import { asFound, type Draft, type Found, nothing, type Shelves, withoutRepeats } from './draft.ts';

/** Further near misses are shown only where they are nearly as near as the nearest. */
const NEARLY = 0.8;
const MOST_NEAR = 5;

/** Looks words up: as a quotation or a part of one, to the letter or nearly so, else as keywords. */
export async function replyToWords(shelves: Shelves, text: string, filter: EntryFilter = {}): Promise<Draft> {
  const phrases = quotedStretches(text);
  const isWholeQuoted = phrases.length === 1 && wordsOf(phrases[0] ?? '').length === wordsOf(text).length;
  const found = await search(shelves, { text, filter, isQuotation: isWholeQuoted });
  const asAsked = phrases.length > 0 && !isWholeQuoted ? found.filter((hit) => holdsAll(hit, phrases)) : found;
  const isPaste = asAsked.length < found.length && wordsOf(text).length >= FEWEST_PASTED;
  const hits = asAsked.length === 0 && isPaste ? await asMisquote(shelves, text, filter) : asAsked;
  const draft = replyToHits(hits.some(isVerbatim) ? hits : await withWholePassages(shelves, text, hits));
  return { ...draft, nearby: nearbyOf(hits), isOpen: Object.keys(filter).length === 0 };
}

/** How many of the best hits are looked through for other wordings. */
const MOST_NEARBY = 30;

/** The best hits, each wording once. */
export function nearbyOf(hits: readonly Hit[]): readonly Entry[] {
  const wordings = new Map<string, Entry>();
  for (const { entry } of hits.slice(0, MOST_NEARBY)) {
    const key = `${normalise(entry.text)} ${entry.speaker ?? ''}`;
    if (!wordings.has(key)) wordings.set(key, entry);
  }
  return [...wordings.values()];
}

/** Fewer words with one in quotation marks are keywords of which that one is to stand as it is. */
const FEWEST_PASTED = 5;

/** A paste whose inner quotation is printed nowhere as it is may be a misquote as a whole. */
async function asMisquote(shelves: Shelves, text: string, filter: EntryFilter): Promise<readonly Hit[]> {
  const hits = await search(shelves, { text, filter, isQuotation: true });
  return hits.filter((hit) => isStatement(hit) || isVerbatim(hit));
}

/** How many of the best hits are looked at with what stands around them, and from how many words on. */
const MOST_OPENED = 5;
const FEWEST_WORDS = 4;

/** A paste may hold more than the words said: "Yesterday, Mr Xi said …" is printed so, and is no misquote. */
async function withWholePassages(shelves: Shelves, text: string, hits: readonly Hit[]): Promise<readonly Hit[]> {
  const asked = normalise(text);
  if (asked.split(' ').length < FEWEST_WORDS) return hits;
  const articles = new OpenArticles(shelves);
  const whole: Hit[] = [];
  for (const hit of hits.slice(0, MOST_OPENED)) {
    const passage = await articles.paragraphsOf(hit.entry);
    if (!` ${normalise(passage)} `.includes(` ${asked} `)) continue;
    const match = passage.replace(/\s+/g, ' ').includes(text.trim()) ? 'exact' : 'punctuation';
    whole.push({ ...hit, verdict: { match, reach: 'found', isSlight: false, isWhole: true, diff: [] } });
  }
  return whole.length > 0 ? whole : hits;
}

/** What hits, best first, allow to be said. */
export function replyToHits(hits: readonly Hit[]): Draft {
  const verbatim = hits.filter(isVerbatim);
  if (verbatim.length > 0) {
    const isExact = verbatim[0]?.verdict.match === 'exact';
    const message = `Printed in these words${isExact ? '' : ', with other punctuation or capitals'}.`;
    return { outcome: 'by-attribution', message, found: shown(verbatim), isClose: true };
  }
  const slight = hits.filter((hit) => hit.verdict.isSlight);
  if (slight.length > 0) {
    const message = 'Not spelt like this in the archive. The nearest printed words, with what differs:';
    return { outcome: 'by-attribution', message, found: shown(slight), isClose: true };
  }
  const keywords = hits.filter((hit) => hit.verdict.match === 'keywords' && hit.verdict.reach === 'found');
  const whole = keywords.filter((hit) => hit.verdict.isWhole);
  if (whole.length > 0) {
    const found = shown(whole);
    const isHeadlineOnly = found.every(({ entry }) => entry.kind === 'headline');
    const message = isHeadlineOnly ? HEADLINE_ONLY : 'The passages with these words:';
    return { outcome: 'by-attribution', message, found };
  }
  const near = hits.filter((hit) => (isStatement(hit) && hit.verdict.reach !== 'far') || keywords.includes(hit));
  const nearest = near[0];
  if (!nearest) return nothing();
  if (!isStatement(nearest)) {
    return { outcome: 'near-miss', message: SCATTERED, found: shown(near.slice(0, MOST_NEAR)) };
  }
  const nearly = near.filter((hit) => hit.relevance >= nearest.relevance * NEARLY).slice(0, MOST_NEAR);
  const isClose = nearest.verdict.reach === 'found';
  return { outcome: 'near-miss', message: nearMessage(nearest), found: shown(nearly), isClose };
}

/** Said where no passage has all of the words, or none has them near each other. */
const SCATTERED = 'No passage has these words together. The nearest there are:';

/** Said where the body of an article has nothing of what its headline promises. */
export const HEADLINE_ONLY = 'This stands only in the headline; nothing in the text under it has these words.';

/** What to say of a passage that differs. */
export function nearMessage(nearest: Hit): string {
  return nearest.verdict.match === 'opposite'
    ? 'Not verbatim in the archive: the nearest printed words say the opposite. What differs:'
    : 'Not verbatim in the archive. The nearest printed words, with what differs:';
}

/** Whether the very words are printed. */
export function isVerbatim(hit: Hit): boolean {
  return hit.verdict.match === 'exact' || hit.verdict.match === 'punctuation';
}

function isStatement(hit: Hit): boolean {
  return hit.verdict.match === 'differs' || hit.verdict.match === 'opposite';
}

/** Somebody's words before the reporter's statements, each once. */
function shown(hits: readonly Hit[]): readonly Found[] {
  const found = hits.map(asFoundHit);
  const words = found.filter(({ entry }) => !isFact(entry));
  const statements = found.filter(({ entry }) => isFact(entry));
  return withoutRepeats([...words, ...statements]);
}

/** A hit with what the search made of it. */
export function asFoundHit(hit: Hit): Found {
  return { entry: hit.entry, match: hit.verdict.match, diff: hit.verdict.diff };
}

function holdsAll(hit: Hit, phrases: readonly string[]): boolean {
  const printed = ` ${normalise(hit.entry.text)} `;
  return phrases.every((phrase) => printed.includes(` ${normalise(phrase)} `));
}

const MOST_LISTED = 50;

/** Lists what the filters let through, where no words were given. */
export async function replyToFilter(shelves: Shelves, filter: EntryFilter): Promise<Draft> {
  const entries = await everyEntry(shelves, filter, MOST_LISTED);
  if (entries.length === 0) return nothing();
  return { outcome: 'by-attribution', message: 'What these filters find:', found: withoutRepeats(asFound(entries)) };
}

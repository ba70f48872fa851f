import type { Printing, Printings } from '../archive/same-words.ts';
import { wordsKey } from '../archive/same-words.ts';
import { normalise } from '../article/words.ts';
import type { Entry } from '../extraction/entry.ts';
import type { Excerpt, OtherCredit, OtherPrinting, Reprints } from './answer.ts';
import { counted } from './counted.ts';
import { type CreditGroup, creditGroups, fullestFirst } from './credits.ts';
import { creditOf } from './printed-source.ts';
import type { Draft, Found, ServedWords } from './replies/draft.ts';

/** How many other articles are listed with an excerpt; how many there are is told exactly. */
export const MOST_LISTED = 20;
/** How many other speakers of the same words are shown beside an excerpt. */
const MOST_BESIDE = 3;
/** Fewer words than these ("No comment.", "Thank you all") are said by many people. */
const FEWEST_TELLING = 4;

/** Passages in the same words, of which one is shown. */
export interface Gathered {
  /** The one to show first; the others stand in where it cannot be shown. */
  readonly choices: readonly Found[];
  readonly reprints: Reprinting | null;
}

/** What is known of the articles that print the same words. */
export interface Reprinting {
  readonly own: CreditGroup | null;
  readonly others: readonly CreditGroup[];
}

/**
 * Puts passages in the same words together, in the order of the first of each, and looks up where else they are
 * printed. Where articles name different speakers, one passage for each of them is shown, one after the other.
 *
 * @param limit of how many different wordings more is looked up
 */
export async function gatherSameWords(
  store: ServedWords,
  { found, isOpen = false, isInTime = false }: Pick<Draft, 'found' | 'isOpen' | 'isInTime'>,
  limit: number,
): Promise<readonly Gathered[]> {
  const wordings = wordingsOf(found).slice(0, limit);
  const printings = await printingsOf(
    store,
    wordings.map(([first]) => first.entry),
  );
  return wordings.flatMap((wording) => {
    const known = printings.get(wording[0].entry.id);
    const credits = known ? creditGroups(known.credits) : [];
    const parts = bySpeaker(wording, credits);
    const shown = parts.map((part): Gathered => {
      const reprints = known ? reprintingOf(part[0].entry, credits) : null;
      if (isInTime) return { choices: part, reprints };
      return { choices: choicesOf(part, isOpen ? reprints?.own?.printings : undefined), reprints };
    });
    if (!isOpen || credits.length < 2) return shown;
    const unshown = credits.filter((credit) => !shown.some(({ reprints }) => reprints?.own === credit));
    const beside = unshown.slice(0, MOST_BESIDE).flatMap((own): readonly Gathered[] => {
      const copy = own.printings.flatMap(({ entry }) => asCopy(wording[0], entry) ?? [])[0];
      return copy ? [{ choices: [copy], reprints: reprintingOf(copy.entry, credits) }] : [];
    });
    return [...shown, ...beside];
  });
}

/** What is known of the printings of one entry's words. */
export async function reprintsOf(store: ServedWords, entry: Entry): Promise<Reprinting | null> {
  const printings = (await printingsOf(store, [entry])).get(entry.id);
  return printings ? reprintingOf(entry, creditGroups(printings.credits)) : null;
}

type Wording = readonly [Found, ...Found[]];

/** Passages in the same words, whoever is credited. */
function wordingsOf(found: readonly Found[]): readonly Wording[] {
  const wordings = new Map<number, Wording>();
  for (const one of found) {
    const { kind, text, printedSource } = one.entry;
    const key = wordsKey(kind, normalise(text), normalise(printedSource));
    const same = wordings.get(key);
    wordings.set(key, same ? [...same, one] : [one]);
  }
  return [...wordings.values()];
}

/** The passages of a wording by whom the archive's articles credit, in the order of the first of each, names first. */
function bySpeaker(wording: Wording, credits: readonly CreditGroup[]): readonly Wording[] {
  const parts = new Map<CreditGroup | string | null, Wording>();
  for (const one of wording) {
    const { speaker } = one.entry;
    const credit = credits.find(({ speakers }) => speakers.has(speaker)) ?? speaker;
    const same = parts.get(credit);
    parts.set(credit, same ? [...same, one] : [one]);
  }
  return [...parts.values()].toSorted((a, b) => Number(isNameless(a)) - Number(isNameless(b)));
}

const isNameless = ([first]: Wording) => first.entry.speaker === null;

async function printingsOf(store: ServedWords, entries: readonly Entry[]): Promise<ReadonlyMap<string, Printings>> {
  const worded = entries.filter(({ text }) => normalise(text) !== '');
  if (worded.length === 0) return new Map();
  const found = await store.sameWords(
    worded.map(({ id }) => id),
    MOST_LISTED + 1,
  );
  return new Map(found.map((printings) => [printings.id, printings]));
}

function reprintingOf(entry: Entry, credits: readonly CreditGroup[]): Reprinting {
  const own = credits.find(({ speakers }) => speakers.has(entry.speaker)) ?? null;
  return { own, others: credits.filter((credit) => credit !== own) };
}

const LEVELS: Readonly<Record<Found['match'], number>> = {
  exact: 0,
  punctuation: 1,
  differs: 2,
  opposite: 2,
  keywords: 2,
};

/** The passages of a group in the order in which they would be shown: those that match best, the fullest first. */
function choicesOf(group: Wording, copies: readonly Printing[] = []): readonly Found[] {
  const best = Math.min(...group.map(({ match }) => LEVELS[match]));
  const known = new Set(group.map(({ entry }) => entry.id));
  const leading = group.filter(({ match }) => LEVELS[match] === best);
  const further = copies.flatMap(({ entry }) => {
    const alike = known.has(entry.id) ? undefined : leading.find((one) => one.entry.text === entry.text);
    return alike ? [{ ...alike, entry }] : [];
  });
  const rest = group.filter(({ match }) => LEVELS[match] !== best);
  const inOrder = (list: readonly Found[]) => list.toSorted((a, b) => fullestFirst(a.entry, b.entry));
  return [...inOrder([...leading, ...further]), ...inOrder(rest)];
}

/** Another article's printing of the same words, with how it matches; undefined where a word diff would not fit it. */
function asCopy({ entry, match, diff }: Found, copy: Entry): Found | undefined {
  if (copy.text === entry.text) return { entry: copy, match, diff };
  if (diff.length > 0) return undefined;
  return { entry: copy, match: match === 'exact' ? 'punctuation' : match, diff };
}

/**
 * An excerpt with where else its words are printed, and to whom else they are credited.
 *
 * @param isCurrent whether it is of its article's current version, so that the article itself is one of those counted
 */
export function withReprints(excerpt: Excerpt, reprints: Reprinting | null, isCurrent: boolean): Excerpt {
  if (!reprints) return excerpt;
  const { own, others } = reprints;
  const { articleId } = excerpt.citation;
  const listed = (own?.printings ?? []).filter(({ entry }) => entry.articleId !== articleId);
  const isCounted = isCurrent || listed.length < (own?.printings.length ?? 0);
  const articles = (own?.articles ?? 0) - (isCounted ? 1 : 0);
  const alsoIn: Reprints = { articles, listed: listed.slice(0, MOST_LISTED).map(otherPrinting) };
  const creditedElsewhere = others.flatMap((other): readonly OtherCredit[] => {
    const [first] = other.printings;
    if (!first) return [];
    const { speaker, articles: many } = other;
    return [{ speaker, articles: many, printedSource: sourceOfAll(other), first: otherPrinting(first) }];
  });
  return {
    ...excerpt,
    ...(articles > 0 ? { alsoIn } : {}),
    ...(creditedElsewhere.length > 0 ? { creditedElsewhere } : {}),
  };
}

function sourceOfAll({ articles, printings }: CreditGroup): string | null {
  const sources = new Set(printings.map(({ entry }) => entry.printedSource));
  const [source = null] = sources;
  return sources.size === 1 && printings.length === articles ? source : null;
}

function otherPrinting({ entry, url }: Printing): OtherPrinting {
  const { id, articleId, headline, outlet, publishedAt, speaker, printedSource } = entry;
  return { excerptId: id, articleId, headline, outlet, publishedAt, url, speaker, printedSource };
}

/** Whether articles differ on who said words that hardly two people would say alike. */
export function isDisputed({ words, creditedElsewhere = [], speaker }: Excerpt): boolean {
  if (creditedElsewhere.length === 0 || normalise(words.text).split(' ').length < FEWEST_TELLING) return false;
  return new Set([speaker, ...creditedElsewhere.map((credit) => credit.speaker)].filter(Boolean)).size > 1;
}

/** To whom else the same words are credited, in a sentence; null where to nobody. */
export function creditedElsewhereInWords(excerpt: Excerpt): string | null {
  const { creditedElsewhere = [] } = excerpt;
  if (creditedElsewhere.length === 0) return null;
  const credits = creditedElsewhere.map(({ speaker, articles, printedSource }) => {
    const name = printedSource === null ? (speaker ?? 'nobody by name') : creditOf({ speaker, printedSource });
    return `${name} (${counted(articles, 'article')})`;
  });
  const list = credits.join(', ');
  return isDisputed(excerpt)
    ? `Articles differ on who said this: the same words are credited to ${list}.`
    : `The same words are credited to others as well: ${list}.`;
}

import { isForeign, isForeignBlock, namesOf } from './boilerplate.ts';
import { attributeOf, nameOf } from './elements.ts';
import { flat } from './html-text.ts';
import { Measures } from './measure.ts';
import { readablePart } from './readable-part.ts';
import { type VisibleBlock, visibleBlocks } from './visible-blocks.ts';

/** A page's article: its paragraphs, and the element that they stand in. */
export interface MainText {
  readonly blocks: readonly VisibleBlock[];
  readonly within: Element;
}

/** Names of the element that holds an article's text and nothing else. */
const BODY_NAMES =
  /(?:^| )(?:article|story|post|entry|news|page|node|main|content|single|rich|blog)? ?(?:article|story|post|entry|news|content|rich|blog) ?(?:body|content|text|copy|main|richtext|inner|paragraphs)(?:$| )|(?:^| )(?:storytext|articletext|articlebody|storybody|e content|govspeak|field name body|body copy|caas body|wysiwyg|prose)(?:$| )/;

/** From this many characters on, a block is a paragraph of running text. */
const RUNNING = 40;
/** A page with less running text, in UTF-16 code units, has no article that nothing marks. */
const LITTLE = 400;
/** A block before the text proper that is this long and ends as a sentence does belongs to it. */
const SENTENCE = 60;

/**
 * Finds the article on a page: where its outlet marks it (`itemprop="articleBody"`, the usual class names), else where
 * Readability sees it, else in `<article>` or `<main>`. Null where there is none.
 *
 * @param html the page that the document was made of
 */
export function mainTextOf(document: Document, html: string): MainText | null {
  const root = document.documentElement;
  const measures = new Measures(root);
  const parts = { whole: measures.of(root).text, holders: holdersIn(document) };
  const skipped = new Map<Element, boolean>();
  const skip = (element: Element): boolean => {
    const known = skipped.get(element);
    if (known !== undefined) return known;
    const isSkipped = isForeign(element, measures, parts);
    skipped.set(element, isSkipped);
    return isSkipped;
  };
  const blocks = visibleBlocks(root, skip).filter((block) => !isForeignBlock(block, measures));
  const scores = scoresOf(blocks, measures);
  const within = marked(document, scores) ?? unmarked(document, html, scores);
  if (!within) return null;
  const inside = blocks.filter((block) => within.contains(block.element));
  const lead = leadOf(blocks, inside, within);
  const own = withoutHead([...lead, ...inside]);
  return own.length === 0 ? null : { blocks: own, within };
}

function holdersIn(document: Document): ReadonlySet<Element> {
  const holders = new Set<Element>();
  for (const marked of document.querySelectorAll('h1, [itemprop~="articleBody"]')) {
    for (let around: Element | null = marked; around && !holders.has(around); around = around.parentElement) {
      holders.add(around);
    }
  }
  return holders;
}

/** How much running text every element holds, in UTF-16 code units. */
function scoresOf(blocks: readonly VisibleBlock[], measures: Measures): ReadonlyMap<Element, number> {
  const scores = new Map<Element, number>();
  for (const { text, element, heading } of blocks) {
    if (text.length < RUNNING || heading !== null || measures.linkShare(element) > 0.7) continue;
    for (let around: Element | null = element; around; around = around.parentElement) {
      scores.set(around, (scores.get(around) ?? 0) + text.length);
    }
  }
  return scores;
}

/** The element that the outlet itself marks as the article's text. */
function marked(document: Document, scores: ReadonlyMap<Element, number>): Element | null {
  const elements = [...scores.keys()];
  const article = best([...document.querySelectorAll('article, main, [role="main"]')], scores);
  const enough = Math.max(120, (article ? (scores.get(article) ?? 0) : 0) * 0.5);
  const declared = elements.filter((element) => /\barticleBody\b/i.test(attributeOf(element, 'itemprop')));
  const named = elements.filter((element) => BODY_NAMES.test(namesOf(element)));
  for (const group of [declared, named]) {
    const holder = together(group, scores);
    if (holder && (scores.get(holder) ?? 0) >= enough) return holder;
  }
  return null;
}

function unmarked(document: Document, html: string, scores: ReadonlyMap<Element, number>): Element | null {
  const article = best([...document.querySelectorAll('article, main, [role="main"]')], scores);
  const readable = readablePart(document, html);
  const [inArticle, inReadable] = [article, readable].map((element) => (element ? (scores.get(element) ?? 0) : 0));
  if (!article) return readable && inReadable ? readable : innermost(document, scores);
  if (!readable || !inReadable || !inArticle) return inArticle ? article : null;
  // Within the article, what Readability leaves out of it is looked at again; outside of it, there is nothing.
  if (article.contains(readable)) return inReadable >= inArticle * 0.85 ? readable : article;
  return inReadable > inArticle * 1.5 ? readable : article;
}

/** The innermost element that holds nearly all running text of a page; null where there is little. */
function innermost(document: Document, scores: ReadonlyMap<Element, number>): Element | null {
  const whole = scores.get(document.documentElement) ?? 0;
  if (whole < LITTLE) return null;
  return best(
    [...scores.keys()].filter((element) => (scores.get(element) ?? 0) >= whole * 0.85),
    scores,
  );
}

/** The one element, or the one around several, that holds most of what these elements hold. */
function together(elements: readonly Element[], scores: ReadonlyMap<Element, number>): Element | null {
  const outermost = withoutInner(elements);
  const leading = best(elements, scores);
  if (!leading || outermost.length < 2) return leading;
  const sum = outermost.reduce((total, element) => total + (scores.get(element) ?? 0), 0);
  return sum > (scores.get(leading) ?? 0) * 1.2 ? around(outermost) : leading;
}

/** The element that holds most; of those that hold nearly as much, the innermost. */
function best(elements: readonly Element[], scores: ReadonlyMap<Element, number>): Element | null {
  const most = elements.reduce((found, element) => Math.max(found, scores.get(element) ?? 0), 0);
  if (most === 0) return null;
  const near = elements.filter((element) => (scores.get(element) ?? 0) >= most * 0.9);
  const outer = new Set<Element>();
  for (const element of near) {
    for (let around = element.parentElement; around && !outer.has(around); around = around.parentElement) {
      outer.add(around);
    }
  }
  return near.find((element) => !outer.has(element)) ?? null;
}

function withoutInner(elements: readonly Element[]): readonly Element[] {
  const all = new Set(elements);
  return elements.filter((element) => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) if (all.has(outer)) return false;
    return true;
  });
}

function around(elements: readonly Element[]): Element | null {
  const [first, ...others] = elements;
  for (let element = first ?? null; element; element = element.parentElement) {
    const holder = element;
    if (others.every((other) => holder.contains(other))) return holder;
  }
  return null;
}

/** Whole sentences between the page's heading and the element of the text: some outlets set the first apart. */
function leadOf(
  all: readonly VisibleBlock[],
  inside: readonly VisibleBlock[],
  within: Element,
): readonly VisibleBlock[] {
  const [first] = inside;
  const article = within.closest('article') ?? within.closest('main') ?? within.parentElement;
  if (!first || !article || inside.some(({ heading }) => heading === 1)) return [];
  const before = all.slice(0, all.indexOf(first)).filter((block) => article.contains(block.element));
  const heading = before.findLastIndex((block) => block.heading === 1);
  if (heading < 0) return [];
  const known = new Set(inside.map(({ text }) => flat(text)));
  return before.slice(heading).filter(({ text, heading: level, role }, index) => {
    if (index === 0) return true;
    return (
      level === null &&
      role !== 'caption' &&
      text.length >= SENTENCE &&
      /[.!?…”"’']$/.test(text) &&
      !known.has(flat(text))
    );
  });
}

const BYLINE =
  /^(?:(?:written|posted|reported|story|words) )?by:?\s+\p{Lu}|^(?:from|in) \p{Lu}\S+(?: \p{Lu}\S+)? (?:in|for) \p{Lu}/iu;
const DATE =
  /^(?:(?:first )?(?:published|posted|updated|modified|created|last updated|on)\b.{0,20})?(?:\p{L}+,? )?(?:\d{1,2}(?:st|nd|rd|th)?[ ./-]\p{L}+\.?,?[ ./-]\d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago)(?:.{0,40})$/iu;

/** Without the lines at the top of an article that tell who wrote it and when: they are in its masthead. */
function withoutHead(blocks: readonly VisibleBlock[]): readonly VisibleBlock[] {
  const start = blocks.findIndex(({ text, heading }) => heading === null && text.length >= SENTENCE * 1.5);
  return blocks.filter(({ text, heading, role, element }, index) => {
    if (index >= start || heading !== null || role !== 'body') return true;
    if (nameOf(element) === 'time' && /\b\d{4}\b/.test(text) && text.length < SENTENCE) return false;
    return !(
      text.length < SENTENCE &&
      (BYLINE.test(text) || DATE.test(text) || /\d min(?:ute)? read\b/.test(text)) &&
      !/[.!?]["”’']?$/.test(text)
    );
  });
}

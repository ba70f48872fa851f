import { Readability } from '@mozilla/readability';
import { parseHtml } from './parse-html.ts';

/** Readability looks at every element several times, and at all that is in it each time: of pages with more than this
 * many elements, or with elements this deep in others, that takes too long. */
const MOST_ELEMENTS = 12_000;
const DEEPEST = 80;
const NUMBER = 'data-element-number';
/** Of what Readability kept, the share that one element has to hold to be where the article stands. */
const SHARE = 0.9;

/**
 * The element of a page that holds its article, as Mozilla's Readability sees it; null where it sees none.
 *
 * Readability is asked *where* the article stands, not for its text: that it cleans for reading, and block quotes,
 * first paragraphs and captions are lost in it. It is handed a copy of the page whose elements are numbered, and the
 * numbers on what it keeps lead back to the page itself.
 */
export function readablePart(document: Document, html: string): Element | null {
  const originals = [...document.querySelectorAll('*')];
  if (originals.length > MOST_ELEMENTS || isDeeper(originals, DEEPEST)) return null;
  const copy = parseHtml(html);
  if (!copy) return null;
  [...copy.querySelectorAll('*')].forEach((element, index) => {
    element.setAttribute(NUMBER, String(index));
  });
  const kept = keptText(copy, originals);
  return holderOf(kept);
}

/** How much text of each element Readability keeps, the element being the nearest around the text. */
function keptText(copy: Document, originals: readonly Element[]): ReadonlyMap<Element, number> {
  const kept = new Map<Element, number>();
  const readable = readableOf(copy);
  if (!readable) return kept;
  let node: Node | null = readable;
  while (node) {
    if (node.nodeType === 3) {
      const numbered = node.parentElement?.closest(`[${NUMBER}]`);
      const original = numbered ? originals[Number(numbered.getAttribute(NUMBER))] : undefined;
      const length = (node.textContent ?? '').trim().length;
      if (original && length > 0) kept.set(original, (kept.get(original) ?? 0) + length);
    }
    let next: Node | null = node.firstChild;
    while (node && !next && node !== readable) {
      next = node.nextSibling;
      if (!next) node = node.parentNode;
    }
    node = next;
  }
  return kept;
}

function readableOf(copy: Document): Element | null {
  try {
    const reader = new Readability<Element>(copy, {
      serializer: (node) => node as Element,
      disableJSONLD: true,
      charThreshold: 250,
    });
    return reader.parse()?.content ?? null;
  } catch {
    // It throws on documents that lack what it expects: then it has not found an article.
    return null;
  }
}

/** The innermost element that holds nearly all of what was kept. */
function holderOf(kept: ReadonlyMap<Element, number>): Element | null {
  const sums = new Map<Element, number>();
  let whole = 0;
  for (const [element, length] of kept) {
    whole += length;
    for (let around: Element | null = element; around; around = around.parentElement) {
      sums.set(around, (sums.get(around) ?? 0) + length);
    }
  }
  let holder: Element | null = null;
  let depth = -1;
  for (const [element, length] of sums) {
    if (length < whole * SHARE) continue;
    const own = depthOf(element);
    if (own > depth) [holder, depth] = [element, own];
  }
  return holder;
}

/** Elements come in the order of the page, so that each one's parent is known when it comes. */
function isDeeper(elements: readonly Element[], limit: number): boolean {
  const depths = new Map<Element, number>();
  return elements.some((element) => {
    const depth = (element.parentElement ? (depths.get(element.parentElement) ?? 0) : 0) + 1;
    depths.set(element, depth);
    return depth > limit;
  });
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let around = element.parentElement; around; around = around.parentElement) depth++;
  return depth;
}

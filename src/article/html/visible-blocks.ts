import type { ParagraphRole } from '../article.ts';
import { BlockText } from './block-text.ts';
import { isBlock, isCaption, isPullQuote, isUnread, nameOf } from './elements.ts';
import { isNoteMark, marksAround, raisedDigits } from './printed-marks.ts';

/** One paragraph as a browser sets it. */
export interface VisibleBlock {
  /** White space collapsed, lines of a paragraph apart by a newline. */
  readonly text: string;
  readonly role: Exclude<ParagraphRole, 'headline' | 'utterance'>;
  /** 1 to 6 where it is a heading. */
  readonly heading: number | null;
  /** The element that its first word stands in. */
  readonly element: Element;
  /** The outermost block quote or aside that it stands in: a pull quote is one as a whole. */
  readonly setApart: Element | null;
}

interface Region {
  readonly element: Element;
  readonly role: VisibleBlock['role'];
  readonly setApart: Element | null;
}

/** `— Alma Reyes, mayor`, under the words of a block quote. */
const CREDIT = /^[—–―-]{1,2}\s*\p{Lu}[^\n]{0,120}$/u;

const ELEMENT = 1;
const TEXT = 3;

/**
 * The paragraphs of what is visible below an element, in order.
 *
 * A paragraph is what stands between the edges of block elements, or between two line breaks. A single line break is
 * a newline in its paragraph, as it is a new line on the page.
 *
 * @param skip elements, beside those that no browser shows, that are to be left out
 */
export function visibleBlocks(root: Element, skip: (element: Element) => boolean = () => false): VisibleBlock[] {
  const walk = new Walk();
  let node: Node | null = root;
  while (node) {
    const isEntered: boolean = walk.enter(node, skip);
    let next: Node | null = isEntered ? node.firstChild : null;
    if (!next && isEntered) walk.leave(node);
    while (node && !next && node !== root) {
      next = node.nextSibling;
      if (next) break;
      node = node.parentNode;
      if (node) walk.leave(node);
    }
    node = next;
  }
  walk.endBlock();
  return walk.blocks;
}

/** Goes through a tree in the order of reading and cuts it into blocks. */
class Walk {
  readonly blocks: VisibleBlock[] = [];
  #text = new BlockText();
  #first: Element | null = null;
  #regions: Region[] = [];
  #heading: { readonly element: Element; readonly level: number } | null = null;
  #preformatted = 0;
  #quoteDepth = 0;
  #isCellOpen = false;
  /** Whether a block quote stands right in an element: asked once of each. */
  #quoteHolders = new Map<Element, boolean>();

  /** Whether the node's children are to be gone through, and the node to be left afterwards. */
  enter(node: Node, skip: (element: Element) => boolean): boolean {
    if (node.nodeType === TEXT) {
      this.#print(node.textContent ?? '', node.parentElement);
      return false;
    }
    if (node.nodeType !== ELEMENT) return false;
    const element = node as Element;
    if (isUnread(element) || skip(element)) {
      if (isBlock(element)) this.endBlock();
      return false;
    }
    const name = nameOf(element);
    if (isNoteMark(element, name)) return false;
    if (name === 'sup' || name === 'sub') {
      const raised = raisedDigits(element, name);
      if (raised) this.#print(raised, element);
      return !raised;
    }
    if (name === 'br') {
      if (this.#text.breakLine() === 'ends') this.endBlock();
      return false;
    }
    if (isBlock(element) || this.#isAttribution(element)) this.endBlock();
    const role = this.#roleOf(element, name);
    if (role) this.#regions.push(role);
    if (/^h[1-6]$/.test(name)) this.#heading = { element, level: Number(name[1]) };
    if (name === 'pre' || name === 'listing' || name === 'xmp') this.#preformatted++;
    if (name === 'td' || name === 'th') {
      if (this.#isCellOpen) this.#text.endCell();
      this.#isCellOpen = true;
    }
    if (name === 'tr') this.#isCellOpen = false;
    if (name === 'q') this.#print(marksAround(element, this.#quoteDepth++).open, element);
    return true;
  }

  leave(node: Node): void {
    if (node.nodeType !== ELEMENT) return;
    const element = node as Element;
    const name = nameOf(element);
    if (name === 'q') this.#print(marksAround(element, --this.#quoteDepth).close, element);
    if (isBlock(element) || this.#isAttribution(element)) this.endBlock();
    if (this.#regions.at(-1)?.element === element) this.#regions.pop();
    if (this.#heading?.element === element) this.#heading = null;
    if (name === 'pre' || name === 'listing' || name === 'xmp') this.#preformatted--;
  }

  endBlock(): void {
    const texts = this.#text.take();
    const element = this.#first;
    this.#first = null;
    if (!element) return;
    const region = this.#regions.at(-1);
    for (const text of texts) {
      const isCredit = region?.role === 'block-quote' && this.#isUnderQuote(region) && CREDIT.test(text);
      this.blocks.push({
        text,
        role: isCredit ? 'body' : (region?.role ?? 'body'),
        heading: this.#heading?.level ?? null,
        element,
        setApart: region?.setApart ?? null,
      });
    }
  }

  #isUnderQuote({ setApart }: Region): boolean {
    const above = this.blocks.at(-1);
    return above?.role === 'block-quote' && above.setApart === setApart;
  }

  #print(words: string, element: Element | null): void {
    if (this.#preformatted > 0) this.#text.addLines(words);
    else this.#text.add(words);
    if (!this.#first && this.#text.hasInk) this.#first = element;
  }

  /** What paragraphs in an element are, where that differs from the element around it. */
  #roleOf(element: Element, name: string): Region | null {
    const around = this.#regions.at(-1);
    if (around?.role === 'pull-quote') return null;
    if (isPullQuote(element)) return { element, role: 'pull-quote', setApart: around?.setApart ?? element };
    if (name === 'blockquote') return { element, role: 'block-quote', setApart: around?.setApart ?? element };
    if (name === 'aside') return { element, role: 'body', setApart: around?.setApart ?? element };
    if (this.#isAttribution(element)) return { element, role: 'body', setApart: around?.setApart ?? null };
    if (isCaption(element)) return { element, role: 'caption', setApart: around?.setApart ?? null };
    return null;
  }

  /** Whether an element is the line that says whose words a block quote holds: `<cite>` or `<footer>` right in it. */
  #isAttribution(element: Element): boolean {
    const name = nameOf(element);
    const parent = element.parentElement;
    if (!parent) return false;
    if (name === 'cite' || name === 'footer') return nameOf(parent) === 'blockquote';
    if (name !== 'figcaption') return false;
    const known = this.#quoteHolders.get(parent);
    if (known !== undefined) return known;
    const holds = [...parent.children].some((sibling) => nameOf(sibling) === 'blockquote');
    this.#quoteHolders.set(parent, holds);
    return holds;
  }
}

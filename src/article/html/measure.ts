import { attributeOf, isBlock, isUnread, nameOf } from './elements.ts';

/** How much text an element holds, in UTF-16 code units without white space at the ends of its parts. */
export interface Measure {
  readonly text: number;
  /** Of it, what stands in links. */
  readonly links: number;
  /** Fields that a reader could fill in or press. */
  readonly fields: number;
}

const NOTHING: Measure = { text: 0, links: 0, fields: 0 };
/** A link with more text is one whose end tag was forgotten, in UTF-16 code units. */
const LONGEST_LINK = 1000;
const FIELDS = new Set(['input', 'select', 'textarea', 'button']);

/** What every element below one holds, in one pass. */
export class Measures {
  readonly #measures = new Map<Element, { text: number; links: number; fields: number; blocks: number }>();

  constructor(root: Element) {
    let node: Node | null = root;
    while (node) {
      const element: Element | null = node.nodeType === 1 ? (node as Element) : null;
      if (element) this.#measures.set(element, { text: 0, links: 0, fields: isField(element) ? 1 : 0, blocks: 0 });
      else if (node.nodeType === 3) this.#add(node.parentElement, node.textContent ?? '');
      let next: Node | null = element && !isUnread(element) ? node.firstChild : null;
      while (node && !next) {
        if (node.nodeType === 1) this.#close(node as Element, root);
        if (node === root) return;
        next = node.nextSibling;
        if (!next) node = node.parentNode;
      }
      node = next;
    }
  }

  /** What an element holds. */
  of(element: Element): Measure {
    return this.#measures.get(element) ?? NOTHING;
  }

  /** The share of an element's text that stands in links, 0 to 1. */
  linkShare(element: Element): number {
    const { text, links } = this.of(element);
    return text === 0 ? 0 : links / text;
  }

  #add(element: Element | null, words: string): void {
    const measure = element && this.#measures.get(element);
    if (measure) measure.text += words.trim().length;
  }

  /** What is in an element is in the one around it as well. */
  #close(element: Element, root: Element): void {
    const inner = this.#measures.get(element);
    const outer = element === root || !element.parentElement ? undefined : this.#measures.get(element.parentElement);
    if (inner && isLink(element) && isClosed(element, inner)) inner.links = inner.text;
    if (!inner || !outer) return;
    outer.text += inner.text;
    outer.links += inner.links;
    outer.fields += inner.fields;
    outer.blocks += inner.blocks + (isBlock(element) ? 1 : 0);
  }
}

function isField(element: Element): boolean {
  return FIELDS.has(nameOf(element)) && attributeOf(element, 'type').toLowerCase() !== 'hidden';
}

function isLink(element: Element): boolean {
  return nameOf(element) === 'a' && attributeOf(element, 'href') !== '';
}

/** Whether a link ends where its author meant it to: one in a paragraph holds no other, and none holds a whole text. */
function isClosed(link: Element, { text, blocks }: { text: number; blocks: number }): boolean {
  return text <= LONGEST_LINK && (blocks === 0 || link.closest('p') === null);
}

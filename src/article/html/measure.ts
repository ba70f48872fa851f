import { attributeOf, isUnread, nameOf } from './elements.ts';

/** How much text an element holds, in UTF-16 code units without white space at the ends of its parts. */
export interface Measure {
  readonly text: number;
  /** Of it, what stands in links. */
  readonly links: number;
  /** Fields that a reader could fill in or press. */
  readonly fields: number;
}

const NOTHING: Measure = { text: 0, links: 0, fields: 0 };
const FIELDS = new Set(['input', 'select', 'textarea', 'button']);

/** What every element below one holds, in one pass. */
export class Measures {
  readonly #measures = new Map<Element, { text: number; links: number; fields: number }>();

  constructor(root: Element) {
    let links = 0;
    let node: Node | null = root;
    while (node) {
      const element: Element | null = node.nodeType === 1 ? (node as Element) : null;
      if (element) {
        this.#measures.set(element, { text: 0, links: 0, fields: isField(element) ? 1 : 0 });
        if (nameOf(element) === 'a') links++;
      } else if (node.nodeType === 3) this.#add(node.parentElement, node.textContent ?? '', links > 0);
      let next: Node | null = element && !isUnread(element) ? node.firstChild : null;
      while (node && !next) {
        if (node.nodeType === 1) {
          this.#close(node as Element, root);
          if (nameOf(node as Element) === 'a') links--;
        }
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

  #add(element: Element | null, words: string, isLink: boolean): void {
    const measure = element && this.#measures.get(element);
    if (!measure) return;
    const length = words.trim().length;
    measure.text += length;
    if (isLink) measure.links += length;
  }

  /** What is in an element is in the one around it as well. */
  #close(element: Element, root: Element): void {
    const inner = this.#measures.get(element);
    const outer = element === root || !element.parentElement ? undefined : this.#measures.get(element.parentElement);
    if (!inner || !outer) return;
    outer.text += inner.text;
    outer.links += inner.links;
    outer.fields += inner.fields;
  }
}

function isField(element: Element): boolean {
  return FIELDS.has(nameOf(element)) && attributeOf(element, 'type').toLowerCase() !== 'hidden';
}

import { attributeOf } from './elements.ts';

/** The marks that browsers print around `<q>` and, inside another, around the second one (from CLDR, by language). */
const MARKS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: ['“', '”', '‘', '’'],
  de: ['„', '“', '‚', '‘'],
  fr: ['«', '»', '«', '»'],
  es: ['«', '»', '“', '”'],
  it: ['«', '»', '“', '”'],
  pt: ['“', '”', '‘', '’'],
  nl: ['‘', '’', '“', '”'],
  sv: ['”', '”', '’', '’'],
  da: ['“', '”', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  cs: ['„', '“', '‚', '‘'],
  ru: ['«', '»', '„', '“'],
  uk: ['«', '»', '„', '“'],
  ja: ['「', '」', '『', '』'],
};
const DEFAULT = ['“', '”', '‘', '’'] as const;

const OPENS_WITH_MARK = /^[\s\u00a0]*["'“”„«»‘‚‹「『]/;

/** The marks around a `<q>` that stands in `depth` others; none where its author typed them. */
export function marksAround(element: Element, depth: number): { readonly open: string; readonly close: string } {
  if (OPENS_WITH_MARK.test(firstWords(element))) return { open: '', close: '' };
  const language = element.closest('[lang]')?.getAttribute('lang')?.split('-')[0]?.toLowerCase() ?? '';
  const [open, close, innerOpen, innerClose] = MARKS[language] ?? DEFAULT;
  return depth % 2 === 0 ? { open, close } : { open: innerOpen, close: innerClose };
}

const NOTE = /(?:^|[\s_-])(?:foot-?note|endnote|noteref|reference|fn)(?:$|[\s_-])|footnote/i;

/** Whether an element is the number that leads to a note, or the arrow that leads back: no words of the text. */
export function isNoteMark(element: Element, name: string): boolean {
  if (name === 'a') {
    if (/\bdoc-(?:noteref|backlink)\b/.test(attributeOf(element, 'role'))) return true;
    return (
      attributeOf(element, 'href').startsWith('#') &&
      /^[\s[(]*(?:[↑↩⤴^]\ufe0e?|\[?\d{1,3}\]?)[\s\])]*$/.test(shortText(element))
    );
  }
  if (name !== 'sup' || !/^[\s[(]*(?:\d{1,3}|[a-z*†‡§])[\s\])]*$/.test(shortText(element))) return false;
  if (NOTE.test(attributeOf(element, 'class'))) return true;
  return attributeOf(element.querySelector('a') ?? element, 'href').includes('#');
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** Digits above or below the line as the characters that look so: `10<sup>4</sup>` is not 104. Null for other text. */
export function raisedDigits(element: Element, name: 'sup' | 'sub'): string | null {
  const digits = shortText(element).trim();
  if (!/^\d{1,4}$/.test(digits)) return null;
  return digits.replace(/\d/g, (digit) => (name === 'sup' ? RAISED : LOWERED)[Number(digit)] ?? digit);
}

/** The text of an element with next to nothing in it; empty for any other. */
function shortText(element: Element): string {
  const inner = element.firstChild;
  if (!inner || element.childNodes.length > 3) return '';
  const text = element.textContent ?? '';
  return text.length > 12 ? '' : text;
}

/** The first text in an element that is more than white space. */
function firstWords(element: Element): string {
  let node: Node | null = element;
  for (let steps = 0; node && steps < 50; steps++) {
    if (node.nodeType === 3 && (node.textContent ?? '').trim() !== '') return node.textContent ?? '';
    let next: Node | null = node.firstChild;
    while (node && !next && node !== element) {
      next = node.nextSibling;
      if (!next) node = node.parentNode;
    }
    node = next;
  }
  return '';
}

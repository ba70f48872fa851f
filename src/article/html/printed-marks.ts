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

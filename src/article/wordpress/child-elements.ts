const TOKEN = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z_][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An element right in a stretch of XML, with the text in it, or with the elements in it as XML. */
export interface ChildElement {
  readonly name: string;
  readonly text: string;
  readonly xml: string;
}

/**
 * The elements of a stretch of XML that are in no other one, in order; linear in its length. What is not well-formed
 * ends where the next element of the same name ends, or not at all.
 */
export function childElements(xml: string): readonly ChildElement[] {
  const found: ChildElement[] = [];
  let open: { readonly name: string; readonly from: number } | null = null;
  let depth = 0;
  let text = '';
  let last = 0;
  for (const match of xml.matchAll(TOKEN)) {
    const [whole, data, slash, name, empty] = match;
    if (open && depth === 1) text += decoded(xml.slice(last, match.index)) + (data ?? '');
    last = match.index + whole.length;
    if (name === undefined) continue;
    if (slash === '' && empty === '') {
      depth++;
      if (depth === 1) {
        open = { name, from: last };
        text = '';
      }
    } else if (slash === '/') {
      if (open && depth === 1)
        found.push({ name: open.name, text: text.trim(), xml: xml.slice(open.from, match.index) });
      depth = Math.max(0, depth - 1);
      if (depth === 0) open = null;
    }
  }
  return found;
}

/** The text of the first of some elements with this name; null where there is none, or nothing in it. */
export function textOf(elements: readonly ChildElement[], name: string): string | null {
  return elements.find((element) => element.name === name)?.text || null;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return NAMED[String(name)] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole;
  });
}

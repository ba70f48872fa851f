import { parseHTML } from 'linkedom';

/** Browsers build no deeper trees than this (Chrome: 512); a page that needs more is damaged or hostile. */
export const MAX_DEPTH = 512;

/** Elements that have no content. */
const EMPTY = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements that end, without an end tag, where one of these begins. */
const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    p: 'p',
    li: 'li',
    dt: 'dt dd',
    dd: 'dt dd',
    td: 'td th',
    th: 'td th',
    tr: 'td th tr',
    tbody: 'td th tr thead tbody tfoot',
    tfoot: 'td th tr thead tbody tfoot',
    option: 'option',
    optgroup: 'option optgroup',
  }).map(([name, ended]) => [name, new Set(ended.split(' '))]),
);

/** Elements in which markup is only text, so that nothing in them opens or closes. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp']);

const TAG = /<!--|<(\/?)([a-zA-Z][^\s/>]*)/g;

/** Pages of newspapers have some thousands of tags and entities; a node is made of each. */
export const MOST_MARKUP = 200_000;

/**
 * Parses a page or a fragment of one into a document whose body holds what is visible; null where its markup is such
 * that no parser should be asked to build it (`reasonNotToParse`).
 */
export function parseHtml(html: string): Document | null {
  return reasonNotToParse(html) === null ? parseHTML(withBody(html)).document : null;
}

/** Why a page is not parsed, as the end of "it was skipped: …"; null where it can be. */
export function reasonNotToParse(html: string): string | null {
  if (countOf(html, '<', MOST_MARKUP) + countOf(html, '&', MOST_MARKUP) > MOST_MARKUP) {
    return `it has more than ${MOST_MARKUP.toLocaleString('en')} tags and entities`;
  }
  return isTooDeep(html) ? `its elements are nested more than ${MAX_DEPTH} deep` : null;
}

function countOf(text: string, character: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0 && count <= most; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/**
 * Whether elements are nested deeper than MAX_DEPTH. Linear in the length of the page, however it is made: every
 * element is opened and closed once, and an end tag with nothing to close is not looked for.
 */
export function isTooDeep(html: string): boolean {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const close = (): string | undefined => {
    const closed = open.pop();
    if (closed !== undefined) counts.set(closed, (counts.get(closed) ?? 1) - 1);
    return closed;
  };
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    if (match[0] === '<!--') {
      const end = html.indexOf('-->', TAG.lastIndex);
      if (end < 0) return false;
      TAG.lastIndex = end + 3;
      continue;
    }
    const name = (match[2] ?? '').toLowerCase();
    if (EMPTY.has(name)) continue;
    if (match[1] === '/') {
      if (!counts.get(name)) continue;
      while (close() !== name);
      continue;
    }
    if (RAW.has(name)) {
      const end = endOfRaw(html, name, TAG.lastIndex);
      if (end < 0) return false;
      TAG.lastIndex = end;
      continue;
    }
    const ended = ENDED_BY.get(name);
    while (ended?.has(open.at(-1) ?? '')) close();
    open.push(name);
    if (open.length > MAX_DEPTH) return true;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return false;
}

function endOfRaw(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  const match = close.exec(html);
  return match ? match.index + match[0].length : -1;
}

/** HTML may leave out `<html>`, `<head>` and `<body>`; the parser does not put them in, as a browser does. */
function withBody(html: string): string {
  const start = html.slice(0, 200_000);
  if (/<body[\s>]/i.test(start) && /<html[\s>]/i.test(start)) return html;
  const bare = html.replace(/^\s*<!doctype[^>]*>/i, '').replace(/<\/?(?:html|body)(?:\s[^<>]*)?>/gi, '');
  const head = /<\/head\s*>/i.exec(bare);
  if (!head) return `<!doctype html><html><head></head><body>${bare}</body></html>`;
  const cut = head.index + head[0].length;
  return `<!doctype html><html>${bare.slice(0, cut)}<body>${bare.slice(cut)}</body></html>`;
}

/** An object of JSON-LD. */
export type LdNode = Readonly<Record<string, unknown>>;

/** Pages hold some dozens of objects; what has more is not gone through to its end. */
const MOST_NODES = 5000;

/** Types of schema.org that are an article, those that say so best first. */
const ARTICLE_TYPES: readonly RegExp[] = [
  /^(?:\w*NewsArticle|LiveBlogPosting|Report)$/,
  /^(?:Article|BlogPosting|\w+Article|SocialMediaPosting)$/,
  /^(?:WebPage|ItemPage)$/,
];

/** All objects in the JSON-LD of a page, also those inside of others, in order. */
export function ldNodesOf(document: Document): readonly LdNode[] {
  const found: LdNode[] = [];
  const queue: unknown[] = [];
  for (const script of document.querySelectorAll('script')) {
    if (/^\s*application\/ld\+json/i.test(script.getAttribute('type') ?? ''))
      queue.push(parsed(script.textContent ?? ''));
  }
  for (let at = 0; at < queue.length && found.length < MOST_NODES; at++) {
    const value = queue[at];
    if (isNode(value)) found.push(value);
    if (typeof value !== 'object' || value === null || queue.length > MOST_NODES * 10) continue;
    for (const inner of Object.values(value)) queue.push(inner);
  }
  return found;
}

/** The object that tells of the page's article: of the best type there is, the one with this address, else the first. */
export function articleNode(nodes: readonly LdNode[], address: string | null): LdNode | null {
  for (const types of ARTICLE_TYPES) {
    const fitting = nodes.filter((node) => typesOf(node).some((type) => types.test(type)) && isWhole(node, nodes));
    const [first] = fitting;
    if (first) return fitting.find((node) => address !== null && addressesOf(node).includes(address)) ?? first;
  }
  return null;
}

/** The types of an object, without the address of their vocabulary. */
export function typesOf(node: LdNode): readonly string[] {
  return listOf(node['@type']).flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []));
}

/** The addresses by which an object names its page. */
export function addressesOf(node: LdNode): readonly string[] {
  return [node.url, node.mainEntityOfPage, node['@id']].flatMap((value) => {
    return [value, isNode(value) ? value['@id'] : null, isNode(value) ? value.url : null].filter(isText);
  });
}

/** The text of a property, whether it is a text, a list of one, or an object with a name or a value. */
export function ldText(value: unknown, nodes: readonly LdNode[] = []): string | null {
  return ldTexts(value, nodes)[0] ?? null;
}

/** The texts of a property; a reference to another object is followed to its name. */
export function ldTexts(value: unknown, nodes: readonly LdNode[] = []): readonly string[] {
  return listOf(value).flatMap((one) => {
    if (typeof one === 'string' || typeof one === 'number')
      return String(one).trim() === '' ? [] : [String(one).trim()];
    if (!isNode(one)) return [];
    const named = one.name ?? one['@value'];
    if (named !== undefined) return ldTexts(named).slice(0, 1);
    const target = nodes.find((node) => node['@id'] === one['@id'] && node.name !== undefined);
    return target ? ldTexts(target.name).slice(0, 1) : [];
  });
}

/** A list as it is, anything else as a list of one, nothing as an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** What JSON is made of, as far as it has to be told apart to mend it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them inside a string
const PIECE = /\\[\s\S]|[\u0000-\u001f]|[^"\\,}\]\u0000-\u001f]+|[\s\S]/g;

/** A mere reference to an object that stands elsewhere (`{"@type": "Article", "@id": "#1"}`) tells nothing. */
function isWhole(node: LdNode, nodes: readonly LdNode[]): boolean {
  if (node.headline !== undefined || node.name !== undefined || node.datePublished !== undefined) return true;
  return !nodes.some((other) => other !== node && other['@id'] === node['@id']);
}

function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** JSON, or what can be made of what publishers print for it; undefined where that is nothing. */
function parsed(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, '')
    .trim();
  for (const mend of [(json: string) => json, mended]) {
    try {
      return JSON.parse(mend(bare));
    } catch {
      // The next way of reading it may do.
    }
  }
  return undefined;
}

/**
 * Line ends inside of strings, commas before a closing bracket, and a semicolon at the end are what is mostly wrong.
 * Goes through the text once: publishers print megabytes of it.
 */
function mended(json: string): string {
  const parts: string[] = [];
  let isInString = false;
  let comma = -1;
  for (const [piece] of json.matchAll(PIECE)) {
    if (piece === '"') isInString = !isInString;
    if (!isInString && /^[}\]]$/.test(piece) && comma >= 0) parts[comma] = '';
    if (!isInString && piece === ',') comma = parts.length;
    else if (isInString || piece.trim() !== '') comma = -1;
    parts.push(isInString && piece < ' ' ? (piece === '\n' ? '\\n' : ' ') : piece);
  }
  const whole = parts.join('').trimEnd();
  return whole.endsWith(';') ? whole.slice(0, -1) : whole;
}

/** What kind of text a document is, by how it begins. */
export type TextShape =
  | { readonly kind: 'plain' | 'html' | 'feed' | 'wordpress-export' | 'vtt' | 'srt' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'json-lines' }
  | { readonly kind: 'refused'; readonly reason: string };

/** How far the beginning of a text is looked at, in UTF-16 code units. */
const BEGINNING = 16 * 1024;

const SUBTITLE = /^\s*(?:\d+[ \t]*(?:\r\n?|\n))?\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->[ \t]*\d{1,3}:\d{2}/;

/** What an XML document is whose outermost element has this name, where it is not read. */
const OTHER_XML: Readonly<Record<string, string>> = {
  urlset: 'it is a sitemap, which only lists addresses',
  sitemapindex: 'it is a list of sitemaps',
  opml: 'it is a list of feeds (OPML), not a feed; give the addresses in it',
  svg: 'it is a picture',
  tt: 'it is captions in TTML; save them as WebVTT or SRT',
  nitf: 'it is NITF, which is not read; export ninjs',
  newsmessage: 'it is NewsML-G2, which is not read; export ninjs',
  newsitem: 'it is NewsML-G2, which is not read; export ninjs',
  newsml: 'it is NewsML, which is not read; export ninjs',
};

const HTML_ELEMENT =
  /^(?:html|head|body|title|meta|link|script|style|main|article|section|header|footer|nav|aside|div|p|h[1-6]|blockquote|figure|figcaption|ul|ol|li|dl|table|span|a|b|i|em|strong|img|br|hr|center|font|iframe|small|sup|sub|time|q|cite|pre|picture|video|audio)$/;

/**
 * Tells what kind of text a document is: by its content; by what its name ends with or what was sent with it only where
 * the content may be either, as a text that has a tag in it.
 */
export function textShape(text: string, hint: { readonly origin: string; readonly contentType?: string }): TextShape {
  const beginning = text.slice(0, BEGINNING).trimStart();
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(beginning)) return { kind: 'vtt' };
  if (SUBTITLE.test(beginning)) return { kind: 'srt' };
  if (beginning.startsWith('<')) return markupShape(beginning, hint);
  if (/^[{[]/.test(beginning)) return jsonShape(text, hint.origin);
  if (/\.(?:jsonl|ndjson)$/i.test(hint.origin) && areJsonLines(text, hint.origin)) return { kind: 'json-lines' };
  if (/<(?:rss|rdf:RDF)[\s>]/.test(beginning.slice(0, 4096)) && /<channel[\s>]/.test(beginning))
    return { kind: 'feed' };
  const isHinted = /\.x?html?$/i.test(nameOf(hint.origin)) || /\bx?html\b/i.test(hint.contentType ?? '');
  return { kind: isHinted && /<\/?[a-z][^<>]*>/i.test(beginning) ? 'html' : 'plain' };
}

/** By the outermost element. */
function markupShape(beginning: string, { origin }: { readonly origin: string }): TextShape {
  if (/<rss[\s>]/i.test(beginning) && /wordpress\.org\/export\//.test(beginning)) return { kind: 'wordpress-export' };
  const outermost = outermostElement(beginning);
  const [name = '', prefix = ''] = outermost.toLowerCase().split(':').reverse();
  if (name === 'rss' || (name === 'feed' && isAtom(beginning)) || (name === 'rdf' && prefix === 'rdf')) {
    return { kind: 'feed' };
  }
  const isDoctype = /<!doctype\s+html/i.test(beginning);
  const other = isDoctype ? undefined : OTHER_XML[name];
  if (other) return { kind: 'refused', reason: other };
  // What a broken server prints before the feed.
  if (/<(?:rss|rdf:RDF)[\s>]/.test(beginning.slice(0, 4096)) && /<\?xml\s/.test(beginning)) return { kind: 'feed' };
  if (isDoctype || name === 'html') return { kind: 'html' };
  if (/\.(?:txt|md|markdown)$/i.test(nameOf(origin)) && !/^(?:head|body|title|meta|script)$/.test(name))
    return { kind: 'plain' };
  if (HTML_ELEMENT.test(name)) return { kind: 'html' };
  if (/^<\?xml\s/i.test(beginning))
    return { kind: 'refused', reason: `it is XML (${name || 'of no name'}) that is not read` };
  return { kind: 'plain' };
}

/** The name of the first element, behind what may stand before it: `<?xml …?>`, comments, a document type. */
function outermostElement(beginning: string): string {
  const rest = beginning.replace(
    /^(?:\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^<>[]*(?:\[[\s\S]*?\]\s*)?>))*\s*/i,
    '',
  );
  return /^<([A-Za-z][\w:.-]*)/.exec(rest)?.[1] ?? '';
}

function isAtom(beginning: string): boolean {
  return /xmlns(?::\w+)?\s*=\s*["']http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/)/i.test(beginning);
}

/** A whole value, else one a line; text in square brackets is neither. */
function jsonShape(text: string, origin: string): TextShape {
  const whole = parsed(text);
  if (whole !== undefined) return { kind: 'json', value: whole };
  if (areJsonLines(text, origin)) return { kind: 'json-lines' };
  if (/^\s*(?:\{\s*"|\[\s*\{\s*")/.test(text)) {
    return { kind: 'refused', reason: 'it looks like JSON, but is damaged or cut off' };
  }
  return { kind: 'plain' };
}

/** How many lines are looked at: some of them may be damaged. */
const LINES = 20;

/** Whether the lines of a text, or of the beginning of one, are JSON objects each; damaged ones may be among them. */
export function areJsonLines(text: string, origin: string): boolean {
  const lines = text
    .slice(0, 1024 * 1024)
    .split('\n', LINES)
    .map((line) => line.trim());
  const isHinted = /\.(?:jsonl|ndjson|jsonlines)$/i.test(nameOf(origin));
  if (!isHinted && !lines[0]?.startsWith('{')) return false;
  return lines.some((line) => line.startsWith('{') && isObject(parsed(line)));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The last part of an address or a path, without what is asked of it. */
function nameOf(origin: string): string {
  return origin.split(/[?#]/, 1)[0] ?? '';
}

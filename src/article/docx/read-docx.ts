import mammoth from 'mammoth';
import type { Masthead } from '../article.ts';
import { derivedArticle, NOTHING_GIVEN } from '../derived-article.ts';
import { flat, joinBlocks } from '../html/html-text.ts';
import { parseHtml } from '../html/parse-html.ts';
import { withPullQuotes } from '../html/pull-quotes.ts';
import { type VisibleBlock, visibleBlocks } from '../html/visible-blocks.ts';
import type { Reading } from '../read-article.ts';
import { propertiesOf } from './document-properties.ts';
import { readZipParts, zipOf } from './zip-parts.ts';

/** What a document's parts may be when unpacked, in bytes: the text of the longest novels, with its markup. */
const MOST_UNPACKED = 40 * 1024 * 1024;
/** Elements of a part stand this deep in others at most; tables in tables do not come near it. */
const DEEPEST = 200;

/** Of a document, its words and what is needed to read them; pictures and other documents in it are left alone. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:core|app|custom)\.xml|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/;

/** Styles of word processors that say what a paragraph is. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Pull Quote'] => blockquote.pullquote > p:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
];

/**
 * Reads an article from a .docx document: its words as they stand, with tracked changes accepted, without comments and
 * pictures. Its first heading is the headline, else the title in its properties, else its first paragraph.
 *
 * @param origin where the file came from; names the article
 */
export async function readDocx(bytes: Uint8Array, origin: string): Promise<Reading> {
  const zip = readZipParts(bytes, { isWanted: (name) => WANTED.test(name), most: MOST_UNPACKED });
  if (zip.kind === 'refused') return zip;
  if (!zip.parts.has('word/document.xml')) return refused('it is not a .docx document');
  for (const [name, part] of zip.parts) {
    const fault = faultOf(part);
    if (fault) return refused(`its part ${name} ${fault}`);
  }
  const html = await htmlOf(zipOf(zip.parts));
  const document = html === null ? null : parseHtml(html);
  if (!document) return refused('it is a damaged .docx document');
  const given = propertiesOf(zip.parts);
  const blocks = withPullQuotes(visibleBlocks(document.documentElement));
  const { headline, below } = headlineOf(blocks, given.headline);
  const masthead: Masthead = { ...NOTHING_GIVEN, ...given, headline };
  return derivedArticle({ plain: joinBlocks(below, headline), masthead, place: origin });
}

async function htmlOf(docx: Buffer): Promise<string | null> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: docx },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return value;
  } catch {
    return null;
  }
}

/** Lines that are longer, or end as a sentence does, are no headline that nothing marks, in UTF-16 code units. */
const LONGEST_HEADLINE = 140;

/** The headline is the heading at the top, or a first line that looks like one; else what the properties say. */
function headlineOf(blocks: readonly VisibleBlock[], title: string | null) {
  const [first, ...rest] = blocks;
  if (!first) return { headline: title, below: [] };
  const text = flat(first.text);
  const isLine = text.length <= LONGEST_HEADLINE && !/[.!?:…]["”’»]?$/.test(text) && rest.length > 0;
  const isHeadline = (first.heading !== null && first.heading <= 2) || text === title || isLine;
  return isHeadline ? { headline: text, below: rest } : { headline: title, below: blocks };
}

/** What no part of a document has, and a parser may choke on. */
function faultOf(part: Uint8Array): string | null {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  if (/<!(?:doctype|entity)/i.test(xml)) return 'declares entities';
  let depth = 0;
  for (const [, isEnd, isEmpty] of xml.matchAll(/<(\/?)[A-Za-z][^<>]*?(\/?)>/g)) {
    if (isEnd) depth--;
    else if (!isEmpty && ++depth > DEEPEST) return `has elements more than ${DEEPEST} deep in others`;
  }
  return null;
}

function refused(reason: string): Reading {
  return { kind: 'refused', reason };
}

import type { Masthead } from '../article.ts';
import { languageCode } from '../derived-article.ts';
import { byline, plainLine } from '../html/plain-line.ts';
import { publishedDate } from '../published-date.ts';

/** What a document's properties say of it. */
export type DocumentProperties = Pick<
  Masthead,
  'headline' | 'outlet' | 'byline' | 'publishedAt' | 'updatedAt' | 'language'
>;

/** Titles that programs put in, not people. */
const NO_TITLE = /^(?:microsoft word\b.*|document ?\d*|untitled.*|title|powerpoint presentation|.*\.docx?)$/i;
const NO_AUTHOR =
  /^(?:microsoft office user|user|admin|administrator|author|unknown|default|python-docx|apache poi|windows user|owner)$/i;

/**
 * The title, author and dates in a document's properties (ECMA-376 part 2, core properties; custom ones).
 *
 * When a document was created says nothing of when it was published: a template's date goes with every copy of it. So
 * the date of publication is one of the custom properties, and the date of the last change is that of the document.
 */
export function propertiesOf(parts: ReadonlyMap<string, Uint8Array>): DocumentProperties {
  const core = textOf(parts.get('docProps/core.xml'));
  const custom = customIn(textOf(parts.get('docProps/custom.xml')));
  const title = valueIn(core, 'dc:title');
  const author = byline(valueIn(core, 'dc:creator'));
  return {
    headline: title === null || NO_TITLE.test(title) ? null : title,
    outlet: custom.get('publisher') ?? custom.get('outlet') ?? valueIn(core, 'dc:publisher'),
    byline: author === null || NO_AUTHOR.test(author) ? null : author,
    publishedAt: publishedDate(
      custom.get('published') ??
        custom.get('date published') ??
        custom.get('publication date') ??
        valueIn(core, 'dcterms:issued'),
    ),
    updatedAt: publishedDate(valueIn(core, 'dcterms:modified')),
    language: languageCode(valueIn(core, 'dc:language')),
  };
}

function textOf(part: Uint8Array | undefined): string {
  return part ? new TextDecoder().decode(part.subarray(0, 200_000)) : '';
}

function valueIn(xml: string, name: string): string | null {
  const match = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]{0,1000})</${name}>`).exec(xml);
  return plainLine(match?.[1] ?? null);
}

function customIn(xml: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of xml.matchAll(
    /<property\s[^<>]*?\bname="([^"<>]{1,100})"[^<>]*>\s*<vt:\w+>([^<]{0,1000})<\//g,
  )) {
    const printed = plainLine(value);
    if (printed) values.set(name.toLowerCase(), printed);
  }
  return values;
}

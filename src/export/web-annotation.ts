import type { KeptArticle } from '../archive/archive.ts';
import type { Span } from '../article/article.ts';
import type { Entry } from '../extraction/entry.ts';
import { before, behind } from './code-points.ts';
import type { Exported } from './exported.ts';
import type { Format } from './format.ts';

/** How much stands before and behind the words in a selector, code points: enough to tell two places apart. */
const AROUND = 32;

/**
 * A collection of annotations as W3C's model has them (w3.org/TR/annotation-model): what was said, and where.
 *
 * Each place is given twice: by its words with what stands around them, and by its position in the article's plain
 * text, counted in code points as the model asks for.
 */
export const webAnnotation: Format = {
  head:
    '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:whosaid:quotations","type":"AnnotationCollection",' +
    '"label":"Quotations and facts","first":{"id":"urn:whosaid:quotations:all","type":"AnnotationPage","startIndex":0,' +
    '"items":[\n',
  between: ',\n',
  foot: '\n]}}\n',
  entry(exported) {
    const { entry, kept } = exported;
    const targets = entry.content.map((span) => targetOf(exported, span));
    return JSON.stringify({
      id: `urn:whosaid:${entry.id}`,
      type: 'Annotation',
      motivation: 'describing',
      created: kept.keptAt,
      generator: { type: 'Software', name: 'whosaid' },
      body: bodiesOf(entry, kept),
      target: targets.length === 1 ? targets[0] : targets,
    });
  },
};

function bodiesOf(entry: Entry, { state }: KeptArticle) {
  const text = (purpose: string, value: string) => {
    return { type: 'TextualBody', purpose, format: 'text/plain', value };
  };
  return [
    text('classifying', entry.kind),
    text('describing', `attribution: ${entry.status}`),
    ...(entry.speaker === null ? [] : [text('identifying', entry.speaker)]),
    ...(entry.printedSource === '' ? [] : [text('describing', `printed as: ${entry.printedSource}`)]),
    ...(state.kind === 'corrected' ? [text('commenting', `correction: ${state.note}`)] : []),
  ];
}

function targetOf({ kept, codePoint }: Exported, { start, end }: Span) {
  const { text, url, sha256 } = kept.article;
  return {
    type: 'SpecificResource',
    source: url ?? `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: before(text, start, AROUND),
        suffix: behind(text, end, AROUND),
      },
      { type: 'TextPositionSelector', start: codePoint(start), end: codePoint(end) },
    ],
  };
}

import type { KeptArticle } from '../archive/archive.ts';
import { joinedWords } from '../extraction/entry.ts';
import type { AttributionStatus } from '../extraction/quotation.ts';
import type { Format } from './format.ts';

/** The article says who that is, by name. */
const NAMED: ReadonlySet<AttributionStatus> = new Set(['named', 'described-resolved', 'pronoun-resolved']);

/**
 * Quotations as JSON-LD of schema.org (schema.org/Quotation): one document with a graph.
 *
 * Only words that somebody said are quotations there: paraphrases, terms, headlines and facts are left out. A creator
 * is given only where the article names one; what is printed for the speaker always is. Whether a speaker is a person
 * or a body is not known, so its type is left open.
 */
export const schemaOrg: Format = {
  head: '{"@context":"https://schema.org","@graph":[\n',
  between: ',\n',
  foot: '\n]}\n',
  entry({ entry, kept, words }) {
    if (entry.kind !== 'direct' && entry.kind !== 'mixed') return null;
    const isNamed = entry.speaker !== null && NAMED.has(entry.status);
    return JSON.stringify({
      '@type': 'Quotation',
      '@id': `urn:whosaid:${entry.id}`,
      identifier: entry.id,
      text: joinedWords(words),
      ...(kept.article.language ? { inLanguage: kept.article.language } : {}),
      ...(isNamed ? { creator: { name: entry.speaker } } : {}),
      ...(entry.printedSource === '' ? {} : { creditText: entry.printedSource }),
      isPartOf: articleOf(kept),
      citation: citationOf(kept),
      ...(kept.state.kind === 'corrected' ? { correction: kept.state.note } : {}),
    });
  },
};

function articleOf({ article, state }: KeptArticle) {
  const { url, headline, publishedAt, updatedAt, byline, outlet, language, sha256 } = article;
  return {
    '@type': 'NewsArticle',
    ...(url ? { '@id': url, url } : {}),
    identifier: `sha256:${sha256}`,
    ...(headline ? { headline } : {}),
    ...(publishedAt ? { datePublished: publishedAt } : {}),
    ...(updatedAt ? { dateModified: updatedAt } : {}),
    ...(byline ? { author: { name: byline } } : {}),
    ...(outlet ? { publisher: { '@type': 'Organization', name: outlet } } : {}),
    ...(language ? { inLanguage: language } : {}),
    ...(state.kind === 'corrected' ? { correction: state.note } : {}),
  };
}

function citationOf({ article }: KeptArticle): string {
  const { headline, outlet, publishedAt } = article;
  const parts = [headline ?? 'headline not given', outlet ?? 'outlet not given'];
  return `${parts.join('. ')}, ${publishedAt?.slice(0, 10) ?? 'date not given'}`;
}

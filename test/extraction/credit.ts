import { slice } from '../../src/article/article.ts';
import { extract } from '../../src/extraction/extract.ts';
import type { Quotation } from '../../src/extraction/quotation.ts';
import { articleOf } from './article-of.ts';

/** The last quotation’s source, speaker, status and evidence, in words. */
export function lastCredit(text: string, options: { readonly headline?: boolean } = {}) {
  const quotation: Quotation | undefined = extract(articleOf(text, options)).quotations.at(-1);
  if (!quotation) throw new RangeError(`no quotation in: ${text}`);
  const words = (spans: Quotation['source']) => spans.map((span) => slice(text, span)).join(' … ');
  const { speaker, status } = quotation;
  return { source: words(quotation.source), speaker, status, evidence: words(quotation.evidence) };
}

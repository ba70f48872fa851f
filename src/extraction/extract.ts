import type { Article } from '../article/article.ts';
import { attribute } from './attribution.ts';
import { Cast } from './cast.ts';
import { findDrafts, passagesOf } from './drafts.ts';
import { findFacts } from './facts.ts';
import type { Extraction } from './quotation.ts';
import { read } from './reading.ts';

/**
 * Reads an article: what was said, in which words, by whom, and what it states. Pure: the same article gives the same
 * quotations and facts, whatever else is read before or after it.
 */
export function extract(article: Article): Extraction {
  const reading = read(article);
  const passages = passagesOf(reading);
  const drafts = findDrafts(passages);
  const cast = new Cast(article.text, passages);
  const quotations = attribute(article.text, passages, drafts, cast);
  return { quotations, facts: findFacts(reading, quotations, article.publishedAt) };
}

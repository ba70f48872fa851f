import type { Excerpt } from './answer.ts';
import { creditedElsewhereInWords } from './same-words.ts';

/** An excerpt with what is to be said of it beside its attribution, in plain sentences. */
export function withRemarks(excerpt: Excerpt): Excerpt {
  const remarks = [creditedElsewhereInWords(excerpt)].filter((remark) => remark !== null);
  return remarks.length > 0 ? { ...excerpt, remarks } : excerpt;
}

import type { Excerpt } from '../../../src/answer/answer.ts';
import { RIVER } from '../memory-desk.ts';

/** An excerpt whose every text is 100,000 characters of the same, each of which JSON may double. */
export function endlessExcerpt(unit: string): Excerpt {
  const text = endless(unit);
  const passage = { text, span: { start: 0, end: text.length } };
  const address = `https://harbour.example/${'%22'.repeat(155)}`;
  const printing = {
    excerptId: RIVER.id,
    articleId: text,
    headline: text,
    outlet: text,
    publishedAt: text,
    url: address,
    speaker: text,
    printedSource: text,
  };
  return {
    ...RIVER,
    label: text,
    words: passage,
    printed: passage,
    cutBefore: true,
    cutAfter: true,
    attribution: passage,
    who: text,
    whoNote: text,
    evidence: [passage, passage],
    sentence: { ...passage, text: `${text} and three further words` },
    before: passage,
    after: passage,
    match: 'differs',
    diff: Array.from({ length: 90 }, (_, index) => ({
      kind: (['same', 'asked', 'printed'] as const)[index % 3] ?? 'same',
      text: index < 80 ? unit : text,
    })),
    citation: {
      ...RIVER.citation,
      headline: text,
      outlet: text,
      byline: text,
      publishedAt: text,
      updatedAt: text,
      url: address,
      deepLink: address,
      state: 'corrected',
      stateNote: text,
    },
    alsoIn: { articles: 1_000_000, listed: Array.from({ length: 20 }, () => printing) },
    remarks: Array.from({ length: 8 }, () => text),
  };
}

export function endless(unit: string): string {
  return unit.repeat(Math.ceil(100_000 / unit.length));
}

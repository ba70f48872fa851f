import type { Span } from '../article/article.ts';
import type { Format } from './format.ts';

const pairs = (spans: readonly Span[]) => spans.map(({ start, end }) => [start, end]);

/** One line of JSON an entry, with all that is known of it; offsets are UTF-16 code units into the article's text. */
export const jsonLines: Format = {
  head: '',
  between: '\n',
  foot: '\n',
  entry({ entry, kept, words }) {
    const { article, state, keptAt } = kept;
    return JSON.stringify({
      id: entry.id,
      kind: entry.kind,
      text: entry.text,
      words,
      content: pairs(entry.content),
      source: pairs(entry.source),
      cue: pairs(entry.cue),
      evidence: pairs(entry.evidence),
      speaker: entry.speaker,
      status: entry.status,
      printed: entry.printedSource === '' ? null : entry.printedSource,
      rule: entry.rule,
      article: {
        id: article.id,
        sha256: article.sha256,
        headline: article.headline,
        outlet: article.outlet,
        byline: article.byline,
        publishedAt: article.publishedAt,
        updatedAt: article.updatedAt,
        url: article.url,
        language: article.language,
        state: state.kind,
        note: state.kind === 'live' ? null : state.note,
        keptAt,
      },
    });
  },
};

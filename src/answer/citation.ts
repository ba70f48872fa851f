import type { KeptArticle } from '../archive/archive.ts';
import type { Citation, Copy, Excerpt } from './answer.ts';

/** Where an article was published; what it does not say is null. */
export function citationOf(kept: KeptArticle, words: string): Citation {
  const { article, state } = kept;
  return {
    articleId: article.id,
    sha256: article.sha256,
    headline: article.headline,
    outlet: article.outlet,
    byline: article.byline,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    url: article.url,
    deepLink: article.url === null ? null : deepLink(article.url, words),
    state: state.kind,
    stateNote: state.kind === 'live' ? null : state.note,
  };
}

/** From here on a text fragment names the first and the last words only. */
const LONGEST_FRAGMENT = 120;
const EDGE_WORDS = 5;

/** An address that leads to the words on the page (wicg.github.io/scroll-to-text-fragment). */
function deepLink(url: string, words: string): string {
  const list = words.trim().split(/\s+/);
  const parts =
    words.length <= LONGEST_FRAGMENT
      ? [list.join(' ')]
      : [list.slice(0, EDGE_WORDS).join(' '), list.slice(-EDGE_WORDS).join(' ')];
  const fragment = parts.map((part) => encodeURIComponent(part).replace(/-/g, '%2D')).join(',');
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${fragment}`;
}

/** The excerpt in every style it can be copied in. Its words keep the article's own marks in each of them. */
export function copiesOf(excerpt: Excerpt): readonly Copy[] {
  const { citation } = excerpt;
  const words = shown(excerpt);
  const credit = creditLine(excerpt);
  const outlet = citation.outlet ?? 'outlet not given';
  const date = citation.publishedAt?.slice(0, 10) ?? 'date not given';
  const headline = citation.headline ?? 'headline not given';
  const copies: Copy[] = [
    {
      style: 'house',
      name: 'House line',
      text: `${words} — ${credit} (${headline}; ${outlet}, ${date}) [${excerpt.id}]`,
    },
    { style: 'ap', name: 'AP', text: `${words} ${credit}. “${headline},” ${outlet}, ${date}.` },
    { style: 'guardian', name: 'Guardian', text: `${words} – ${credit}. ${headline}, ${outlet}, ${date}` },
    {
      style: 'markdown',
      name: 'Markdown',
      text: `> ${escapeMarkdown(words)}\n\n${escapeMarkdown(`${credit}, “${headline}”, ${outlet}, ${date}`)}${citation.url ? ` <${citation.url}>` : ''}`,
    },
  ];
  if (citation.deepLink) copies.push({ style: 'link', name: 'Link to the sentence', text: citation.deepLink });
  return copies;
}

/** The words as printed, with a mark where the excerpt is cut inside a sentence. */
export function shown(excerpt: Excerpt): string {
  return `${excerpt.cutBefore ? '… ' : ''}${excerpt.printed.text}${excerpt.cutAfter ? ' …' : ''}`;
}

/** Who is credited, with what the words are: never more than the article supports. */
export function creditLine(excerpt: Excerpt): string {
  const printed = excerpt.attribution && excerpt.status !== 'none' ? `, printed as “${excerpt.attribution.text}”` : '';
  return `${excerpt.who} (${excerpt.label}${printed})`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_{}[\]()#+!<>|~]/g, '\\$&');
}

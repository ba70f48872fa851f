import type { Span } from '../article.ts';

/** Shortcodes that print no words of the article, whatever stands between them and their end. */
const UNREAD =
  'embed|gallery|video|audio|playlist|wp_video|youtube|vimeo|tweet|twitter|instagram|facebook|soundcloud|spotify|' +
  'googlemaps?|map|slideshow|rev_slider|contact-form(?:-7)?|contact-field|gravityforms?|wpforms|ninja_forms?|mc4wp_form|' +
  'newsletter|subscribe|adrotate|ad|ads|advert|adsense|related|related_posts|recent_posts|toc|button|code|iframe|poll|' +
  'polldaddy|crowdsignal|scribd|slideshare|documentcloud|datawrapper|infogram|flourish';

const PAIRED_UNREAD = new RegExp(`\\[(${UNREAD})(?:\\s[^\\]]{0,2000})?\\](?:[^[]*\\[/\\1\\])?`, 'gi');
const CAPTION = /\[(?:wp_)?caption([^\]]{0,2000})\]([\s\S]{0,4000}?)\[\/(?:wp_)?caption\]/gi;
const QUOTE = /\[(block-?quote|quote|pull_?-?quote)(?:\s[^\]]{0,2000})?\]([\s\S]{0,8000}?)\[\/\1\]/gi;
/** With attributes in quotation marks a word in brackets is a shortcode; without, it may be an editor’s: [the mayor], [sic]. */
const WITH_ATTRIBUTES =
  /\[\/?[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"\]]*"|'[^'\]]*'|”[^”\]]*”|&#8221;[^\]]*&#8243;))+\s*\/?\]/gi;
const CLOSING = /\[\/([a-z][\w-]*)\]/gi;

const BLOCK_MARK = /^<!--\s*(\/?)wp:/;
const KEPT_LINES = /<(pre|script|style|textarea)(?=[\s>])/gi;

/**
 * The HTML of a post as WordPress keeps it: block comments are left out, shortcodes resolved, and blank lines outside
 * of blocks are the paragraphs that WordPress makes of them when it shows the post.
 */
export function htmlOfPost(kept: string): string {
  let html = '';
  let depth = 0;
  let from = 0;
  const add = (part: string) => {
    html += depth === 0 ? withParagraphs(part) : part;
  };
  for (const { start, end } of commentsIn(kept)) {
    const comment = kept.slice(start, end);
    const mark = BLOCK_MARK.exec(comment);
    add(kept.slice(from, start));
    from = end;
    if (!mark) continue;
    if (mark[1] === '/') depth = Math.max(0, depth - 1);
    else if (!comment.endsWith('/-->')) depth++;
  }
  add(kept.slice(from));
  return withoutShortcodes(html);
}

function* commentsIn(text: string): Generator<Span> {
  let end = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', end)) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) return;
    end = close + 3;
    yield { start, end };
  }
}

/**
 * HTML without the shortcodes that are still in it. What stands in brackets and is none, as the words that an editor
 * puts into a quotation, stays.
 */
export function withoutShortcodes(html: string): string {
  const resolved = html
    .replace(CAPTION, (_whole, attributes: string, inner: string) => captionOf(attributes, inner))
    .replace(QUOTE, (_whole, name: string, inner: string) => {
      return `<blockquote${/^pull/i.test(name) ? ' class="pullquote"' : ''}>${inner}</blockquote>`;
    })
    .replace(PAIRED_UNREAD, '')
    .replace(WITH_ATTRIBUTES, '');
  const closed = new Set([...resolved.matchAll(CLOSING)].map(([, name = '']) => name.toLowerCase()));
  return closed.size === 0
    ? resolved
    : resolved.replace(/\[\/?([a-z][\w-]*)\]/gi, (tag, name: string) => (closed.has(name.toLowerCase()) ? '' : tag));
}

/** What is written below the picture; in old posts it is an attribute. */
function captionOf(attributes: string, inner: string): string {
  const written = inner.replace(/<(?:img|source)\b[^>]*>|<\/?(?:a|picture)\b[^>]*>/gi, '').trim();
  const given = /\bcaption=(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  return `<figure><figcaption>${written || (given?.[1] ?? given?.[2] ?? '')}</figcaption></figure>`;
}

/** Blank lines as the edges of paragraphs, and other line ends as line breaks; lines of code stay as they are. */
function withParagraphs(classic: string): string {
  let html = '';
  let from = 0;
  for (const match of classic.matchAll(KEPT_LINES)) {
    if (match.index < from) continue;
    const close = classic.indexOf(`</${match[1] ?? ''}`, match.index);
    if (close < 0) break;
    html += breaksIn(classic.slice(from, match.index)) + classic.slice(match.index, close);
    from = close;
  }
  return html + breaksIn(classic.slice(from));
}

function breaksIn(text: string): string {
  // Line ends within a tag are no line ends of the text.
  return text
    .replace(/<[^<>]*>/g, (tag) => tag.replace(/[\r\n]+/g, ' '))
    .replace(/[ \t\u00a0]*(\r\n?|\n)[\s\u00a0]*/g, (space) => {
      return (space.match(/\r\n?|\n/g)?.length ?? 0) > 1 ? '<div></div>' : '<br>';
    });
}

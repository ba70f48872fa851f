import { attributes, escapeHtml, linkHtml } from './escape-html.ts';

/** What people and channels are called, by id; undefined where there is none with this id. */
export interface Names {
  readonly user: (id: string) => string | undefined;
  readonly channel: (id: string) => string | undefined;
}

/** Text that is shown as it is, with its line breaks. */
export function plainHtml(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, '<br>');
}

/**
 * Slack's own markup as HTML: `*bold*`, `_italic_`, `~struck~`, code, lines that begin with `>`, and mentions and links
 * in angle brackets. Its text comes with `&amp; &lt; &gt;` escaped.
 *
 * Misses: names of emoji (`:ok:`) stay as they are typed; a bare address is no link.
 */
export function mrkdwnHtml(text: string, names: Names): string {
  return text
    .split('```')
    .map((piece, index, all) => {
      const isFenced = index % 2 === 1 && index < all.length - 1;
      if (isFenced) return `<pre>${escapeHtml(unescapeSlack(piece.replace(/^\n|\n$/g, '')))}</pre>`;
      return linesHtml(index % 2 === 1 ? `\`\`\`${piece}` : piece, names);
    })
    .join('');
}

function linesHtml(text: string, names: Names): string {
  const stretches: { readonly isQuote: boolean; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line);
    const last = stretches.at(-1);
    if (last && last.isQuote === (quoted !== null)) last.lines.push(quoted?.[1] ?? line);
    else stretches.push({ isQuote: quoted !== null, lines: [quoted?.[1] ?? line] });
  }
  return stretches
    .map(({ isQuote, lines }) => {
      const html = lines.map((line) => inlineHtml(line, names)).join('<br>');
      return isQuote ? `<blockquote>${html}</blockquote>` : html;
    })
    .join('');
}

/** Code, then angle brackets, then the three styles, which hold only where blanks or punctuation stand around them. */
const INLINE = /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?!\s)((?:(?!\3).)+)(?<!\s)\3(?![\p{L}\p{N}])/gu;

const STYLES: Readonly<Record<string, string>> = { '*': 'strong', _: 'em', '~': 's' };

function inlineHtml(text: string, names: Names): string {
  let html = '';
  let done = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, bracket, style, styled] = match;
    html += escapeHtml(unescapeSlack(text.slice(done, match.index)));
    done = match.index + whole.length;
    if (code !== undefined) html += `<code>${escapeHtml(unescapeSlack(code))}</code>`;
    else if (bracket !== undefined) html += bracketHtml(bracket, names);
    else {
      const tag = STYLES[style ?? ''] ?? 'span';
      html += `<${tag}>${inlineHtml(styled ?? '', names)}</${tag}>`;
    }
  }
  return html + escapeHtml(unescapeSlack(text.slice(done)));
}

/** What stands between angle brackets: `@U1`, `#C1|desk`, `!here`, `https://...|label`. */
function bracketHtml(bracket: string, names: Names): string {
  const [target = '', label] = splitOnce(bracket, '|');
  const id = target.slice(1);
  if (target.startsWith('@')) return userHtml(id, names, label);
  if (target.startsWith('#')) return channelHtml(id, names, label);
  if (target.startsWith('!date^')) return escapeHtml(unescapeSlack(label ?? ''));
  if (target.startsWith('!')) return broadcastHtml(label?.replace(/^@/, '') ?? id);
  return linkHtml(unescapeSlack(target), escapeHtml(unescapeSlack(label ?? target.replace(/^mailto:/, ''))));
}

/** A person mentioned by name. */
export function userHtml(id: string, names: Names, label?: string): string {
  return `<span${attributes({ class: 'mention', 'data-user': id })}>@${escapeHtml(names.user(id) ?? label ?? id)}</span>`;
}

/** A channel mentioned by name; it leads there. */
export function channelHtml(id: string, names: Names, label?: string): string {
  const name = names.channel(id);
  const text = escapeHtml(`#${name ?? label ?? id}`);
  if (name === undefined) return `<span class="mention">${text}</span>`;
  return `<a${attributes({ class: 'mention', href: `#/${id}` })}>${text}</a>`;
}

/** `@here`, `@channel` or `@everyone`, as Slack marks what rings for all. */
export function broadcastHtml(range: string): string {
  return `<span class="mention mention-all">@${escapeHtml(unescapeSlack(range))}</span>`;
}

/** Text out of Slack's escapes; `&amp;` last, so that nothing is unescaped twice. */
export function unescapeSlack(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Slack's markup as words alone: mentions by name, links by their label, the styles as typed. */
export function wordsOf(text: string, names: Names): string {
  const named = text.replace(/<([^<>\n]+)>/g, (_, bracket: string) => {
    const [target = '', label] = splitOnce(bracket, '|');
    const id = target.slice(1);
    if (target.startsWith('@')) return `@${names.user(id) ?? label ?? id}`;
    if (target.startsWith('#')) return `#${names.channel(id) ?? label ?? id}`;
    if (target.startsWith('!')) return label ?? `@${id}`;
    return label ?? target;
  });
  return unescapeSlack(named);
}

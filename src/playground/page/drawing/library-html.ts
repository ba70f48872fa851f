/**
 * One block as slack-blocks-to-jsx draws it, mended:
 *
 * - the four boxes around the block go, and hints to preload pictures
 * - ids go, since the same block stands in several messages (those of buttons stay: they are marks)
 * - styles written into tags go, since the page forbids them; of the classes only those stay that name a part, and
 *   `slack_blocks_to_jsx__section` becomes `bk-section`
 * - `pre` inside of `code` becomes `pre` alone; a header becomes a heading of the second rank
 */
export function tidyLibraryHtml(html: string): string {
  return html
    .replace(/^(?:<link [^>]*>)*(?:<div[^>]*>){4}([\s\S]*)(?:<\/div>){4}$/, '$1')
    .replace(/(<(?!button)[a-z0-9]+(?: [^<>]*?)?) id="[^"]*"/g, '$1')
    .replace(/ style="[^"]*"/g, '')
    .replace(/ data-header-level="[^"]*"/g, '')
    .replace(/ class="([^"]*)"/g, (_, names: string) => classes(names))
    .replace(/<code[^>]*><pre[^>]*>/g, '<pre>')
    .replace(/<\/pre><\/code>/g, '</pre>')
    .replace(/<(\/?)h3/g, '<$1h2');
}

const PART = 'slack_blocks_to_jsx__';

function classes(names: string): string {
  const parts = names
    .split(' ')
    .filter((name) => name.startsWith(PART))
    .map((name) => `bk-${name.slice(PART.length).replaceAll('_', '-')}`);
  return parts.length > 0 ? ` class="${parts.join(' ')}"` : '';
}

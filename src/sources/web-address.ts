/** An address that may be looked up, or why not. */
export type WebAddress =
  | { readonly kind: 'address'; readonly url: URL }
  /** `reason` completes the sentence "it was refused: …". */
  | { readonly kind: 'refused'; readonly reason: string };

/** Longer ones are no address that a person or a feed gives in good faith, UTF-16 code units. */
const MAX_LENGTH = 8192;

/**
 * Reads the address of a page or feed: http or https, without a name and password.
 *
 * Hosts come out as the URL standard writes them, so that `0x7f.1` and `2130706433` are `127.0.0.1`; a dot at the
 * end of the host's name is dropped, and so is the fragment.
 *
 * @param base what a relative address is relative to
 */
export function readWebAddress(text: string, base?: URL): WebAddress {
  if (text.length > MAX_LENGTH)
    return { kind: 'refused', reason: `its address is longer than ${MAX_LENGTH} characters` };
  if (!URL.canParse(text.trim(), base)) return { kind: 'refused', reason: 'it is no web address' };
  const url = new URL(text.trim(), base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { kind: 'refused', reason: `${url.protocol}// addresses are not read, only http:// and https://` };
  }
  if (url.username !== '' || url.password !== '') {
    return { kind: 'refused', reason: 'its address holds a name or password; give it without' };
  }
  url.hash = '';
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  if (
    url.hostname === '' ||
    url.hostname.startsWith('.') ||
    url.hostname.includes('..') ||
    url.hostname.endsWith('.')
  ) {
    return { kind: 'refused', reason: 'its host has no usable name' };
  }
  return { kind: 'address', url };
}

/** An address for a message or the log: a query may hold a token, so only that there is one is shown. */
export function printedAddress(address: URL | string): string {
  if (typeof address === 'string' && !URL.canParse(address)) return '(no web address)';
  const url = new URL(address);
  return `${url.protocol}//${url.host}${url.pathname}${url.search === '' ? '' : '?…'}`;
}

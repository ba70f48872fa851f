import { createHash } from 'node:crypto';

/** What an article may be known by. */
export interface KnownBy {
  /** Its page's address, the canonical one where the page names one. */
  readonly url: string | null;
  /** What its outlet's own system calls it (a feed's guid, a content id), and within what that is unique: the feed's or the outlet's address. */
  readonly given?: { readonly id: string; readonly within: string };
  /** Where it was read: a path, or the address that was asked for. */
  readonly place: string;
}

/** By what an article is found again when it comes again. Names are made as ids are, 16 hexadecimal digits. */
export interface Identity {
  readonly id: string;
  /** What the id was made of, the best that is at hand: its address, else its given id, else where it was read. */
  readonly by: 'url' | 'given' | 'place';
  /** Further names: under any of them it is the same article. */
  readonly alsoKnownAs: readonly string[];
}

/** The identity of an article: the same page by another spelling of its address is the same article. */
export function identityOf({ url, given, place }: KnownBy): Identity {
  const byUrl = url === null ? [] : [articleId(canonicalUrl(url))];
  const byGiven = given ? [articleId(`${given.within} ${given.id}`)] : [];
  const [id, ...alsoKnownAs] = [...byUrl, ...byGiven];
  if (id === undefined) return { id: articleId(place), by: 'place', alsoKnownAs: [] };
  return { id, by: byUrl.length > 0 ? 'url' : 'given', alsoKnownAs };
}

/** A short id for what an article is known by. */
export function articleId(knownBy: string): string {
  return createHash('sha256').update(knownBy).digest('hex').slice(0, 16);
}

/**
 * Parameters that say how a reader came to a page, and nothing of which page it is. Names that outlets also use for
 * the page itself (`id`, `p`, `ref`, `source`) are left alone.
 */
const TRACKING =
  /^(?:utm_.*|at_(?:medium|campaign|custom\d|link_.*|format|ptr_name|bbc_team)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|yclid|igshid|igsh|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|vero_id|oly_(?:anon|enc)_id|s_cid|ncid|ocid|xtor|ref_src|ref_url|cmpid|smid|smtyp|cmp|icid|ito|_ga|_gl)$/i;

/**
 * One spelling for all the addresses of a page: to compare, never to show.
 *
 * Left out are the difference between http and https, user and password, the usual port, tracking parameters, a
 * fragment (unless it is a route, `#!…`), slashes at the end of a path, and the order of parameters with different
 * names. `www.` stays: that two hosts show the same is for the page's canonical link to say.
 *
 * Misses: a site where `/story` and `/story/` are two articles; mobile and AMP pages without a canonical link.
 */
export function canonicalUrl(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return address.trim();
  const host = `${url.hostname.replace(/\.$/, '')}${url.port === '' || isUsual(url) ? '' : `:${url.port}`}`;
  const parameters = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(parameters).toString();
  let path = plainEscapes(url.pathname);
  while (path.endsWith('/')) path = path.slice(0, -1);
  const route = url.hash.startsWith('#!') ? url.hash : '';
  return `https://${host}${path}${query === '' ? '' : `?${query}`}${route}`;
}

/** 443 with http is as odd as 80 with https, but leads nowhere else. */
function isUsual({ port }: URL): boolean {
  return port === '80' || port === '443';
}

/** Escapes in one spelling (RFC 3986, 6.2.2): letters, digits and `-._~` as they are, capitals in the others. */
function plainEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (octet) => {
    const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : octet.toUpperCase();
  });
}

/** Text as it may stand in an HTML document, in an element and in a quoted attribute alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Attributes with their values escaped; those that are null, undefined or false are left out, true ones have no value. */
export function attributes(values: Readonly<Record<string, string | boolean | null | undefined>>): string {
  return Object.entries(values)
    .filter((entry): entry is [string, string | true] => typeof entry[1] === 'string' || entry[1] === true)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`))
    .join('');
}

/** The address where a browser may be sent, or null for all but http and https. */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

/** A link that opens beside the page and tells the other end nothing; plain words where the address is none for a browser. */
export function linkHtml(address: string, innerHtml: string): string {
  const href = webAddress(address);
  if (href === null) return innerHtml;
  return `<a${attributes({ href, target: '_blank', rel: 'noopener noreferrer' })}>${innerHtml}</a>`;
}

/** An http or https address without its fragment, resolved against another one; null where it is none. */
export function addressOf(address: string, base: string | null): string | null {
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.length > 2000 || !URL.canParse(trimmed, base ?? undefined)) return null;
  const url = new URL(trimmed, base ?? undefined);
  if (!/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  if (url.username !== '' || url.password !== '') return null;
  if (!url.hash.startsWith('#!')) url.hash = '';
  return url.href;
}

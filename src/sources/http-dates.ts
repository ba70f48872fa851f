/** The most that a server may ask us to wait, milliseconds: a week. */
const LONGEST_WAIT = 7 * 24 * 60 * 60 * 1000;

/**
 * What a Retry-After header asks for (RFC 9110, 10.2.3: seconds or a date), in milliseconds from `now`, a week at most;
 * null where it asks for nothing that can be read.
 */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const asked = header?.trim() ?? '';
  if (/^\d{1,12}$/.test(asked)) return Math.min(Number(asked) * 1000, LONGEST_WAIT);
  // Only the three forms of HTTP dates, all of which start with the name of a day.
  const at = /^[A-Z][a-z]{2}/.test(asked) ? Date.parse(asked) : Number.NaN;
  return Number.isNaN(at) ? null : Math.min(Math.max(0, at - now), LONGEST_WAIT);
}

/**
 * For how long a response says that it stays fresh: Cache-Control's max-age less its Age, in milliseconds, a week at
 * most; null where it says nothing.
 */
export function freshForMs(cacheControl: string | undefined, age: string | undefined): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/i.exec(cacheControl ?? '')?.[1];
  if (seconds === undefined) return null;
  const spent = /^\d{1,12}$/.test(age?.trim() ?? '') ? Number(age) : 0;
  return Math.min(Math.max(0, Number(seconds) - spent) * 1000, LONGEST_WAIT);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** From when on a feed that fails is said to be failing, milliseconds since it began to. */
export const FAILING_FOR_LONG_MS = 3 * HOUR;

/** A feed may ask to be read this seldom; many ask by habit for a day, which is too old for a newsroom. */
const LONGEST_ASKED = HOUR;
/** However often a feed has failed, it is tried again after this long, so that it is soon seen to work again. */
const LONGEST_BACK_OFF = HOUR;
/** A server that asks to be left alone is left alone for this long at most. */
const LONGEST_RETRY_AFTER = 24 * HOUR;
/** When a feed is polled again of which more is to be taken. */
const CATCH_UP = MINUTE;
/** When a feed that has been taken away for good is looked at once more. */
const GONE_FOR = 30 * 24 * HOUR;

/** A number from 0 up to 1, anew at each call. */
export type Random = () => number;

/** Up to a fifth longer, so that many feeds and many whosaids do not ask at the same moment. */
const jittered = (ms: number, random: Random) => Math.round(ms * (1 + random() / 5));

/** How long to wait after a good poll, milliseconds: the set interval, or what the feed itself asks for within bounds. */
export function waitAfterSuccess(
  intervalMs: number,
  asked: readonly (number | null | undefined)[],
  hasMore: boolean,
  random: Random,
): number {
  if (hasMore) return jittered(Math.min(CATCH_UP, intervalMs), random);
  const longest = Math.max(0, ...asked.map((ms) => ms ?? 0));
  return jittered(Math.max(intervalMs, Math.min(longest, LONGEST_ASKED)), random);
}

/** How long to wait after so many failures in a row: twice as long each time, and at least what the server asks for. */
export function waitAfterFailure(
  intervalMs: number,
  failures: number,
  retryAfterMs: number | null,
  random: Random,
): number {
  const backOff = Math.min(intervalMs * 2 ** Math.min(failures - 1, 30), Math.max(LONGEST_BACK_OFF, intervalMs));
  return jittered(Math.max(backOff, Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER)), random);
}

/** How long to wait before a feed that has been taken away for good is looked at again. */
export function waitAfterGone(random: Random): number {
  return jittered(GONE_FOR, random);
}

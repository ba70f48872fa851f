import type { AnyFeed } from 'feedsmith';

const HOUR = 3_600_000;
const PERIODS: Readonly<Record<string, number>> = {
  hourly: HOUR,
  daily: 24 * HOUR,
  weekly: 7 * 24 * HOUR,
  monthly: 30 * 24 * HOUR,
  yearly: 365 * 24 * HOUR,
};

/**
 * How seldom a feed asks to be read, in milliseconds: RSS's `ttl` (minutes), else the syndication module's period and
 * how often in it (web.resource.org/rss/1.0/modules/syndication); null where it does not ask.
 */
export function readEveryMs(parsed: AnyFeed): number | null {
  if (parsed.format === 'json') return null;
  const ttl = parsed.format === 'rss' ? parsed.feed.ttl : undefined;
  if (ttl !== undefined && ttl > 0) return ttl * 60_000;
  const { updatePeriod, updateFrequency = 1 } = parsed.feed.sy ?? {};
  const period = PERIODS[updatePeriod?.trim().toLowerCase() ?? ''];
  return period === undefined || !(updateFrequency > 0) ? null : period / updateFrequency;
}

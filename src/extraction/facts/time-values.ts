/** The day from which "yesterday" is counted: the article's publication date, or null where it has none. */
export interface Calendar {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads the day of an ISO 8601 time in its own zone; null where the article gives none. */
export function calendarOf(publishedAt: string | null): Calendar | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(publishedAt ?? '');
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The number of a month by its name or its short form: 11 for "nov.". */
export function monthNumber(norm: string): number {
  return MONTHS.indexOf(norm.slice(0, 3)) + 1;
}

/** A day, or its month where no day is printed; X stands for what the article leaves out. */
export function dayValue(year: string | null, month: number, day: number | null): string {
  return `${year ?? 'XXXX'}-${two(month)}${day === null ? '' : `-${two(day)}`}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const DURATIONS: ReadonlyMap<string, readonly [before: string, times: number, letter: string]> = new Map([
  ['second', ['PT', 1, 'S']],
  ['minute', ['PT', 1, 'M']],
  ['hour', ['PT', 1, 'H']],
  ['day', ['P', 1, 'D']],
  ['week', ['P', 1, 'W']],
  ['fortnight', ['P', 2, 'W']],
  ['month', ['P', 1, 'M']],
  ['year', ['P', 1, 'Y']],
  ['decade', ['P', 10, 'Y']],
  ['century', ['P', 100, 'Y']],
]);

/** So many of a unit of time as a duration: P36Y; null for a unit that has no set length (season, term). */
export function durationValue(count: number, unit: string): string | null {
  const duration = DURATIONS.get(oneOf(unit));
  return duration ? `${duration[0]}${count * duration[1]}${duration[2]}` : null;
}

function oneOf(unit: string): string {
  return unit === 'centuries' ? 'century' : unit.replace(/s$/, '');
}

/** How far from the day of publication a word lies; "previous" and "following" count from elsewhere in the text. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/**
 * A day, month or year as seen from the day of publication; null without one.
 *
 * "Tuesday", "last week" and "next summer" are no single day, month or year, and stay as they are printed.
 *
 * @param step a word ("yesterday", "last"), or a number of units ("-3": three years ago)
 */
export function relativeValue(step: string, unit: string, calendar: Calendar | null): string | null {
  const by = STEPS.get(step) ?? (/^-\d{1,4}$/.test(step) ? Number(step) : undefined);
  if (calendar === null || by === undefined) return null;
  const { year, month, day } = calendar;
  switch (oneOf(unit)) {
    case 'day': {
      const date = new Date(Date.UTC(year, month - 1, day + by));
      return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
    }
    case 'month': {
      const count = year * 12 + month - 1 + by;
      return `${Math.floor(count / 12)}-${two((count % 12) + 1)}`;
    }
    case 'year':
      return String(year + by);
    default:
      return null;
  }
}

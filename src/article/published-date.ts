/** Zones that dates name by letters, in minutes east of Greenwich. Letters that mean several zones (IST) are not here. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const CLOCK = /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\b\.?)?/i;
const OFFSET = /(?:GMT|UTC|Z)?\s*([+-])(\d{1,2}):?(\d{2})?\b\s*(?:\([^)]*\))?\s*$/i;
const LETTERS = /(?:^|[\s\d])([A-Za-z]{1,4})\s*(?:\([^)]*\))?\s*$/;

/**
 * A date as feeds and exports print it, in ISO 8601: `Thu, 17 Dec 2015 09:00:00 EST`, `2015-12-17 09:00`,
 * `20151217T090000Z`, `December 17, 2015`. The day and the hour stay those that were printed, with the zone's offset
 * where it is known; null where it is no date.
 */
export function publishedDate(printed: string | null | undefined): string | null {
  const text = printed?.trim() ?? '';
  if (text === '' || text.length > 80) return null;
  const day = isoDay(text) ?? namedDay(text);
  if (!day) return null;
  const { year, month, date, rest } = day;
  if (!isOfCalendar(year, month, date)) return null;
  const printedDay = `${year}-${two(month)}-${two(date)}`;
  const clock = clockIn(rest);
  return clock ? `${printedDay}T${clock}${zoneIn(rest.slice(rest.search(CLOCK)))}` : printedDay;
}

/** The same where a system prints one time twice, in its own zone and in Greenwich's: the offset is what they differ by. */
export function dateWithOffset(local: string | null, greenwich: string | null): string | null {
  const here = publishedDate(local);
  const there = publishedDate(greenwich);
  if (!here?.includes('T') || !there?.includes('T')) return here ?? (there && `${there}Z`);
  const minutes = (Date.parse(`${here}Z`) - Date.parse(`${there}Z`)) / 60_000;
  return Math.abs(minutes) <= 14 * 60 && minutes % 15 === 0 ? `${here}${offset(minutes)}` : `${there}Z`;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** What stands behind it, the clock and the zone. */
  readonly rest: string;
}

function isoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text) ?? /^(\d{4})\/(\d{2})\/(\d{2})(?!\d)/.exec(text);
  const basic = match ? null : /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?)?(?!\d)/.exec(text);
  const found = match ?? basic;
  if (!found) return null;
  const clock = basic?.[4] ? `T${basic[4]}:${basic[5]}:${basic[6] ?? '00'}` : '';
  return {
    year: Number(found[1]),
    month: Number(found[2]),
    date: Number(found[3]),
    rest: clock + text.slice(found[0].length),
  };
}

/** `Thu, 17 Dec 2015`, `17-Dec-15`, `Dec. 17, 2015`, `Thu Dec 17 09:00:00 2015` */
function namedDay(text: string): Day | null {
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})\b/.exec(text);
  const monthFirst = /\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(text);
  return (
    (dayFirst && named(text, dayFirst, dayFirst[3], dayFirst[2], dayFirst[1])) ??
    (monthFirst && named(text, monthFirst, monthFirst[3], monthFirst[1], monthFirst[2])) ??
    yearLast(text)
  );
}

function yearLast(text: string): Day | null {
  const match = /\b([A-Za-z]{3})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:([A-Za-z]{1,5})\s+)?(\d{4})\b/.exec(
    text,
  );
  const found = match && named(text, match, match[5], match[1], match[2]);
  return found && { ...found, rest: ` ${match[3] ?? ''} ${match[4] ?? ''}${found.rest}` };
}

function named(text: string, match: RegExpExecArray, year = '', month = '', date = ''): Day | null {
  const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  if (at < 0) return null;
  const short = Number(year);
  const full = year.length === 4 ? short : short + (short < 50 ? 2000 : 1900);
  return { year: full, month: at + 1, date: Number(date), rest: text.slice(match.index + match[0].length) };
}

function isOfCalendar(year: number, month: number, date: number): boolean {
  const day = new Date(Date.UTC(year, month - 1, date));
  return year >= 1000 && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
}

function clockIn(rest: string): string | null {
  const match = CLOCK.exec(rest);
  if (!match) return null;
  const half = match[4]?.toLowerCase().replace(/\./g, '');
  const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === 'pm' ? 12 : 0);
  const isClock = Number(match[1]) < 24 && Number(match[2]) < 60 && Number(match[3] ?? 0) < 61;
  return isClock ? `${two(hour)}:${match[2]}:${match[3] ?? '00'}` : null;
}

/** The offset behind a clock, empty where none is given or its letters are not known. */
function zoneIn(behind: string): string {
  const zone = behind.replace(CLOCK, ' ').replace(/\s\d{4}$/, '');
  const numbers = OFFSET.exec(zone);
  if (numbers) {
    const minutes = Number(numbers[2]) * 60 + Number(numbers[3] ?? 0);
    return minutes <= 14 * 60 ? offset(numbers[1] === '-' ? -minutes : minutes) : '';
  }
  const letters = ZONES[LETTERS.exec(zone)?.[1]?.toLowerCase() ?? ''];
  return letters === undefined ? '' : offset(letters);
}

function offset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const WORDS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
  sundays january february march april may june july august september october november december jan. feb. mar. apr.
  jun. jul. aug. sept. oct. nov. dec. yesterday today tonight tomorrow morning afternoon evening night noon midnight week
  weeks month months year years day days weekend hour hours minutes ago earlier later decade`.split(/\s+/),
);

/** Whether a word names a day, a month, or another stretch of time. */
export function isTimeWord(norm: string): boolean {
  return WORDS.has(norm);
}

const NAMED_DAYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday yesterday today tonight january february june july august
  september october november december jan. feb. aug. sept. oct. nov. dec.`.split(/\s+/),
);

/** Whether a word names a day or a month by itself: Tuesday, Nov., yesterday. */
export function isNamedDay(norm: string): boolean {
  return NAMED_DAYS.has(norm);
}

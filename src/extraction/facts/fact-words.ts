function listOf(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}

/** What somebody is: the last word of a role. */
const ROLES = listOf(`
  actor actress activist adviser advisor aide ally ambassador analyst archbishop architect artist attorney author banker
  billionaire bishop boss broadcaster businessman businesswoman candidate captain chair chairman chairwoman champion chief
  chancellor clerk coach colonel columnist commander commissioner congressman congresswoman consultant coordinator
  correspondent councillor councilman councilwoman counsel creator critic curator czar daughter dean defender deputy
  designer detective developer dictator diplomat director doctor donor driver economist editor emperor engineer
  entrepreneur envoy executive expert farmer father fellow fighter firefighter forecaster founder co-founder front-runner frontrunner general
  governor head historian host husband incumbent inspector investigator investor journalist judge justice king lawmaker lawyer
  leader lecturer lieutenant lobbyist manager mayor member minister monarch mother musician negotiator nominee novelist
  nurse officer official operative operator organiser organizer owner painter parent partner pastor patron physician
  physicist pianist pilot player poet politician pollster pope premier president priest prince princess principal
  producer professor prosecutor psychologist publisher queen rapper rector reporter representative researcher resident
  reverend scholar scientist secretary senator sergeant sheriff singer sister brother soldier solicitor son speaker
  specialist spokesman spokesperson spokeswoman strategist student surgeon surveyor survivor teacher technician treasurer
  supporter opponent rival mogul trustee veteran vice-president victim volunteer wife winner witness worker writer
`);

/** Titles that are shortened before a name; courtesy titles (Mr, Dr) are no roles. */
const SHORT_ROLES = listOf(
  'sen. sens. rep. reps. gov. govs. gen. col. lt. sgt. capt. cpl. maj. adm. cmdr. prof. pres. supt. sen rep gov gen prof',
);

const BODIES = listOf(`
  agency alliance arm army association authority bank board brand broadcaster bureau charity club coalition college
  commission committee company conglomerate consortium corporation council court department developer division firm
  force foundation giant government group hospital industry institute institution laboratory league maker manufacturer
  magazine ministry movement museum network newspaper ngo nonprofit office organisation organization outlet party
  platform police producer publisher regulator retailer school service start-up startup subsidiary supplier team
  think-tank tribunal trust union university watchdog website
`);

const PLACES = listOf(`
  area borough bridge canton capital city coast coastline community continent country county district enclave hamlet
  island lake metropolis mountain municipality nation neighborhood neighbourhood parish peninsula port province region
  republic resort river settlement state stronghold suburb territory town township valley village
`);

const OCCASIONS = listOf(`
  anniversary auction ceremony championship concert conference convention demonstration earthquake election
  exhibition fair festival flood forum funeral gathering hearing inauguration inquest interview launch meeting parade
  rally referendum seminar session shooting speech strike summit symposium tournament wedding workshop
`);

const HAPPENINGS = listOf(`
  arrived attended collapsed collided convened crashed died elected erupted exploded gathered happened held hosted
  inaugurated killed married met occurred resigned staged talks
`);

const TIME_UNITS = listOf(
  'second minute hour day night week weekend fortnight month quarter season spring summer autumn winter year decade century term',
);

const MONTHS = listOf(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec
`);

const WEEKDAYS = listOf('monday tuesday wednesday thursday friday saturday sunday');

/** Verbs that qualify the figure behind them, so that the figure alone would say something else. */
const MEASURING = listOf(`
  exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing top tops topped topping reach reaches reached
  reaching near nears neared nearing approach approaches approached hit total totals totalled totaled outnumber
  outnumbers outnumbered
`);

const NUMBERS = listOf(`
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen
  hundreds thousands millions billions trillions dozens scores tens half third thirds quarter quarters fifth fifths
  sixth eighth tenth tenths aged
`);

/** Words that begin a time as seen from now: yesterday, last (year). */
const TIMES = listOf(
  'yesterday today tonight tomorrow last next this past previous recent coming same following a an several many few some',
);

/** What a word may be in a fact. A word has the sum of those that it is. */
export const ROLE = 1 << 0;
export const BODY = 1 << 1;
export const PLACE = 1 << 2;
export const EVENT = 1 << 3;
export const TIME_UNIT = 1 << 4;
/** A capital tells May and March from the verbs, mostly. */
export const MONTH = 1 << 5;
export const WEEKDAY = 1 << 6;
export const MEASURING_VERB = 1 << 7;
/** A number in digits or in words, or a word that may be part of one: 2,000; dozen; 26-year-old. */
export const NUMBER = 1 << 8;
/** A word with which a date may begin, as far as it is no number, month or weekday. */
export const TIME = 1 << 9;
/** A word with a capital. */
export const CAPITAL = 1 << 10;
/** A word of a name: with a capital, and tagged as such. */
export const NAME = 1 << 11;
export const DASH = 1 << 12;
export const COMMA = 1 << 13;
export const BRACKET = 1 << 14;
export const VERB = 1 << 15;
/** A title that is shortened before a name: Sen., Gov. */
export const SHORT_ROLE = 1 << 16;
/** An opening and a closing quotation mark or bracket; a straight mark is neither. */
export const OPENING = 1 << 17;
export const CLOSING = 1 << 18;
/** A mark of markup: < > */
export const MARKUP = 1 << 19;

const CLASSES = new Map<string, number>();

function put(words: readonly string[], classes: number, form: 'as it is' | 'plural too' = 'as it is'): void {
  for (const word of words) {
    CLASSES.set(word, (CLASSES.get(word) ?? 0) | classes);
    const plural = pluralOf(word);
    if (form === 'plural too') CLASSES.set(plural, (CLASSES.get(plural) ?? 0) | classes);
  }
}

function pluralOf(word: string): string {
  if (word.endsWith('man')) return word.replace(/man$/, 'men');
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:ss|sh|ch|x)$/.test(word) ? `${word}es` : `${word}s`;
}

put(ROLES, ROLE, 'plural too');
put(SHORT_ROLES, SHORT_ROLE);
put(BODIES, BODY, 'plural too');
put(PLACES, PLACE, 'plural too');
put(OCCASIONS, EVENT, 'plural too');
put(HAPPENINGS, EVENT);
put(TIME_UNITS, TIME_UNIT, 'plural too');
put(MONTHS, MONTH);
put(
  MONTHS.map((month) => `${month}.`),
  MONTH,
);
put(WEEKDAYS, WEEKDAY);
put(MEASURING, MEASURING_VERB);
put(NUMBERS, NUMBER);
put(TIMES, TIME);
put([','], COMMA);
put(['(', ')'], BRACKET);
put(['(', '“', '«'], OPENING);
put([')', '”', '»'], CLOSING);
put(['<', '>'], MARKUP);
put(['-', '–', '—', '―', '--', '---'], DASH);

const JOINED_NUMBER =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-/;

/** Whether a word says what a person or a body is: director, spokeswomen, watchdog. */
export function isRoleWord(norm: string): boolean {
  return ((CLASSES.get(norm) ?? 0) & (ROLE | BODY)) !== 0;
}

/** Whether a word says what a body is rather than a person: watchdog. */
export function isBodyWord(norm: string): boolean {
  return ((CLASSES.get(norm) ?? 0) & (ROLE | BODY)) === BODY;
}

/** The classes of a word as it is printed, with its part of speech. */
export function classesOfPrinted(text: string, norm: string, pos: string): number {
  let classes = CLASSES.get(norm) ?? 0;
  const code = text.charCodeAt(0);
  if ((code >= 65 && code <= 90) || (code > 127 && /^\p{Lu}/u.test(text))) {
    classes = (classes | CAPITAL) & ~PLACE;
    if (pos === 'PROPN') classes |= NAME;
  } else {
    classes &= ~(MONTH | WEEKDAY);
    if ((code >= 48 && code <= 57) || (code > 127 && /^\p{N}/u.test(text))) {
      classes |= NUMBER;
      if (pos === 'PROPN') classes |= NAME;
    }
  }
  // committeewoman, chairperson
  if (norm.length > 8 && /(?:wom[ae]n|person)$/.test(norm)) classes |= ROLE;
  if (norm.length > 6 && norm.includes('-') && JOINED_NUMBER.test(norm)) classes |= NUMBER;
  if (pos === 'VERB' || pos === 'AUX') classes |= VERB;
  // A fair price is no fair.
  if (pos === 'ADJ' || pos === 'ADV') classes &= ~EVENT;
  return classes;
}

function listOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** What somebody or some body is: the last word of a role. */
const ROLES = listOf(`
  actor actress activist adviser advisor aide ally ambassador analyst archbishop architect artist attorney author banker
  billionaire bishop boss broadcaster businessman businesswoman candidate captain chair chairman chairwoman champion chief
  chancellor clerk coach colonel columnist commander commissioner congressman congresswoman consultant coordinator
  correspondent councillor councilman councilwoman counsel creator critic curator czar daughter dean defender deputy
  designer detective developer dictator diplomat director doctor donor driver economist editor emperor engineer
  entrepreneur envoy executive expert farmer father fellow fighter firefighter forecaster founder co-founder general
  governor head historian host husband inspector investigator investor journalist judge justice king lawmaker lawyer
  leader lecturer lieutenant lobbyist manager mayor member minister monarch mother musician negotiator nominee novelist
  nurse officer official operative operator organiser organizer owner painter parent partner pastor patron physician
  physicist pianist pilot player poet politician pollster pope premier president priest prince princess principal
  producer professor prosecutor psychologist publisher queen rapper rector reporter representative researcher resident
  reverend scholar scientist secretary senator sergeant sheriff singer sister brother soldier solicitor son speaker
  specialist spokesman spokesperson spokeswoman strategist student surgeon surveyor survivor teacher technician treasurer
  trustee veteran vice-president victim volunteer wife winner witness worker writer
`);

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
  anniversary auction ceremony championship concert conference congress convention demonstration earthquake election
  exhibition fair festival flood forum funeral gathering hearing inauguration inquest interview launch meeting parade
  rally referendum seminar session shooting speech strike summit symposium talks tournament wedding workshop
`);

const HAPPENINGS = listOf(`
  arrived attended collapsed collided convened crashed died elected erupted exploded gathered happened held hosted
  inaugurated killed married met occurred resigned staged
`);

function singular(norm: string): string {
  if (norm.endsWith('ies')) return `${norm.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(norm)) return norm.slice(0, -2);
  return norm.endsWith('s') && !norm.endsWith('ss') ? norm.slice(0, -1) : norm;
}

/** Whether a word says what a person or a body is: director, spokeswomen, watchdog. */
export function isRoleWord(norm: string): boolean {
  const one = singular(norm.replace(/women$/, 'woman').replace(/men$/, 'man'));
  return ROLES.has(one) || ROLES.has(norm) || isBodyWord(norm);
}

/** Whether a word says what a body is rather than a person. */
export function isBodyWord(norm: string): boolean {
  return BODIES.has(norm) || BODIES.has(singular(norm));
}

/** Whether a printed word says what kind of place something is: town, province. With a capital it is a name. */
export function isPlaceWord(printed: string): boolean {
  return PLACES.has(singular(printed));
}

/** Whether a word names an occasion or tells that something took place: conference, opened. */
export function isEventWord(norm: string): boolean {
  return OCCASIONS.has(norm) || OCCASIONS.has(singular(norm)) || HAPPENINGS.has(norm);
}

const UNITS = listOf(`
  second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight month months
  quarter quarters season seasons spring summer autumn winter year years decade decades century centuries term
`);

/** Whether a word names a stretch of time that can be counted: weeks, decade. */
export function isTimeUnit(norm: string): boolean {
  return UNITS.has(norm);
}

const MONTHS = listOf(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec
`);

const WEEKDAYS = listOf('monday tuesday wednesday thursday friday saturday sunday');

/** Whether a printed word is a month: a capital tells May and March from the verbs, mostly. */
export function isMonth(printed: string): boolean {
  return /^\p{Lu}/u.test(printed) && MONTHS.has(printed.toLowerCase().replace(/\.$/, ''));
}

/** Whether a printed word is a day of the week. */
export function isWeekday(printed: string): boolean {
  return /^\p{Lu}/u.test(printed) && WEEKDAYS.has(printed.toLowerCase());
}

/** Numbers in words; "one" is left out, which is a pronoun as often as a number. */
const NUMBER_WORDS = listOf(`
  two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion
  billions trillion trillions dozen dozens
`);

const SCALES = listOf('hundred thousand million billion trillion dozen m bn tn');

/** Whether a printed word is a number, in digits or in words; ordinals and joined words (2nd, 26-year-old) are none. */
export function isNumber(norm: string): boolean {
  return /^\p{N}+(?:[.,]\p{N}+)*(?:m|bn|tn|k)?$/u.test(norm) || NUMBER_WORDS.has(norm) || isJoinedNumber(norm);
}

/** twenty-five */
function isJoinedNumber(norm: string): boolean {
  const [tens, ones, ...more] = norm.split('-');
  return (
    ones !== undefined &&
    more.length === 0 &&
    NUMBER_WORDS.has(tens ?? '') &&
    (NUMBER_WORDS.has(ones) || ones === 'one')
  );
}

/** Whether a word multiplies the number before it: million. */
export function isScale(norm: string): boolean {
  return SCALES.has(norm);
}

/** Verbs that qualify the figure behind them, so that the figure alone would say something else. */
const MEASURING = listOf(`
  exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing top tops topped topping reach reaches reached
  reaching near nears neared nearing approach approaches approached hit total totals totalled totaled outnumber
  outnumbers outnumbered
`);

/** Whether a verb qualifies the figure that follows: exceeded, reached. */
export function isMeasuringVerb(norm: string): boolean {
  return MEASURING.has(norm);
}

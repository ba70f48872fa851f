import { isPeopleWord, isPersonWord } from './person-words.ts';
import type { Token } from './token.ts';

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const HONORIFICS = listOf(
  'mr mr. messrs messrs. sir lord monsieur herr señor mrs mrs. ms ms. miss dame lady madame frau señora dr dr. mx mx. prof prof.',
);

export function isHonorific(token: Token | undefined): boolean {
  return token !== undefined && token.text !== token.norm && HONORIFICS.has(token.norm);
}

/** Words that are printed with a capital and are no names. */
const CAPITALISED = listOf(`
  i the a an this that these those he she it they we you his her its their our my but and or nor so yet in on at by for
  from with as if when while after before since because although though however meanwhile there here what who why how
  where which whose whom whether until unless once then now also still even only just not to of into under over through
  during despite like unlike according asked yesterday today tomorrow tonight mr mrs ms dr others other another both many
  some several most all no one none each every few such more last next first second third
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
  sundays january february september october november december
  internet photo photos video image read watch follow share click advertisement
`);

const HYPHEN = 45;
const ARABIC_ARTICLE = /^(?:al|el|ul|ad|as|an|ar)-\p{Lu}/u;

/** Months that are surnames and first names as well: Theresa May, April Ryan. */
const MONTHS_AND_NAMES = listOf('march april may june july august');

/**
 * Whether a word may be part of a name: it is printed with a capital and is not one that always or often is.
 *
 *     Reyes · O’Brien · al-Assad · J.D. · GreatFire.org
 */
export function isNameWord(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const first = token.text.charCodeAt(0);
  // Most words start with a small letter, and of these only al-Assad is one.
  if (first >= 97 && first <= 122) return token.text.charCodeAt(2) === HYPHEN && ARABIC_ARTICLE.test(token.text);
  if (first < 65) return false;
  // the World Health Organization
  if (token.text === 'WHO') return true;
  if (CAPITALISED.has(token.norm) || MONTHS_AND_NAMES.has(token.norm)) return false;
  return /^\p{Lu}[\p{L}\p{M}\p{N}'’.&/‐‑-]*$/u.test(token.text);
}

/** Whether a month stands where a surname would: Theresa **May** said, but not in London **May** 5. */
export function isMonthAsName(token: Token | undefined, next: Token | undefined): boolean {
  return token !== undefined && MONTHS_AND_NAMES.has(token.norm) && /^\p{Lu}/u.test(token.text) && next?.pos !== 'NUM';
}

/** Small words that stand inside names: Ludwig van Beethoven, Mohammed bin Salman, Bank of England. */
const PARTICLES = listOf(
  'de del della di da dos das du van von der den ter ten bin ibn binti bint abu al el la le st e y of & without and for',
);
/** Of these, the ones that join only where the name so far is that of a body: "Bank of England", "Doctors Without Borders". */
const BODY_PARTICLES = listOf('of & and for e y');

/** How a small word may stand inside a name; null where it cannot. */
export function particleOf(norm: string): 'of people' | 'of bodies' | null {
  if (!PARTICLES.has(norm)) return null;
  return BODY_PARTICLES.has(norm) ? 'of bodies' : 'of people';
}

const GENERATIONS = listOf('jr jr. sr sr. ii iii iv');

/** "Jr.", "III": which of several people of one name is meant. */
export function isGeneration(token: Token | undefined): boolean {
  return token !== undefined && GENERATIONS.has(token.norm) && /^\p{Lu}/u.test(token.text);
}

const TITLES: Readonly<Record<string, string>> = {
  'sen.': 'senator',
  'sens.': 'senator',
  'rep.': 'representative',
  'reps.': 'representative',
  'gov.': 'governor',
  'govs.': 'governor',
  gov: 'governor',
  'pres.': 'president',
  'gen.': 'general',
  'col.': 'colonel',
  'lt.': 'lieutenant',
  'sgt.': 'sergeant',
  'capt.': 'captain',
  'cpl.': 'corporal',
  'maj.': 'major',
  'adm.': 'admiral',
  'cmdr.': 'commander',
  'rev.': 'reverend',
  'hon.': 'honourable',
  'supt.': 'superintendent',
  'fr.': 'father',
  'dr.': 'doctor',
};

/** A title in full: "sen." is a senator. */
export function titleInFull(norm: string): string {
  return Object.hasOwn(TITLES, norm) ? (TITLES[norm] ?? norm) : norm;
}

const MORE_TITLES = listOf(`
  vice prime deputy assistant attorney secretary first lady former ex-president acting interim incoming outgoing
  then-president chief senior junior supervisor recorder advocate moderator secretary-treasurer vermonter captain corporal major admiral superintendent sheikh sheik imam rabbi cardinal saint
  pope ayatollah sultan emir crown baron baroness duke duchess count countess chairwoman ceo cfo coo cto mp mps mep msp taoiseach cllr premier archbishop assemblyman
  assemblywoman alderman comptroller speaker whip constable detective inspector marshal
`);

/** Parties and peoples before a name, which are no part of it: Republican Christine Lane. */
const BELONGING = listOf(`
  republican democrat democratic gop conservative liberal labour tory libertarian socialist
  american british english scottish irish welsh french german italian spanish portuguese dutch belgian swiss austrian
  polish czech hungarian romanian bulgarian greek turkish russian ukrainian swedish norwegian danish finnish chinese
  japanese korean indian pakistani afghan iranian iraqi israeli palestinian syrian lebanese egyptian saudi libyan
  tunisian moroccan algerian nigerian kenyan ethiopian african canadian mexican brazilian argentine chilean colombian
  venezuelan cuban australian asian european arab muslim jewish catholic hispanic latino
`);

/** "President", "Sen.", "US", "Republican" before a name. "Senators" before two names as well. */
export function isTitle(token: Token | undefined): boolean {
  if (!token) return false;
  const { norm } = token;
  if (MORE_TITLES.has(norm) || BELONGING.has(norm) || Object.hasOwn(TITLES, norm) || PEOPLES.has(norm)) return true;
  if (isPersonWord(norm) || isAbbreviatedUnion(token.text) || (norm.endsWith('s') && isPeopleWord(norm))) return true;
  if (!norm.includes('-')) return false;
  return /-(?:born|based|backed|led|owned)$/.test(norm) || (norm.startsWith('co-') && isPersonWord(norm.slice(3)));
}

/** "Republican", "German": what somebody belongs to, in lower case. */
export function isBelongingWord(norm: string): boolean {
  return BELONGING.has(norm);
}

const UNIONS = listOf('US U.S. UK U.K. EU E.U. UN U.N.');

/** "US", "EU" before a name. */
function isAbbreviatedUnion(text: string): boolean {
  return UNIONS.has(text);
}

/** Titles without which a first name is not understood as somebody's: Pope Francis, Prince Harry. */
const NAMING_TITLES = listOf('pope king queen prince princess emperor sultan emir saint');

export function isPartOfName(norm: string): boolean {
  return NAMING_TITLES.has(norm);
}

/** What "Secretary of …" goes on with: the department is no part of the name behind it. */
const DEPARTMENTS = listOf(`
  state defense defence education energy labor labour commerce agriculture transportation treasury homeland security
  health human services housing staff national intelligence elections public communications operations government urban development veterans affairs interior justice war foreign home the and
`);

export function isDepartmentWord(norm: string): boolean {
  return DEPARTMENTS.has(norm);
}

const BODIES =
  /^(?:bank|university|college|institute|department|ministry|office|bureau|board|council|committee|commission|association|agency|society|federation|union|league|house|court|church|center|centre|school|museum|library|party|army|navy|force|foundation|fund|organi[sz]ation|chamber|conference|congress|parliament|senate|assembly|government|administration|group|company|companies|corporation|co\.|inc\.?|corp\.?|ltd\.?|llc|plc|gmbh|news|times|post|journal|herald|tribune|gazette|guardian|press|police|authority|service|services|trust|network|coalition|alliance|campaign|movement|institution|academy|hospital|team|club|states|nations|kingdom|republic|emirates|airlines|airways|motors|electric|mills|dynamics|industries|systems|technologies|pharmaceuticals|holdings|partners|sons|insurance|securities|entertainment|studios|pictures|media|brothers|front|project|initiative|caucus|workers|veterans|borders|watch|lives|matter|parenthood|international)$/i;

/** Of these words, the ones that are surnames as well, so that behind a title they tell nothing: Mayor Don Guardian. */
const SURNAMES_TOO = listOf(
  'guardian post times press house church court trust watch front lives brothers sons workers trust group',
);

export function isAlsoSurname(norm: string): boolean {
  return SURNAMES_TOO.has(norm);
}

/** People whose plural begins the name of a body: Reporters Without Borders, Doctors for the Mountains. */
const MEMBERS = listOf(`
  reporters doctors lawyers teachers engineers farmers mothers fathers veterans scientists students physicians citizens
  friends parents nurses workers airlines centers centres communications writers artists
`);

export function isMembers(norm: string): boolean {
  return MEMBERS.has(norm);
}

/** "Republican", "Democrat": at the end of a name it is somebody of that party, who is not named. */
export function isPartyWord(norm: string): boolean {
  return /^(?:republican|democrat|libertarian|conservative|independent)$/.test(norm);
}

/** Whether a word of a name shows that a body, not a person, is named. */
export function isBodyName(word: string): boolean {
  return BODIES.test(word) || /^[A-Z]{2,}$/.test(word) || /\.(?:com|org|net|gov|edu)$/i.test(word);
}

/** Whether a word is printed in capitals, as an acronym is; but so are names in some headlines. */
export function isAcronym(word: string): boolean {
  return /^[A-Z]{2,6}$/.test(word) || /^(?:[A-Z]\.){2,6}$/.test(word);
}

/** People of one party, faith or origin: many, and nobody's surname. */
export function isPeople(norm: string): boolean {
  if (PEOPLES.has(norm)) return true;
  return norm.endsWith('s') && (BELONGING.has(norm.slice(0, -1)) || COMMUNITIES.has(norm.slice(0, -1)));
}

const PEOPLES = listOf('republicans democrats tories britons kurds jews poles swedes danes finns turks spaniards');
const COMMUNITIES = listOf(`
  christian evangelical progressive moderate millennial latina black white southerner northerner midwesterner texan californian
  floridian new-yorker yorker londoner parisian berliner sunni shiite buddhist hindu sikh protestant mormon baptist
  marine nazi communist islamist taliban feminist reporter doctor
`);

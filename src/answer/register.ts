import type { Appearance, NewRuling, PersonKey, RegisteredName, Ruling } from '../archive/people.ts';
import { parseExcerptId } from '../extraction/entry.ts';
import { nameWords, personName } from '../extraction/person-name.ts';
import { linkPeople, type Person } from './linking.ts';
import type { Shelves } from './replies/draft.ts';
import { fitsRole, roleWords } from './roles.ts';
import { roleAndArticles, whoIsWho } from './who-is-who.ts';

/** How many articles of one name the register shows: the newest. */
const MOST_ARTICLES = 500;
const MOST_RULINGS = 50;

/** A name of the register with the people who bear it. */
export interface RegisterEntry {
  readonly name: RegisteredName;
  /** Those of whom a role is printed, or whom the desk knows; of the most articles first. */
  readonly people: readonly Person[];
  /** Articles that say nothing of who bears the name: linked to nobody. */
  readonly unlinked: readonly Appearance[];
  /** What the desk has ruled about the name, newest first; those taken back are among them. */
  readonly rulings: readonly Ruling[];
}

/** The names that hold all words of what was typed, each with its people; the names of the most articles first. */
export async function registerOf(shelves: Shelves, typed: string, most: number): Promise<readonly RegisterEntry[]> {
  const names = await shelves.namesWith(nameWords(typed), most);
  return Promise.all(
    names.map(async (name): Promise<RegisterEntry> => {
      const [who, rulings] = await Promise.all([
        whoIsWho(shelves, [name.name], MOST_ARTICLES),
        shelves.rulings([name.name], MOST_RULINGS),
      ]);
      const bearers = who.people.filter(({ appearances }) => appearances.some((one) => one.name === name.name));
      const isKnown = ({ roles, rulings: joined }: Person) => roles.length > 0 || joined.length > 0;
      return {
        name,
        people: bearers.filter(isKnown).toSorted((a, b) => b.appearances.length - a.appearances.length),
        unlinked: bearers.filter((person) => !isKnown(person)).flatMap(({ appearances }) => appearances),
        rulings,
      };
    }),
  );
}

/** What came of something that the desk said. */
export type Ruled =
  | { readonly kind: 'ruled'; readonly ruling: Ruling }
  /** One sentence on what could not be meant, and what to say instead. */
  | { readonly kind: 'unclear'; readonly message: string };

/** Somebody of the desk says of two names that they are one person's, or that they are not. */
export interface Saying {
  readonly kind: NewRuling['kind'];
  /** A name; a name and a role ("Alma Reyes, the mayor"); or the id of an excerpt, for its speaker in its article. */
  readonly one: string;
  readonly other: string;
  readonly why: string | null;
  readonly by: string;
}

/** Writes down what the desk says; nothing is written where it is not clear who is meant. */
export async function sayOfPeople(shelves: Shelves, { kind, one, other, why, by }: Saying): Promise<Ruled> {
  const keys: PersonKey[] = [];
  for (const typed of [one, other]) {
    const key = await keyOf(shelves, typed);
    if (typeof key === 'string') return { kind: 'unclear', message: key };
    keys.push(key);
  }
  const [first, second] = keys;
  if (!first || !second) return { kind: 'unclear', message: 'Give two names.' };
  if (areSame(first, second)) {
    const message = `Both are “${first.printed}”. Give a role with each (“${first.printed}, the mayor”), or the ids of two excerpts.`;
    return { kind: 'unclear', message };
  }
  return { kind: 'ruled', ruling: await shelves.rule({ kind, one: first, other: second, why, by }) };
}

/** Takes back a ruling, the newest that stands where no number is given. */
export async function takeBack(shelves: Shelves, n: number | null, by: string): Promise<Ruled> {
  const rulings = await shelves.rulings('all', MOST_RULINGS);
  const ruling = n === null ? rulings.find(({ undone }) => undone === null)?.n : n;
  if (ruling === undefined) return { kind: 'unclear', message: 'There is no ruling to take back.' };
  return { kind: 'ruled', ruling: await shelves.undoRuling(ruling, by) };
}

function areSame(a: PersonKey, b: PersonKey): boolean {
  return a.name === b.name && a.role === b.role && a.articleId === b.articleId;
}

/** Whom the desk means; a sentence where that is not clear. */
async function keyOf(shelves: Shelves, typed: string): Promise<PersonKey | string> {
  const id = /\d|-/.test(typed) ? parseExcerptId(typed) : null;
  const entry = id === null ? undefined : await shelves.entry(id);
  if (entry) {
    if (entry.speaker === null) {
      return `The article names nobody for the excerpt ${entry.id}; only names can be linked.`;
    }
    return { name: personName(entry.speaker), printed: entry.speaker, role: null, articleId: entry.articleId };
  }
  const [printed = '', ...behind] = typed.split(',').map((part) => part.trim());
  const role = behind.join(', ') || null;
  const name = personName(printed);
  const appearances = name === '' ? [] : await shelves.appearances([name], MOST_ARTICLES);
  if (appearances.length === 0) return unknownName(shelves, printed);
  const withRole = linkPeople(appearances, await shelves.rulings([name], MOST_RULINGS)).filter(
    ({ roles }) => roles.length > 0,
  );
  const fitting =
    role === null
      ? withRole
      : withRole.filter(({ roles }) => roles.some((own) => fitsRole(roleWords(own), roleWords(role))));
  if (fitting.length > 1 || (fitting.length === 0 && role !== null)) {
    const known = withRole.map(roleAndArticles).join(', ') || 'no role at all';
    return fitting.length === 0
      ? `Nobody named “${printed}” is printed as “${role}”. Printed with the name: ${known}.`
      : `Several are named “${printed}”: ${known}. Say which, with the role: “${printed}, ${fitting[0]?.roles[0] ?? ''}”.`;
  }
  return { name, printed, role: role ?? fitting[0]?.roles[0] ?? null, articleId: null };
}

async function unknownName(shelves: Shelves, printed: string): Promise<string> {
  const last = nameWords(printed).at(-1);
  const alike = last === undefined ? [] : await shelves.namesWith([last], 5);
  const names = alike.map((one) => one.printed).join(', ');
  return `No article credits anybody named “${printed}”.${names === '' ? '' : ` Names like it: ${names}.`}`;
}

import type { Entry } from '../../extraction/entry.ts';
import { nameWords, personName } from '../../extraction/person-name.ts';
import type { EntryFilter } from '../../search/entry-index.ts';
import { counted } from '../counted.ts';
import type { Person } from '../linking.ts';
import { creditOf } from '../printed-source.ts';
import { fitsRole, roleWords } from '../roles.ts';
import { findSpeaker } from '../speakers.ts';
import { roleAndArticles, type WhoIsWho, whoIsWho } from '../who-is-who.ts';
import type { Shelves } from './draft.ts';

/** How many articles of each name are looked at to tell people apart: the newest. */
const MOST_APPEARANCES = 500;
/** How many names of one question are told apart. */
const MOST_NAMES = 12;

/** Somebody whose words were found, as far as print and the desk tell who that is. */
export interface Party {
  /** "Alma Reyes, the mayor of Bristow (3 articles)" */
  readonly label: string;
  readonly person: Person | null;
  readonly entries: readonly Entry[];
}

/** The entries that were found by a name, and those that the desk's rulings lead to, by whose they are. */
export interface Parties {
  readonly parties: readonly Party[];
  readonly who: WhoIsWho;
  /** Further names, as printed, that the desk says are theirs. */
  readonly linkedNames: readonly string[];
}

/**
 * Tells apart whose words were found by one name. Full names without a role stand with the only person of that name
 * of whom one is printed, and are said to be; a bare surname is told from the full names that end in it.
 */
export async function partiesOf(shelves: Shelves, entries: readonly Entry[], filter: EntryFilter): Promise<Parties> {
  const names = [...new Set(entries.flatMap(({ speaker }) => (speaker === null ? [] : [personName(speaker)])))];
  const who = await whoIsWho(shelves, names.slice(0, MOST_NAMES), MOST_APPEARANCES);
  const further = furtherNames(who, new Set(names));
  const all = [...entries, ...(await linkedEntries(shelves, who, further, filter))];
  const groups = new Map<Person | string, Entry[]>();
  for (const entry of all) {
    const group = groupOf(who, entry);
    const known = groups.get(group);
    if (known) known.push(entry);
    else groups.set(group, [entry]);
  }
  const parties = [...groups].map(([group, own]): Party => {
    return { label: labelOf(group, own), person: typeof group === 'string' ? null : group, entries: own };
  });
  return {
    parties: parties.toSorted((a, b) => Number(b.person !== null) - Number(a.person !== null)),
    who,
    linkedNames: [...further.values()],
  };
}

/** Names that the desk says belong to the people who were found, as printed. */
function furtherNames(who: WhoIsWho, asked: ReadonlySet<string>): ReadonlyMap<string, string> {
  const linked = who.people.filter(
    ({ rulings, appearances }) => rulings.length > 0 && appearances.some(({ name }) => asked.has(name)),
  );
  const names = linked.flatMap(({ appearances }) => appearances.map(({ name, printed }) => [name, printed] as const));
  return new Map(names.filter(([name]) => !asked.has(name)));
}

/** The words credited to them. */
async function linkedEntries(
  shelves: Shelves,
  who: WhoIsWho,
  further: ReadonlyMap<string, string>,
  filter: EntryFilter,
): Promise<readonly Entry[]> {
  const found = await Promise.all([...further.values()].map((printed) => findSpeaker(shelves, printed, filter)));
  const entries = found.flatMap((one) => (one.kind === 'nobody' ? [] : one.entries));
  return entries.filter(
    (entry) => further.has(personName(entry.speaker ?? '')) && (who.personOf(entry)?.rulings.length ?? 0) > 0,
  );
}

/** Whose an entry is: a person of whom a role is printed or whom the desk knows, else a name. */
function groupOf(who: WhoIsWho, entry: Entry): Person | string {
  const { speaker, printedSource } = entry;
  if (speaker === null) return creditOf({ speaker, printedSource });
  const person = who.personOf(entry);
  if (!person) return speaker;
  if (person.roles.length > 0 || person.rulings.length > 0)
    return isFull(speaker) || isLinked(person) ? person : speaker;
  const bearers = who.namesakesOf(person, personName(speaker));
  const [only] = bearers;
  return only && bearers.length === 1 && isFull(speaker) ? only : speaker;
}

const isFull = (speaker: string) => nameWords(speaker).length > 1;
const isLinked = ({ rulings }: Person) => rulings.length > 0;

function labelOf(group: Person | string, entries: readonly Entry[]): string {
  if (typeof group === 'string') {
    return `${group} (${counted(new Set(entries.map(({ articleId }) => articleId)).size, 'article')})`;
  }
  const printed = [...new Set(group.appearances.map((appearance) => appearance.printed))].slice(0, 3).join(' or ');
  return group.roles.length > 0
    ? `${printed}, ${roleAndArticles(group)}`
    : `${printed} (${counted(group.appearances.length, 'article')})`;
}

/** Who shares a name, in a sentence. */
export function severalInWords(parties: readonly Party[]): string {
  const shown = parties.slice(0, MOST_LABELS).map(({ label }) => label);
  const more = parties.length > MOST_LABELS ? [`${parties.length - MOST_LABELS} more`] : [];
  return `Several are printed with this name, and nothing printed links them: ${[...shown, ...more].join('; ')}. Ask for one of them by full name and role.`;
}

const MOST_LABELS = 6;

/** Why it is not shown that all words of one name are one person's; null where it is. */
export function doubtInWords(who: WhoIsWho, { person, entries }: Party): string | null {
  const articles = new Set(entries.map(({ articleId }) => articleId)).size;
  if (articles < 2) return null;
  if (person === null) {
    return `No article gives a role with the name, so nothing printed shows that it is one person in all ${articles} articles.`;
  }
  const apart = new Set(entries.filter((entry) => who.personOf(entry) !== person).map(({ articleId }) => articleId))
    .size;
  if (apart === 0) return null;
  const many = apart === 1 ? 'One of the articles gives' : `${apart} of the articles give`;
  return `${many} no role with the name, so nothing printed shows that it is the same person there.`;
}

/** A name and a role out of "Alma Reyes, the mayor" or "Mayor Alma Reyes"; null where no such name is registered. */
export async function nameAndRole(
  shelves: Shelves,
  asked: string,
): Promise<{ readonly name: string; readonly role: ReadonlySet<string> } | null> {
  const words = nameWords(asked);
  if (words.length < 3 || words.length > LONGEST) return null;
  const windows: string[] = [];
  for (let length = words.length - 1; length >= 2; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      windows.push(words.slice(start, start + length).join(' '));
    }
  }
  const known = new Map((await shelves.appearances(windows, 1)).map((one) => [one.name, one.printed]));
  const window = windows.find((one) => known.has(one));
  const printed = window === undefined ? undefined : known.get(window);
  if (window === undefined || printed === undefined) return null;
  const role = roleWords(words.join(' ').replace(window, ' '));
  return role.size === 0 ? null : { name: printed, role };
}

const LONGEST = 12;

/** Those of whom a role is printed that says what was asked for, without the articles that give none. */
export function withRole({ parties, who }: Parties, role: ReadonlySet<string>): readonly Party[] {
  return parties
    .filter(({ person }) => person?.roles.some((printed) => fitsRole(roleWords(printed), role)))
    .map((party) => ({ ...party, entries: party.entries.filter((entry) => who.personOf(entry) === party.person) }));
}

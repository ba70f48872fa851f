import type { Appearance, Ruling } from '../archive/people.ts';
import type { Entry } from '../extraction/entry.ts';
import { personName } from '../extraction/person-name.ts';
import { counted } from './counted.ts';
import { linkPeople, meets, type Person } from './linking.ts';
import type { ServedPeople } from './replies/draft.ts';

/** How many names are followed from one to the next by the desk's rulings. */
const MOST_NAMES = 24;
/** How many rulings about the names of one question are heard: the newest. */
const MOST_RULINGS = 200;

/** The people who bear some names, as far as print and the desk tell them apart. */
export class WhoIsWho {
  readonly people: readonly Person[];
  readonly #byPlace = new Map<string, Person>();

  constructor(people: readonly Person[]) {
    this.people = people;
    for (const person of people) {
      for (const { articleId, name } of person.appearances) this.#byPlace.set(placeOf(articleId, name), person);
    }
  }

  /** Who is meant by the name to whom an entry is credited. */
  personOf({ articleId, speaker }: Pick<Entry, 'articleId' | 'speaker'>): Person | undefined {
    return speaker === null ? undefined : this.#byPlace.get(placeOf(articleId, personName(speaker)));
  }

  /** What the article of an entry says of its speaker. */
  appearanceOf(entry: Pick<Entry, 'articleId' | 'speaker'>): Appearance | undefined {
    const name = personName(entry.speaker ?? '');
    return this.personOf(entry)?.appearances.find((one) => one.articleId === entry.articleId && one.name === name);
  }

  /** The others of this name of whom a role is printed. */
  namesakesOf(person: Person, name: string): readonly Person[] {
    return this.people.filter((other) => other !== person && other.roles.length > 0 && bears(other, name));
  }
}

const placeOf = (articleId: string, name: string) => `${articleId} ${name}`;
const bears = (person: Person, name: string) => person.appearances.some((appearance) => appearance.name === name);

/**
 * Who bears these names, and the names that the desk says are the same people's.
 *
 * @param most how many articles are looked at for each name: the newest. What is older is told apart no more.
 */
export async function whoIsWho(register: ServedPeople, names: readonly string[], most: number): Promise<WhoIsWho> {
  const known = new Set(names.filter((name) => name !== '').slice(0, MOST_NAMES));
  if (known.size === 0) return new WhoIsWho([]);
  const rulings = new Map<number, Ruling>();
  for (let asked = [...known]; asked.length > 0; ) {
    const fresh: string[] = [];
    for (const ruling of await register.rulings(asked, MOST_RULINGS)) {
      rulings.set(ruling.n, ruling);
      if (ruling.kind !== 'same' || ruling.undone) continue;
      for (const { name } of [ruling.one, ruling.other]) {
        if (known.has(name) || known.size >= MOST_NAMES) continue;
        known.add(name);
        fresh.push(name);
      }
    }
    asked = fresh;
  }
  const appearances = await register.appearances([...known], most);
  return new WhoIsWho(linkPeople(appearances, [...rulings.values()]));
}

/** "the mayor of Bristow (3 articles)": without quotation marks, which stand only around what is cut just now. */
export function roleAndArticles(person: Person): string {
  return `${person.roles[0] ?? 'no role'} (${counted(person.appearances.length, 'article')})`;
}

const MOST_NAMESAKES = 4;

/** That others are printed with the name of an entry's speaker; null where nobody is, or it makes no difference. */
export function namesakesInWords(who: WhoIsWho, entry: Entry): string | null {
  const person = who.personOf(entry);
  const here = who.appearanceOf(entry);
  if (!person || !here?.name.includes(' ')) return null;
  const others = who.namesakesOf(person, here.name);
  const isOpen = person.roles.length === 0;
  if (others.length === 0 || (isOpen && others.length === 1)) return null;
  const list = others.slice(0, MOST_NAMESAKES).map(roleAndArticles).join(', ');
  const more = others.length > MOST_NAMESAKES ? ', and others' : '';
  return isOpen
    ? `The article does not say what ${here.printed} is. Elsewhere the name is printed of ${list}${more}; which of them is meant, nothing says.`
    : `The name ${here.printed} is also printed of ${list}${more}. Nothing printed links them to this one, ${here.roles[0]?.text ?? person.roles[0]}.`;
}

/** What the desk has linked an entry's speaker to, each ruling a sentence that says whose word it is. */
export function linksInWords(who: WhoIsWho, entry: Entry): readonly string[] {
  const person = who.personOf(entry);
  const here = who.appearanceOf(entry);
  if (!person || !here) return [];
  return person.rulings.map(({ n, one, other, why, by, at }) => {
    const linked = meets(one, here) ? [other] : meets(other, here) ? [one] : [one, other];
    const names = linked.map(({ printed, role }) => `“${printed}”${role === null ? '' : ` (${role})`}`).join(' and ');
    return `Linked by the desk to ${names}: ${why ?? 'no evidence given'} (${by}, ${at.slice(0, 10)}, ruling ${n}).`;
  });
}

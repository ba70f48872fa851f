import { normalise } from '../article/words.ts';

/** Small words that say nothing of what somebody is. */
const EMPTY = new Set('the a an of for at in on from with and to by its his her their our s'.split(' '));

/** Words of roles that print writes in several ways, each with the one that they are compared as. */
const SAME: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  pres: 'president',
  gen: 'general',
  lt: 'lieutenant',
  sgt: 'sergeant',
  capt: 'captain',
  prof: 'professor',
  pm: 'prime minister',
  ceo: 'chief executive',
  spokesman: 'spokesperson',
  spokeswoman: 'spokesperson',
  chairman: 'chair',
  chairwoman: 'chair',
};

/** The words by which a role is compared: "Bristow’s mayor" and "the mayor of Bristow" have the same. */
export function roleWords(printed: string): ReadonlySet<string> {
  const words = normalise(printed.replace(/['’]s\b/g, ''))
    .split(' ')
    .filter((word) => word !== '' && !EMPTY.has(word))
    .map((word) => SAME[word] ?? word)
    .join(' ')
    .replace('chief executive officer', 'chief executive');
  return new Set(words === '' ? [] : words.split(' '));
}

/** Words that make another office of one: the deputy mayor is not the mayor, nor is the former one. */
const TURNING = new Set(
  'former ex past previous retired late deputy vice acting interim assistant associate junior shadow elect designate candidate'.split(
    ' ',
  ),
);

/** Whether a role says all that a shorter one says, and makes no other office of it. */
export function fitsRole(words: ReadonlySet<string>, shorter: ReadonlySet<string>): boolean {
  if (shorter.size === 0 || ![...shorter].every((word) => words.has(word))) return false;
  return [...words].every((word) => shorter.has(word) || !TURNING.has(word));
}

/** A role in the form by which equal ones are known. */
export function roleKey(printed: string): string {
  return [...roleWords(printed)].sort().join(' ');
}

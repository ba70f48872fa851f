import { madeUpArticles } from '../made-up-articles.ts';

/** A text that somebody might send to make reading slow. */
export interface HostileText {
  readonly name: string;
  /** The text, about so many UTF-16 code units long. */
  readonly make: (codeUnits: number) => string;
  /** How long it is in the bench, in code units. */
  readonly codeUnits: number;
}

const MEGABYTE = 1_000_000;

/** Texts that cost more than their length where a rule looks further than it should. */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  { name: 'one paragraph', codeUnits: MEGABYTE, make: (size) => plainText(size).replace(/\s+/g, ' ') },
  { name: 'opening marks only', codeUnits: 100_000, make: (size) => '“'.repeat(size) },
  { name: 'straight marks only', codeUnits: 100_000, make: (size) => '"'.repeat(size) },
  { name: 'a word in each pair of marks', codeUnits: 500_000, make: (size) => repeated('“a” ', size) },
  { name: 'marks that never close', codeUnits: MEGABYTE, make: (size) => repeated('“The dam holds, she said. ', size) },
  { name: 'marks in marks, 250,000 deep', codeUnits: MEGABYTE, make: nested },
  { name: 'apostrophes for marks', codeUnits: MEGABYTE, make: (size) => repeated("'the dams' walls' ", size) },
  { name: 'brackets in brackets', codeUnits: MEGABYTE, make: (size) => repeated('(dam [', size) },
  { name: 'one word', codeUnits: MEGABYTE, make: (size) => 'a'.repeat(size) },
  { name: 'one number', codeUnits: MEGABYTE, make: (size) => repeated('1,000,', size) },
  { name: 'verbs of saying only', codeUnits: MEGABYTE, make: (size) => repeated('said ', size) },
  { name: 'he said that he said', codeUnits: MEGABYTE, make: (size) => repeated('he said that ', size) },
  { name: 'according to according to', codeUnits: MEGABYTE, make: (size) => repeated('according to ', size) },
  { name: 'names only', codeUnits: MEGABYTE, make: (size) => repeated('Alma Reyes ', size) },
  { name: 'a new name in each paragraph', codeUnits: MEGABYTE, make: newNames },
  { name: 'commas only', codeUnits: MEGABYTE, make: (size) => repeated('dam, ', size) },
  { name: 'paragraphs of one letter', codeUnits: MEGABYTE, make: (size) => repeated('A.\n\n', size) },
  { name: 'accents on one letter', codeUnits: MEGABYTE, make: (size) => `a${'\u0301'.repeat(size - 1)}` },
];

/** Plain text of so many code units: made-up articles one behind the other. */
export function plainText(codeUnits: number): string {
  const parts: string[] = [];
  let length = 0;
  for (const { text } of madeUpArticles()) {
    parts.push(text);
    length += text.length + 1;
    if (length >= codeUnits) break;
  }
  return parts.join('\n').slice(0, codeUnits);
}

function repeated(piece: string, codeUnits: number): string {
  return piece.repeat(Math.ceil(codeUnits / piece.length)).slice(0, codeUnits);
}

function nested(codeUnits: number): string {
  const depth = Math.floor(codeUnits / 4);
  return `${repeated('“‘', depth)}${'a '.repeat(depth)}${repeated('’”', depth)}`;
}

function newNames(codeUnits: number): string {
  const paragraphs: string[] = [];
  for (let length = 0, index = 0; length < codeUnits; index++) {
    const name = `Al${letters(index)} Re${letters(index + 7)}`;
    const paragraph = `“It holds,” ${name} said. He left. “It leaks,” he said.`;
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, codeUnits);
}

/** A number in letters: 0 is a, 26 is ba. */
function letters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26)) + last;
}

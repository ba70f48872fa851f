import type { OptionName, Options } from './options.ts';

/** What was typed after a command's name. */
export interface Given {
  readonly words: readonly string[];
  readonly options: Options;
}

/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** What follows the name in the help: `PATH...`. */
  readonly takesWords: string;
  /** What it does, for the help; lines of 80 letters at the most. */
  readonly does: readonly string[];
  readonly takesOptions: readonly OptionName[];
  /** Reads what was given, and gives what carries it out; throws a UsageError where it cannot be meant. */
  readonly prepare: (given: Given) => () => Promise<void>;
}

/** Wrong use of the command line; the message says what is wrong and what is right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command that could not be carried out; the message is for a person. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** The one word that was given, or null where none was. */
export function atMostOne(name: string, words: readonly string[]): string | null {
  if (words.length > 1) throw new UsageError(`“${name}” takes one argument; put several words in quotation marks.`);
  return words[0] ?? null;
}

/** Refuses words where standard input is read. */
export function noneBesideStream(name: string, words: readonly string[]): void {
  if (words.length > 0) throw new UsageError(`With --jsonl, “${name}” reads standard input and takes no words.`);
}

/** Refuses words where a command takes none. */
export function none(name: string, words: readonly string[]): void {
  if (words.length > 0) throw new UsageError(`“${name}” takes no words.`);
}

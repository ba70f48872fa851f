import { UsageError } from './command.ts';
import { COMMANDS } from './command-list.ts';
import { OPTION_NAMES, readOptions } from './options.ts';
import { print } from './output.ts';
import { USAGE } from './usage.ts';

/** What was asked for: the name of a command, and what carries it out. */
export interface ReadCommand {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const HELP: ReadCommand = { name: 'help', run: async () => print(USAGE.trimEnd()) };

/** Reads the words after the program's name; throws a UsageError where they make no command. */
export function readCommand(argv: readonly string[]): ReadCommand {
  const { words, options, wantsHelp } = readOptions(argv);
  const [name = 'help', ...rest] = words;
  if (wantsHelp || name === 'help') return HELP;
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    const names = [...COMMANDS.map((one) => one.name), 'help'];
    throw new UsageError(`There is no command “${name}”. The commands are ${names.join(', ')}.`);
  }
  const foreign = OPTION_NAMES.find((option) => options[option] && !command.takesOptions.includes(option));
  if (foreign) throw new UsageError(`“${name}” takes no --${foreign}.`);
  return { name, run: command.prepare({ words: rest, options }) };
}

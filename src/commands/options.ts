import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command.ts';

interface Option {
  readonly type: 'string' | 'boolean';
  /** What follows it in the help: ` FOLDER`. */
  readonly takes?: string;
  readonly does: readonly string[];
}

/** Every option by its name; which command takes which is said by the command. */
export const OPTIONS = {
  archive: {
    type: 'string',
    takes: 'ARCHIVE',
    does: ['the archive, a folder or postgres://... (default: WHOSAID_ARCHIVE, else the folder data)'],
  },
  to: {
    type: 'string',
    takes: 'WHERE',
    does: [
      'backup: the file to make; one that is there already is left alone',
      'move: the archive to move into',
      'restrict: the ids of the channels, with commas between them',
    ],
  },
  from: { type: 'string', takes: 'ARCHIVE', does: ['move: the archive to move, a folder or postgres://...'] },
  note: {
    type: 'string',
    takes: 'TEXT',
    does: ['correct, withdraw and the like: what it is about, for people to read'],
  },
  until: { type: 'string', takes: 'MOMENT', does: ['embargo: when it ends, with its zone: 2026-05-01T06:00:00Z'] },
  by: { type: 'string', takes: 'WHO', does: ['who does it or says so (default: the user of this machine)'] },
  why: { type: 'string', takes: 'TEXT', does: ['alias, split: what shows it; stands on the cards'] },
  format: { type: 'string', takes: 'FORMAT', does: ['export: jsonl, csv, schema-org or web-annotation'] },
  out: { type: 'string', takes: 'FILE', does: ['export: the file to write, instead of standard output'] },
  json: { type: 'boolean', does: ['one JSON value instead of text; log: one a line'] },
  jsonl: {
    type: 'boolean',
    does: ['ask, find, extract: read lines {"id", "text"} from standard input, print a line for each'],
  },
  explain: {
    type: 'boolean',
    does: [
      'extract: why each quotation is read as it is: the sentence with its parts marked, the rule that',
      'found it, who the speaker is and why, or why not; with --json and --jsonl "rule" and "reason"',
    ],
  },
} as const satisfies Readonly<Record<string, Option>>;

/** The name of an option, without its dashes. */
export type OptionName = keyof typeof OPTIONS;

/** The options that were given. */
export type Options = {
  readonly [Name in OptionName]?: (typeof OPTIONS)[Name]['type'] extends 'string' ? string : boolean;
};

/** The names of the options, in the order of the help. */
export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[];

/** Splits what was typed into words and options; throws a UsageError where there is no such option. */
export function readOptions(argv: readonly string[]): {
  readonly words: readonly string[];
  readonly options: Options;
  readonly wantsHelp: boolean;
} {
  const known: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const name of OPTION_NAMES) known[name] = { type: OPTIONS[name].type };
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: known, allowPositionals: true });
    const { help, ...options } = values;
    return { words: positionals, options, wantsHelp: help === true };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageError(`${why}. See whosaid help.`, { cause: error });
  }
}

/** In which form results are printed. */
export type Form = 'text' | 'json' | 'jsonl';

/** The form that the options ask for. */
export function formOf({ json, jsonl }: Options): Form {
  return jsonl ? 'jsonl' : json ? 'json' : 'text';
}

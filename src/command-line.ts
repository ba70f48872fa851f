import { parseArgs } from 'node:util';

/** A command with what was given to it, as docs and README name it. */
export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'extract';
      readonly file: string | null;
      readonly form: 'text' | 'json' | 'jsonl';
      /** Whether it is said why each quotation is read as it is. */
      readonly isExplained: boolean;
    }
  | {
      readonly kind: 'ingest';
      readonly paths: readonly string[];
      readonly isJson: boolean;
      readonly archive: string | null;
    }
  | {
      readonly kind: 'ask' | 'find';
      readonly text: string | null;
      readonly form: 'text' | 'json' | 'jsonl';
      readonly archive: string | null;
    }
  | { readonly kind: 'verify'; readonly id: string; readonly isJson: boolean; readonly archive: string | null }
  | { readonly kind: 'status'; readonly isJson: boolean; readonly archive: string | null };

/** Wrong use of the command line; the message says what is wrong and what is right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What `help` prints. */
export const USAGE = `whosaid finds who said what in your own articles, word for word.

  whosaid ingest PATH...        read .txt and .md files, or folders of them, into the archive
  whosaid ask "QUESTION"        answer a question, as a mention in Slack does
  whosaid find "WORDS"          look words up, as /whosaid does
  whosaid verify ID             cut an excerpt again and compare it with the stored article
  whosaid status                say what the archive holds and how old its index is
  whosaid extract [FILE]        print the quotations and facts of one article (from standard input without FILE)
  whosaid help                  print this

  --archive FOLDER   the archive (default: WHOSAID_ARCHIVE, else the folder data)
  --json             one JSON value instead of text
  --jsonl            ask, find, extract: read lines {"id", "text"} from standard input, print a line for each
  --explain          extract: why each quotation is read as it is: the sentence with its parts marked, the rule that
                     found it, who the speaker is and why, or why not; with --json and --jsonl "rule" and "reason"
`;

const OPTIONS = {
  archive: { type: 'string' },
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const TAKEN: Readonly<Record<Command['kind'], readonly string[]>> = {
  help: ['help'],
  extract: ['json', 'jsonl', 'explain', 'help'],
  ingest: ['archive', 'json', 'help'],
  ask: ['archive', 'json', 'jsonl', 'help'],
  find: ['archive', 'json', 'jsonl', 'help'],
  verify: ['archive', 'json', 'help'],
  status: ['archive', 'json', 'help'],
};

/** Reads the words after the program's name; throws a UsageError where they make no command. */
export function readCommand(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  const [name = 'help', ...rest] = positionals;
  if (values.help || name === 'help') return { kind: 'help' };
  if (!isCommand(name))
    throw new UsageError(`There is no command “${name}”. The commands are ${Object.keys(TAKEN).join(', ')}.`);
  for (const option of ['archive', 'json', 'jsonl', 'explain'] as const) {
    if (values[option] && !TAKEN[name].includes(option)) throw new UsageError(`“${name}” takes no --${option}.`);
  }
  const archive = values.archive ?? null;
  const form = values.jsonl ? 'jsonl' : values.json ? 'json' : 'text';
  switch (name) {
    case 'extract':
      return { kind: name, file: atMostOne(name, rest, form === 'jsonl'), form, isExplained: values.explain };
    case 'ingest':
      if (rest.length === 0) throw new UsageError('Say what to ingest: whosaid ingest PATH...');
      return { kind: name, paths: rest, isJson: values.json, archive };
    case 'ask':
    case 'find': {
      const text = atMostOne(name, rest, form === 'jsonl');
      if (text === null && form !== 'jsonl')
        throw new UsageError(`Give the words in quotation marks: whosaid ${name} "…"`);
      return { kind: name, text, form, archive };
    }
    case 'verify': {
      const id = atMostOne(name, rest, false);
      if (id === null) throw new UsageError('Give the id that stands on the card: whosaid verify W7F-3KQ');
      return { kind: name, id, isJson: values.json, archive };
    }
    case 'status':
      if (rest.length > 0) throw new UsageError('“status” takes no words.');
      return { kind: name, isJson: values.json, archive };
    default:
      return { kind: 'help' };
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageError(`${why}. See whosaid help.`, { cause: error });
  }
}

function isCommand(name: string): name is Command['kind'] {
  return Object.hasOwn(TAKEN, name);
}

function atMostOne(name: string, words: readonly string[], isStream: boolean): string | null {
  if (isStream && words.length > 0)
    throw new UsageError(`With --jsonl, “${name}” reads standard input and takes no words.`);
  if (words.length > 1) throw new UsageError(`“${name}” takes one argument; put several words in quotation marks.`);
  return words[0] ?? null;
}

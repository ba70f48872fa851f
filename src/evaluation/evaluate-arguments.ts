import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROWS, type Row } from './span-score.ts';

/** What `npm run evaluate` was asked for, or what is wrong with how it was asked. */
export type Asked =
  | { readonly kind: 'faulty'; readonly reason: string }
  | {
      readonly kind: 'asked';
      readonly paths: readonly string[];
      readonly errors: Row | null;
      readonly before: string | null;
      readonly compare: readonly string[];
      /** Whether the articles are to be printed, for another program to read. */
      readonly articles: boolean;
      readonly write: boolean;
    };

/** How the command is used. */
export const EVALUATE_USAGE = `usage: npm run evaluate -- [PATH...] [--errors direct|mixed|indirect|all] [--before FILE] [--compare FILE]...
                           [--no-write]
       npm run -s evaluate -- [PATH...] --articles

Measures how well quotations are found, against articles that people annotated.

  PATH            a gold file (.jsonl or annotated .txt), or a folder: its annotated .txt files, else its .jsonl files
                  with "dev" in their name; without PATH it is test/gold
  --errors KIND   show the worst errors of a kind instead of figures; not for dev files, which are only measured
  --before FILE   what an earlier state found: its figures and the difference, and beside each count of errors
                  what it was
  --compare FILE  what another program found: its figures, and the difference; may be given several times
  --articles      print the articles instead, a line {"id", "text"} for each, for an earlier state or another program
  --no-write      leave docs/quality.md as it is. Only figures of dev files ever go there, and with them those of
                  annotated files that are measured in the same run

Such a FILE has a line {"id", "quotes": [{"kind", "content", "source", "cue", "speaker"}]} for each article, as
\`npm run -s whosaid -- extract --jsonl\` prints them. Articles without a line count as if nothing was found; a gold with
no line about any of its articles is not compared.`;

/** The project's own gold, measured where nothing else is named. */
const OWN_GOLD = join('test', 'gold');

const OPTIONS = {
  errors: { type: 'string' },
  before: { type: 'string' },
  compare: { type: 'string', multiple: true },
  articles: { type: 'boolean', default: false },
  'no-write': { type: 'boolean' },
} as const;

/** Reads the words behind `npm run evaluate --`. */
export function readEvaluateArguments(args: readonly string[]): Asked {
  const parsed = parse(args);
  if (typeof parsed === 'string') return { kind: 'faulty', reason: parsed };
  const { values, positionals } = parsed;
  const paths = positionals.length > 0 ? positionals : [OWN_GOLD];
  const errors = ROWS.find((row) => row === values.errors) ?? null;
  if (values.errors !== undefined && errors === null) {
    return { kind: 'faulty', reason: `--errors takes direct, mixed, indirect or all, not ${values.errors}.` };
  }
  const { before = null, compare = [] } = values;
  if (errors && (before || compare.length > 0)) {
    return { kind: 'faulty', reason: '--errors shows our own errors; it goes with neither --before nor --compare.' };
  }
  return { kind: 'asked', paths, errors, before, compare, articles: values.articles, write: !values['no-write'] };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

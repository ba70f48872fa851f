import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readText } from '../article/read-article.ts';
import { extract } from '../extraction/extract.ts';
import { readAnnotatedFiles } from './annotated-gold.ts';
import { showErrors } from './errors.ts';
import { type GoldArticle, readGold } from './gold.ts';
import { scoredQuotations } from './predictions.ts';
import { fillQualityPage } from './quality-page.ts';
import { type Measured, report } from './report.ts';
import { type Prediction, ROWS, type Row } from './span-score.ts';

const USAGE = `usage: npm run evaluate -- [PATH] [--errors direct|mixed|indirect|all] [--no-write]

Measures how well quotations are found, against articles that people annotated.

  PATH           a gold file (.jsonl or annotated .txt), or a folder: its annotated .txt files, else its .jsonl files
                 with "dev" in their name; without PATH it is test/gold
  --errors KIND  show the worst errors of a kind instead of figures; not for dev files, which are only measured
  --no-write     leave docs/quality.md as it is (figures of other than dev files never go there)`;

const OWN_GOLD = join('test', 'gold');
const QUALITY_PAGE = join('docs', 'quality.md');

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const asked = readArguments(args);
  if (asked.kind === 'faulty') return complain(`${asked.reason}\n\n${USAGE}`, 2);
  const files = goldFilesOf(asked.path);
  if (files.length === 0) {
    return complain(`${asked.path} is no .jsonl or .txt file and no folder with a .txt or dev file in it.`, 2);
  }
  if (asked.errors && files.some(isDevFile)) {
    return complain(
      'Errors are not shown for dev files: rules tuned on them would measure nothing. Name a train file.',
      2,
    );
  }
  const measured: Measured[] = [];
  const annotated = files.filter((file) => file.endsWith('.txt'));
  for (const file of annotated.length > 0 ? [asked.path] : files) {
    const fileName = basename(file);
    const gold = annotated.length > 0 ? readAnnotatedFiles(annotated) : readGold(readFileSync(file, 'utf8'), fileName);
    if (gold.faults.length > 0) return complain(gold.faults.join('\n'), 1);
    measured.push({ fileName, gold, predictions: predictAll(gold.articles, fileName) });
  }
  if (asked.errors) {
    for (const one of measured) process.stdout.write(`${showErrors(one, asked.errors)}\n`);
    return 0;
  }
  const tables = measured.map(report).join('\n\n');
  process.stdout.write(`${tables}\n`);
  return asked.write && files.every(isDevFile) ? writePage(asked.path, tables) : 0;
}

type Asked =
  | { readonly kind: 'faulty'; readonly reason: string }
  | { readonly kind: 'asked'; readonly path: string; readonly errors: Row | null; readonly write: boolean };

function readArguments(args: readonly string[]): Asked {
  let parsed: { values: { errors?: string | undefined; 'no-write'?: boolean | undefined }; positionals: string[] };
  try {
    const options = { errors: { type: 'string' }, 'no-write': { type: 'boolean' } } as const;
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return { kind: 'faulty', reason: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  const [path = OWN_GOLD, ...more] = positionals;
  if (more.length > 0) return { kind: 'faulty', reason: 'One PATH at most can be measured.' };
  const errors = ROWS.find((row) => row === values.errors) ?? null;
  if (values.errors !== undefined && errors === null) {
    return { kind: 'faulty', reason: `--errors takes direct, mixed, indirect or all, not ${values.errors}.` };
  }
  return { kind: 'asked', path, errors, write: !values['no-write'] };
}

function goldFilesOf(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) return [path];
  if (!stats?.isDirectory()) return [];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  const annotated = names.filter((name) => name.endsWith('.txt'));
  const measured =
    annotated.length > 0 ? annotated : names.filter((name) => name.endsWith('.jsonl') && isDevFile(name));
  return measured.sort().map((name) => join(path, name));
}

function isDevFile(file: string): boolean {
  return file.endsWith('.jsonl') && basename(file).includes('dev');
}

function predictAll(articles: readonly GoldArticle[], fileName: string): readonly (readonly Prediction[])[] {
  const started = performance.now();
  const predictions = articles.map(({ id, text }, index) => {
    if (index % 20 === 0) process.stderr.write(`\r${fileName}: ${index} of ${articles.length} articles`);
    return scoredQuotations(text, extract(readText(text, id)));
  });
  const seconds = (performance.now() - started) / 1000;
  process.stderr.write(`\r${fileName}: ${articles.length} articles in ${seconds.toFixed(1)} seconds\n`);
  return predictions;
}

function writePage(path: string, tables: string): number {
  const date = new Date().toISOString().slice(0, 10);
  const heading = `Measured on ${date} with \`npm run evaluate -- ${printablePath(path)}\`.`;
  const filled = fillQualityPage(readFileSync(QUALITY_PAGE, 'utf8'), `${heading}\n\n${tables}`);
  if (filled.kind === 'faulty') return complain(`${QUALITY_PAGE} was left as it is: ${filled.reason}.`, 1);
  writeFileSync(QUALITY_PAGE, filled.page);
  process.stderr.write(`written to ${QUALITY_PAGE}\n`);
  return 0;
}

/** A path below this folder as it is, of any other only the last name: a page must not tell about a machine. */
function printablePath(path: string): string {
  const fromHere = relative(process.cwd(), path) || '.';
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? basename(path) : fromHere;
}

function complain(message: string, exitCode: number): number {
  process.stderr.write(`${message}\n`);
  return exitCode;
}

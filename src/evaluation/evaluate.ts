import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { readText } from '../article/read-article.ts';
import { extract } from '../extraction/extract.ts';
import { type AnnotatedArticle, readAnnotatedFiles } from './annotated-gold.ts';
import { showErrors } from './errors.ts';
import { type Asked, EVALUATE_USAGE, readEvaluateArguments } from './evaluate-arguments.ts';
import { type GoldArticle, type GoldFile, readGold } from './gold.ts';
import { printablePath, writeMarked } from './marked-page.ts';
import { scoredQuotations } from './predictions.ts';
import { readPredictions } from './read-predictions.ts';
import { type Findings, type Measured, report } from './report.ts';
import type { Prediction } from './span-score.ts';
import { type CheckedSpeaker, checkSpeakers, speakerErrors, speakerTable } from './speaker-check.ts';

const QUALITY_PAGE = join('docs', 'quality.md');

/** A run that cannot go on; the message is for a person. */
class EvaluationFailure extends Error {
  override readonly name = 'EvaluationFailure';
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

try {
  const asked = readEvaluateArguments(process.argv.slice(2));
  if (asked.kind === 'faulty') throw new EvaluationFailure(`${asked.reason}\n\n${EVALUATE_USAGE}`, 2);
  evaluate(asked);
} catch (error) {
  if (!(error instanceof EvaluationFailure)) throw error;
  tell(error.message);
  process.exitCode = error.exitCode;
}

function evaluate(asked: Extract<Asked, { kind: 'asked' }>): void {
  const files = asked.paths.flatMap(goldFilesOf);
  if (asked.errors && files.some(isDevFile)) {
    throw new EvaluationFailure(
      'Errors are not shown for dev files: rules tuned on them would measure nothing. Name a train file.',
      2,
    );
  }
  const golds = asked.paths.flatMap(goldsAt);
  if (asked.articles) {
    for (const { id, text } of golds.flatMap(({ gold }) => gold.articles)) {
      process.stdout.write(`${JSON.stringify({ id, text })}\n`);
    }
    return;
  }
  const before = asked.before === null ? null : readFindings(asked.before, golds);
  const others = asked.compare.map((file) => readFindings(file, golds));
  const measured = golds.map(({ name, gold }): Measured => {
    return { fileName: name, gold, predictions: predictAll(gold.articles, name) };
  });
  if (asked.errors) {
    for (const one of measured) process.stdout.write(`${showErrors(one, asked.errors)}\n`);
    for (const { annotated } of golds) {
      for (const article of annotated) {
        for (const line of speakerErrors(article, speakersOf(article))) process.stdout.write(`\n${line}\n`);
      }
    }
    return;
  }
  const reports = measured.map((one, index) => {
    const compared = others.flatMap((other) => other(index) ?? []);
    const annotated = golds[index]?.annotated ?? [];
    const speakers = annotated.length > 0 ? `\n\n${speakerTable(annotated.flatMap(speakersOf))}` : '';
    return report(one, compared, before?.(index) ?? null) + speakers;
  });
  const tables = reports.join('\n\n');
  process.stdout.write(`${tables}\n`);
  const isForPage = files.some(isDevFile) && files.every((file) => isDevFile(file) || isAnnotated(file));
  if (!asked.write || !isForPage) return;
  const { isWritten, message } = writeMarked(QUALITY_PAGE, 'evaluate', commandOf(asked), tables);
  if (!isWritten) throw new EvaluationFailure(message, 1);
  tell(message);
}

/** The files that a path stands for: itself, or of a folder the annotated ones, else the dev files. */
function goldFilesOf(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) return [path];
  const names = stats?.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  const annotated = names.filter(isAnnotated);
  const files = annotated.length > 0 ? annotated : names.filter(isDevFile);
  if (files.length === 0) {
    throw new EvaluationFailure(`${path} is no .jsonl or .txt file and no folder with a .txt or dev file in it.`, 2);
  }
  return files.sort().map((name) => join(path, name));
}

function isAnnotated(file: string): boolean {
  return file.endsWith('.txt');
}

function isDevFile(file: string): boolean {
  return file.endsWith('.jsonl') && basename(file).includes('dev');
}

interface NamedGold {
  readonly name: string;
  readonly gold: GoldFile;
  /** Its articles where they are annotated ones. */
  readonly annotated: readonly AnnotatedArticle[];
}

/** The golds of a path: the annotated files of a folder are one, every other file is one of its own. */
function goldsAt(path: string): readonly NamedGold[] {
  const files = goldFilesOf(path);
  const isFolder = files[0] !== path;
  const golds = files.every(isAnnotated)
    ? [annotatedGold(isFolder ? printablePath(path) : basename(path), files)]
    : files.map((file) => namedGold(basename(file), readFileSync(file, 'utf8')));
  const faults = golds.flatMap(({ gold }) => gold.faults);
  if (faults.length > 0) throw new EvaluationFailure(faults.join('\n'), 1);
  return golds;
}

function annotatedGold(name: string, files: readonly string[]): NamedGold {
  const gold = readAnnotatedFiles(files);
  return { name, gold, annotated: gold.articles };
}

function namedGold(name: string, jsonl: string): NamedGold {
  return { name, gold: readGold(jsonl, name), annotated: [] };
}

function speakersOf(article: AnnotatedArticle): readonly CheckedSpeaker[] {
  return checkSpeakers(article, extract(readText(article.text, article.id)).quotations);
}

/** What a file of predictions holds for each of the golds, by place; null where it is about none of its articles. */
function readFindings(file: string, golds: readonly NamedGold[]) {
  const fileName = basename(file);
  const label = basename(file, extname(file));
  const articles = golds.flatMap(({ gold }) => gold.articles);
  const { byArticle, unknown, faults } = readPredictions(readUtf8(file), fileName, articles);
  if (faults.length > 0) throw new EvaluationFailure(faults.join('\n'), 1);
  if (byArticle.size === 0) throw new EvaluationFailure(`${fileName} has no line about an article of the gold.`, 1);
  if (unknown > 0) tell(`${fileName}: ${unknown} lines are about articles that are not measured`);
  const findings = golds.map(({ name, gold }): Findings | null => {
    const without = gold.articles.filter(({ id }) => !byArticle.has(id)).length;
    if (without === gold.articles.length) {
      tell(`${fileName} has no line about ${name}, so it is not compared there`);
      return null;
    }
    if (without > 0) tell(`${fileName}: ${without} articles of ${name} have no line; nothing found in them`);
    return gold.articles.map(({ id }) => byArticle.get(id) ?? []);
  });
  return (index: number) => {
    const predictions = findings[index];
    return predictions ? { label, predictions } : null;
  };
}

function readUtf8(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new EvaluationFailure(`${file} cannot be read.`, 1, { cause: error });
  }
}

function predictAll(articles: readonly GoldArticle[], fileName: string): readonly (readonly Prediction[])[] {
  const started = performance.now();
  const predictions = articles.map(({ id, text }, index) => {
    if (index % 20 === 0 && process.stderr.isTTY) {
      process.stderr.write(`\r${fileName}: ${index} of ${articles.length} articles`);
    }
    return scoredQuotations(text, extract(readText(text, id)));
  });
  const seconds = (performance.now() - started) / 1000;
  tell(`${process.stderr.isTTY ? '\r' : ''}${fileName}: ${articles.length} articles in ${seconds.toFixed(1)} seconds`);
  return predictions;
}

function commandOf({ paths, before, compare }: Extract<Asked, { kind: 'asked' }>): string {
  const options = [
    ...(before === null ? [] : ['--before', printablePath(before)]),
    ...compare.flatMap((file) => ['--compare', printablePath(file)]),
  ];
  return ['npm run evaluate --', ...paths.map(printablePath), ...options].join(' ');
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

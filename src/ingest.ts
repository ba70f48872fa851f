import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Archive, ArchiveError, type Kept, type ReadArticle } from './archive/archive.ts';
import type { Reading } from './article/read-article.ts';
import { MAX_DOCUMENT_BYTES, readDocument, readingsIn } from './article/read-document.ts';
import { extract } from './extraction/extract.ts';
import { readingsAt } from './sources/readings-at.ts';
import { openWeb, type Web } from './sources/web.ts';

/** What an ingest came to. */
export interface IngestSummary {
  /** Articles added or changed. */
  readonly articles: number;
  readonly quotations: number;
  readonly facts: number;
  /** Files and items of files passed over: already held as they are, or refused. */
  readonly skipped: number;
  readonly seconds: number;
}

/** What happens while ingesting, for whoever shows progress. */
export type IngestEvent =
  | { readonly kind: 'found'; readonly files: number }
  | { readonly kind: 'skipped'; readonly path: string; readonly reason: string }
  | { readonly kind: 'unchanged'; readonly path: string }
  | { readonly kind: 'done'; readonly files: number; readonly of: number };

/** Thrown where nothing can be ingested at all; the message says what, where, and what to do. */
export class IngestError extends Error {
  override readonly name = 'IngestError';
}

/** Articles that are kept in one go: what is lost at most when the power goes. */
const BATCH = 20;

/**
 * Reads files, or all of those in folders, and what is at web addresses, into an archive. What is held already is left
 * alone; one bad file or page never stops the rest.
 */
export async function ingest(
  archive: Archive,
  paths: readonly string[],
  tell: (event: IngestEvent) => void = () => {},
  web: Web = openWeb(),
): Promise<IngestSummary> {
  const started = performance.now();
  const files = (await Promise.all(paths.map(filesAt))).flat();
  tell({ kind: 'found', files: files.length });
  const total = { articles: 0, quotations: 0, facts: 0, skipped: 0 };
  for (let from = 0; from < files.length; from += BATCH) {
    const batch: ReadArticle[] = [];
    const keep = async () => {
      const kept = await keepAll(archive, batch.splice(0), (path, reason) => {
        total.skipped++;
        tell({ kind: 'skipped', path, reason });
      });
      for (const one of kept) {
        if (one.kind === 'unchanged') continue;
        total.articles++;
        total.quotations += one.quotations;
        total.facts += one.facts;
      }
    };
    for (const path of files.slice(from, from + BATCH)) {
      for await (const { origin, reading } of readingsOf(path, web)) {
        const read = await readOne(archive, reading);
        if (read.kind === 'article') batch.push(read.article);
        else {
          total.skipped++;
          tell(
            read.kind === 'refused'
              ? { kind: 'skipped', path: origin, reason: read.reason }
              : { kind: 'unchanged', path: origin },
          );
        }
        if (batch.length >= BATCH) await keep();
      }
    }
    await keep();
    tell({ kind: 'done', files: Math.min(from + BATCH, files.length), of: files.length });
  }
  await archive.noteIndexed(new Date().toISOString());
  return { ...total, seconds: Math.round(performance.now() - started) / 1000 };
}

/** Keeps a batch at once; where the archive refuses it, one by one, so that one bad article never stops the rest. */
async function keepAll(
  archive: Archive,
  batch: readonly ReadArticle[],
  refused: (headline: string, reason: string) => void,
): Promise<readonly Kept[]> {
  try {
    return await archive.keep(batch);
  } catch (error) {
    if (!(error instanceof ArchiveError) || batch.length === 0) throw error;
    const [first, ...rest] = batch;
    if (!first) return [];
    if (rest.length > 0) {
      const kept: Kept[] = [];
      for (const one of batch) kept.push(...(await keepAll(archive, [one], refused)));
      return kept;
    }
    // A store that cannot be used at all fails here as well, and that ends the ingest.
    await archive.holdings();
    refused(first.article.headline ?? first.article.id, error.message);
    return [];
  }
}

type ReadFile =
  | { readonly kind: 'article'; readonly article: ReadArticle }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: string };

async function readOne(archive: Archive, reading: Reading): Promise<ReadFile> {
  if (reading.kind === 'refused') return reading;
  const { article } = reading;
  const held = await archive.heldVersions([{ id: article.id, sha256: article.sha256 }]);
  if (held.has(article.id)) return { kind: 'unchanged' };
  return { kind: 'article', article: { article, extraction: extract(article) } };
}

interface Found {
  /** A path, or a web address as it may be printed. */
  readonly origin: string;
  readonly reading: Reading;
}

/** The articles in a file or at an address, or why there are none. */
async function* readingsOf(path: string, web: Web): AsyncGenerator<Found> {
  if (isWebAddress(path)) {
    yield* readingsAt(web, path);
    return;
  }
  const bytes = await readBounded(path);
  if (typeof bytes === 'string') yield { origin: path, reading: { kind: 'refused', reason: bytes } };
  else for (const reading of readingsIn(await readDocument({ bytes, origin: path }))) yield { origin: path, reading };
}

const isWebAddress = (path: string) => /^https?:\/\//i.test(path);

/** A file's bytes, or why they cannot be had; a file that is far too large is not read at all. */
async function readBounded(path: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(path);
    return size > MAX_DOCUMENT_BYTES
      ? `it is ${Math.round(size / 1024 / 1024)} MiB, too large for an article`
      : await readFile(path);
  } catch (error) {
    return `it cannot be read (${codeOf(error)})`;
  }
}

/** The files at a path in order: itself, or all below it that do not start with a dot; a web address as it is. */
async function filesAt(path: string): Promise<readonly string[]> {
  if (isWebAddress(path)) return [path];
  const whole = resolve(path);
  try {
    if ((await stat(whole)).isFile()) return [whole];
    const entries = await readdir(whole, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    throw new IngestError(`${path} cannot be read (${codeOf(error)}). Give a file or a folder of files.`, {
      cause: error,
    });
  }
}

const CODES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of the path is no folder',
};

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CODES[code] ?? (code || 'unknown reason');
}

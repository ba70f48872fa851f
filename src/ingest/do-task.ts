import { createReadStream } from 'node:fs';
import type { Article } from '../article/article.ts';
import type { Document } from '../article/document.ts';
import type { Reading } from '../article/read-article.ts';
import { faultOfFile } from './file-faults.ts';
import type { Opened, Read, ReadDocument, Task } from './reading-protocol.ts';

/** Does one task in this thread. Where a reader or a rule breaks on it, that is its misfortune, not the ingest's. */
export async function doTask(task: Task): Promise<Opened | ReadDocument | Read> {
  try {
    switch (task.kind) {
      case 'open':
        return await open(task.path);
      case 'document':
        return await readOf(task.document);
      case 'read':
        return await read(task.article);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', reason: faultOfFile(error) ?? `whosaid could not read it (${why})` };
  }
}

/** The readers of all formats are much to load as well. */
async function open(path: string): Promise<Opened> {
  const { readStream } = await import('../article/read-stream.ts');
  const readings: Reading[] = [];
  for await (const reading of readStream({ chunks: createReadStream(path), origin: path })) readings.push(reading);
  return { kind: 'opened', readings };
}

async function readOf(document: Document): Promise<ReadDocument> {
  const { readDocument } = await import('../article/read-document.ts');
  return { kind: 'contents', contents: await readDocument(document) };
}

/** The tagger's model takes half a second to load: only once there is something to read. */
async function read(article: Article): Promise<Read> {
  const { extract } = await import('../extraction/extract.ts');
  return { kind: 'read', extraction: extract(article) };
}

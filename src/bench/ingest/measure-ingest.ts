import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../archive/open-archive.ts';
import { ingest } from '../../ingest/ingest.ts';
import { recovered } from './recovered.ts';
import type { IngestResult } from './results.ts';
import { toldArticles } from './truth.ts';

// One measurement in a process of its own, its result printed as JSON. ingest-bench.ts starts it:
//
//     measure-ingest.ts ingest CORPUS ARCHIVE THREADS     measure-ingest.ts recovered CORPUS ARCHIVE TRUTH

const [name, corpus = '', address = '', last = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measurement()));

async function measurement(): Promise<unknown> {
  if (name === 'ingest') return measureIngest(Number(last));
  if (name !== 'recovered') throw new Error(`There is no measurement ${name}.`);
  const archive = await openArchive(address, { mode: 'read' });
  try {
    return await recovered(archive, toldArticles(corpus, last));
  } finally {
    await archive.close();
  }
}

async function measureIngest(threads: number): Promise<IngestResult> {
  const inputBytes = statSync(corpus).size;
  const residentAfter: number[] = [];
  const archive = await openArchive(address);
  const before = process.cpuUsage();
  const summary = await ingest(archive, [corpus], {
    threads,
    tell: (event) => {
      if (event.kind !== 'progress') return;
      while (residentAfter.length < 5 && event.bytes >= ((residentAfter.length + 1) / 5) * inputBytes) {
        residentAfter.push(mebibytes(process.memoryUsage().rss));
      }
    },
  });
  const { user, system } = process.cpuUsage(before);
  const peakResident = process.resourceUsage().maxRSS / 1024;
  const checkSeconds = await secondsOf(() => archive.check());
  await archive.close();
  const { articles, quotations, facts, skipped, seconds } = summary;
  return {
    threads,
    ...{ articles, quotations, facts, skipped, seconds },
    processorSeconds: (user + system) / 1e6,
    peakResident,
    residentAfter,
    archiveBytes: readdirSync(address).reduce((sum, file) => sum + statSync(join(address, file)).size, 0),
    inputBytes,
    checkSeconds,
  };
}

async function secondsOf(work: () => Promise<void>): Promise<number | null> {
  const started = performance.now();
  try {
    await work();
    return (performance.now() - started) / 1000;
  } catch {
    return null;
  }
}

function mebibytes(bytes: number): number {
  return bytes / 1024 / 1024;
}

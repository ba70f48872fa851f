import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { printablePath, writeMarked } from '../evaluation/marked-page.ts';
import { ARTICLES, type AskedBench, benchUsage, ENTRIES, readBenchArguments } from './bench-arguments.ts';
import { BENCHES } from './bench-list.ts';
import { CorpusError } from './corpus.ts';

const PERFORMANCE_PAGE = join('docs', 'performance.md');

const names = Object.keys(BENCHES);
const asked = readBenchArguments(process.argv.slice(2), names);
if (asked.kind === 'faulty') {
  tell(`${asked.reason}\n\n${benchUsage(names)}`);
  process.exitCode = 2;
} else {
  process.exitCode = await measure(asked);
}

async function measure(asked: Extract<AskedBench, { kind: 'asked' }>): Promise<number> {
  const { name, path, articles, truth, entries, queries, postgres, write } = asked;
  const bench = BENCHES[name];
  if (!bench) return 2;
  try {
    const tables = await bench({ path, articles, truth, entries, queries, postgres }, (what) =>
      tell(`${name}: ${what}`),
    );
    const machine = `On ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node.js ${process.versions.node}.`;
    const measured = `${machine}\n\n${tables}`;
    process.stdout.write(`${measured}\n`);
    if (!write) return 0;
    const options = articles === ARTICLES ? [] : ['--articles', String(articles)];
    const source = path === null ? [] : [printablePath(path)];
    if (truth !== null) options.push('--truth', printablePath(truth));
    if (entries.join() !== ENTRIES.join()) options.push(...entries.flatMap((size) => ['--entries', String(size)]));
    if (queries !== null) options.push('--queries', printablePath(queries));
    if (postgres !== null) options.push('--postgres', 'URL');
    const command = ['npm run bench --', name, ...source, ...options].join(' ');
    const { isWritten, message } = writeMarked(PERFORMANCE_PAGE, name, command, measured);
    tell(message);
    return isWritten ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    tell(error.message);
    return 2;
  }
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

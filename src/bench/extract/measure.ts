import { readText } from '../../article/read-article.ts';
import { extract } from '../../extraction/extract.ts';
import { openCorpus } from '../corpus.ts';
import type { BenchArticle } from '../made-up-articles.ts';
import { HOSTILE_TEXTS, plainText } from './hostile-texts.ts';
import type { ColdResult, HostileResult, LengthResult, MemoryResult, Speed, SpeedResult } from './results.ts';

// One measurement in a process of its own, its result printed as JSON. extract-bench.ts starts it:
//
//     measure.ts cold|speed|memory ARTICLES [PATH]     measure.ts length ENGINE [PATH]     measure.ts hostile INDEX

/** How many articles an engine reads before the other's turn comes. */
const TURN = 20;
/** How many articles are read before any is timed, so that what is timed has been compiled. */
const WARM_UP = 100;

const [name, argument = '', path = null] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measurement()));

/** Reads an article; gives how many quotations it found. */
type Engine = (article: BenchArticle) => number;

async function measurement(): Promise<unknown> {
  switch (name) {
    case 'cold':
      return cold();
    case 'speed':
      return speeds(Number(argument));
    case 'memory':
      return memory(Number(argument));
    case 'length':
      return lengths(argument === 'compromise' ? await compromise() : whosaid);
    case 'hostile':
      return hostile(Number(argument));
    default:
      throw new Error(`There is no measurement ${name}.`);
  }
}

function whosaid({ id, text }: BenchArticle): number {
  return extract(readText(text, id)).quotations.length;
}

/** Loaded only where it is measured. */
async function compromise(): Promise<Engine> {
  const { quotationsByCompromise } = await import('./compromise-peer.ts');
  return ({ text }) => quotationsByCompromise(text).length;
}

function cold(): ColdResult {
  const articles = [...openCorpus(path).articles(100)];
  const loaded = performance.now();
  const [first, ...rest] = articles;
  if (first) whosaid(first);
  const firstArticle = performance.now();
  for (const article of rest) whosaid(article);
  return { loaded, firstArticle, firstHundred: performance.now() - loaded };
}

async function speeds(count: number): Promise<SpeedResult> {
  const engines = { whosaid, compromise: await compromise() };
  const corpus = [...openCorpus(path).articles(count)];
  for (const article of openCorpus(path).articles(WARM_UP)) {
    engines.whosaid(article);
    engines.compromise(article);
  }
  const took = { whosaid: [] as number[], compromise: [] as number[] };
  const found = { whosaid: 0, compromise: 0 };
  const processor = { whosaid: 0, compromise: 0 };
  for (let from = 0; from < corpus.length; from += TURN) {
    for (const engine of ['whosaid', 'compromise'] as const) {
      const before = process.cpuUsage();
      for (const article of corpus.slice(from, from + TURN)) {
        const started = performance.now();
        found[engine] += engines[engine](article);
        took[engine].push(performance.now() - started);
      }
      const { user, system } = process.cpuUsage(before);
      processor[engine] += (user + system) / 1e6;
    }
  }
  const words = corpus.reduce((sum, { text }) => sum + wordCount(text), 0);
  const speed = (engine: 'whosaid' | 'compromise'): Speed => {
    const sorted = took[engine].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    return {
      articles: corpus.length,
      words,
      quotations: found[engine],
      seconds: sorted.reduce((sum, ms) => sum + ms, 0) / 1000,
      processorSeconds: processor[engine],
      median: at(0.5),
      slowestOfHundred: at(0.99),
      slowest: at(1),
    };
  };
  return { whosaid: speed('whosaid'), compromise: speed('compromise') };
}

/** Memory after a tenth, a fifth, half and all of the articles. */
function memory(count: number): MemoryResult {
  const stops = [0.1, 0.2, 0.5, 1].map((share) => Math.round(share * count));
  const result: MemoryResult = [];
  let done = 0;
  for (const article of openCorpus(path).articles(count)) {
    whosaid(article);
    done++;
    if (!stops.includes(done)) continue;
    const { rss } = process.memoryUsage();
    globalThis.gc?.();
    result.push({
      articles: done,
      resident: mebibytes(rss),
      heap: mebibytes(process.memoryUsage().heapUsed),
      peakResident: mebibytes(process.resourceUsage().maxRSS * 1024),
    });
  }
  return result;
}

/** One article, ten and a hundred times over; each the fastest of a few runs. */
function lengths(engine: Engine): LengthResult {
  const [article] = openCorpus(path).articles(1);
  const text = `${article?.text ?? ''}\n\n`;
  for (let round = 0; round < WARM_UP; round++) engine({ id: 'warm-up', text });
  return [1, 10, 100].map((times) => {
    const long = { id: 'long', text: text.repeat(times) };
    const runs = Array.from({ length: times === 1 ? 50 : 5 }, () => timed(() => engine(long)));
    return { times, words: wordCount(long.text), milliseconds: Math.min(...runs) };
  });
}

function hostile(index: number): HostileResult {
  const chosen = HOSTILE_TEXTS[index];
  if (!chosen) throw new Error(`There is no hostile text ${index}.`);
  for (const article of openCorpus(null).articles(WARM_UP / 4)) whosaid(article);
  const [text, half] = [chosen.make(chosen.codeUnits), chosen.make(chosen.codeUnits / 2)];
  const plain = timed(() => whosaid({ id: 'plain', text: plainText(text.length) }));
  const halfTime = timed(() => whosaid({ id: 'half', text: half }));
  const milliseconds = timed(() => whosaid({ id: 'hostile', text }));
  return { codeUnits: text.length, milliseconds, half: halfTime, plain };
}

/** Milliseconds of processor time: what else the machine does must not look like a rule that is not linear. */
function timed(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function mebibytes(bytes: number): number {
  return bytes / 1024 / 1024;
}

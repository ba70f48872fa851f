import { text as readAll } from 'node:stream/consumers';
import type { Span } from '../../article/article.ts';
import { parseCorpus } from '../corpus.ts';
import { quotationsByCompromise } from './compromise-peer.ts';

// What compromise finds in the articles on standard input ({"id", "text"} lines), for `npm run evaluate -- --compare`:
//
//     node --import tsx src/bench/extract/predict-by-compromise.ts < ARTICLES > compromise.jsonl

const pairs = (span: Span | null) => (span ? [[span.start, span.end]] : []);

for (const { id, text } of parseCorpus(await readAll(process.stdin), 'standard input')) {
  const quotes = quotationsByCompromise(text).map(({ content, source, cue }) => {
    return { kind: 'direct', content: pairs(content), source: pairs(source), cue: pairs(cue), speaker: null };
  });
  process.stdout.write(`${JSON.stringify({ id, quotes })}\n`);
}

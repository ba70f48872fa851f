import { parentPort } from 'node:worker_threads';

/*
 * A reading thread that does what the article's text says: `hang`, `crash`, `exhaust` (memory); everything else it reads
 * as an article without quotations, whose thread it names.
 */

const mark = Math.random();
parentPort.on('message', ({ number, task: { article } }) => {
  if (article.text === 'hang') for (;;);
  if (article.text === 'crash') process.exit(3);
  if (article.text === 'throw') throw new Error('a fault');
  if (article.text === 'exhaust') for (const all = []; ; ) all.push(new Array(1e6).fill(mark));
  parentPort.postMessage({
    kind: 'outcome',
    number,
    outcome: { kind: 'read', extraction: { quotations: [], facts: [], mark } },
  });
});
parentPort.postMessage({ kind: 'ready' });

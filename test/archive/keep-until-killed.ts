import { openArchive } from '../../src/archive/open-archive.ts';
import { printed } from './printed-article.ts';

/*
 * A process of its own: keeps batches of articles into the folder that it is given, and says on stdout which batch has
 * been kept, until it is killed or the disk is full. Article `b-n` is the n-th of batch b.
 */

/** Articles in a batch. */
const BATCH = 5;

const archive = await openArchive(process.argv[2] ?? '');
process.stdout.write('open\n');
for (let batch = 0; ; batch++) {
  const articles = Array.from({ length: BATCH }, (_, n) => {
    return printed(`${batch}-${n}`, [{ said: `Words of batch ${batch}, article ${n}`, by: 'Ann' }, { fact: 'A fact' }]);
  });
  await archive.keep(articles);
  process.stdout.write(`${batch}\n`);
}

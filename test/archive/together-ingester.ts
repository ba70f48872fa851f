import { openArchive } from '../../src/archive/open-archive.ts';
import { readText } from '../../src/article/read-article.ts';
import { madeUpArticles } from '../../src/bench/made-up-articles.ts';
import { extract } from '../../src/extraction/extract.ts';

/*
 * A process of its own that ingests for so many seconds, in batches: articles of its own, articles that the other
 * ingester brings as well, and now and then a changed version of one. Then it says what was acknowledged, as JSON.
 */

const [address = '', seconds = '1', name = 'ingester'] = process.argv.slice(2);
/** Articles that are kept in one go, as while serving. */
const BATCH = 20;
const archive = await openArchive(address);
const until = Date.now() + Number(seconds) * 1000;
const told = { kept: [] as string[], versions: 0, errors: [] as string[] };
const shared = madeUpArticles(Number.POSITIVE_INFINITY, 1);
const own = madeUpArticles(Number.POSITIVE_INFINITY, name.length * 1000 + name.charCodeAt(name.length - 1));
for (let batch = 0; Date.now() < until; batch++) {
  const texts = Array.from({ length: BATCH }, (_, n) => {
    const isShared = n % 2 === 0;
    const text = (isShared ? shared : own).next().value?.text ?? '';
    const id = isShared ? `shared-${batch}-${n}` : `${name}-${batch}-${n}`;
    return n % 5 === 0 ? { id, text: `${text}\n\nUpdated by ${name}.` } : { id, text };
  });
  try {
    const read = texts.map(({ id, text }) => {
      const article = { ...readText(text, id), id };
      return { article, extraction: extract(article) };
    });
    const kept = await archive.keep(read);
    told.versions += kept.filter(({ kind }) => kind !== 'unchanged').length;
    told.kept.push(...read.map(({ article }) => `${article.id} ${article.sha256}`));
  } catch (error) {
    told.errors.push(error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error));
  }
}
await archive.noteIndexed(new Date().toISOString());
await archive.close();
process.stdout.write(`${JSON.stringify(told)}\n`);

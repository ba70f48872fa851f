import { counted } from '../answer/counted.ts';
import { type Archive, ArchiveError, type ReadArticle } from '../archive/archive.ts';
import { READING_VERSION } from '../extraction/reading-version.ts';
import { withArchive } from './archive-access.ts';
import { type Command, none } from './command.ts';
import { print, printJson, tell } from './output.ts';

/** Articles that are read and kept at once: what is lost at the most when it is stopped. */
const BATCH = 20;
/** Progress is told after so many articles. */
const TOLD_AFTER = 500;

export const rereadCommand: Command = {
  name: 'reread',
  takesWords: '',
  does: ['read again, from the text that is kept, what older rules have read'],
  takesOptions: ['archive', 'json'],
  prepare({ words, options }) {
    none('reread', words);
    return () =>
      withArchive(options, 'own', async (archive) => {
        const { reread, failed } = await rereadAll(archive);
        if (options.json) printJson({ reread, failed, rules: READING_VERSION });
        else
          print(
            `${counted(reread, 'article')} read again by rules ${READING_VERSION}.${failed > 0 ? ` ${failed} could not be.` : ''}`,
          );
      });
  },
};

/** Goes on where an earlier one was stopped: what has been read again is no longer outdated. */
async function rereadAll(archive: Archive): Promise<{ readonly reread: number; readonly failed: number }> {
  const { extract } = await import('../extraction/extract.ts');
  let reread = 0;
  let failed = 0;
  for (let after = 0; ; ) {
    const outdated = await archive.outdated(READING_VERSION, after, BATCH);
    const last = outdated.at(-1);
    if (!last) return { reread, failed };
    after = last.n;
    const refused = await keepAll(
      archive,
      outdated.map(({ kept: { article } }) => ({ article, extraction: extract(article) })),
    );
    failed += refused;
    reread += outdated.length - refused;
    if (reread % TOLD_AFTER < BATCH) tell(`${counted(reread, 'article')} read again`);
  }
}

/** Keeps them at once; where that is refused, one by one. Says how many could not be kept. */
async function keepAll(archive: Archive, articles: readonly ReadArticle[]): Promise<number> {
  try {
    await archive.keep(articles);
    return 0;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    const [first] = articles;
    if (articles.length > 1) {
      let refused = 0;
      for (const one of articles) refused += await keepAll(archive, [one]);
      return refused;
    }
    // A store that cannot be used at all fails here as well, and that ends it.
    await archive.holdings();
    tell(`not read again: ${first?.article.headline ?? first?.article.id}: ${error.message}`);
    return 1;
  }
}

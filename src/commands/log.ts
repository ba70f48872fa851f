import { cleanLine } from '../answer/printable-text.ts';
import { articleMeant } from '../archive/article-reference.ts';
import type { JournalLine } from '../archive/journal.ts';
import { withArchive } from './archive-access.ts';
import { atMostOne, type Command, CommandFailure } from './command.ts';
import { print, printLine } from './output.ts';

/** Lines that are fetched at once. */
const PAGE = 500;

export const logCommand: Command = {
  name: 'log',
  takesWords: '[ARTICLE]',
  does: ['print what was done, when, by whom and why; about one article, or about all'],
  takesOptions: ['archive', 'json'],
  prepare({ words, options }) {
    const reference = atMostOne('log', words);
    return () =>
      withArchive(options, 'read', async (archive) => {
        const kept = reference === null ? null : await articleMeant(archive, reference);
        if (kept === undefined) throw new CommandFailure(`No article is known by “${reference}”.`);
        const about = kept === null ? {} : { articleId: kept.article.id };
        for (let after = 0; ; ) {
          const lines = await archive.journal({ ...about, after, limit: PAGE });
          for (const line of lines) {
            if (options.json) await printLine(line);
            else print(lineInWords(line));
          }
          const last = lines.at(-1);
          if (!last || lines.length < PAGE) return;
          after = last.n;
        }
      });
  },
};

/** A line of the log is one line, whatever somebody gave as a reason. */
function lineInWords({ at, deed, articleId, what, by, why }: JournalLine): string {
  const about = [articleId, what].filter((part) => part !== null).join(', ');
  return cleanLine(`${at}  ${deed}${about === '' ? '' : ` ${about}`}, by ${by}${why === null ? '' : `: ${why}`}`);
}

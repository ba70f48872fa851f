import { counted, thousands } from '../answer/counted.ts';
import { moveArchive } from '../archive/move.ts';
import { openArchive } from '../archive/open-archive.ts';
import { type Command, CommandFailure, none, UsageError } from './command.ts';
import { print, printJson, tell } from './output.ts';

/** A line of progress is printed each time that so many rows more have been copied. */
const TOLD_EVERY = 10_000;

export const moveCommand: Command = {
  name: 'move',
  takesWords: '',
  does: [
    'copy an archive with all that it holds into an empty one, and compare the two; after a',
    'stop the same command goes on where it stood',
  ],
  takesOptions: ['from', 'to', 'json'],
  prepare({ words, options: { from, to, json } }) {
    none('move', words);
    if (from === undefined || to === undefined) {
      throw new UsageError('Say from where and where to: whosaid move --from ARCHIVE --to ARCHIVE');
    }
    return async () => {
      const source = await openArchive(from, { tell });
      try {
        // A folder that is not there is made by opening it: a slip in its name must not pass for a move.
        const [holdings, log] = [await source.holdings(), await source.journal({ after: 0, limit: 1 })];
        if (holdings.articles === 0 && log.length === 0) {
          throw new CommandFailure('There is nothing to move: the archive that --from names is empty. Name another.');
        }
        const target = await openArchive(to, { tell });
        try {
          let copied = 0;
          let listed = 0;
          const summary = await moveArchive(source, target, (event) => {
            if (event.kind === 'compared')
              return tell(`${event.table}: ${counted(event.rows, 'row')}, the same in both`);
            if (event.kind === 'listed') {
              listed += event.versions;
              if (listed % 1000 < event.versions) tell(`${counted(listed, 'article')} can be found`);
              return;
            }
            copied += event.rows;
            if (copied % TOLD_EVERY < event.rows) tell(`${counted(copied, 'row')} copied`);
          });
          if (json) printJson(summary);
          else
            print(
              `${counted(summary.rows, 'row')} moved, each compared; ${thousands(summary.copied)} of them copied just now.`,
            );
        } finally {
          await target.close();
        }
      } finally {
        await source.close();
      }
    };
  },
};

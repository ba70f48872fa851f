import { counted, thousands } from '../answer/counted.ts';
import { readingThreads } from '../ingest/reading-threads.ts';
import { settingsOfProcess } from '../settings.ts';
import { toldToStop } from '../told-to-stop.ts';
import { withArchive } from './archive-access.ts';
import { type Command, UsageError } from './command.ts';
import { IngestProgress } from './ingest-progress.ts';
import { print, printJson } from './output.ts';

export const ingestCommand: Command = {
  name: 'ingest',
  takesWords: 'PATH|URL...',
  does: ['read files, or folders of them, into the archive; after a stop the same command goes', 'on where it stood'],
  takesOptions: ['archive', 'json'],
  prepare({ words, options }) {
    if (words.length === 0) throw new UsageError('Say what to ingest: whosaid ingest PATH|URL...');
    return async () => {
      const { ingest } = await import('../ingest/ingest.ts');
      const { openWeb } = await import('../sources/web.ts');
      const progress = new IngestProgress({
        isTerminal: process.stderr.isTTY ?? false,
        write: (text) => process.stderr.write(text),
      });
      const summary = await withArchive(options, 'own', (archive) =>
        ingest(archive, words, {
          web: openWeb({ allowance: settingsOfProcess().fetchAllow }),
          tell: (event) => progress.hear(event),
          threads: readingThreads(),
          signal: toldToStop(),
        }),
      );
      progress.finish(summary);
      if (summary.isStopped) process.exitCode = 1;
      const { articles, quotations, facts, skipped, seconds } = summary;
      if (options.json) printJson(summary);
      else {
        print(
          `${counted(articles, 'article')} read: ${counted(quotations, 'quotation')}, ${counted(facts, 'fact')}. ${thousands(skipped)} skipped. ${seconds} s.`,
        );
      }
    };
  },
};

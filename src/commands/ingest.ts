import { type IngestEvent, ingest } from '../ingest.ts';
import { settingsOfProcess } from '../settings.ts';
import { openWeb } from '../sources/web.ts';
import { withArchive } from './archive-access.ts';
import { type Command, UsageError } from './command.ts';
import { print, printJson, tell } from './output.ts';

export const ingestCommand: Command = {
  name: 'ingest',
  takesWords: 'PATH|URL...',
  does: ['read files, folders of them, web pages and feeds into the archive'],
  takesOptions: ['archive', 'json'],
  prepare({ words, options }) {
    if (words.length === 0) throw new UsageError('Say what to ingest: whosaid ingest PATH|URL...');
    return async () => {
      const web = openWeb({ allowance: settingsOfProcess().fetchAllow });
      const summary = await withArchive(options, 'own', (archive) => ingest(archive, words, tellProgress, web));
      const { articles, quotations, facts, skipped, seconds } = summary;
      if (options.json) printJson(summary);
      else
        print(
          `${articles} articles read: ${quotations} quotations, ${facts} facts. ${skipped} files skipped. ${seconds} s.`,
        );
    };
  },
};

function tellProgress(event: IngestEvent): void {
  if (event.kind === 'skipped') tell(`skipped ${event.path}: ${event.reason}`);
  if (event.kind === 'found') tell(`${event.files} files found`);
  if (event.kind === 'done' && (event.files % 100 === 0 || event.files === event.of))
    tell(`${event.files} of ${event.of} files`);
}

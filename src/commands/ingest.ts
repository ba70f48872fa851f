import { type IngestEvent, ingest } from '../ingest.ts';
import { withArchive } from './archive-access.ts';
import { type Command, UsageError } from './command.ts';
import { print, printJson, tell } from './output.ts';

export const ingestCommand: Command = {
  name: 'ingest',
  takesWords: 'PATH...',
  does: ['read files, or folders of them, into the archive'],
  takesOptions: ['archive', 'json'],
  prepare({ words, options }) {
    if (words.length === 0) throw new UsageError('Say what to ingest: whosaid ingest PATH...');
    return async () => {
      const summary = await withArchive(options, 'own', (archive) => ingest(archive, words, tellProgress));
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

import 'dotenv/config';
import { ArchiveError } from './archive/archive.ts';
import { CommandFailure, UsageError } from './commands/command.ts';
import { outliveWhoeverReadsMessages, tell } from './commands/output.ts';
import { readCommand } from './commands/read-command.ts';
import { nameOfFault } from './ingest/file-faults.ts';
import { IngestError } from './ingest/progress.ts';
import { SettingsError } from './settings.ts';

/* The command line. Results go to standard output, everything else to standard error. */

/** Where an error is one that a person can mend, its message alone says how. */
function isForPeople(error: unknown): error is Error {
  return [ArchiveError, IngestError, CommandFailure, SettingsError].some((kind) => error instanceof kind);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`whosaid … | head`): there is nobody left to print for.
  if (error.code === 'EPIPE') process.exit(0);
  tell(`Standard output cannot be written (${nameOfFault(error)}).`);
  process.exit(1);
});
outliveWhoeverReadsMessages();

try {
  await readCommand(process.argv.slice(2)).run();
} catch (error) {
  if (error instanceof UsageError) {
    tell(error.message);
    process.exitCode = 2;
  } else {
    tell(isForPeople(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}

import { openArchive } from '../../src/archive/open-archive.ts';
import { ingest } from '../../src/ingest/ingest.ts';

/*
 * A process of its own: ingests a file into the archive that it is given, and says on stdout which articles are on disk,
 * as soon as it has been told so, until it is killed; at the end it says `done`.
 */

const [address = '', path = ''] = process.argv.slice(2);
const archive = await openArchive(address);
process.stdout.write('open\n');
// Small batches, as while serving: more moments at which it can be killed.
await ingest(archive, [path], {
  threads: 2,
  isInBackground: true,
  tell: (event) => {
    if (event.kind === 'kept') process.stdout.write(`${event.ids.join(' ')}\n`);
  },
});
await archive.close();
process.stdout.write('done\n');

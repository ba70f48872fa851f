import { openArchive } from '../../src/archive/open-archive.ts';

/* A process of its own that opens an archive, asks it something, closes it, and has nothing more to do. */

const archive = await openArchive(process.argv[2] ?? '');
const { articles } = await archive.holdings();
await archive.close();
process.stdout.write(`${articles} articles\n`);

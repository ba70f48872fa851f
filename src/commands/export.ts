import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { counted, thousands } from '../answer/counted.ts';
import { clean } from '../answer/printable-text.ts';
import { FORMATS } from '../export/formats.ts';
import { writeExport } from '../export/write-export.ts';
import { faultOfFile, nameOfFault } from '../ingest/file-faults.ts';
import { withArchive } from './archive-access.ts';
import { type Command, CommandFailure, none, UsageError } from './command.ts';
import { tell } from './output.ts';

export const exportCommand: Command = {
  name: 'export',
  takesWords: '',
  does: ['write all quotations and facts as JSON Lines, CSV, schema.org or W3C Web Annotation'],
  takesOptions: ['archive', 'format', 'out'],
  prepare({ words, options }) {
    none('export', words);
    const name = options.format ?? '';
    const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
    if (!format) throw new UsageError(`Say in which format: whosaid export --format ${Object.keys(FORMATS).join('|')}`);
    return async () => {
      const count = { entries: 0, articles: 0, keptBack: 0, damaged: 0, unfit: 0 };
      await withArchive(options, 'read', async (archive) => {
        const pieces = Readable.from(writeExport(archive, format, new Date(), count));
        if (options.out !== undefined) await writeFile(options.out, pieces);
        else await pipeline(process.stdout.isTTY ? cleaned(pieces) : pieces, process.stdout, { end: false });
      });
      tell(`${counted(count.entries, 'excerpt')} of ${counted(count.articles, 'article')}.`);
      if (count.unfit > 0) tell(`${counted(count.unfit, 'excerpt')} left out: ${name} has no place for their kind.`);
      if (count.keptBack > 0) {
        tell(`${counted(count.keptBack, 'article')} left out: withdrawn, embargoed or restricted.`);
      }
      if (count.damaged > 0) {
        tell(`Left out, not matching what was read: ${thousands(count.damaged)}. Ingest their articles again.`);
      }
    };
  },
};

/** On a terminal somebody looks at it. */
async function* cleaned(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of pieces) yield clean(piece);
}

/** A file is there whole or not at all. */
async function writeFile(file: string, pieces: Readable): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(pieces, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    if (faultOfFile(error) === null) throw error;
    throw new CommandFailure(`${file} cannot be written (${nameOfFault(error)}). Give another file.`, { cause: error });
  }
}

import { resolve } from 'node:path';
import { ArchiveError, type Holdings } from './archive.ts';
import { backUpFolder } from './embedded/back-up.ts';

/** A backup that was made. */
export interface Backup {
  readonly file: string;
  readonly bytes: number;
  /** What it holds, counted in it. */
  readonly holdings: Holdings;
}

/**
 * Copies the archive at an address into one file, while others go on reading and keeping; what it holds is the archive
 * as it was at one moment. The copy is checked like an archive, and on disk when this returns. A file that is there
 * already is left alone.
 */
export function backUpArchive(address: string, file: string): Backup {
  if (/^postgres(?:ql)?:/i.test(address)) {
    throw new ArchiveError(
      'An archive in PostgreSQL is backed up with PostgreSQL’s own pg_dump --format=custom and restored with pg_restore, ' +
        'or copied into a folder with whosaid move.',
    );
  }
  return backUpFolder(resolve(address), resolve(file));
}

import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ArchiveError, type Holdings } from '../archive.ts';
import { archiveFault } from './faults.ts';
import { DATABASE_FILE, openFolder } from './folder.ts';
import { EmbeddedStore } from './store.ts';

/**
 * Copies the database of a folder into a file. SQLite's VACUUM INTO reads one snapshot, so that its owner may go on
 * keeping meanwhile (sqlite.org/lang_vacuum.html); it leaves the copy's way to the disk to us.
 */
export function backUpFolder(folder: string, file: string): { file: string; bytes: number; holdings: Holdings } {
  refuseToOverwrite(file);
  const beside = makeFolderBeside(file);
  try {
    const copy = join(beside, DATABASE_FILE);
    copyDatabase(folder, copy);
    const holdings = checkCopy(beside, file);
    flush(copy);
    putInPlace(copy, file);
    flush(dirname(file));
    return { file, bytes: statSync(file).size, holdings };
  } catch (error) {
    throw archiveFault(error, dirname(file));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function copyDatabase(folder: string, copy: string): void {
  const { connection, close } = openFolder(folder, 'read');
  try {
    connection.execute('PRAGMA query_only = OFF');
    connection.run('VACUUM INTO ?', copy);
  } finally {
    close();
  }
}

/** The copy lies in a folder of its own, so that it can be opened as the archive that it is to be. */
function checkCopy(folder: string, file: string): Holdings {
  const store = new EmbeddedStore(folder, 'own');
  try {
    store.check();
    return store.holdings();
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new ArchiveError(
      `The copy for ${file} is damaged, so no backup was made: the archive itself may be, or the disk of the copy.`,
      { cause: error },
    );
  } finally {
    store.close();
  }
}

function makeFolderBeside(file: string): string {
  try {
    return mkdtempSync(`${file}-unfinished-`);
  } catch (error) {
    throw new ArchiveError(
      `No backup can be written in ${dirname(file)}. Name a file in a folder that can be written.`,
      {
        cause: error,
      },
    );
  }
}

/** A link fails where the file has come to be meanwhile; some file systems have no links. */
function putInPlace(copy: string, file: string): void {
  try {
    linkSync(copy, file);
  } catch (error) {
    refuseToOverwrite(file);
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    renameSync(copy, file);
  }
}

function refuseToOverwrite(file: string): void {
  if (existsSync(file)) throw new ArchiveError(`${file} is there already, and is left alone. Name another file.`);
}

/** What was written is on disk when this returns; Windows cannot flush a folder. */
function flush(path: string): void {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return;
  const open = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

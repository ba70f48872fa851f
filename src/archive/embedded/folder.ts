import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ArchiveError } from '../archive.ts';
import type { OpenMode } from '../open-archive.ts';
import { Connection } from './connection.ts';
import { archiveFault } from './faults.ts';
import { migrate, requirePresentVersion } from './migrations.ts';

/** The database, by its name in the folder. */
export const DATABASE_FILE = 'whosaid.db';
const LOCK_FILE = 'whosaid.lock';

/** An archive's folder, opened. */
export interface OpenFolder {
  readonly connection: Connection;
  close(): void;
}

/**
 * Opens the store in a folder; throws an ArchiveError that says why it cannot.
 *
 * Its owner holds an exclusive lock on a second, empty database beside it. The operating system drops that lock when
 * the process ends, however it ends, so none is ever left behind. Readers need no lock: in WAL mode they see the last
 * state that was kept whole.
 */
export function openFolder(folder: string, mode: OpenMode): OpenFolder {
  try {
    return mode === 'own' ? own(folder) : read(folder);
  } catch (error) {
    throw archiveFault(error, folder);
  }
}

function own(folder: string): OpenFolder {
  makeFolder(folder);
  accessSync(folder, constants.W_OK);
  requireFile(folder);
  const lock = takeLock(folder);
  let connection: Connection | undefined;
  try {
    connection = new Connection(join(folder, DATABASE_FILE));
    connection.execute(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA cache_size = -${CACHE_KIB};
      PRAGMA wal_autocheckpoint = ${PAGES_UNTIL_CHECKPOINT};
      PRAGMA journal_size_limit = ${LONGEST_IDLE_LOG};
    `);
    migrate(connection, folder);
    const opened = connection;
    return {
      connection,
      close() {
        try {
          opened.execute('PRAGMA wal_checkpoint(TRUNCATE)');
        } finally {
          opened.close();
          lock.close();
        }
      },
    };
  } catch (error) {
    connection?.close();
    lock.close();
    throw error;
  }
}

/** Memory for the most used pages, in KiB. */
const CACHE_KIB = 32 * 1024;
/** A reader does with less: what it reads again and again is the system's to keep. */
const READER_CACHE_KIB = 16 * 1024;
/** Pages of 4 KiB in the write-ahead log before it is copied into the file: several batches of an ingest. */
const PAGES_UNTIL_CHECKPOINT = 4_000;
/** The write-ahead log is cut back to this many bytes once it has been copied. */
const LONGEST_IDLE_LOG = 64 * 1024 * 1024;

function read(folder: string): OpenFolder {
  if (!existsSync(folder) || (statSync(folder).isDirectory() && !existsSync(join(folder, DATABASE_FILE)))) {
    throw new ArchiveError(`There is no archive in ${folder} yet. Ingest articles into it first.`);
  }
  requireFile(folder);
  const connection = new Connection(join(folder, DATABASE_FILE));
  try {
    connection.execute(`PRAGMA query_only = ON; PRAGMA cache_size = -${READER_CACHE_KIB}`);
    requirePresentVersion(connection, folder);
    return { connection, close: () => connection.close() };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Node's own recursive mkdir never returns where the system refuses a folder as not found, as it does in /proc. */
function makeFolder(folder: string): void {
  const isThere = () => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isThere()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it just now.
    if (!isThere()) throw error;
  }
}

function requireFile(folder: string): void {
  const file = statSync(join(folder, DATABASE_FILE), { throwIfNoEntry: false });
  if (file && !file.isFile())
    throw new ArchiveError(`${join(folder, DATABASE_FILE)} is not a file. Give another folder.`);
}

function takeLock(folder: string): Connection {
  const lock = new Connection(join(folder, LOCK_FILE));
  try {
    lock.execute('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    const isHeld = z.object({ code: z.literal('SQLITE_BUSY') }).safeParse(error).success;
    if (!isHeld) throw error;
    throw new ArchiveError(
      `The archive in ${folder} is in use by another whosaid. Stop that one first; only reading goes on beside it.`,
      { cause: error },
    );
  }
}

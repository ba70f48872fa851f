import { resolve } from 'node:path';
import { type Archive, ArchiveError } from './archive.ts';
import type { CandidateIndex } from './candidate-query.ts';
import { openEmbeddedArchive } from './embedded/embedded-archive.ts';
import { openPostgresArchive } from './postgres/postgres-archive.ts';

/** What an archive is opened for: to be its one owner, or to read beside whoever owns it. */
export type OpenMode = 'own' | 'read';

/** How an archive is opened. */
export interface OpenOptions {
  readonly mode?: OpenMode;
  /** The address of a read replica, from which articles are searched and read; null for none. */
  readonly readFrom?: string | null;
  /** Is told in a sentence what whoever runs whosaid should know, such as that the replica is gone. */
  readonly tell?: (sentence: string) => void;
}

/**
 * Opens the archive at an address: a folder, created where there is none, holds the embedded store, and `postgres://…`
 * leads to a database, in which the tables are made where there are none.
 *
 * The address of a database may hold a password: it is never repeated in a message.
 */
export async function openArchive(
  address: string,
  { mode = 'own', readFrom = null, tell = () => undefined }: OpenOptions = {},
): Promise<Archive & CandidateIndex> {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase();
  if (scheme === 'postgres' || scheme === 'postgresql') return openPostgresArchive(address, { mode, readFrom, tell });
  if (readFrom !== null) throw new ArchiveError('Only an archive in PostgreSQL can be read from a replica.');
  if (scheme)
    throw new ArchiveError(`whosaid cannot open an archive at ${scheme}://. Give a folder or a postgres:// address.`);
  if (address.trim() === '' || address.includes('\0')) {
    throw new ArchiveError('The archive has no usable address. Give a folder for the archive.');
  }
  return openEmbeddedArchive(resolve(address), mode);
}

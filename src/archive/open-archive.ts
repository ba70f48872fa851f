import { resolve } from 'node:path';
import { type Archive, ArchiveError } from './archive.ts';
import type { CandidateIndex } from './candidate-query.ts';
import { openEmbeddedArchive } from './embedded/embedded-archive.ts';

/** What an archive is opened for: to be its one owner, or to read beside whoever owns it. */
export type OpenMode = 'own' | 'read';

/** Opens the archive at an address: a folder, created where there is none, holds the embedded store. */
export async function openArchive(
  address: string,
  { mode = 'own' }: { readonly mode?: OpenMode } = {},
): Promise<Archive & CandidateIndex> {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase();
  // The address of a database may hold a password: it is never repeated in a message.
  if (scheme === 'postgres' || scheme === 'postgresql') {
    throw new ArchiveError('PostgreSQL is not supported by this version of whosaid. Give a folder for the archive.');
  }
  if (scheme) throw new ArchiveError(`whosaid cannot open an archive at ${scheme}://. Give a folder for the archive.`);
  if (address.trim() === '' || address.includes('\0')) {
    throw new ArchiveError('The archive has no usable address. Give a folder for the archive.');
  }
  return openEmbeddedArchive(resolve(address), mode);
}

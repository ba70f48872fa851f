import { z } from 'zod';
import { ArchiveError } from '../archive.ts';

/** Result codes of SQLite (sqlite.org/rescode.html), as far as there is something to advise. */
const BUSY = 5;
const READ_ONLY = 8;
const DISK_FAILED = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

const DriverFault = z.object({ rawCode: z.number() });
const FileFault = z.object({ code: z.string() });

/** What a person is told of a fault of the embedded store in this folder. */
export function archiveFault(error: unknown, folder: string): ArchiveError {
  return error instanceof ArchiveError ? error : new ArchiveError(advice(error, folder), { cause: error });
}

function advice(error: unknown, folder: string): string {
  const damaged = `The archive in ${folder} is damaged. Restore it from a backup, or ingest the articles into a new folder.`;
  const full = `The disk with the archive in ${folder} is full. Make room and try again; what was kept before is safe.`;
  const barred = `whosaid may not write in ${folder}. Give it the right to, or give another folder for the archive.`;
  if (error instanceof z.ZodError) return damaged;
  // An extended result code has the plain one in its lowest byte.
  switch ((DriverFault.safeParse(error).data?.rawCode ?? 0) & 0xff) {
    case BUSY:
      return `Another program is using the archive in ${folder}. Close that program and try again.`;
    case READ_ONLY:
    case CANNOT_OPEN:
      return barred;
    case DISK_FAILED:
      return `The disk with the archive in ${folder} cannot be read or written. See whether it is full or failing.`;
    case CORRUPT:
    case NOT_A_DATABASE:
      return damaged;
    case FULL:
      return full;
  }
  switch (FileFault.safeParse(error).data?.code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return `There is a file where the archive's folder ${folder} should be. Give another folder for the archive.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return barred;
    case 'ENOSPC':
    case 'EDQUOT':
      return full;
    case 'ENOENT':
      return `The folder ${folder} for the archive cannot be created. Give another folder.`;
  }
  const detail = error instanceof Error ? error.message : String(error);
  return `The archive in ${folder} cannot be used: ${detail}.`;
}

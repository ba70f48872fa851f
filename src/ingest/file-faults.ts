const CODES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  EIO: 'the disk has a fault',
  ENOSPC: 'the disk is full',
};

/** Why a file cannot be read, as the end of "it was skipped: …"; null where the fault is not of the file. */
export function faultOfFile(error: unknown): string | null {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return null;
  return `it cannot be read (${nameOfFault(error)})`;
}

/** A fault of the file system in words, as far as it is a usual one. */
export function nameOfFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CODES[code] ?? (code || 'unknown reason');
}

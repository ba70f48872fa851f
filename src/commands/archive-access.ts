import type { Desk } from '../answer/answer.ts';
import { createDesk } from '../answer/desk.ts';
import { type OpenMode, openArchive } from '../archive/open-archive.ts';
import { settingsOfProcess } from '../settings.ts';
import type { Options } from './options.ts';
import { tell } from './output.ts';

type OpenArchive = Awaited<ReturnType<typeof openArchive>>;

/** Opens the archive that the options or the settings name, and closes it when `use` is done. */
export async function withArchive<Result>(
  options: Options,
  mode: OpenMode,
  use: (archive: OpenArchive) => Promise<Result>,
): Promise<Result> {
  const archive = await openNamed(options.archive ?? null, mode);
  try {
    return await use(archive);
  } finally {
    await archive.close();
  }
}

/** A replica that the settings name is one of the archive that they name, and of no other. */
function openNamed(address: string | null, mode: OpenMode): Promise<OpenArchive> {
  if (address !== null) return openArchive(address, { mode, tell });
  const { archive, archiveRead } = settingsOfProcess();
  return openArchive(archive, { mode, readFrom: archiveRead, tell });
}

/** The same for whoever only asks: other processes may have the archive open. */
export function withDesk(options: Options, use: (desk: Desk) => Promise<void>): Promise<void> {
  const feeds = settingsOfProcess().feeds.map(({ key }) => key);
  return withArchive(options, 'read', (archive) => use(createDesk(archive, Date.now, feeds)));
}

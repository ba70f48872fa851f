import { correctCommand, embargoCommand, restoreCommand, restrictCommand, withdrawCommand } from './article-acts.ts';
import { backupCommand } from './backup.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { ingestCommand } from './ingest.ts';
import { logCommand } from './log.ts';
import { moveCommand } from './move.ts';
import { aliasCommand, peopleCommand, splitCommand, undoCommand } from './people.ts';
import { askCommand, findCommand } from './question.ts';
import { rereadCommand } from './reread.ts';
import { statusCommand } from './status.ts';
import { verifyCommand } from './verify.ts';

/** Every command, in the order of the help. What only some need and is large, they load when they are carried out. */
export const COMMANDS: readonly Command[] = [
  ingestCommand,
  askCommand,
  findCommand,
  verifyCommand,
  statusCommand,
  extractCommand,
  peopleCommand,
  aliasCommand,
  splitCommand,
  undoCommand,
  correctCommand,
  withdrawCommand,
  embargoCommand,
  restrictCommand,
  restoreCommand,
  logCommand,
  rereadCommand,
  backupCommand,
  moveCommand,
  exportCommand,
];

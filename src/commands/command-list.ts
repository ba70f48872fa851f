import { backupCommand } from './backup.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { ingestCommand } from './ingest.ts';
import { moveCommand } from './move.ts';
import { aliasCommand, peopleCommand, splitCommand, undoCommand } from './people.ts';
import { askCommand, findCommand } from './question.ts';
import { statusCommand } from './status.ts';
import { verifyCommand } from './verify.ts';

/** Every command, in the order of the help. */
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
  backupCommand,
  moveCommand,
  exportCommand,
];

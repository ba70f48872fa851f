import type { SlashCommand, User } from '../../workspace.ts';

/** One thing to complete what is typed with. */
export interface Completion {
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
}

/** What can be completed at the caret, and which part of the text a choice replaces (UTF-16 code units). */
export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly Completion[];
}

/** The most that are offered at once. */
const MOST = 6;

/** Completes a slash command at the start of a message, and a name after an `@` anywhere; null where there is nothing. */
export function completionsAt(
  text: string,
  caret: number,
  commands: readonly SlashCommand[],
  users: readonly User[],
): Completions | null {
  const before = text.slice(0, caret);
  const command = /^\/(\S*)$/.exec(before);
  if (command) {
    return found(0, caret, commands.filter((one) => one.command.startsWith(before)).map(commandChoice));
  }
  const name = /(?:^|[\s(])@([\p{L}\d._-]*)$/u.exec(before);
  if (!name) return null;
  const begun = (name[1] ?? '').toLowerCase();
  const matches = users.filter((user) =>
    [user.name, ...user.realName.toLowerCase().split(' ')].some((part) => part.startsWith(begun)),
  );
  return found(caret - begun.length - 1, caret, matches.map(nameChoice));
}

function found(start: number, end: number, choices: readonly Completion[]): Completions | null {
  return choices.length === 0 ? null : { start, end, choices: choices.slice(0, MOST) };
}

function commandChoice({ command, usageHint, description }: SlashCommand): Completion {
  return { insert: `${command} `, label: `${command} ${usageHint}`.trim(), detail: description };
}

function nameChoice({ name, realName, title }: User): Completion {
  return { insert: `@${name} `, label: `@${name}`, detail: realName === name ? title : `${realName}, ${title}` };
}

import { clean } from '../answer/printable-text.ts';

/* What is printed for people may hold words of strangers: none of them gets to steer a terminal. JSON is left as it is. */

/** Prints a result for a person. */
export function print(text: string): void {
  process.stdout.write(`${clean(text)}\n`);
}

/** Prints progress and messages, which are no results. */
export function tell(message: string): void {
  process.stderr.write(`${clean(message)}\n`);
}

/** Has the process go on where messages can be written no longer, as when a log's reader has ended. */
export function outliveWhoeverReadsMessages(): void {
  process.stderr.on('error', () => {});
}

/** Prints a result for a machine. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints one line of many; waits while the reader is slower than we are. */
export async function printLine(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

import { execFile } from 'node:child_process';

/** What a measurement in a process of its own came to. */
export type Outcome<Result> =
  | { readonly kind: 'measured'; readonly result: Result }
  /** It was ended after `seconds`. */
  | { readonly kind: 'too slow'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Room for what a measurement prints, in bytes. */
const MOST_PRINTED = 64 * 1024 * 1024;

/**
 * Runs a script in a process of its own, so that neither what was measured before it nor what this process keeps
 * weighs on it, and reads the JSON value that it prints. The script can call `gc()`.
 *
 * @param seconds after which it is ended
 */
export function runApart<Result>(
  script: string,
  args: readonly string[],
  seconds: number,
  read: (printed: unknown) => Result,
): Promise<Outcome<Result>> {
  return new Promise((resolve) => {
    const options = { timeout: seconds * 1000, maxBuffer: MOST_PRINTED, encoding: 'utf8' } as const;
    execFile(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', script, ...args],
      options,
      (error, stdout, stderr) => {
        if (error?.killed) return resolve({ kind: 'too slow', seconds });
        if (error) return resolve({ kind: 'failed', message: stderr.trim() || error.message });
        try {
          resolve({ kind: 'measured', result: read(JSON.parse(stdout)) });
        } catch (cause) {
          resolve({ kind: 'failed', message: `${script} printed no result: ${String(cause)}` });
        }
      },
    );
  });
}

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, relative } from 'node:path';

/** A page with a run's tables in it, or why they cannot go there. */
export type FilledPage =
  | { readonly kind: 'filled'; readonly page: string }
  | { readonly kind: 'faulty'; readonly reason: string };

/**
 * The page with what stands between its two markers replaced. The rest of a page is written by people, what stands
 * between the markers by one command only.
 *
 * @param name of the markers: `<!-- NAME:begin -->` and `<!-- NAME:end -->`
 */
export function fillMarked(page: string, name: string, measured: string): FilledPage {
  const [opening, closing] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [begin, end] = [page.indexOf(opening), page.indexOf(closing)];
  if (begin < 0 || end < begin) {
    return { kind: 'faulty', reason: `it needs the line ${opening} and below it the line ${closing}` };
  }
  return { kind: 'filled', page: `${page.slice(0, begin + opening.length)}\n\n${measured}\n\n${page.slice(end)}` };
}

/** Writes what was measured, under the date and the command, into a page; gives a sentence that says what was done. */
export function writeMarked(
  path: string,
  name: string,
  command: string,
  measured: string,
): { readonly isWritten: boolean; readonly message: string } {
  const heading = `Measured on ${new Date().toISOString().slice(0, 10)} with \`${command}\`.`;
  const filled = fillMarked(readFileSync(path, 'utf8'), name, `${heading}\n\n${measured}`);
  if (filled.kind === 'faulty') return { isWritten: false, message: `${path} was left as it is: ${filled.reason}.` };
  writeFileSync(path, filled.page);
  return { isWritten: true, message: `written to ${path}` };
}

/** A path below this folder as it is, of any other only the last name: a page must not tell about a machine. */
export function printablePath(path: string): string {
  const fromHere = relative(process.cwd(), path) || '.';
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? basename(path) : fromHere;
}

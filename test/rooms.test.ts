import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

/** The table of docs/design.md: what each room may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  article: [],
  extraction: ['article'],
  archive: ['article', 'extraction'],
  search: ['article', 'extraction'],
  sources: ['article'],
  export: ['article', 'extraction', 'archive'],
  answer: ['article', 'extraction', 'archive', 'search'],
  slack: ['answer'],
  playground: ['slack', 'answer'],
  evaluation: ['article', 'extraction'],
  ingest: ['article', 'extraction', 'archive', 'sources'],
  bench: ['article', 'extraction', 'evaluation', 'archive', 'ingest', 'search', 'answer'],
  commands: ['article', 'extraction', 'archive', 'search', 'sources', 'export', 'answer', 'ingest', '.'],
};

/** Packages that only some rooms may know. */
const PACKAGE_HOMES: readonly { readonly pattern: RegExp; readonly rooms: readonly string[] }[] = [
  { pattern: /^@slack\//, rooms: ['slack', 'playground'] },
  { pattern: /^fuse\.js$/, rooms: ['search', 'bench'] },
  { pattern: /^(?:libsql|better-sqlite3|pg|postgres|node:sqlite)$/, rooms: ['archive'] },
  { pattern: /^(?:react|react-dom|slack-blocks-to-jsx|esbuild|ws)(?:\/|$)/, rooms: ['playground'] },
  { pattern: /^wink-/, rooms: ['extraction'] },
  { pattern: /^(?:compromise|minisearch|@leeoniya\/ufuzzy)(?:\/|$)/, rooms: ['bench'] },
  { pattern: /^dotenv/, rooms: ['.'] },
];

interface SourceFile {
  readonly path: string;
  /** A folder of src, or `.` for a file right in it. */
  readonly room: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:m?ts|tsx|mjs)$/.test(path))
  .map((path) => {
    const text = readFileSync(resolve(SOURCE, path), 'utf8');
    const imports = [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)(['"])([^'"]+)\1/g)].map(
      (match) => match[2] ?? '',
    );
    return { path, room: path.includes(sep) ? (path.split(sep)[0] ?? '.') : '.', imports };
  });

/** The room that a relative import leads to. */
function roomOf(from: string, specifier: string): string {
  const target = relative(SOURCE, resolve(SOURCE, dirname(from), specifier));
  return target.includes(sep) ? (target.split(sep)[0] ?? '.') : '.';
}

describe('rooms', () => {
  it('are those of the table, and each has files', () => {
    expect([...new Set(files.map((file) => file.room))].sort()).toEqual(['.', ...Object.keys(MAY_IMPORT)].sort());
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only what the table allows', (room) => {
    const allowed = new Set([room, ...(MAY_IMPORT[room] ?? [])]);
    const breaches = files
      .filter((file) => file.room === room)
      .flatMap((file) =>
        file.imports
          .filter((specifier) => specifier.startsWith('.') && !allowed.has(roomOf(file.path, specifier)))
          .map((specifier) => `${file.path} imports ${specifier}`),
      );
    expect(breaches).toEqual([]);
  });

  it('keep packages at home', () => {
    const breaches = files.flatMap((file) =>
      file.imports
        .filter((specifier) =>
          PACKAGE_HOMES.some(({ pattern, rooms }) => pattern.test(specifier) && !rooms.includes(file.room)),
        )
        .map((specifier) => `${file.path} imports ${specifier}`),
    );
    expect(breaches).toEqual([]);
  });

  it('leave the environment to settings.ts', () => {
    const readers = files.filter(({ path }) => /\bprocess\.env\b/.test(readFileSync(resolve(SOURCE, path), 'utf8')));
    expect(readers.map(({ path }) => path)).toEqual(['settings.ts']);
  });
});

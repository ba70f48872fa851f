import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** What is loaded before the first line of a file runs: the files and packages that its imports lead to. */
function loadedBy(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const left = [resolve(SOURCE, entry)];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    const name = relative(SOURCE, file).split(sep).join('/');
    if (loaded.has(name)) continue;
    loaded.add(name);
    const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?\bfrom\s+'([^']+)'/gm);
    for (const [, specifier = ''] of imports) {
      if (specifier.startsWith('.')) left.push(resolve(dirname(file), specifier));
      else loaded.add(specifier);
    }
  }
  return loaded;
}

describe('the command line', () => {
  const loaded = loadedBy('cli.ts');

  it('loads every command', () => {
    expect([...loaded]).toEqual(expect.arrayContaining(['commands/question.ts', 'commands/ingest.ts']));
  });

  it.each(['article/read-document.ts', 'extraction/extract.ts', 'linkedom', 'mammoth', 'feedsmith'])(
    'loads %s only where articles are read: a question needs neither the time nor the memory',
    (name) => {
      expect([...loaded]).not.toContain(name);
    },
  );
});

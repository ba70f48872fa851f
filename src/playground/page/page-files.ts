import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The page's own files, ready to be sent. */
export interface PageFiles {
  /** With `{{token}}` where the run's token goes. */
  readonly html: string;
  readonly script: string;
  readonly styles: string;
}

/** Reads the page and puts its scripts and styles together; takes some tenths of a second. */
export async function readPageFiles(): Promise<PageFiles> {
  const [html, bundle] = await Promise.all([
    readFile(here('page.html'), 'utf8'),
    build({
      entryPoints: [here('browser/page.ts'), here('styles/page.css')],
      bundle: true,
      write: false,
      outdir: 'out',
      entryNames: '[name]',
      format: 'esm',
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    }),
  ]);
  const file = (ending: string) => bundle.outputFiles.find((output) => output.path.endsWith(ending))?.text ?? '';
  return { html, script: file('.js'), styles: file('.css') };
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

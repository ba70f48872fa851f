import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** How another process is started. */
export interface ProcessOptions {
  /** The size in blocks of 512 bytes that no file may outgrow: a disk that runs full. */
  readonly mostBlocks?: number;
  /** What the script is given behind the archive. */
  readonly words?: readonly string[];
}

/** Another process that runs one of the scripts in this folder on an archive. */
export class ArchiveProcess {
  readonly lines: string[] = [];
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<{ readonly status: number | null; readonly errors: string }>;

  constructor(script: string, archive: string, { mostBlocks, words = [] }: ProcessOptions = {}) {
    const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
    const node = [process.execPath, '--import', 'tsx', path, archive, ...words];
    const limit = mostBlocks === undefined ? '' : `ulimit -f ${mostBlocks}; `;
    // tsx would write what it has compiled beside our archive's limit: no cache.
    const env = { ...process.env, TSX_DISABLE_CACHE: '1' };
    this.#child = spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', ...node], { env });
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.lines.push(line));
    let errors = '';
    this.#child.stderr.on('data', (chunk) => {
      errors += String(chunk);
    });
    this.#ended = once(this.#child, 'close').then(() => ({ status: this.#child.exitCode, errors }));
  }

  /** Waits until it has said this many lines, or has ended. */
  async hasSaid(count: number): Promise<void> {
    let isOver = false;
    const over = this.#ended.then(() => {
      isOver = true;
    });
    while (this.lines.length < count && !isOver) await Promise.race([once(this.#child.stdout, 'data'), over]);
  }

  /** Kills it, and gives what it had said on standard error. */
  async kill(): Promise<string> {
    this.#child.kill('SIGKILL');
    return (await this.#ended).errors;
  }

  ended(): Promise<{ readonly status: number | null; readonly errors: string }> {
    return this.#ended;
  }
}

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a process came to. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** How a process is started. */
export interface Start {
  /** `src/cli.ts` or `src/main.ts`. */
  readonly script?: string;
  readonly words?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
  /** The size in blocks of 512 bytes that no file may outgrow: a disk that runs full. */
  readonly mostBlocks?: number;
}

/** whosaid in a process of its own. */
export class WhosaidProcess {
  #out = '';
  #err = '';
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<Ended>;

  constructor({ script = 'src/cli.ts', words = [], settings = {}, mostBlocks }: Start) {
    const node = [process.execPath, '--import', 'tsx', script, ...words];
    const limit = mostBlocks === undefined ? '' : `ulimit -f ${mostBlocks}; `;
    // tsx would write what it has compiled beside our limit: no cache.
    const env = { ...process.env, TSX_DISABLE_CACHE: '1', SLACK_BOT_TOKEN: '', ...settings };
    this.#child = spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', ...node], { cwd: ROOT, env });
    this.#child.stdout.on('data', (chunk) => {
      this.#out += String(chunk);
    });
    this.#child.stderr.on('data', (chunk) => {
      this.#err += String(chunk);
    });
    this.#ended = once(this.#child, 'close').then(() => {
      return { status: this.#child.exitCode, out: this.#out, err: this.#err };
    });
  }

  /** Waits until it has said something that fits on standard error, or has ended. */
  async hasSaid(what: RegExp): Promise<void> {
    let isOver = false;
    const over = this.#ended.then(() => {
      isOver = true;
    });
    while (!what.test(this.#err) && !isOver) await Promise.race([once(this.#child.stderr, 'data'), over]);
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  ended(): Promise<Ended> {
    return this.#ended;
  }
}

/** Runs a command of whosaid to its end. */
export function run(words: readonly string[], start: Start = {}): Promise<Ended> {
  return new WhosaidProcess({ words, ...start }).ended();
}

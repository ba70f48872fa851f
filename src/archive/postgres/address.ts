import { ArchiveError } from '../archive.ts';

/** The address of a database: how to reach it, and how to speak of it. */
export interface PostgresAddress {
  /** With user and password: for the driver alone, never for a message. */
  readonly url: string;
  /** What a person is told: the database's name and where it is. */
  readonly place: string;
  /** How many connections may be open at once. */
  readonly mostConnections: number;
}

/** Connections that one whosaid holds at the most, where the address does not say `?pool=N`. */
const CONNECTIONS = 10;
const MOST_CONNECTIONS = 500;

/**
 * Reads `postgres://user:password@host:port/database`. Whatever else PostgreSQL's driver knows may follow it
 * (`?sslmode=verify-full`, `&options=-c search_path=…`), and `pool=N` of ours.
 *
 * @throws ArchiveError that does not repeat the address, which may hold a password
 */
export function readAddress(address: string): PostgresAddress {
  const url = parsed(address);
  const pool = url.searchParams.get('pool');
  url.searchParams.delete('pool');
  const mostConnections = pool === null ? CONNECTIONS : Number(pool);
  if (!Number.isInteger(mostConnections) || mostConnections < 1 || mostConnections > MOST_CONNECTIONS) {
    throw new ArchiveError(
      `The address of the PostgreSQL archive asks for a pool that is no number of connections from 1 to ${MOST_CONNECTIONS}. Give pool=${CONNECTIONS} or leave it out.`,
    );
  }
  return { url: url.href, place: placeOf(url), mostConnections };
}

function parsed(address: string): URL {
  try {
    const url = new URL(address);
    decodeURIComponent(url.username + url.password + url.pathname + url.hostname);
    return url;
  } catch {
    throw new ArchiveError(
      'The address of the PostgreSQL archive cannot be read. Write postgres://USER:PASSWORD@HOST:PORT/DATABASE, with @, : and / in a password as %40, %3A and %2F.',
    );
  }
}

function placeOf(url: URL): string {
  const host = url.searchParams.get('host') ?? (decodeURIComponent(url.hostname) || 'this machine');
  const port = url.searchParams.get('port') ?? url.port;
  const name = decodeURIComponent(url.pathname.slice(1));
  return `the PostgreSQL database ${name === '' ? '' : `${name} `}on ${host}${port === '' ? '' : `:${port}`}`;
}

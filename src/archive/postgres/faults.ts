import pg from 'pg';
import { z } from 'zod';
import { ArchiveError } from '../archive.ts';

/** Conditions by their code (postgresql.org/docs/current/errcodes-appendix.html), as far as there is something to advise. */
const ADVICE: Readonly<Record<string, (place: string) => string>> = {
  '28P01': (place) => `The password for ${place} is wrong. Mend the archive's address.`,
  '28000': (place) => `The user may not log in to ${place}. Mend the archive's address, or let the user in.`,
  '3D000': (place) => `There is no database by that name: ${place}. Create it, or mend the archive's address.`,
  '42501': (place) => `The user lacks a right in ${place}. Make the user the owner of the schema, or grant the right.`,
  '53100': (place) => `The disk of ${place} is full. Make room and try again; what was kept before is safe.`,
  '53200': (place) => `The server of ${place} is out of memory. Try again; what was kept before is safe.`,
  '53300': (place) =>
    `There are too many connections to ${place}. Let it take more, or give this whosaid a smaller pool.`,
  '57014': (place) => `What was asked of ${place} took too long and was stopped. Try again, or with fewer words.`,
  '55P03': (place) => `Something in ${place} is locked by somebody else. Try again.`,
  '25006': (place) =>
    `Nothing can be written in ${place}: it is a replica, or read-only. Give the address of the primary.`,
  '42P01': (place) => `A table is missing in ${place}. Restore it from a backup, or start with an empty database.`,
  '40P01': (place) => `Too many were writing into ${place} at once. Try again; nothing of this step was kept.`,
  '40001': (place) => `Too many were writing into ${place} at once. Try again; nothing of this step was kept.`,
  '54000': (place) => `Something is longer than ${place} can hold. Shorten the article's id or dates.`,
};

/** Conditions in which the server is going, gone or not there yet. */
const AWAY = /^(?:08...|57P0[1-5])$/;
/** Codes of the operating system for a server that cannot be reached, or that went away. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const Coded = z.object({ code: z.string() });

/** The code of a fault: PostgreSQL's, or the operating system's; null where it has none. */
export function codeOf(error: unknown): string | null {
  return Coded.safeParse(error).data?.code ?? null;
}

/** Whether the server was away: the same may be asked again once it is back. */
export function isAway(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== null) return UNREACHABLE.has(code) || AWAY.test(code);
  // What the driver says itself of a connection that ended, or did not come about in time, has no code.
  return error instanceof Error && error.constructor === Error;
}

/** What a person is told of a fault of this database; it never holds the address, nor what the driver said of it. */
export function archiveFault(error: unknown, place: string): unknown {
  if (error instanceof ArchiveError) return error;
  if (error instanceof z.ZodError) return new ArchiveError(damaged(place), { cause: error });
  const sentence = sentenceFor(error, place);
  return sentence === null ? error : new ArchiveError(sentence, { cause: error });
}

function sentenceFor(error: unknown, place: string): string | null {
  const code = codeOf(error) ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `There is no host by that name: ${place}. Mend the address.`;
  const advice = ADVICE[code];
  if (advice) return advice(place);
  if (code.startsWith('XX00')) return damaged(place);
  if (isAway(error)) {
    return `${capital(place)} cannot be reached. See that it runs and lets this machine in; what was kept is safe.`;
  }
  if (error instanceof pg.DatabaseError) return `${capital(place)} refuses (${code}): ${error.message}.`;
  return null;
}

const capital = (place: string) => `${place.charAt(0).toUpperCase()}${place.slice(1)}`;

function damaged(place: string): string {
  return `The archive in ${place} is damaged. Restore it from a backup, or ingest the articles into an empty database.`;
}

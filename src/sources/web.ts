import type { Contents, Document } from '../article/document.ts';
import { readDocument } from '../article/read-document.ts';
import { type Fetched, type FetchOptions, fetchSafely } from './fetch-safely.ts';
import { Turns, type Wait, waitByClock } from './turns.ts';
import { readWebAddress } from './web-address.ts';

/** The web, asked safely and politely. */
export interface Web {
  /** Reads what was fetched. */
  readonly read: (document: Document) => Promise<Contents>;
  fetch(address: string, options?: Pick<FetchOptions, 'limits' | 'signal' | 'types' | 'validators'>): Promise<Fetched>;
}

/** What all that is fetched has in common. */
export interface WebOptions extends Pick<FetchOptions, 'allowance' | 'limits' | 'now' | 'resolve'> {
  readonly wait?: Wait;
  /** How what was fetched is read: in this thread unless given. */
  readonly read?: Web['read'];
}

/** Pages fetched at once over all hosts; of one host there is never more than one. */
export const FETCHES_AT_ONCE = 4;
/** The pause between two fetches from one host, milliseconds. */
const GAP_MS = 250;

/** The web as this machine sees it: one fetch at a time for each host, and a few over all. */
export function openWeb({ wait = waitByClock, read: readBy = readDocument, ...common }: WebOptions = {}): Web {
  const turns = new Turns({ atOnce: FETCHES_AT_ONCE, gapMs: GAP_MS, wait });
  return {
    read: readBy,
    fetch(address, { limits, ...options } = {}) {
      const read = readWebAddress(address);
      const work = () => fetchSafely(address, { ...common, ...options, limits: { ...common.limits, ...limits } });
      return read.kind === 'refused' ? work() : turns.take(read.url.host, work, options.signal);
    },
  };
}

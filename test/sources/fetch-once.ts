import { fetchSafely } from '../../src/sources/fetch-safely.ts';
import { LOOPBACK } from './loopback.ts';

/* Fetches one address, whose name leads to the loopback, and prints what it came to: for tests that need a process. */

const outcome = await fetchSafely(process.argv[2] ?? '', {
  allowance: LOOPBACK,
  resolve: async () => ['127.0.0.1'],
});
const printed = outcome.kind === 'fetched' ? { ...outcome, bytes: Buffer.from(outcome.bytes).toString() } : outcome;
process.stdout.write(JSON.stringify(printed));

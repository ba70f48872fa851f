import type { TestProject } from 'vitest/node';
import { startPostgres, type TestServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server that all test files share. */
    readonly postgres: string;
  }
}

/** One server for a whole run of the tests; without it each test file that wants one starts its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.WHOSAID_TEST_POSTGRES) return async () => undefined;
  // Where none can be had, the test files say so themselves.
  const server: TestServer | null = await startPostgres().catch(() => null);
  if (server) project.provide('postgres', server.url);
  return async () => server?.end();
}

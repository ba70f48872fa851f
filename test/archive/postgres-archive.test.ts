import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { CandidateIndex } from '../../src/archive/candidate-query.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { databasesForTests } from './postgres-databases.ts';
import { printed } from './printed-article.ts';
import { describeStore } from './store-contract.ts';

const databases = await databasesForTests();

describe.skipIf(!databases)('the store in PostgreSQL', () => {
  const openEmpty = async () => openArchive((await databases?.create()) ?? '');

  describeStore(openEmpty, async () => {
    const url = (await databases?.create()) ?? '';
    const age = async (archive: Archive & CandidateIndex) => {
      await databases?.query(url, 'UPDATE versions SET reading = 0');
      return archive;
    };
    return { archive: await openArchive(url), age };
  });

  it('refuses to change or remove a line of its log', async () => {
    const url = (await databases?.create()) ?? '';
    const archive = await openArchive(url);
    await archive.keep([printed('one', [{ fact: 'One' }])]);
    const lines = await archive.journal({ limit: 9 });
    const line = `INSERT INTO journal (n, at, who, deed) OVERRIDING SYSTEM VALUE VALUES (${lines[0]?.n}, '', '', '')`;
    for (const change of [
      `UPDATE journal SET who = 'nobody'`,
      'DELETE FROM journal',
      'TRUNCATE journal',
      `${line} ON CONFLICT (n) DO UPDATE SET who = 'nobody'`,
    ]) {
      await expect(databases?.query(url, change)).rejects.toThrow('the log is only added to');
    }
    expect(await archive.journal({ limit: 9 })).toEqual(lines);
    await archive.close();
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connection } from '../../src/archive/embedded/connection.ts';
import { migrate } from '../../src/archive/embedded/migrations.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { entriesOf } from '../../src/extraction/entry.ts';
import { printed } from './printed-article.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-older-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An archive as the first version of the store kept it, with two articles that print the same words. */
function keepAsFirstVersion(): void {
  const connection = new Connection(join(folder, 'whosaid.db'));
  migrate(connection, folder, 1);
  for (const [index, id] of ['first', 'second'].entries()) {
    const { article, extraction } = printed(id, [
      { fact: `Article ${id}` },
      { said: 'The weir will hold', by: 'Mayor Ann Lee', speaker: 'Ann Lee' },
    ]);
    const version = index + 1;
    connection.run('INSERT INTO articles (id) VALUES (?)', id);
    connection.run(
      `INSERT INTO versions (n, article, sha256, is_current, kept_at, published, in_words)
       VALUES (?, ?, ?, 1, '2016-01-01T00:00:00Z', '', ' ')`,
      version,
      id,
      article.sha256,
    );
    connection.run('INSERT INTO texts VALUES (?, ?, ?)', version, article.text, '[]');
    for (const [place, entry] of entriesOf(article, extraction).entries()) {
      connection.run(
        `INSERT INTO entries (id, version, place, kind, text, spans, speaker, status, printed_source, rule, norm, spk)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, '')`,
        entry.id,
        version,
        place,
        entry.kind,
        entry.text,
        JSON.stringify(
          [entry.content, entry.source, entry.cue, entry.evidence].map((spans) =>
            spans.flatMap(({ start, end }) => [start, end]),
          ),
        ),
        entry.speaker,
        entry.status,
        entry.printedSource,
        entry.text.toLowerCase(),
      );
    }
  }
  connection.close();
}

describe('an archive of the first version', () => {
  it('knows, once it is opened, which articles print the same words', async () => {
    keepAsFirstVersion();
    const archive = await openArchive(folder);
    const [, weir] = await archive.entriesOf('first');
    expect(weir?.text).toBe('The weir will hold');
    expect((await archive.sameWords([weir?.id ?? ''], 5))[0]?.articles).toBe(2);
    await archive.close();
  });
});

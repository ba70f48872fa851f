import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connection } from '../../src/archive/embedded/connection.ts';
import { migrate } from '../../src/archive/embedded/migrations.ts';
import { countWords } from '../../src/archive/embedded/vocabulary.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { identityOf } from '../../src/article/article-id.ts';
import { entriesOf } from '../../src/extraction/entry.ts';
import { printed } from './printed-article.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-older-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An archive as the first version of the store kept it, with two articles that print the same words. */
function keepAsFirstVersion(...state: readonly [string, string | null, string | null]): void {
  const connection = new Connection(join(folder, 'whosaid.db'));
  migrate(connection, folder, 1);
  for (const [index, id] of ['first', 'second'].entries()) {
    const { article, extraction } = printed(id, [
      { fact: `Article ${id}` },
      { said: 'The weir will hold', by: 'Mayor Ann Lee', speaker: 'Ann Lee' },
    ]);
    const version = index + 1;
    connection.run('INSERT INTO articles (id, state, state_at, state_note) VALUES (?, ?, ?, ?)', id, ...state);
    connection.run(
      `INSERT INTO versions (n, article, sha256, is_current, kept_at, published, in_words, url)
       VALUES (?, ?, ?, 1, '2016-01-01T00:00:00Z', '', ' ', ?)`,
      version,
      id,
      article.sha256,
      `https://gazette.example/${id}/?utm_source=x`,
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
  const words = { norm: 'the weir will hold', spk: '' };
  connection.run('INSERT INTO search (rowid, norm, spk) SELECT n, norm, spk FROM entries');
  countWords(connection, [...['first', 'second'].map((id) => ({ norm: `article ${id}`, spk: '' })), words, words], 1);
  connection.run(`UPDATE tallies SET n = 2`);
  connection.close();
}

describe('an archive of the first version', () => {
  it('knows, once it is opened, which articles print the same words', async () => {
    keepAsFirstVersion('live', null, null);
    const archive = await openArchive(folder);
    const [, weir] = await archive.entriesOf('first');
    expect(weir?.text).toBe('The weir will hold');
    expect((await archive.sameWords([weir?.id ?? ''], 5, { channel: null }))[0]?.articles).toBe(2);
    await archive.close();
  });

  it('knows its articles by any spelling of their addresses', async () => {
    keepAsFirstVersion('live', null, null);
    const archive = await openArchive(folder);
    const identity = identityOf({ url: 'http://gazette.example/first#top', place: 'first.html' });
    expect(await archive.recognise([{ identity, sha256: '0'.repeat(64) }])).toEqual([{ kind: 'changed', id: 'first' }]);
    await archive.check();
    await archive.close();
  });

  it.each(['corrected', 'withdrawn'])('keeps what it said of an article that was %s', async (kind) => {
    keepAsFirstVersion(kind, '2016-02-01T00:00:00Z', 'As it was.');
    const archive = await openArchive(folder);
    const state = { kind, at: '2016-02-01T00:00:00Z', note: 'As it was.' };
    expect((await archive.article('first'))?.state).toEqual(state);
    expect(await archive.candidates([{ kind: 'every', limit: 9 }], {})).toHaveLength(kind === 'corrected' ? 4 : 0);
    await archive.check();
    await archive.close();
  });

  it('refuses to change or remove a line of its log', async () => {
    const archive = await openArchive(folder);
    await archive.keep([printed('one', [{ fact: 'One' }])]);
    await archive.close();
    const connection = new Connection(join(folder, 'whosaid.db'));
    for (const change of [
      `UPDATE journal SET who = 'nobody'`,
      'DELETE FROM journal',
      `INSERT OR REPLACE INTO journal (n, at, who, deed) VALUES (1, '', '', '')`,
      `INSERT INTO journal (n, at, who, deed) VALUES (1, '', '', '') ON CONFLICT DO UPDATE SET who = 'nobody'`,
    ]) {
      expect(() => connection.execute(change)).toThrow('the log is only added to');
    }
    connection.close();
  });
});

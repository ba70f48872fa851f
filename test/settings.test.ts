import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../src/settings.ts';
import { mayReach, PUBLIC_ONLY } from '../src/sources/addresses.ts';

const SECRET = '0123456789abcdef0123456789abcdef';

function faultsOf(variables: Record<string, string>): string[] {
  try {
    readSettings(variables);
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n').slice(1);
    throw error;
  }
  return [];
}

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toEqual({
      archive: 'data',
      archiveRead: null,
      seeds: 'seeds',
      port: 3000,
      slack: null,
      fetchAllow: PUBLIC_ONLY,
      feeds: [],
      feedIntervalMs: 600_000,
    });
  });

  it('takes the example file as it is', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const variables = Object.fromEntries(
      [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1] ?? '', match[2] ?? '']),
    );
    expect(readSettings(variables)).toEqual(readSettings({}));
    expect(Object.keys(variables).sort()).toEqual(
      [
        'PORT',
        'SLACK_API_URL',
        'SLACK_APP_TOKEN',
        'SLACK_BOT_TOKEN',
        'SLACK_SIGNING_SECRET',
        'WHOSAID_ARCHIVE',
        'WHOSAID_FEEDS',
        'WHOSAID_FEED_MINUTES',
        'WHOSAID_ARCHIVE_READ',
        'WHOSAID_FETCH_ALLOW',
        'WHOSAID_SEEDS',
      ].sort(),
    );
  });

  it('takes a read replica only of an archive in PostgreSQL, and repeats no password', () => {
    const [archive, replica] = ['postgres://ann:geheim@one/news', 'postgres://ann:geheim@two/news'];
    const settings = readSettings({ WHOSAID_ARCHIVE: archive, WHOSAID_ARCHIVE_READ: replica });
    expect(settings).toMatchObject({ archive, archiveRead: replica });
    expect(faultsOf({ WHOSAID_ARCHIVE_READ: replica })).toEqual([
      '  - WHOSAID_ARCHIVE_READ is set, so WHOSAID_ARCHIVE must be a postgres:// address as well',
    ]);
    expect(faultsOf({ WHOSAID_ARCHIVE: archive, WHOSAID_ARCHIVE_READ: 'geheim' })).toEqual([
      '  - WHOSAID_ARCHIVE_READ must be the postgres:// address of a replica of the archive',
    ]);
  });

  it('joins by Socket Mode where an app token is set, else by HTTP', () => {
    const both = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: SECRET };
    expect(readSettings(both).slack).toEqual({ kind: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: null });
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: 'http://127.0.0.1:9/api/' };
    expect(readSettings(http).slack).toEqual({
      kind: 'http',
      botToken: 'xoxb-1',
      signingSecret: SECRET,
      apiUrl: 'http://127.0.0.1:9/api/',
    });
  });

  it('reads which private hosts may be asked', () => {
    const { fetchAllow } = readSettings({ WHOSAID_FETCH_ALLOW: 'cms.internal, 10.0.0.0/8' });
    expect(mayReach('cms.internal', '192.168.0.1', fetchAllow)).toBe(true);
    expect(mayReach('other.internal', '10.9.8.7', fetchAllow)).toBe(true);
    expect(mayReach('other.internal', '192.168.0.1', fetchAllow)).toBe(false);
    expect(faultsOf({ WHOSAID_FETCH_ALLOW: 'http://a b/c d' })).toEqual([
      '  - WHOSAID_FETCH_ALLOW has a fault: entry 1 is no host name, address or network like 192.168.0.0/16',
      '  - WHOSAID_FETCH_ALLOW has a fault: entry 2 is no host name, address or network like 192.168.0.0/16',
    ]);
  });

  it('reads which feeds are watched, and how often', () => {
    const { feeds, feedIntervalMs } = readSettings({
      WHOSAID_FEEDS: 'https://a.example/feed,https://b.example/feed?token=secret',
      WHOSAID_FEED_MINUTES: '2.5',
    });
    expect(feeds.map(({ shownAs }) => shownAs)).toEqual(['https://a.example/feed', 'https://b.example/feed?…']);
    expect(feedIntervalMs).toBe(150_000);
    const faults = faultsOf({
      WHOSAID_FEEDS: 'file:///secret https://u:secret@a.example/',
      WHOSAID_FEED_MINUTES: '0',
    });
    expect(faults).toEqual([
      expect.stringContaining('WHOSAID_FEEDS has a fault: entry 1 cannot be watched'),
      expect.stringContaining('WHOSAID_FEEDS has a fault: entry 2 cannot be watched'),
      '  - WHOSAID_FEED_MINUTES must be 1 to 1440 minutes',
    ]);
    expect(faults.join()).not.toContain('secret');
  });

  it('names all faults at once, each with what to do', () => {
    const faults = faultsOf({
      PORT: 'eighty',
      SLACK_BOT_TOKEN: 'xoxp-1',
      SLACK_APP_TOKEN: 'nonsense',
      SLACK_API_URL: 'ftp://x',
    });
    expect(faults).toEqual([
      '  - PORT must be a port number, such as 3000',
      "  - SLACK_BOT_TOKEN must start with xoxb-: copy it from “OAuth & Permissions” of your app's settings",
      "  - SLACK_APP_TOKEN must start with xapp-: copy it from “Basic Information”, App-Level Tokens, of your app's settings",
      '  - SLACK_API_URL must be an address such as https://slack.com/api/',
    ]);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN is set, so either'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
    [{ PORT: '70000' }, 'PORT must be 0 to 65535'],
  ])('refuses %j', (variables, start) => {
    expect(faultsOf(variables)).toHaveLength(1);
    expect(faultsOf(variables)[0]).toContain(start);
  });

  it('never repeats a value, which may be a secret', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'hunter2-secret', SLACK_SIGNING_SECRET: 'also-secret' }).join()).not.toMatch(
      /hunter2|also-secret/,
    );
  });
});

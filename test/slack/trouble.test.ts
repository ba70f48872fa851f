import { AuthorizationError, MultipleListenerError } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withoutSecrets } from '../../src/slack/log.ts';
import { isRefusal, troubleOf } from '../../src/slack/trouble.ts';

const refusal = (error: string, more: object = {}) => new WebAPIPlatformError({ ok: false, error, ...more });

describe('an error', () => {
  it.each([
    ['a lost token', refusal('token_revoked'), 'Slack refuses with token_revoked', /set the new token/],
    [
      'a missing scope',
      refusal('missing_scope', { needed: 'im:history' }),
      /missing_scope/,
      /add the scope im:history/,
    ],
    ['a channel without the bot', refusal('not_in_channel'), /not_in_channel/, /invite the bot/],
    ['a code not known here', refusal('moon_phase'), /moon_phase/, /documentation/],
    ['a wait', new WebAPIRateLimitedError(9), /wait 9 s/, /nothing/],
    ['a failing Slack', new WebAPIHTTPError(502, 'Bad Gateway', {}), /HTTP 502/, /slack-status/],
    ['no network', new WebAPIRequestError(new Error('ECONNREFUSED')), /cannot be reached.*ECONNREFUSED/, /network/],
    ['a form not known', z.string().safeParse(1).error, /form not known here/, /payloads/],
    ['one within Bolt’s', new AuthorizationError('no', refusal('invalid_auth')), /invalid_auth/, /token/],
    ['the first of several', new MultipleListenerError([refusal('not_in_channel')]), /not_in_channel/, /invite/],
    ['something thrown that is no error', 'plain words', 'plain words', /no place/],
  ])('says what happened and where to mend it: %s', (_what, error, cause, mend) => {
    const trouble = troubleOf(error);
    expect(trouble.cause).toMatch(cause);
    expect(trouble.mend).toMatch(mend);
    expect(trouble.sentence).toMatch(/^[A-Zw].*\.$/);
  });

  it('names the line of ours that it comes from, without the folder around the project', () => {
    const error = new Error('the archive is locked');
    error.stack = 'Error: the archive is locked\n    at read (/home/desk/whosaid/src/archive/store.ts:12:5)';
    expect(troubleOf(error).mend).toBe('src/archive/store.ts:12');
  });

  it('names its cause', () => {
    expect(troubleOf(new TypeError('fetch failed', { cause: new Error('ENOTFOUND') })).cause).toContain('ENOTFOUND');
  });

  it('is one of Slack’s refusals only with that code', () => {
    expect(isRefusal(refusal('not_in_channel'), 'is_archived', 'not_in_channel')).toBe(true);
    expect(isRefusal(refusal('not_in_channel'), 'is_archived')).toBe(false);
    expect(isRefusal(new Error('not_in_channel'), 'not_in_channel')).toBe(false);
  });
});

describe('the log', () => {
  it.each([
    ['a secret it was told of', 'key s3cret-key here', 'key (hidden) here'],
    ['a bot token', 'with xoxb-1-2-abc.', 'with (hidden)'],
    ['an app-level token', 'xapp-1-A0-2-ff', '(hidden)'],
    ['a response address', 'https://hooks.slack.com/commands/T1/2/abc failed', '(hidden) failed'],
    ['a socket’s address', 'wss://wss.slack.com/link?ticket=1', '(hidden)'],
    ['nothing else, but on one line', 'one\n  two\r\nthree', 'one two three'],
  ])('hides %s', (_what, line, expected) => {
    const lines: string[] = [];
    withoutSecrets((safe) => lines.push(safe), ['s3cret-key'])(line);
    expect(lines).toEqual([expected]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/playground/local-slack.ts';
import { quiet } from './tiny-app.ts';
import { answerTo, clientOf } from './web-client.ts';

const newsdesk = 'C0NEWSDESK';

let slack: LocalSlack;

beforeEach(async () => {
  slack = await startLocalSlack();
});

afterEach(() => slack.stop());

describe('tokens, scopes and rates', () => {
  it.each<[string, string | null, string, string]>([
    ['no token', null, 'auth.test', 'not_authed'],
    ['somebody else’s token', 'xoxb-other', 'auth.test', 'invalid_auth'],
    ['the bot’s token for a socket', 'xoxb-local-bot-token', 'apps.connections.open', 'not_allowed_token_type'],
    ['the app’s token for a message', 'xapp-local-app-token', 'chat.postMessage', 'not_allowed_token_type'],
  ])('%s', async (_name, token, method, error) => {
    expect(await answerTo(clientOf(slack, token).apiCall(method, {}))).toMatchObject({ error });
  });

  it('a method without its scope is refused', async () => {
    const narrow = await startLocalSlack({ scopes: ['chat:write'] });
    const call = clientOf(narrow).users.info({ user: 'U0NADIA' });
    expect(await answerTo(call)).toEqual({ error: 'missing_scope', faults: '[ERROR] users.info needs users:read' });
    await narrow.stop();
  });

  it('a limited method is answered with 429 once for each limit', async () => {
    slack.rateLimitNext('api.test', 7);
    const call = () =>
      fetch(`${slack.apiUrl}api.test`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.installation.botToken}` },
      });
    const limited = await call();
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await call()).status).toBe(200);
  });

  it('every call is written down, without its token', async () => {
    const client = clientOf(slack);
    await answerTo(
      client.apiCall('chat.postMessage', { ...quiet, channel: newsdesk, text: 'x', blocks: [{ type: 'poem' }] }),
    );
    await client.chat.postMessage({ ...quiet, channel: newsdesk, text: 'An answer' });
    expect(slack.calls).toMatchObject([
      { method: 'chat.postMessage', given: { channel: newsdesk, blocks: [{ type: 'poem' }] }, error: 'invalid_blocks' },
      { method: 'chat.postMessage', given: { channel: newsdesk, text: 'An answer' }, error: null, faults: [] },
    ]);
    expect(JSON.stringify(slack.calls)).not.toContain('xoxb');
  });
});

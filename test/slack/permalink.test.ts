import { describe, expect, it } from 'vitest';
import { threadLink } from '../../src/slack/permalink.ts';

const AT = 'https://newsroom.slack.com/archives';

describe('a thread’s link', () => {
  it.each([
    ['to a message', `${AT}/C123/p1700000000000100`, 'C123', '1700000000.000100'],
    ['to a reply', `${AT}/C123/p1700000000000100?thread_ts=1699999999.000200&cid=C123`, 'C123', '1699999999.000200'],
    [
      'to a reply, without cid',
      `${AT}/C123/p1700000000000100?thread_ts=1699999999.000200`,
      'C123',
      '1699999999.000200',
    ],
    ['in a private channel', `${AT}/G0ABC/p1700000000000100`, 'G0ABC', '1700000000.000100'],
    ['with blanks around', `  ${AT}/C123/p1700000000000100\n`, 'C123', '1700000000.000100'],
    [
      'of an enterprise',
      'https://gazette.enterprise.slack.com/archives/C123/p1700000000000100',
      'C123',
      '1700000000.000100',
    ],
  ])('is read: %s', (_what, typed, channel, thread) => {
    expect(threadLink.parse(typed)).toEqual({ channel, thread });
  });

  it.each([
    ['no address', 'the thread about the river'],
    ['another site', 'https://example.org/archives/C123/p1700000000000100'],
    ['a site that ends alike', 'https://evilslack.com/archives/C123/p1700000000000100'],
    ['a site that begins alike', 'https://newsroom.slack.com.example.org/archives/C123/p1700000000000100'],
    ['no https', 'http://newsroom.slack.com/archives/C123/p1700000000000100'],
    ['a user in the address', 'https://a@newsroom.slack.com/archives/C123/p1700000000000100'],
    ['a port', 'https://newsroom.slack.com:8443/archives/C123/p1700000000000100'],
    ['a channel and no message', `${AT}/C123`],
    ['a short time', `${AT}/C123/p17000`],
    ['a user’s id', `${AT}/U123/p1700000000000100`],
    ['a thread that is no time', `${AT}/C123/p1700000000000100?thread_ts=yesterday`],
    ['a thread in another channel', `${AT}/C123/p1700000000000100?thread_ts=1699999999.000200&cid=C999`],
    ['something more in the query', `${AT}/C123/p1700000000000100?next=1`],
    ['something after the message', `${AT}/C123/p1700000000000100/edit`],
  ])('is refused: %s', (_what, typed) => {
    expect(threadLink.safeParse(typed).success).toBe(false);
  });
});

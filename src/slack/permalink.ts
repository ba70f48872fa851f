import { z } from 'zod';

/** A message as its link names it; `thread` is the `ts` of the message that its thread hangs on. */
export interface ThreadLink {
  readonly channel: string;
  readonly thread: string;
}

/** A message's `ts`: seconds, a point, six digits. */
export const timestamp = z.string().regex(/^\d{10,12}\.\d{6}$/);

/**
 * The thread that a message's link leads to. A link to a reply names its thread in `thread_ts`; any other message
 * is the head of its own.
 *
 * Example: `https://newsroom.slack.com/archives/C123/p1700000000000100?thread_ts=1699999999.000200&cid=C123`
 */
export const threadLink = z.string().transform((typed, context): ThreadLink => {
  const link = readLink(typed.trim());
  if (link !== null) return link;
  context.addIssue({ code: 'custom', message: 'This is not a link to a Slack message.' });
  return z.NEVER;
});

function readLink(typed: string): ThreadLink | null {
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.hash !== '') return null;
  if (!/^[a-z0-9-]+(?:\.enterprise)?\.slack\.com$/.test(url.hostname)) return null;
  const path = /^\/archives\/([CDG][A-Z0-9]{2,})\/p(\d{10,12})(\d{6})$/.exec(url.pathname);
  if (path === null) return null;
  const [, channel = '', seconds = '', fraction = ''] = path;
  const { thread_ts: thread, cid, ...others } = Object.fromEntries(url.searchParams);
  if (Object.keys(others).length > 0 || (cid !== undefined && cid !== channel)) return null;
  if (thread === undefined) return { channel, thread: `${seconds}.${fraction}` };
  return timestamp.safeParse(thread).success ? { channel, thread } : null;
}

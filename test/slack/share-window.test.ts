import { afterEach, describe, expect, it } from 'vitest';
import { ACTIONS, SHARE_FIELDS } from '../../src/slack/surface.ts';
import {
  GENERAL,
  INQUIRY,
  NADIA,
  type NewsroomOptions,
  PICTURES,
  shownIn,
  startNewsroom,
  type WithWhosaid,
} from './newsroom-with-whosaid.ts';

let room: WithWhosaid;

async function open(options: NewsroomOptions = {}): Promise<WithWhosaid> {
  room = await startNewsroom(options);
  return room;
}

afterEach(() => room.stop());

/** The address of a message as Slack's “Copy link” gives it. */
function linkTo(channelId: string, ts: string, threadTs?: string): string {
  const thread = threadTs === undefined ? '' : `?thread_ts=${threadTs}&cid=${channelId}`;
  return `https://harbour-gazette.slack.com/archives/${channelId}/p${ts.replace('.', '')}${thread}`;
}

describe('Share to …', () => {
  const enter = (channel: string | null, link: string | null = null) => ({
    [SHARE_FIELDS.conversation.block]: { [SHARE_FIELDS.conversation.action]: channel },
    [SHARE_FIELDS.threadLink.block]: { [SHARE_FIELDS.threadLink.action]: link },
  });

  async function openWindow(from = GENERAL): Promise<string> {
    await room.press(await room.ask(from), ACTIONS.shareTo);
    await room.slack.settled();
    return room.window().id;
  }

  const submit = async (viewId: string, channel: string | null, link: string | null = null) => {
    const outcome = await room.slack.submit({ userId: NADIA, viewId, entered: enter(channel, link) });
    await room.slack.settled();
    return outcome;
  };

  it('shares into the conversation that is chosen, and tells the sharer where they were', async () => {
    const { desk, lastIn } = await open();
    expect(await submit(await openWindow(), 'C0NEWSDESK')).toMatchObject({ kind: 'done' });
    expect(room.sharedIn('C0NEWSDESK')).toHaveLength(1);
    expect(desk.shares).toMatchObject([{ channel: 'C0NEWSDESK', excerptId: 'RVR-001' }]);
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA, text: 'Shared in <#C0NEWSDESK>' });
  });

  it('shares into the thread whose link is given', async () => {
    await open();
    const thread = await room.say('Which words exactly?', 'C0NEWSDESK');
    await submit(await openWindow(), 'C0NEWSDESK', linkTo('C0NEWSDESK', thread));
    expect(room.sharedIn('C0NEWSDESK')[0]).toMatchObject({ threadTs: thread });
  });

  it('shares into the thread that a link to one of its replies names', async () => {
    await open();
    const thread = await room.say('Which words exactly?', 'C0NEWSDESK');
    const reply = await room.say('The ones about the river.', 'C0NEWSDESK', thread);
    await submit(await openWindow(), 'C0NEWSDESK', linkTo('C0NEWSDESK', reply, thread));
    expect(room.sharedIn('C0NEWSDESK')[0]).toMatchObject({ threadTs: thread });
  });

  it.each([
    ['https://example.org/archives/C0NEWSDESK/p1700000000000100', 'This is not a link to a Slack message.'],
    [linkTo(GENERAL, '1700000000.000100'), 'This thread is in another conversation'],
    ['yes', 'This is not a link to a Slack message.'],
  ])('says beneath the field what is wrong with a link: %s', async (link, expected) => {
    await open();
    const outcome = await submit(await openWindow(), 'C0NEWSDESK', link);
    expect(outcome).toMatchObject({
      kind: 'invalid',
      errors: { [SHARE_FIELDS.threadLink.block]: expect.stringContaining(expected) },
    });
    expect(room.sharedIn('C0NEWSDESK')).toEqual([]);
  });

  it('offers no conversation that another organisation shares', async () => {
    await open();
    const viewId = await openWindow();
    const outcome = await room.slack.submit({ userId: NADIA, viewId, entered: enter('C0PARTNERS') });
    expect(outcome.kind).not.toBe('done');
    expect(room.sharedIn('C0PARTNERS')).toEqual([]);
  });

  it('shares where whosaid is no member, and says that the card cannot be updated', async () => {
    const { desk, lastIn } = await open();
    await submit(await openWindow(), INQUIRY);
    expect(room.sharedIn(INQUIRY)).toHaveLength(1);
    expect(lastIn(GENERAL).text).toContain('this card cannot be updated');
    expect(desk.shares).toEqual([]);
  });

  it('shares nothing where the excerpt is gone by the time the window is sent off', async () => {
    const { desk, lastIn } = await open();
    const viewId = await openWindow();
    desk.holds([]);
    await submit(viewId, 'C0NEWSDESK');
    expect(room.sharedIn('C0NEWSDESK')).toEqual([]);
    expect(lastIn(GENERAL).text).toContain('This excerpt is no longer available');
  });

  it('tells the sharer by direct message where they cannot be told where they were', async () => {
    const { lastIn } = await open();
    await submit(await openWindow(PICTURES), 'C0NEWSDESK');
    expect(room.sharedIn('C0NEWSDESK')).toHaveLength(1);
    expect(lastIn('D0NADIA').text).toBe('Shared in <#C0NEWSDESK>');
  });

  it('shows in its window the words that would be shared', async () => {
    const { window } = await open();
    await openWindow();
    expect(shownIn(window().blocks)).toContain('“The river will rise,”');
  });
});

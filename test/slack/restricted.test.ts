import { afterEach, describe, expect, it } from 'vitest';
import { ACTIONS, SHARE_FIELDS } from '../../src/slack/surface.ts';
import { GENERAL, NADIA, startNewsroom, type WithWhosaid } from './newsroom-with-whosaid.ts';

const NEWSDESK = 'C0NEWSDESK';
const GONE = 'This excerpt is no longer available';

let room: WithWhosaid;

/** A newsroom whose articles may be used in one channel only. */
async function openFor(channel: string): Promise<WithWhosaid> {
  room = await startNewsroom();
  room.desk.servedOnlyIn = channel;
  return room;
}

afterEach(() => room.stop());

describe('what is restricted to a channel', () => {
  it('is found by the command there, and not elsewhere', async () => {
    await openFor(GENERAL);
    expect((await room.ask(GENERAL)).text).toContain('Found in the archive.');
    expect((await room.ask(NEWSDESK)).text).toContain('Nothing like this');
  });

  it('is verified there, and not elsewhere', async () => {
    await openFor(GENERAL);
    expect((await room.ask(GENERAL, 'verify RVR-001')).text).toContain('Matches the stored article');
    expect((await room.ask(NEWSDESK, 'verify RVR-001')).text).toContain('knows no excerpt');
  });

  it.each([ACTIONS.context, ACTIONS.copy, ACTIONS.shareTo, ACTIONS.shareHere])(
    'is gone from an old card where the card stands elsewhere: %s',
    async (action) => {
      const { desk, press, slack, lastIn } = await openFor(GENERAL);
      const card = await room.ask(GENERAL);
      desk.servedOnlyIn = NEWSDESK;
      await press(card, action);
      await slack.settled();
      expect(lastIn(GENERAL).text).toContain(GONE);
      expect(room.sharedIn(GENERAL)).toEqual([]);
      expect(() => room.window()).toThrow();
    },
  );

  it('is shared into that channel only, wherever the window was opened', async () => {
    const { desk, slack, press, lastIn } = await openFor(GENERAL);
    await press(await room.ask(GENERAL), ACTIONS.shareTo);
    await slack.settled();
    const entered = {
      [SHARE_FIELDS.conversation.block]: { [SHARE_FIELDS.conversation.action]: NEWSDESK },
      [SHARE_FIELDS.threadLink.block]: { [SHARE_FIELDS.threadLink.action]: null },
    };
    await slack.submit({ userId: NADIA, viewId: room.window().id, entered });
    await slack.settled();
    expect(room.sharedIn(NEWSDESK)).toEqual([]);
    expect(desk.shares).toEqual([]);
    expect(lastIn(GENERAL).text).toContain(GONE);
  });
});

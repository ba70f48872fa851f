import { afterEach, describe, expect, it } from 'vitest';
import { ACTIONS, SHORTCUT } from '../../src/slack/surface.ts';
import {
  GENERAL,
  NADIA,
  type NewsroomOptions,
  PICTURES,
  startNewsroom,
  type WithWhosaid,
} from './newsroom-with-whosaid.ts';

let room: WithWhosaid;

async function open(options: NewsroomOptions = {}): Promise<WithWhosaid> {
  room = await startNewsroom(options);
  return room;
}

afterEach(() => room.stop());

describe('Who said this?', () => {
  const point = (ts: string, channelId = GENERAL) =>
    room.slack.useShortcut({ userId: NADIA, channelId, ts, callbackId: SHORTCUT });

  it('answers in the thread of the message, to the asker alone, and shares into that thread', async () => {
    const { slack, desk, press, lastIn } = await open();
    const thread = await room.say('What did they say?');
    const reply = await room.say('the river will rise', GENERAL, thread);
    await point(reply);
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA, threadTs: thread });
    expect(desk.asked).toEqual([{ how: 'this', text: 'the river will rise' }]);
    await press(lastIn(GENERAL), ACTIONS.shareHere);
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: null, threadTs: thread });
  });

  it('shares beneath the message where no thread has begun', async () => {
    const { slack, press, lastIn } = await open();
    const ts = await room.say('the river will rise');
    await point(ts);
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA, threadTs: null });
    await press(lastIn(GENERAL), ACTIONS.shareHere);
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: null, threadTs: ts });
  });

  it('works where whosaid is no member; sharing into that thread then needs an invitation', async () => {
    const { slack, press, lastIn } = await open();
    const ts = await room.say('the river will rise', PICTURES);
    await point(ts, PICTURES);
    await slack.settled();
    expect(lastIn(PICTURES)).toMatchObject({ ephemeralFor: NADIA });
    await press(lastIn(PICTURES), ACTIONS.shareHere);
    await slack.settled();
    expect(room.sharedIn(PICTURES)).toEqual([]);
    expect(lastIn(PICTURES).text).toContain('Invite it with /invite');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/slack/surface.ts';
import {
  buttonsOf,
  GENERAL,
  NADIA,
  type NewsroomOptions,
  PARTNERS,
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

const command = (text: string, channelId = GENERAL) => ({ userId: NADIA, channelId, command: '/whosaid', text });

describe.each(['http', 'socket'] as const)('by %s', (mode) => {
  it('answers /whosaid to the one who asked', async () => {
    const { slack, lastIn } = await open({ mode });
    expect(await slack.runCommand(command('the river will rise'))).toMatchObject({ kind: 'done' });
    await slack.settled();
    const answer = lastIn(GENERAL);
    expect(answer.ephemeralFor).toBe(NADIA);
    expect(shownIn(answer.blocks)).toContain('“The river will rise,”');
    expect(answer.text).toContain('The Harbour Gazette · 3 October 2024, 09:00 (+02:00) · RVR-001');
    expect(buttonsOf(answer.blocks)).toEqual([ACTIONS.shareHere, ACTIONS.shareTo, ACTIONS.context, ACTIONS.copy]);
  });

  it('answers a mention in its thread, for everybody', async () => {
    const { slack, desk, lastIn } = await open({ mode });
    const said = await slack.say({ userId: NADIA, channelId: GENERAL, text: '@whosaid the river will rise' });
    await slack.settled();
    const answer = lastIn(GENERAL);
    expect(answer).toMatchObject({ ephemeralFor: null, threadTs: said.kind === 'done' ? said.ts : '' });
    expect(desk.asked).toEqual([{ how: 'ask', text: 'the river will rise' }]);
  });

  it('answers a direct message there', async () => {
    const { slack, lastIn } = await open({ mode });
    const opened = await slack.openDirect(NADIA);
    const channelId = opened.kind === 'done' ? (opened.channelId ?? '') : '';
    const said = await slack.say({ userId: NADIA, channelId, text: 'it was never about money' });
    await slack.settled();
    expect(lastIn(channelId)).toMatchObject({ ephemeralFor: null, threadTs: said.kind === 'done' ? said.ts : '' });
    expect(lastIn(channelId).text).toContain('No speaker given');
  });

  it('acknowledges before it searches', async () => {
    const { slack, desk, allIn } = await open({ mode, ackLimitMs: 500 });
    const release = desk.hold();
    expect(await slack.runCommand(command('the river will rise'))).toMatchObject({ kind: 'done' });
    expect(desk.asked).toHaveLength(1);
    expect(allIn(GENERAL)).toEqual([]);
    release();
    await slack.settled();
    expect(allIn(GENERAL)).toHaveLength(1);
  });

  it('answers an event that is delivered three times once', async () => {
    const { slack, desk, allIn } = await open({ mode });
    const release = desk.hold();
    const said = await slack.say({ userId: NADIA, channelId: GENERAL, text: '@whosaid the river will rise' });
    const [eventId = ''] = said.kind === 'done' ? said.eventIds : [];
    await slack.deliverAgain(eventId, { number: 1, reason: 'http_timeout' });
    await slack.deliverAgain(eventId, { number: 2, reason: 'http_timeout' });
    release();
    await slack.settled();
    expect(allIn(GENERAL)).toHaveLength(1);
    expect(desk.asked).toHaveLength(1);
  });

  it('fills the Home', async () => {
    const { slack } = await open({ mode });
    await slack.openHome(NADIA);
    await slack.settled();
    const home = slack.snapshot(NADIA).home;
    expect(shownIn(home?.blocks ?? [])).toContain('The archive holds 1 article with 2 quotations and 1 fact');
    expect(shownIn(home?.blocks ?? [])).toContain('River defences to be raised before winter');
  });

  it('waits, when it is stopped, for the answers under way', async () => {
    const { slack, app, desk, allIn, log } = await open({ mode });
    const release = desk.hold();
    await slack.runCommand(command('the river will rise'));
    const stopped = app.stop(5000);
    setTimeout(release, 50);
    await stopped;
    expect(allIn(GENERAL)).toHaveLength(1);
    expect(log).toEqual([]);
  });

  it('stops at the deadline all the same, and says what was left', async () => {
    const { slack, app, desk, log } = await open({ mode });
    const release = desk.hold();
    await slack.runCommand(command('the river will rise'));
    const began = Date.now();
    await app.stop(100);
    expect(Date.now() - began).toBeLessThan(1000);
    expect(log.join()).toContain('stopped with 1 answers unfinished');
    release();
  });
});

describe('what is typed', () => {
  it.each([
    ['', 'whosaid finds who said what'],
    ['help', 'whosaid finds who said what'],
    ['status', 'The archive holds 1 article with 2 quotations and 1 fact, indexed 3 minutes ago.'],
    ['verify rvr-001', 'Matches the stored article, character for character.'],
    ['verify nonsense', 'This is no id of an excerpt.'],
    ['verify that the river will rise', 'Nothing like this in 1 article.'],
  ])('is answered: /whosaid %s', async (text, expected) => {
    const { slack, lastIn } = await open();
    await slack.runCommand(command(text));
    await slack.settled();
    expect(shownIn(lastIn(GENERAL).blocks)).toContain(expected);
    expect(lastIn(GENERAL).ephemeralFor).toBe(NADIA);
  });

  it('is unescaped before it is asked', async () => {
    const { slack, desk } = await open();
    await slack.runCommand(command('costs & benefits < 5 %'));
    await slack.say({ userId: NADIA, channelId: GENERAL, text: '@whosaid did @grace say "costs & benefits" < 5 %?' });
    await slack.settled();
    expect(desk.asked.map(({ text }) => text)).toEqual([
      'costs & benefits < 5 %',
      'did <@U0GRACE> say "costs & benefits" < 5 %?',
    ]);
  });

  it('gets the help where a mention asks nothing', async () => {
    const { slack, desk, lastIn } = await open();
    await slack.say({ userId: NADIA, channelId: GENERAL, text: '@whosaid' });
    await slack.settled();
    expect(shownIn(lastIn(GENERAL).blocks)).toContain('whosaid finds who said what');
    expect(desk.asked).toEqual([]);
  });

  it('keeps the topic of its thread, and no other’s', async () => {
    const { slack, desk } = await open();
    const first = await slack.say({ userId: NADIA, channelId: GENERAL, text: '@whosaid the river will rise' });
    await slack.settled();
    const thread = first.kind === 'done' ? (first.ts ?? '') : '';
    await slack.say({ userId: NADIA, channelId: GENERAL, threadTs: thread, text: '@whosaid and about money?' });
    await slack.say({ userId: NADIA, channelId: GENERAL, text: '@whosaid and about order?' });
    await slack.settled();
    expect(desk.asked.map(({ topic }) => topic?.speaker)).toEqual([undefined, 'Alma Reyes', undefined]);
  });
});

describe('whom it answers', () => {
  it('is not another bot', async () => {
    const { slack, desk } = await open();
    await slack.sayAsBot({ userId: 'U0WIRE', channelId: 'C0NEWSDESK', text: '@whosaid the river will rise' });
    await slack.settled();
    expect(desk.asked).toEqual([]);
  });

  it('is not somebody who only edits a message that was answered', async () => {
    const { slack, desk, allIn } = await open();
    const said = await slack.say({ userId: NADIA, channelId: GENERAL, text: '@whosaid the river will rise' });
    await slack.settled();
    const ts = said.kind === 'done' ? (said.ts ?? '') : '';
    await slack.edit({ userId: NADIA, channelId: GENERAL, ts, text: '@whosaid the river will fall' });
    await slack.settled();
    expect(desk.asked).toHaveLength(1);
    expect(allIn(GENERAL)).toHaveLength(1);
  });

  it('is somebody who adds the mention by an edit', async () => {
    const { slack, desk } = await open();
    const said = await slack.say({ userId: NADIA, channelId: GENERAL, text: 'the river will rise' });
    const ts = said.kind === 'done' ? (said.ts ?? '') : '';
    await slack.edit({ userId: NADIA, channelId: GENERAL, ts, text: '@whosaid the river will rise' });
    await slack.settled();
    expect(desk.asked).toHaveLength(1);
  });

  it('is nobody who edits a message so old that the answer to it may be forgotten', async () => {
    const { slack, desk } = await open({ clock: () => Date.now() - 2 * 60 * 60 * 1000 });
    const said = await slack.say({ userId: NADIA, channelId: GENERAL, text: 'the river will rise' });
    const ts = said.kind === 'done' ? (said.ts ?? '') : '';
    await slack.edit({ userId: NADIA, channelId: GENERAL, ts, text: '@whosaid the river will rise' });
    await slack.settled();
    expect(desk.asked).toEqual([]);
  });

  it('is the asker alone where another organisation shares the channel, and nothing is offered for sharing there', async () => {
    const { slack, lastIn } = await open();
    await slack.say({ userId: NADIA, channelId: PARTNERS, text: '@whosaid the river will rise' });
    await slack.settled();
    expect(lastIn(PARTNERS).ephemeralFor).toBe(NADIA);
    expect(buttonsOf(lastIn(PARTNERS).blocks)).toEqual([ACTIONS.shareTo, ACTIONS.context, ACTIONS.copy]);
  });
});

describe('where Slack is in the way', () => {
  it('answers through the response_url in a channel that it is not in', async () => {
    const { slack, lastIn } = await open();
    await slack.runCommand(command('the river will rise', PICTURES));
    await slack.settled();
    expect(lastIn(PICTURES).ephemeralFor).toBe(NADIA);
  });

  it('answers in the channel itself where the response_url has expired', async () => {
    let now = Date.now();
    const { slack, desk, lastIn } = await open({ clock: () => now });
    const release = desk.hold();
    await slack.runCommand(command('the river will rise'));
    now += 31 * 60 * 1000;
    release();
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA });
    expect(slack.calls.map(({ method, error }) => [method, error]).slice(-2)).toEqual([
      ['response_url', 'expired_url'],
      ['chat.postEphemeral', null],
    ]);
  });

  it('answers by direct message where neither works', async () => {
    let now = Date.now();
    const { slack, desk, allIn, lastIn } = await open({ clock: () => now });
    const release = desk.hold();
    await slack.runCommand(command('the river will rise', PICTURES));
    now += 31 * 60 * 1000;
    release();
    await slack.settled();
    expect(allIn(PICTURES)).toEqual([]);
    expect(lastIn('D0NADIA').text).toContain('RVR-001');
  });

  it('tries again where Slack asks to wait', async () => {
    const { slack, lastIn } = await open();
    slack.rateLimitNext('chat.postMessage', 1);
    await slack.say({ userId: NADIA, channelId: GENERAL, text: '@whosaid the river will rise' });
    await slack.settled();
    await expect.poll(() => lastIn(GENERAL).text, { timeout: 4000 }).toContain('RVR-001');
  });
});

describe('what goes wrong', () => {
  it('is told to the asker in a sentence, and to the log in a line with where to mend it', async () => {
    const { slack, desk, lastIn, log } = await open();
    desk.breakWith(new Error('the archive is locked; token xoxb-1-secret, key a-signing-secret-for-tests'));
    await slack.runCommand(command('the river will rise'));
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA });
    expect(shownIn(lastIn(GENERAL).blocks)).toBe(
      'Something went wrong on whosaid’s side, so there is no answer. What happened stands in its log.',
    );
    expect(log).toEqual([
      expect.stringMatching(/^slack: \/whosaid failed: Error: the archive is locked; .*; to mend: \S+/),
    ]);
    expect(log.join()).not.toMatch(/xoxb|a-signing-secret/);
  });

  it('is told in the thread of a mention', async () => {
    const { slack, desk, lastIn } = await open();
    const first = await slack.say({ userId: NADIA, channelId: GENERAL, text: 'morning' });
    const threadTs = first.kind === 'done' ? (first.ts ?? '') : '';
    desk.breakWith(new Error('the archive is locked'));
    await slack.say({ userId: NADIA, channelId: GENERAL, threadTs, text: '@whosaid the river will rise' });
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA, threadTs });
  });

  it('ends one answer and no other', async () => {
    const { slack, desk, allIn } = await open();
    desk.breakWith(new Error('the archive is locked'));
    await slack.runCommand(command('the river will rise'));
    await slack.settled();
    await slack.runCommand(command('help'));
    await slack.settled();
    expect(shownIn(allIn(GENERAL)[1]?.blocks ?? [])).toContain('whosaid finds who said what');
  });
});

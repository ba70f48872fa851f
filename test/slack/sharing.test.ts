import { afterEach, describe, expect, it } from 'vitest';
import { signatureHeaders } from '../../src/playground/signed-post.ts';
import type { Message } from '../../src/playground/workspace.ts';
import { ACTIONS, SHARE_FIELDS, SHORTCUT } from '../../src/slack/surface.ts';
import { MONEY, RIVER } from './memory-desk.ts';
import {
  buttonsOf,
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

/** Asks /whosaid in a channel and gives the answer. */
async function ask(channelId = GENERAL, text = 'the river will rise'): Promise<Message> {
  await room.slack.runCommand({ userId: NADIA, channelId, command: '/whosaid', text });
  await room.slack.settled();
  return room.lastIn(channelId);
}

/** Says something in a channel as a person; gives its ts. */
async function say(text: string, channelId = GENERAL, threadTs?: string): Promise<string> {
  const said = await room.slack.say({
    userId: NADIA,
    channelId,
    text,
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  return said.kind === 'done' ? (said.ts ?? '') : '';
}

/** The bot's messages that everybody sees. */
function shared(channelId: string): readonly Message[] {
  return room.allIn(channelId).filter((message) => message.ephemeralFor === null);
}

/** The address of a message as Slack's “Copy link” gives it. */
function linkTo(channelId: string, ts: string, threadTs?: string): string {
  const thread = threadTs === undefined ? '' : `?thread_ts=${threadTs}&cid=${channelId}`;
  return `https://harbour-gazette.slack.com/archives/${channelId}/p${ts.replace('.', '')}${thread}`;
}

describe('Share here', () => {
  it('posts the card for everybody with its whole citation, names the sharer, and notes where it stands', async () => {
    const { slack, desk, press } = await open();
    await press(await ask(), ACTIONS.shareHere);
    await slack.settled();
    const [card] = shared(GENERAL);
    expect(card).toMatchObject({ threadTs: null });
    expect(card?.text).toBe(
      [
        '“The river will rise,”',
        'Alma Reyes · quote · printed as “Mayor Alma Reyes said”',
        'River defences to be raised before winter · The Harbour Gazette · 3 October 2024, 09:00 (+02:00) · RVR-001',
        `RVR-001 · article ab12cd34ef56 · characters ${RIVER.words.span.start} to ${RIVER.words.span.end}`,
        'Shared by <@U0NADIA>',
      ].join('\n'),
    );
    expect(buttonsOf(card?.blocks ?? [])).toEqual([ACTIONS.context, ACTIONS.copy]);
    expect(desk.shares).toEqual([{ excerptId: 'RVR-001', channel: GENERAL, ts: card?.ts, sharedBy: NADIA }]);
  });

  it('cuts the excerpt anew: where it is gone, nothing is shown', async () => {
    const { slack, desk, press, lastIn } = await open();
    const answer = await ask();
    desk.holds([MONEY]);
    await press(answer, ACTIONS.shareHere);
    await slack.settled();
    expect(shared(GENERAL)).toEqual([]);
    expect(lastIn(GENERAL).text).toContain('This excerpt is no longer available');
    expect(desk.shares).toEqual([]);
  });

  it('shares no words of a withdrawn article', async () => {
    const { slack, desk, press, lastIn } = await open();
    const answer = await ask();
    desk.holds([{ ...RIVER, citation: { ...RIVER.citation, state: 'withdrawn', stateNote: 'Printed in error.' } }]);
    await press(answer, ACTIONS.shareHere);
    await slack.settled();
    expect(shared(GENERAL)).toEqual([]);
    expect(lastIn(GENERAL).text).toContain('This excerpt is no longer available');
  });

  it('says first what was corrected since the answer was given', async () => {
    const { slack, desk, press } = await open();
    const answer = await ask();
    desk.holds([{ ...RIVER, citation: { ...RIVER.citation, state: 'corrected', stateNote: 'The date was wrong.' } }]);
    await press(answer, ACTIONS.shareHere);
    await slack.settled();
    expect(shared(GENERAL)[0]?.text).toMatch(/^This article has been corrected. The date was wrong.\n/);
  });

  it('shares through the response_url where whosaid is no member, and says what that means', async () => {
    const { slack, desk, press, lastIn } = await open();
    await press(await ask(PICTURES), ACTIONS.shareHere);
    await slack.settled();
    expect(shared(PICTURES)).toHaveLength(1);
    expect(lastIn(PICTURES)).toMatchObject({ ephemeralFor: NADIA });
    expect(lastIn(PICTURES).text).toContain('this card cannot be updated if the article is corrected later');
    expect(desk.shares).toEqual([]);
  });

  it('says how to invite whosaid where no way is left', async () => {
    let now = Date.now();
    const { slack, desk, press, lastIn } = await open({ clock: () => now });
    const answer = await ask(PICTURES);
    // The desk takes so long that the response_url of the press has expired.
    const fetchExcerpt = desk.excerpt.bind(desk);
    desk.excerpt = async (id) => {
      now += 31 * 60 * 1000;
      return fetchExcerpt(id);
    };
    await press(answer, ACTIONS.shareHere);
    await slack.settled();
    expect(shared(PICTURES)).toEqual([]);
    expect(lastIn('D0NADIA').text).toBe(
      'Not shared: whosaid is not a member there. Invite it with /invite, then share again.',
    );
  });

  it('tells the sharer when the card stands but could not be noted', async () => {
    const { slack, desk, press, lastIn, log } = await open();
    desk.recordShare = () => Promise.reject(new Error('the archive is read-only'));
    await press(await ask(), ACTIONS.shareHere);
    await slack.settled();
    expect(shared(GENERAL)).toHaveLength(1);
    expect(lastIn(GENERAL).text).toContain('could not note where this card stands');
    expect(log).toEqual([expect.stringContaining('the archive is read-only')]);
  });

  it('posts one card where Slack delivers one press twice', async () => {
    const { slack, url, signingSecret } = await open();
    const press = {
      type: 'block_actions',
      team: { id: slack.installation.teamId, domain: 'harbour-gazette' },
      user: { id: NADIA, username: 'nadia' },
      channel: { id: GENERAL, name: 'general' },
      container: { type: 'message', is_ephemeral: true },
      trigger_id: '7.9.once',
      actions: [
        { type: 'button', action_id: ACTIONS.shareHere, block_id: 'b', value: '{"id":"RVR-001","thread":null}' },
      ],
    };
    const body = new URLSearchParams({ payload: JSON.stringify(press) }).toString();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      ...signatureHeaders(signingSecret, body, Math.floor(Date.now() / 1000)),
    };
    for (let delivery = 0; delivery < 2; delivery++) {
      const answer = await fetch(url ?? '', { method: 'POST', headers, body });
      expect(answer.status).toBe(200);
    }
    await expect.poll(() => shared(GENERAL).length).toBe(1);
    await slack.settled();
    expect(shared(GENERAL)).toHaveLength(1);
  });

  it('shares into the thread of a mention', async () => {
    const { slack, press, lastIn } = await open();
    const thread = await say('@whosaid the river will rise');
    await slack.settled();
    await press(lastIn(GENERAL), ACTIONS.shareHere);
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ threadTs: thread, ephemeralFor: null });
    expect(lastIn(GENERAL).text).toContain('Shared by');
  });
});

describe('Who said this?', () => {
  const point = (ts: string, channelId = GENERAL) =>
    room.slack.useShortcut({ userId: NADIA, channelId, ts, callbackId: SHORTCUT });

  it('answers in the thread of the message, to the asker alone, and shares into that thread', async () => {
    const { slack, desk, press, lastIn } = await open();
    const thread = await say('What did they say?');
    const reply = await say('the river will rise', GENERAL, thread);
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
    const ts = await say('the river will rise');
    await point(ts);
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA, threadTs: null });
    await press(lastIn(GENERAL), ACTIONS.shareHere);
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: null, threadTs: ts });
  });

  it('works where whosaid is no member; sharing into that thread then needs an invitation', async () => {
    const { slack, press, lastIn } = await open();
    const ts = await say('the river will rise', PICTURES);
    await point(ts, PICTURES);
    await slack.settled();
    expect(lastIn(PICTURES)).toMatchObject({ ephemeralFor: NADIA });
    await press(lastIn(PICTURES), ACTIONS.shareHere);
    await slack.settled();
    expect(shared(PICTURES)).toEqual([]);
    expect(lastIn(PICTURES).text).toContain('Invite it with /invite');
  });
});

describe('Share to …', () => {
  const enter = (channel: string | null, link: string | null = null) => ({
    [SHARE_FIELDS.conversation.block]: { [SHARE_FIELDS.conversation.action]: channel },
    [SHARE_FIELDS.threadLink.block]: { [SHARE_FIELDS.threadLink.action]: link },
  });

  async function openWindow(from = GENERAL): Promise<string> {
    await room.press(await ask(from), ACTIONS.shareTo);
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
    expect(shared('C0NEWSDESK')).toHaveLength(1);
    expect(desk.shares).toMatchObject([{ channel: 'C0NEWSDESK', excerptId: 'RVR-001' }]);
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA, text: 'Shared in <#C0NEWSDESK>' });
  });

  it('shares into the thread whose link is given', async () => {
    await open();
    const thread = await say('Which words exactly?', 'C0NEWSDESK');
    await submit(await openWindow(), 'C0NEWSDESK', linkTo('C0NEWSDESK', thread));
    expect(shared('C0NEWSDESK')[0]).toMatchObject({ threadTs: thread });
  });

  it('shares into the thread that a link to one of its replies names', async () => {
    await open();
    const thread = await say('Which words exactly?', 'C0NEWSDESK');
    const reply = await say('The ones about the river.', 'C0NEWSDESK', thread);
    await submit(await openWindow(), 'C0NEWSDESK', linkTo('C0NEWSDESK', reply, thread));
    expect(shared('C0NEWSDESK')[0]).toMatchObject({ threadTs: thread });
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
    expect(shared('C0NEWSDESK')).toEqual([]);
  });

  it('offers no conversation that another organisation shares', async () => {
    await open();
    const viewId = await openWindow();
    const outcome = await room.slack.submit({ userId: NADIA, viewId, entered: enter('C0PARTNERS') });
    expect(outcome.kind).not.toBe('done');
    expect(shared('C0PARTNERS')).toEqual([]);
  });

  it('shares where whosaid is no member, and says that the card cannot be updated', async () => {
    const { desk, lastIn } = await open();
    await submit(await openWindow(), INQUIRY);
    expect(shared(INQUIRY)).toHaveLength(1);
    expect(lastIn(GENERAL).text).toContain('this card cannot be updated');
    expect(desk.shares).toEqual([]);
  });

  it('shares nothing where the excerpt is gone by the time the window is sent off', async () => {
    const { desk, lastIn } = await open();
    const viewId = await openWindow();
    desk.holds([]);
    await submit(viewId, 'C0NEWSDESK');
    expect(shared('C0NEWSDESK')).toEqual([]);
    expect(lastIn(GENERAL).text).toContain('This excerpt is no longer available');
  });

  it('tells the sharer by direct message where they cannot be told where they were', async () => {
    const { lastIn } = await open();
    await submit(await openWindow(PICTURES), 'C0NEWSDESK');
    expect(shared('C0NEWSDESK')).toHaveLength(1);
    expect(lastIn('D0NADIA').text).toBe('Shared in <#C0NEWSDESK>');
  });

  it('shows in its window the words that would be shared', async () => {
    const { window } = await open();
    await openWindow();
    expect(shownIn(window().blocks)).toContain('“The river will rise,”');
  });
});

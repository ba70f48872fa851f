import { afterEach, describe, expect, it } from 'vitest';
import { signatureHeaders } from '../../src/playground/signed-post.ts';
import { ACTIONS } from '../../src/slack/surface.ts';
import { MONEY, RIVER } from './memory-desk.ts';
import {
  buttonsOf,
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

describe('Share here', () => {
  it('posts the card for everybody with its whole citation, names the sharer, and notes where it stands', async () => {
    const { slack, desk, press } = await open();
    await press(await room.ask(), ACTIONS.shareHere);
    await slack.settled();
    const [card] = room.sharedIn(GENERAL);
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
    const answer = await room.ask();
    desk.holds([MONEY]);
    await press(answer, ACTIONS.shareHere);
    await slack.settled();
    expect(room.sharedIn(GENERAL)).toEqual([]);
    expect(lastIn(GENERAL).text).toContain('This excerpt is no longer available');
    expect(desk.shares).toEqual([]);
  });

  it('shares no words of a withdrawn article', async () => {
    const { slack, desk, press, lastIn } = await open();
    const answer = await room.ask();
    desk.holds([{ ...RIVER, citation: { ...RIVER.citation, state: 'withdrawn', stateNote: 'Printed in error.' } }]);
    await press(answer, ACTIONS.shareHere);
    await slack.settled();
    expect(room.sharedIn(GENERAL)).toEqual([]);
    expect(lastIn(GENERAL).text).toContain('This excerpt is no longer available');
  });

  it('says first what was corrected since the answer was given', async () => {
    const { slack, desk, press } = await open();
    const answer = await room.ask();
    desk.holds([{ ...RIVER, citation: { ...RIVER.citation, state: 'corrected', stateNote: 'The date was wrong.' } }]);
    await press(answer, ACTIONS.shareHere);
    await slack.settled();
    expect(room.sharedIn(GENERAL)[0]?.text).toMatch(/^This article has been corrected. The date was wrong.\n/);
  });

  it('shares through the response_url where whosaid is no member, and says what that means', async () => {
    const { slack, desk, press, lastIn } = await open();
    await press(await room.ask(PICTURES), ACTIONS.shareHere);
    await slack.settled();
    expect(room.sharedIn(PICTURES)).toHaveLength(1);
    expect(lastIn(PICTURES)).toMatchObject({ ephemeralFor: NADIA });
    expect(lastIn(PICTURES).text).toContain('this card cannot be updated if the article is corrected later');
    expect(desk.shares).toEqual([]);
  });

  it('says how to invite whosaid where no way is left', async () => {
    let now = Date.now();
    const { slack, desk, press, lastIn } = await open({ clock: () => now });
    const answer = await room.ask(PICTURES);
    // The desk takes so long that the response_url of the press has expired.
    const fetchExcerpt = desk.excerpt.bind(desk);
    desk.excerpt = async (id) => {
      now += 31 * 60 * 1000;
      return fetchExcerpt(id);
    };
    await press(answer, ACTIONS.shareHere);
    await slack.settled();
    expect(room.sharedIn(PICTURES)).toEqual([]);
    expect(lastIn('D0NADIA').text).toBe(
      'Not shared: whosaid is not a member there. Invite it with /invite, then share again.',
    );
  });

  it('tells the sharer when the card stands but could not be noted', async () => {
    const { slack, desk, press, lastIn, log } = await open();
    desk.recordShare = () => Promise.reject(new Error('the archive is read-only'));
    await press(await room.ask(), ACTIONS.shareHere);
    await slack.settled();
    expect(room.sharedIn(GENERAL)).toHaveLength(1);
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
    await expect.poll(() => room.sharedIn(GENERAL).length).toBe(1);
    await slack.settled();
    expect(room.sharedIn(GENERAL)).toHaveLength(1);
  });

  it('shares into the thread of a mention', async () => {
    const { slack, press, lastIn } = await open();
    const thread = await room.say('@whosaid the river will rise');
    await slack.settled();
    await press(lastIn(GENERAL), ACTIONS.shareHere);
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ threadTs: thread, ephemeralFor: null });
    expect(lastIn(GENERAL).text).toContain('Shared by');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Excerpt } from '../../src/answer/answer.ts';
import type { Message } from '../../src/playground/workspace.ts';
import { ACTIONS } from '../../src/slack/surface.ts';
import { MemoryDesk, RIVER } from './memory-desk.ts';
import { GENERAL, NADIA, shownIn, startNewsroom, type WithWhosaid } from './newsroom-with-whosaid.ts';

const BITE = '<!channel> <@U0GRACE> <https://evil.example|safe> *bold* `code` :fire: &lt;!here&gt; \u202eesrever';
const passage = { text: BITE, span: { start: 0, end: BITE.length } };

/** An excerpt of an article whose author would like to ring the whole newsroom. */
const HOSTILE: Excerpt = {
  ...RIVER,
  label: BITE,
  words: passage,
  printed: passage,
  attribution: passage,
  who: BITE,
  whoNote: BITE,
  evidence: [passage],
  before: passage,
  after: passage,
  match: 'differs',
  diff: [
    { kind: 'asked', text: BITE },
    { kind: 'printed', text: BITE },
  ],
  citation: {
    ...RIVER.citation,
    headline: BITE,
    outlet: BITE,
    byline: BITE,
    publishedAt: BITE,
    url: 'javascript:alert(1)',
    deepLink: 'javascript:alert(1)',
    state: 'corrected',
    stateNote: BITE,
  },
};

let room: WithWhosaid;

afterEach(() => room.stop());

/** Holds that a message rings nobody, links nowhere, and hides nothing. */
function expectInert(message: Message): void {
  expect(message.text.replace('Shared by <@U0NADIA>', '')).not.toMatch(/[<>]/);
  expect(message.text).toContain('&lt;!channel&gt;');
  const json = JSON.stringify(message.blocks);
  expect(json).not.toMatch(/"type":"(?:mrkdwn|markdown|broadcast|usergroup|link|emoji)"/);
  expect(json.match(/"user_id":"[^"]*"/g) ?? []).not.toContain('"user_id":"U0GRACE"');
  expect(shownIn(message.blocks)).toContain('<!channel> <@U0GRACE> <https://evil.example|safe> *bold* `code` :fire:');
  expect(json + message.text).not.toContain('\u202e');
}

describe('an article full of markup', () => {
  it('is shown as it is printed, and does nothing: answered, shared, verified, in its windows', async () => {
    const desk = new MemoryDesk([HOSTILE]);
    room = await startNewsroom({ desk });
    const { slack, press, lastIn, window } = room;
    const ask = async (text: string) => {
      await slack.runCommand({ userId: NADIA, channelId: GENERAL, command: '/whosaid', text });
      await slack.settled();
    };

    await ask('everything');
    const answer = lastIn(GENERAL);
    expectInert(answer);

    await press(answer, ACTIONS.shareHere);
    await slack.settled();
    expectInert(lastIn(GENERAL));
    expect(lastIn(GENERAL).ephemeralFor).toBeNull();

    await ask('verify RVR-001');
    expectInert(lastIn(GENERAL));

    for (const action of [ACTIONS.context, ACTIONS.copy, ACTIONS.shareTo]) {
      await press(answer, action);
      await slack.settled();
      const { blocks, id } = window();
      expect(JSON.stringify(blocks)).not.toMatch(/"type":"(?:mrkdwn|markdown|broadcast|user|usergroup|link)"|\u202e/);
      await slack.close({ userId: NADIA, viewId: id });
    }
    expect(slack.calls.filter(({ error }) => error !== null)).toEqual([]);
  });
});

describe('a question full of markup', () => {
  it('is asked as it was typed and rings nobody in the answer', async () => {
    room = await startNewsroom({ desk: new MemoryDesk([HOSTILE]) });
    const { slack, desk, lastIn } = room;
    await slack.say({ userId: NADIA, channelId: GENERAL, text: '@whosaid who said <!channel> & RVR-001?' });
    await slack.settled();
    expect(desk.asked[0]?.text).toBe('who said <!channel> & RVR-001?');
    expectInert(lastIn(GENERAL));
  });
});

import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { portOf } from '../../src/playground/server.ts';
import type { Message } from '../../src/playground/workspace.ts';
import { ACTIONS } from '../../src/slack/surface.ts';
import { like, MemoryDesk, MONEY, REPRINTED, RIVER } from './memory-desk.ts';
import {
  buttonsOf,
  GENERAL,
  NADIA,
  type NewsroomOptions,
  PARTNERS,
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

describe('Context', () => {
  it('opens a window with the paragraphs around, the words in bold type, and the proof at its foot', async () => {
    const { slack, press, window } = await open();
    await press(await room.ask(), ACTIONS.context);
    await slack.settled();
    const { blocks } = window();
    expect(shownIn(blocks)).toContain('River defences to be raised before winter');
    expect(shownIn(blocks)).toContain('The meeting then closed.');
    expect(JSON.stringify(blocks)).toContain('{"type":"text","text":"The river will rise,","style":{"bold":true}}');
    expect(shownIn(blocks.slice(-1))).toBe(
      `RVR-001 · article ab12cd34ef56 · characters ${RIVER.words.span.start} to ${RIVER.words.span.end} · 1 article, indexed 3 minutes ago`,
    );
  });

  it('lists the other articles that print the words, and whom each credits', async () => {
    const { slack, desk, press, window } = await open();
    desk.holds([REPRINTED]);
    const answer = await room.ask();
    expect(shownIn(answer.blocks)).toContain('Also printed in 4 articles; Context lists them.');
    expect(answer.text).toContain('Also printed in 4 articles');
    expect(shownIn(answer.blocks)).toContain('Articles differ on who said this');
    await press(answer, ACTIONS.context);
    await slack.settled();
    const shown = shownIn(window().blocks);
    expect(shown).toContain('Also printed in 4 articles:');
    expect(shown).toContain('Valley fears floods');
    expect(shown).toContain('The Valley Post · 4 October 2024 · credited to Alma Reyes · OTH-001');
    expect(shown).toContain('outlet not given · date not given · credited to the mayor · OTH-002');
    expect(shown).toContain('and 2 more');
  });

  it('says that the excerpt is gone where it is', async () => {
    const { slack, desk, press, lastIn } = await open();
    const answer = await room.ask();
    desk.holds([]);
    await press(answer, ACTIONS.context);
    await slack.settled();
    expect(slack.snapshot(NADIA).modals).toEqual([]);
    expect(lastIn(GENERAL).text).toContain('This excerpt is no longer available');
  });

  it('tells the person to press again where the trigger has expired, and does not try again itself', async () => {
    let now = Date.now();
    const { slack, desk, press, lastIn } = await open({ clock: () => now });
    const answer = await room.ask();
    const fetchContext = desk.context.bind(desk);
    desk.context = async (id) => {
      now += 4000;
      return fetchContext(id);
    };
    await press(answer, ACTIONS.context);
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA });
    expect(lastIn(GENERAL).text).toContain('Press the button again');
    expect(slack.calls.filter(({ method }) => method === 'views.open')).toHaveLength(1);
  });

  it('is tried once only where the connection breaks, for its trigger does not wait', async () => {
    let [attempts, apiUrl] = [0, ''];
    const breaking = createServer(async (request, response) => {
      const method = request.url?.slice(1) ?? '';
      if (method === 'views.open') {
        attempts++;
        return response.destroy();
      }
      const body = await text(request);
      const { authorization = '', 'content-type': type = '' } = request.headers;
      const answer = await fetch(apiUrl + method, {
        method: 'POST',
        body,
        headers: { authorization, 'content-type': type },
      });
      response.end(await answer.text());
    });
    await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve));
    const { slack, press, lastIn } = await open({
      apiUrlFor: (url) => {
        apiUrl = url;
        return `http://127.0.0.1:${portOf(breaking)}/`;
      },
    });
    await press(await room.ask(), ACTIONS.context);
    await slack.settled();
    await expect.poll(() => lastIn(GENERAL).text, { timeout: 4000 }).toContain('Something went wrong');
    expect(attempts).toBe(1);
    breaking.close();
  });

  it('tells the person when to try again where Slack asks to wait', async () => {
    const { slack, press, lastIn } = await open();
    const answer = await room.ask();
    slack.rateLimitNext('views.open', 7);
    await press(answer, ACTIONS.context);
    await slack.settled();
    expect(lastIn(GENERAL).text).toBe('Slack asks whosaid to slow down. Try again in 7 seconds.');
  });
});

describe('Copy', () => {
  it('opens a window with the excerpt in every style', async () => {
    const { slack, press, window } = await open();
    await press(await room.ask(), ACTIONS.copy);
    await slack.settled();
    expect(shownIn(window().blocks)).toBe(
      ['House style', '“The river will rise,” Alma Reyes', 'Link only', RIVER.citation.deepLink].join('\n'),
    );
    expect(JSON.stringify(window().blocks)).toContain('rich_text_preformatted');
  });

  it('offers nothing of a withdrawn article', async () => {
    const { slack, desk, press, lastIn } = await open();
    const answer = await room.ask();
    desk.holds([{ ...RIVER, citation: { ...RIVER.citation, state: 'withdrawn' } }]);
    await press(answer, ACTIONS.copy);
    await slack.settled();
    expect(slack.snapshot(NADIA).modals).toEqual([]);
    expect(lastIn(GENERAL).text).toContain('This excerpt is no longer available');
  });
});

describe('More', () => {
  const seven = Array.from({ length: 7 }, (_, index) => ({
    ...like(index % 2 === 0 ? RIVER : MONEY, `EXC-00${index}`),
    match: index === 4 ? ('differs' as const) : ('keywords' as const),
  }));
  const ids = (message: Message) => [...new Set(shownIn(message.blocks).match(/EXC-\d{3}/g) ?? [])];

  it('shows the rest, three at a time, each cut anew', async () => {
    const { slack, desk, press, lastIn } = await open({ desk: new MemoryDesk(seven) });
    const answer = await room.ask(GENERAL, 'everything');
    expect(ids(answer)).toEqual(['EXC-000', 'EXC-001', 'EXC-002']);
    expect(shownIn(answer.blocks)).toContain('More (4)');
    desk.holds(seven.filter(({ id }) => id !== 'EXC-003'));
    await press(answer, ACTIONS.more);
    await slack.settled();
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA });
    expect(ids(lastIn(GENERAL))).toEqual(['EXC-004', 'EXC-005', 'EXC-006']);
    expect(buttonsOf(lastIn(GENERAL).blocks)).not.toContain(ACTIONS.more);
  });

  it('keeps saying of each how it matched the question', async () => {
    const { slack, press, lastIn } = await open({ desk: new MemoryDesk(seven) });
    await press(await room.ask(GENERAL, 'everything'), ACTIONS.more);
    await slack.settled();
    expect(shownIn(lastIn(GENERAL).blocks)).toContain('Not in these words · EXC-004');
    expect(shownIn(lastIn(GENERAL).blocks)).toContain('Found by keywords · EXC-003');
  });

  it('carries ids and no words', async () => {
    await open({ desk: new MemoryDesk(seven) });
    const answer = await room.ask(GENERAL, 'everything');
    const values = [...JSON.stringify(answer.blocks).matchAll(/"value":"((?:[^"\\]|\\.)*)"/g)].map(
      ([, value]) => value,
    );
    expect(values).toHaveLength(13);
    for (const value of values) expect(value).not.toMatch(/river|money/i);
  });

  it('stays in the thread of a mention, for the one who pressed', async () => {
    const { slack, press, lastIn } = await open({ desk: new MemoryDesk(seven) });
    const said = await slack.say({ userId: NADIA, channelId: GENERAL, text: '@whosaid everything' });
    await slack.settled();
    await press(lastIn(GENERAL), ACTIONS.more);
    await slack.settled();
    const thread = said.kind === 'done' ? said.ts : '';
    expect(lastIn(GENERAL)).toMatchObject({ ephemeralFor: NADIA, threadTs: thread });
  });

  it('offers no sharing in a channel that another organisation shares', async () => {
    const { slack, press, lastIn } = await open({ desk: new MemoryDesk(seven) });
    await slack.say({ userId: NADIA, channelId: PARTNERS, text: '@whosaid everything' });
    await slack.settled();
    await press(lastIn(PARTNERS), ACTIONS.more);
    await slack.settled();
    expect(buttonsOf(lastIn(PARTNERS).blocks)).not.toContain(ACTIONS.shareHere);
  });
});

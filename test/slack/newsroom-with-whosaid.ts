import type { KnownBlock } from '@slack/types';
import { type LocalSlack, startLocalSlack } from '../../src/playground/local-slack.ts';
import { NEWSROOM } from '../../src/playground/newsroom.ts';
import type { Message, View } from '../../src/playground/workspace.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { SHORTCUT } from '../../src/slack/surface.ts';
import { readManifest } from './manifest.ts';
import { MemoryDesk } from './memory-desk.ts';

export const NADIA = 'U0NADIA';
export const GENERAL = 'C0GENERAL';
/** A channel that whosaid is not in. */
export const PICTURES = 'C0PICTURES';
/** A private channel that whosaid is not in. */
export const INQUIRY = 'C0INQUIRY';
/** A channel shared with another organisation. */
export const PARTNERS = 'C0PARTNERS';

const SIGNING_SECRET = 'a-signing-secret-for-tests';

/** The app over a small desk, in a strict local Slack that grants it the manifest's scopes and no more. */
export interface WithWhosaid {
  readonly slack: LocalSlack;
  readonly app: SlackApp;
  readonly desk: MemoryDesk;
  readonly log: readonly string[];
  /** Where the app takes signed requests; null in Socket Mode. */
  readonly url: string | null;
  readonly signingSecret: string;
  /** The newest message of the bot in a channel; throws where there is none. */
  lastIn(channelId: string): Message;
  /** All messages of the bot in a channel. */
  allIn(channelId: string): readonly Message[];
  /** Those of them that everybody sees. */
  sharedIn(channelId: string): readonly Message[];
  /** Asks /whosaid in a channel, #general unless given, as Nadia; gives the answer. */
  ask(channelId?: string, text?: string): Promise<Message>;
  /** Says something in a channel or thread as Nadia; gives its ts. */
  say(text: string, channelId?: string, threadTs?: string): Promise<string>;
  /** Presses a button of a message of the bot's. */
  press(message: Message, actionId: string, userId?: string): ReturnType<LocalSlack['press']>;
  /** The window on top, as a person sees it; throws where none is open. */
  window(userId?: string): View;
  stop(): Promise<void>;
}

/** How the newsroom is to be. */
export interface NewsroomOptions {
  readonly mode?: 'http' | 'socket';
  readonly desk?: MemoryDesk;
  readonly ackLimitMs?: number;
  readonly clock?: () => number;
  /** Where the app is to find the Web API, given where the local Slack has it. */
  readonly apiUrlFor?: (apiUrl: string) => string;
}

export async function startNewsroom({ mode = 'http', ...rest }: NewsroomOptions = {}): Promise<WithWhosaid> {
  const manifest = readManifest();
  const slack = await startLocalSlack({
    newsroom: { ...NEWSROOM, shortcuts: [{ callbackId: SHORTCUT, name: 'Who said this?' }] },
    scopes: manifest.oauth_config.scopes.bot,
    ...(rest.ackLimitMs === undefined ? {} : { ackLimitMs: rest.ackLimitMs }),
    ...(rest.clock === undefined ? {} : { clock: rest.clock }),
  });
  const desk = rest.desk ?? new MemoryDesk();
  const log: string[] = [];
  const app = createSlackApp({
    desk,
    token: slack.installation.botToken,
    slackApiUrl: rest.apiUrlFor?.(slack.apiUrl) ?? slack.apiUrl,
    log: (line) => log.push(line),
    ...(mode === 'socket'
      ? { appToken: slack.installation.appToken }
      : { signingSecret: SIGNING_SECRET, port: 0, host: '127.0.0.1' }),
  });
  const listening = await app.start();
  const url = listening.kind === 'http' ? listening.url : null;
  if (url !== null) slack.connectApp({ url, signingSecret: SIGNING_SECRET });

  const allIn = (channelId: string) =>
    slack.messagesIn(channelId).filter((message) => message.botId === slack.installation.botId);
  const lastIn = (channelId: string) => {
    const last = allIn(channelId).at(-1);
    if (last === undefined) throw new Error(`whosaid has said nothing in ${channelId}`);
    return last;
  };
  return {
    slack,
    app,
    desk,
    log,
    url,
    signingSecret: SIGNING_SECRET,
    allIn,
    lastIn,
    sharedIn: (channelId) => allIn(channelId).filter((message) => message.ephemeralFor === null),
    async ask(channelId = GENERAL, text = 'the river will rise') {
      await slack.runCommand({ userId: NADIA, channelId, command: '/whosaid', text });
      await slack.settled();
      return lastIn(channelId);
    },
    async say(text, channelId = GENERAL, threadTs) {
      const thread = threadTs === undefined ? {} : { threadTs };
      const said = await slack.say({ userId: NADIA, channelId, text, ...thread });
      if (said.kind !== 'done' || said.ts === undefined) throw new Error(`this could not be said: ${text}`);
      return said.ts;
    },
    press: (message, actionId, userId = NADIA) =>
      slack.press({
        userId,
        place: { kind: 'message', channelId: message.channelId, ts: message.ts },
        blockId: blockOf(message, actionId),
        actionId,
      }),
    window(userId = NADIA) {
      const top = slack.snapshot(userId).modals.at(-1);
      if (top === undefined) throw new Error(`no window is open before ${userId}`);
      return top;
    },
    async stop() {
      await app.stop(1000);
      await slack.stop();
    },
  };
}

function blockOf(message: Message, actionId: string): string {
  const block = message.blocks.find(
    (one) => one.type === 'actions' && one.elements.some((element) => element.action_id === actionId),
  );
  if (block?.block_id === undefined) throw new Error(`no button ${actionId} in: ${message.text}`);
  return block.block_id;
}

/** The buttons of blocks, by action id. */
export function buttonsOf(blocks: readonly KnownBlock[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.flatMap((element) => element.action_id ?? []) : [],
  );
}

/** All that blocks show, one line a text, in order. */
export function shownIn(blocks: readonly KnownBlock[]): string {
  const texts: string[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('\n');
}

import { randomBytes } from 'node:crypto';
import type { Desk } from '../answer/answer.ts';
import { createSlackApp } from '../slack/app.ts';
import { readAppManifest } from './app-manifest.ts';
import { type LocalSlack, startLocalSlack } from './local-slack.ts';
import { NEWSROOM } from './newsroom.ts';
import { servePage } from './page-server.ts';
import { wordsToTry } from './words-to-try.ts';

/** What the playground is started with. */
export interface PlaygroundOptions {
  readonly desk: Desk;
  /** Where the page listens, on 127.0.0.1; 0 is any free port. */
  readonly port: number;
  /** Told what happens, a line at a time. */
  readonly log: (line: string) => void;
}

/** The playground while it runs. */
export interface Playground {
  /** The page's address: `http://127.0.0.1:PORT/`. */
  readonly url: string;
  /** Waits for answers under way, and ends after `deadlineMs` (milliseconds) at the latest. */
  stop(deadlineMs: number): Promise<void>;
}

/** Thrown where the playground cannot start; the message says why and what to do. */
export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';
}

/**
 * Starts the real Slack app in a Slack of its own on this machine, with a page to use it.
 *
 * Three servers listen on 127.0.0.1: the local Slack and the app, which speak to one another by signed requests on ports
 * that are free, and the page on the port that is asked for. The signing secret is made anew for each run.
 */
export async function startPlayground({ desk, port, log }: PlaygroundOptions): Promise<Playground> {
  const { commands, shortcuts, scopes } = await readAppManifest();
  const slack = await startLocalSlack({ newsroom: { ...NEWSROOM, commands, shortcuts }, scopes });
  const signingSecret = randomBytes(24).toString('hex');
  const app = createSlackApp({
    desk,
    token: slack.installation.botToken,
    signingSecret,
    port: 0,
    host: '127.0.0.1',
    slackApiUrl: slack.apiUrl,
    log,
  });
  const stop = async (deadlineMs: number): Promise<void> => {
    await app.stop(deadlineMs);
    await slack.stop();
  };
  try {
    const listening = await app.start();
    if (listening.kind === 'http') slack.connectApp({ url: listening.url, signingSecret });
    const { starters, pasted } = await wordsToTry(desk);
    const page = await servePage({ workspace: slack, starters, port, log });
    if (pasted !== null) await paste(pasted, slack);
    return {
      url: page.url,
      stop: async (deadlineMs) => {
        await page.close();
        await stop(deadlineMs);
      },
    };
  } catch (error) {
    await stop(0);
    throw startError(error, port);
  }
}

/** A colleague has pasted words, for somebody to use the message menu on. */
async function paste(words: string, slack: LocalSlack): Promise<void> {
  const { channels, users } = NEWSROOM;
  const channel = channels.find(({ name }) => name === 'newsdesk');
  const colleague = users.find(({ name }) => name === 'tomas');
  if (!channel || !colleague) return;
  await slack.say({ userId: colleague.id, channelId: channel.id, text: `Whose words are these? “${words}”` });
}

function startError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    const sentence = `Port ${port} is in use by another program: stop that one, or set PORT to another number.`;
    return new PlaygroundError(sentence, { cause: error });
  }
  if (code === 'EACCES') {
    const sentence = `Port ${port} may not be opened by this user: set PORT to a number from 1024 to 65535.`;
    return new PlaygroundError(sentence, { cause: error });
  }
  return error;
}

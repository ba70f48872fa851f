import { runCommand } from './acts/command.ts';
import { close, submit } from './acts/modal.ts';
import { open } from './acts/open.ts';
import { loadOptions, press } from './acts/press.ts';
import { edit, say, sayAsBot } from './acts/say.ts';
import { useShortcut } from './acts/shortcut.ts';
import type { Ack, Retry } from './delivery/courier.ts';
import { INSTALLATION, type Installation } from './installation.ts';
import type { Clock } from './kept/conversations.ts';
import { NEWSROOM, type Newsroom } from './newsroom.ts';
import { makeParts, type Parts, type Rules } from './parts.ts';
import { Refusal } from './refusal.ts';
import { type Fallback, makeServer, portOf } from './server.ts';
import { type AppAddress, checkAddress } from './signed-post.ts';
import { takeSnapshot } from './snapshot.ts';
import { type LoggedCall, WebApi } from './web-api/web-api.ts';
import type {
  Act,
  Close,
  Command,
  Edit,
  LoadOptions,
  Message,
  Outcome,
  Press,
  Say,
  Submit,
  UseShortcut,
  WorkspaceSnapshot,
} from './workspace.ts';

/** How a local Slack is to be. */
export interface LocalSlackOptions {
  /** The port to listen on; 0, the default, takes any. */
  readonly port?: number;
  /** What the workspace starts with. */
  readonly newsroom?: Newsroom;
  /** Milliseconds since 1970; the signatures on requests keep the machine's own time. */
  readonly clock?: Clock;
  /** How long the app may take to acknowledge, in milliseconds: 3000 as Slack has it. */
  readonly ackLimitMs?: number;
  /** How long nothing must have been under way before it counts as settled, in milliseconds; 40 unless given. */
  readonly quietMs?: number;
  /** Refuse a post that all can see unless unfurl_links and unfurl_media are given as false; true unless given. */
  readonly requireUnfurlOff?: boolean;
  /** The bot's scopes; without it, it has all. */
  readonly scopes?: readonly string[];
  /** Answers requests that are not for Slack, e.g. with a page; without it they are answered 404. */
  readonly fallback?: Fallback;
}

/**
 * A Slack workspace on this machine: stricter than Slack towards the app, and with a method for each thing that a person
 * can do. Each resolves when the app has acknowledged; what the app does after that is waited for by `settled`.
 */
export interface LocalSlack {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  readonly baseUrl: string;
  /** For Bolt's `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  /** The ids and tokens that the app is installed with. */
  readonly installation: Installation;
  /** From now on the app is sent signed HTTP requests there, unless it has a socket open. */
  connectApp(address: AppAddress): void;

  say(act: Say): Promise<Outcome>;
  edit(act: Edit): Promise<Outcome>;
  runCommand(act: Command): Promise<Outcome>;
  press(act: Press): Promise<Outcome>;
  loadOptions(act: LoadOptions): Promise<Outcome>;
  submit(act: Submit): Promise<Outcome>;
  close(act: Close): Promise<Outcome>;
  useShortcut(act: UseShortcut): Promise<Outcome>;
  openHome(userId: string): Promise<Outcome>;
  openDirect(userId: string): Promise<Outcome>;
  /** Any of these, as a page sends it. */
  perform(act: Act): Promise<Outcome>;
  /** Another app's bot writes a message. */
  sayAsBot(act: Say): Promise<Outcome>;
  /** The bot is taken into a channel. */
  inviteBot(channelId: string): void;

  /** Sends the same event once more; null where no event of this id was sent. */
  deliverAgain(eventId: string, retry: Retry): Promise<Ack | null>;
  /** The next call of this method is answered with 429 and `Retry-After`. */
  rateLimitNext(method: string, seconds: number): void;
  /** Asks an app in Socket Mode to connect anew. */
  refreshSockets(): void;

  /** All that one person can see now. */
  snapshot(userId: string): WorkspaceSnapshot;
  /** A channel's messages in order of time, everybody's ephemeral ones among them. */
  messagesIn(channelId: string): readonly Message[];
  /** Calls `listener` after each change until the function handed back is called. */
  onChange(listener: () => void): () => void;
  /** What the app has called, oldest first; a post to a response_url stands there as `response_url`. */
  readonly calls: readonly LoggedCall[];
  /** Resolves when nothing is under way between Slack and the app. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Slack of one's own on the loopback address. */
export async function startLocalSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  let baseUrl = '';
  const rules: Rules = {
    requireUnfurlOff: options.requireUnfurlOff ?? true,
    scopes: options.scopes ?? null,
    ackLimitMs: options.ackLimitMs ?? 3000,
    quietMs: options.quietMs ?? 40,
  };
  const parts = makeParts(options.newsroom ?? NEWSROOM, rules, options.clock ?? Date.now, () => baseUrl);
  const api = new WebApi(parts);
  const server = makeServer(parts, api, options.fallback ?? ((_request, response) => response.writeHead(404).end()));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${portOf(server)}`;

  return {
    baseUrl,
    apiUrl: `${baseUrl}/api/`,
    installation: INSTALLATION,
    connectApp: (address) => parts.courier.connect(checkAddress(address)),
    say: (act) => acted(say(act, parts)),
    edit: (act) => acted(edit(act, parts)),
    runCommand: (act) => acted(runCommand(act, parts)),
    press: (act) => acted(press(act, parts)),
    loadOptions: (act) => acted(loadOptions(act, parts)),
    submit: (act) => acted(submit(act, parts)),
    close: (act) => acted(close(act, parts)),
    useShortcut: (act) => acted(useShortcut(act, parts)),
    openHome: (userId) => acted(open(userId, 'home', parts)),
    openDirect: (userId) => acted(open(userId, 'messages', parts)),
    perform: (act) => acted(perform(act, parts)),
    sayAsBot: (act) => acted(sayAsBot(act, parts)),
    inviteBot: (channelId) => parts.conversations.invite(channelId),
    deliverAgain: (eventId, retry) => parts.outbox.again(eventId, retry),
    rateLimitNext: (method, seconds) => api.rateLimitNext(method, seconds),
    refreshSockets: () => parts.sockets.refresh(),
    snapshot: (userId) => takeSnapshot(userId, parts),
    messagesIn: (channelId) => parts.conversations.messagesIn(channelId),
    onChange: (listener) => parts.changes.onChange(listener),
    get calls() {
      return api.calls;
    },
    settled: () => parts.activity.settled(),
    stop: async () => {
      await parts.sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function perform(act: Act, parts: Parts): Promise<Outcome> {
  switch (act.kind) {
    case 'say':
      return say(act, parts);
    case 'edit':
      return edit(act, parts);
    case 'command':
      return runCommand(act, parts);
    case 'press':
      return press(act, parts);
    case 'load-options':
      return loadOptions(act, parts);
    case 'submit':
      return submit(act, parts);
    case 'close':
      return close(act, parts);
    case 'use-shortcut':
      return useShortcut(act, parts);
    case 'open-home':
      return open(act.userId, 'home', parts);
    case 'open-direct':
      return open(act.userId, 'messages', parts);
  }
}

/** What Slack would not offer a person is an outcome too. */
async function acted(work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work;
  } catch (refusal) {
    if (refusal instanceof Refusal) return { kind: 'impossible', shown: refusal.faults[0] ?? refusal.code };
    throw refusal;
  }
}

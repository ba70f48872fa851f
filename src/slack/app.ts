import { App, type BlockButtonAction } from '@slack/bolt';
import { type FetchFunction, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Desk } from '../answer/answer.ts';
import { Delivery } from './delivery.ts';
import { failures } from './failures.ts';
import { httpIntake, type Intake, type Listening, socketIntake } from './intake.ts';
import { showContext, showCopies, showMore } from './listeners/card-buttons.ts';
import { home } from './listeners/home.ts';
import { directMessages, mentions } from './listeners/questions.ts';
import { shareHere, shareSubmitted, shareTo } from './listeners/share-buttons.ts';
import { whoSaidThis } from './listeners/who-said-this.ts';
import { whosaidCommand } from './listeners/whosaid-command.ts';
import { BoltLogger, type Log, withoutSecrets } from './log.ts';
import { ACTIONS, COMMAND, EVENTS, SHORTCUT, VIEWS } from './surface.ts';
import { Topics } from './topics.ts';
import { troubleOf } from './trouble.ts';
import { WorkUnderWay } from './work-under-way.ts';

/** What the Slack app is handed. With an `appToken` it uses Socket Mode, else it listens for signed requests. */
export interface SlackAppOptions {
  readonly desk: Desk;
  /** The bot token, `xoxb-…`. */
  readonly token: string;
  /** The app-level token for Socket Mode, `xapp-…`. */
  readonly appToken?: string;
  /** By which requests over HTTP are known to be Slack's. */
  readonly signingSecret?: string;
  /** For HTTP: 3000 unless given; 0 is any free port. */
  readonly port?: number;
  /** For HTTP: the address to listen on; all of the machine's unless given. */
  readonly host?: string;
  /** Where the Web API is, with a slash at its end; Slack's own unless given. */
  readonly slackApiUrl?: string;
  readonly log: Log;
}

/** The running bot. */
export interface SlackApp {
  /** Resolves once payloads can come in; throws a SlackStartError. */
  start(): Promise<Listening>;
  /**
   * Takes nothing new, waits for answers under way, and ends after `deadlineMs` at the latest: what was acknowledged
   * to Slack by then and not answered is counted in the log.
   */
  stop(deadlineMs: number): Promise<void>;
}

/** Thrown where the app cannot start; the message says why and what to do. */
export class SlackStartError extends Error {
  override readonly name = 'SlackStartError';
}

/** How long one call to Slack may take, milliseconds. */
const CALL_TIMEOUT = 10_000;

/** A window must open within the three seconds that its trigger lives. */
const WINDOW_TIMEOUT = 3000;

/** People wait for these calls: two more attempts within some two seconds, not ten in half an hour. */
const FEW_RETRIES = { retries: 2, factor: 2, minTimeout: 300, maxTimeout: 2000 };

/** The Bolt app over a desk: everything that people see of whosaid in Slack. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { desk, token, appToken, signingSecret } = options;
  const secrets = [token, appToken, signingSecret].filter((secret) => secret !== undefined);
  const log = withoutSecrets(options.log, secrets);
  const logger = new BoltLogger(log);
  const clientOptions = {
    logger,
    fetch: fetchInTime,
    timeout: CALL_TIMEOUT,
    retryConfig: FEW_RETRIES,
    ...(options.slackApiUrl === undefined ? {} : { slackApiUrl: options.slackApiUrl }),
  } satisfies WebClientOptions;

  const intake = intakeOf(options, logger, log);
  const bolt = new App({
    receiver: intake.receiver,
    token,
    clientOptions,
    logger,
    convoStore: false,
    // The token is verified in start(), where a refusal can be told; Bolt would verify it unheard right here.
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  const windows = new WebClient(token, {
    ...clientOptions,
    timeout: WINDOW_TIMEOUT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });

  const work = new WorkUnderWay();
  const delivery = new Delivery(bolt.client, fetchInTime, log);
  const report = failures(delivery, log);
  bolt.use(({ next }) => work.run(next));
  bolt.error(({ error, body }: Failed) => work.run(() => report(error, body)));
  listen(bolt, { desk, delivery, windows, log });

  return {
    async start() {
      try {
        await bolt.init();
        return await intake.open();
      } catch (error) {
        const { cause, mend } = troubleOf(error);
        throw new SlackStartError(`whosaid cannot start in Slack: ${cause}; to mend: ${mend}.`, { cause: error });
      }
    },
    async stop(deadlineMs) {
      intake.shut();
      const isDone = await work.settled(deadlineMs);
      if (!isDone) log(`slack: stopped with ${work.count} answers unfinished, for the deadline had passed`);
      intake.sever();
    },
  };
}

/** What Bolt's extended error handler is given; Bolt does not export the type. */
interface Failed {
  readonly error: Error;
  readonly body: unknown;
}

interface Listeners {
  readonly desk: Desk;
  readonly delivery: Delivery;
  readonly windows: WebClient;
  readonly log: Log;
}

function listen(bolt: App, parts: Listeners): void {
  const { desk, delivery } = parts;
  const answering = { desk, delivery, topics: new Topics() };
  bolt.command(COMMAND, whosaidCommand(desk, delivery));
  bolt.event(EVENTS.mention, mentions(answering));
  bolt.message(directMessages(answering));
  bolt.event(EVENTS.homeOpened, home(desk, bolt.client));
  bolt.shortcut({ type: 'message_action', callback_id: SHORTCUT }, whoSaidThis(desk, delivery));
  bolt.action<BlockButtonAction>(ACTIONS.shareHere, shareHere(parts));
  bolt.action<BlockButtonAction>(ACTIONS.shareTo, shareTo(parts));
  bolt.action<BlockButtonAction>(ACTIONS.context, showContext(parts));
  bolt.action<BlockButtonAction>(ACTIONS.copy, showCopies(parts));
  bolt.action<BlockButtonAction>(ACTIONS.more, showMore(parts));
  bolt.view({ type: 'view_submission', callback_id: VIEWS.share }, shareSubmitted(parts));
}

function intakeOf(options: SlackAppOptions, logger: BoltLogger, log: Log): Intake {
  const { appToken, signingSecret, port = 3000, host, slackApiUrl } = options;
  if (appToken !== undefined) {
    return socketIntake({ appToken, ...(slackApiUrl === undefined ? {} : { slackApiUrl }) }, logger, log);
  }
  if (signingSecret === undefined) {
    throw new SlackStartError(
      'whosaid cannot start in Slack: neither an app-level token (for Socket Mode) nor a signing secret (for HTTP) is set.',
    );
  }
  return httpIntake({ signingSecret, port, ...(host === undefined ? {} : { host }) }, logger);
}

/** The fetch of Node, with an end: posts to a response_url would else wait for ever. */
const fetchInTime: FetchFunction = (url, init) =>
  fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(CALL_TIMEOUT) });

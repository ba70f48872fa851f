import 'dotenv/config';
import { once } from 'node:events';
import type { Desk } from './answer/answer.ts';
import { counted, holdingsInWords, thousands } from './answer/counted.ts';
import { createDesk } from './answer/desk.ts';
import { type Archive, ArchiveError } from './archive/archive.ts';
import { openArchive } from './archive/open-archive.ts';
import { IngestProgress } from './commands/ingest-progress.ts';
import { tell as log, outliveWhoeverReadsMessages } from './commands/output.ts';
import { BackgroundReader } from './ingest/background-reader.ts';
import { ingest } from './ingest/ingest.ts';
import { ingestReadings } from './ingest/ingest-readings.ts';
import { IngestError, type IngestEvent } from './ingest/progress.ts';
import type { Reader } from './ingest/reader.ts';
import { readingThreads } from './ingest/reading-threads.ts';
import { PlaygroundError, startPlayground } from './playground/playground.ts';
import { type Settings, SettingsError, settingsOfProcess } from './settings.ts';
import { createSlackApp, SlackStartError } from './slack/app.ts';
import { type FeedWatch, watchFeeds } from './sources/watch-feeds.ts';
import { openWeb, type Web } from './sources/web.ts';
import { toldToStop } from './told-to-stop.ts';

/** How long a stop may take before the process ends whatever is under way, milliseconds. */
const STOP_DEADLINE = 8000;

/** Something that runs until it is stopped. */
interface Running {
  stop(deadlineMs: number): Promise<void>;
}

/** Settings, archive, articles, Slack: in that order, and back again when told to stop. */
async function main(): Promise<void> {
  const settings = settingsOfProcess();
  const stopping = toldToStop();
  const archive = await openArchive(settings.archive, { readFrom: settings.archiveRead, tell: log });
  const reader = new BackgroundReader();
  try {
    const web = openWeb({ allowance: settings.fetchAllow, read: (document) => reader.document(document) });
    const progress = new IngestProgress({ isTerminal: false, write: (text) => process.stderr.write(text) });
    const summary = await ingest(archive, [settings.seeds], {
      web,
      tell: (event) => progress.hear(event),
      threads: readingThreads(),
      signal: stopping,
    });
    if (summary.isStopped) return log('stopped while reading; what was read is kept');
    const holdings = holdingsInWords(await archive.holdings());
    const news = summary.articles === 0 ? 'nothing new' : `${thousands(summary.articles)} new or changed`;
    const refused = summary.skipped - summary.held;
    log(`archive: ${holdings} (${news}${refused === 0 ? '' : `, ${thousands(refused)} skipped`})`);
    const feeds = settings.feeds.map(({ key }) => key);
    const running = await join(settings, createDesk(archive, Date.now, feeds));
    const watching = watch(settings, archive, web, reader);
    if (!stopping.aborted) await once(stopping, 'abort');
    log('stopping: answers under way are finished first');
    await Promise.all([running.stop(STOP_DEADLINE), watching.stop(), reader.stop()]);
  } finally {
    await reader.stop();
    await archive.close();
  }
}

/** Joins Slack where a token is set, else opens the playground. */
async function join({ slack, port }: Settings, desk: Desk): Promise<Running> {
  if (slack === null) {
    const playground = await startPlayground({ desk, port, log });
    log('No Slack token is set, so whosaid runs in its playground, on this machine only.');
    log(`Open ${playground.url} in a browser. Ctrl+C stops it.`);
    return playground;
  }
  const app = createSlackApp({
    desk,
    token: slack.botToken,
    log,
    ...(slack.apiUrl === null ? {} : { slackApiUrl: slack.apiUrl }),
    ...(slack.kind === 'socket' ? { appToken: slack.appToken } : { signingSecret: slack.signingSecret, port }),
  });
  const listening = await app.start();
  log(
    listening.kind === 'socket-mode'
      ? 'Connected to Slack by Socket Mode.'
      : `Listening for Slack at ${listening.url}.`,
  );
  return app;
}

/** Watches the feeds that are set, beside whatever is being answered. */
function watch(settings: Settings, archive: Archive, web: Web, reader: Reader): FeedWatch {
  const { feeds, feedIntervalMs: intervalMs } = settings;
  if (feeds.length > 0) {
    const minutes = intervalMs / 60_000;
    const every = minutes === 1 ? 'every minute' : `every ${minutes} minutes`;
    log(`watching ${counted(feeds.length, 'feed')}, ${every} or as seldom as they ask`);
  }
  return watchFeeds(feeds, {
    web,
    memory: archive,
    take: (readings) => ingestReadings(archive, readings, reader, tellSkipped),
    noteIndexed: (at) => archive.noteIndexed(at),
    intervalMs,
    log,
  });
}

function tellSkipped(event: IngestEvent): void {
  if (event.kind === 'skipped') log(`skipped ${event.origin}: ${event.reason}`);
}

/** Errors whose message alone tells a person what to mend. */
const FOR_PEOPLE = [SettingsError, ArchiveError, IngestError, PlaygroundError, SlackStartError];

outliveWhoeverReadsMessages();
try {
  await main();
} catch (error) {
  const isForPeople = FOR_PEOPLE.some((kind) => error instanceof kind);
  log(error instanceof Error ? (isForPeople ? error.message : (error.stack ?? error.message)) : String(error));
  process.exitCode = 1;
}

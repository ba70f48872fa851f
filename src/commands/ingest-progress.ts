import { counted, thousands } from '../answer/counted.ts';
import { cleanLine } from '../answer/printable-text.ts';
import type { IngestEvent, IngestSummary } from '../ingest/progress.ts';

/** Where progress is shown. */
export interface Screen {
  /** Whether a line can be drawn over. */
  readonly isTerminal: boolean;
  write(text: string): void;
}

/** So many reasons are printed one by one; a flood of them would hide everything else. */
const REASONS = 20;
/** Milliseconds between two drawings of the line on a terminal, and between two lines elsewhere. */
const REDRAW = 200;
const LINE = 10_000;
/** The rate is that of so many milliseconds back: what was held already passes faster than what is read. */
const WINDOW = 20_000;

const CLEAR_LINE = '\r\u001b[K';

type Told<Kind> = Extract<IngestEvent, { kind: Kind }>;

interface Moment {
  readonly at: number;
  readonly bytes: number;
  readonly pieces: number;
}

/** Shows how an ingest goes on: one line that is drawn again on a terminal, a line now and then elsewhere. */
export class IngestProgress {
  readonly #screen: Screen;
  readonly #now: () => number;
  readonly #window: Moment[] = [];
  #ofBytes = 0;
  #reasons = 0;
  #shownAt: number;
  #hasLine = false;

  constructor(screen: Screen, now: () => number = () => performance.now()) {
    this.#screen = screen;
    this.#now = now;
    this.#shownAt = now();
    this.#window.push({ at: this.#shownAt, bytes: 0, pieces: 0 });
  }

  hear(event: IngestEvent): void {
    switch (event.kind) {
      case 'found':
        this.#ofBytes = event.bytes;
        this.#print(`${counted(event.files, 'file')} found, ${size(event.bytes)}`);
        return;
      case 'skipped':
        this.#reasons += 1;
        if (this.#reasons <= REASONS) this.#print(`skipped ${event.origin}: ${event.reason}`);
        return;
      case 'kept':
        return;
      case 'progress':
        this.#progress(event);
    }
  }

  /** Ends the line, and says what the summary alone does not. */
  finish({ articles, held, skipped, isStopped }: IngestSummary): void {
    this.#clear();
    if (this.#reasons > REASONS) this.#print(`… and ${thousands(this.#reasons - REASONS)} more skipped`);
    if (isStopped) this.#print('Stopped. What was read is kept. The same command goes on from there.');
    else if (articles === 0 && skipped === 0) this.#print('Nothing to do: there is nothing to read there.');
    else if (articles === 0 && held === skipped) {
      this.#print(`Nothing to do: ${held === 1 ? 'the article is' : `all ${thousands(held)} are`} held already.`);
    }
  }

  #progress(event: Told<'progress'>): void {
    const now = this.#now();
    if (now - this.#shownAt < (this.#screen.isTerminal ? REDRAW : LINE)) return;
    this.#shownAt = now;
    const moment = { at: now, bytes: event.bytes, pieces: event.articles + event.skipped };
    while (this.#window.length > 1 && now - (this.#window[1]?.at ?? now) > WINDOW) this.#window.shift();
    const line = progressLine(event, this.#window[0] ?? moment, moment, this.#ofBytes);
    this.#window.push(moment);
    if (!this.#screen.isTerminal) {
      this.#print(line);
      return;
    }
    this.#screen.write(`${CLEAR_LINE}${line}`);
    this.#hasLine = true;
  }

  #print(line: string): void {
    this.#clear();
    this.#screen.write(`${cleanLine(line)}\n`);
  }

  #clear(): void {
    if (this.#hasLine) this.#screen.write(CLEAR_LINE);
    this.#hasLine = false;
  }
}

function progressLine({ articles, held, skipped, bytes }: Told<'progress'>, from: Moment, to: Moment, ofBytes: number) {
  const seconds = (to.at - from.at) / 1000;
  const [rate, speed] = [(to.pieces - from.pieces) / seconds, (to.bytes - from.bytes) / seconds];
  const left = speed > 0 ? (ofBytes - bytes) / speed : null;
  return [
    `${thousands(articles)} read`,
    ...(held > 0 ? [`${thousands(held)} held already`] : []),
    ...(skipped > held ? [`${thousands(skipped - held)} skipped`] : []),
    `${thousands(Math.round(rate))} a second`,
    `${Math.floor(ofBytes > 0 ? Math.min(100, (100 * bytes) / ofBytes) : 0)} %`,
    ...(left === null ? [] : [`${duration(left)} left`]),
  ].join(' · ');
}

/** So many seconds for a person: 40 s, 12 min, 3 h 20 min. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function size(bytes: number): string {
  if (bytes < 1024 * 1024) return `${thousands(Math.ceil(bytes / 1024))} KiB`;
  return `${thousands(Math.round(bytes / 1024 / 1024))} MiB`;
}

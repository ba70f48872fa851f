import { type Logger, LogLevel } from '@slack/bolt';

/** Takes one line for the log, without a line end. */
export type Log = (line: string) => void;

/** What a token, or an address that is as good as one, looks like. */
const SECRET_SHAPES = /\bx(?:ox[a-z]|app)-[\w.-]+|https?:\/\/hooks\.slack\.com\/\S+|wss?:\/\/\S+/g;

/** A log that never holds one of `secrets`, nor anything that looks like a token or a response address. */
export function withoutSecrets(log: Log, secrets: readonly string[]): Log {
  return (line) => {
    let safe = line.replace(/\s*[\r\n]+\s*/g, ' ');
    for (const secret of secrets) safe = safe.replaceAll(secret, '(hidden)');
    log(safe.replace(SECRET_SHAPES, '(hidden)'));
  };
}

/** Bolt's own logger: what it warns of and what fails goes to the log, the rest is dropped. */
export class BoltLogger implements Logger {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  debug(): void {}

  info(): void {}

  warn(...message: readonly unknown[]): void {
    this.#log(`slack: ${message.map(String).join(' ')}`);
  }

  error(...message: readonly unknown[]): void {
    this.#log(`slack: ${message.map(String).join(' ')}`);
  }

  setLevel(): void {}

  getLevel(): LogLevel {
    return LogLevel.WARN;
  }

  setName(): void {}
}

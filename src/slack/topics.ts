import type { Topic } from '../answer/answer.ts';

/**
 * What each thread is about, so that a follow-up keeps the speaker.
 *
 * In memory only, and bounded: whosaid stores no Slack messages and nothing derived from them. After a restart, or
 * when a thread has long been quiet, a follow-up is simply a new question.
 */
export class Topics {
  readonly #topics = new Map<string, Topic>();
  readonly #limit: number;

  /** @param limit how many threads are remembered; the one unused for longest goes first */
  constructor(limit = 1000) {
    this.#limit = limit;
  }

  get(channel: string, thread: string): Topic | undefined {
    const key = `${channel}:${thread}`;
    const topic = this.#topics.get(key);
    if (topic === undefined) return undefined;
    this.#topics.delete(key);
    this.#topics.set(key, topic);
    return topic;
  }

  set(channel: string, thread: string, topic: Topic): void {
    const key = `${channel}:${thread}`;
    this.#topics.delete(key);
    this.#topics.set(key, topic);
    if (this.#topics.size <= this.#limit) return;
    const [oldest] = this.#topics.keys();
    if (oldest !== undefined) this.#topics.delete(oldest);
  }
}

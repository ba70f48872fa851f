import type { FetchFunction, WebClient } from '@slack/web-api';
import type { Posting } from './blocks/posting.ts';
import type { Log } from './log.ts';
import { troubleOf } from './trouble.ts';

/** Where somebody is, and how they can be answered there. */
export interface Place {
  readonly channel: string | null;
  readonly user: string;
  /** The `ts` of the message that the thread hangs on; null outside threads. */
  readonly thread: string | null;
  /** Takes five posts in half an hour, also where the bot is no member; cannot reach a thread. */
  readonly responseUrl: string | null;
}

/** Thrown where a response_url does not take a post; the message says what it answered. */
export class ResponseUrlError extends Error {
  override readonly name = 'ResponseUrlError';
}

/** Never let Slack turn an address of a card into a preview. */
const NO_PREVIEWS = { unfurl_links: false, unfurl_media: false } as const;

/** How postings reach people. */
export class Delivery {
  readonly #client: WebClient;
  readonly #fetch: FetchFunction;
  readonly #log: Log;

  constructor(client: WebClient, fetch: FetchFunction, log: Log) {
    this.#client = client;
    this.#fetch = fetch;
    this.#log = log;
  }

  /**
   * Shows a posting to one person only: in the thread they are in, else through the response_url, else in the
   * conversation, else, where none of these works, by direct message.
   *
   * Throws what the last of these ways threw.
   */
  async tell(place: Place, posting: Posting): Promise<void> {
    const { channel, user, thread, responseUrl } = place;
    const ephemeral = channel === null ? [] : [() => this.#ephemeral(channel, user, thread, posting)];
    const respond =
      responseUrl === null ? [] : [() => this.#respond(responseUrl, posting, { response_type: 'ephemeral' })];
    const direct = async () => {
      await this.post(user, null, posting);
    };
    const ways = thread === null ? [...respond, ...ephemeral, direct] : [...ephemeral, ...respond, direct];
    for (const [index, way] of ways.entries()) {
      try {
        return await way();
      } catch (error) {
        if (index === ways.length - 1) throw error;
        this.#log(`slack: a reply is sent another way, since ${troubleOf(error).cause}`);
      }
    }
  }

  /** Posts for everybody in a conversation or thread; gives the message's `ts`. A user's id is their direct message. */
  async post(channel: string, thread: string | null, posting: Posting): Promise<string> {
    const posted = await this.#client.chat.postMessage({
      channel,
      text: posting.text,
      blocks: [...posting.blocks],
      ...NO_PREVIEWS,
      ...(thread === null ? {} : { thread_ts: thread }),
    });
    if (posted.ts === undefined) throw new Error('Slack took a message and gave no ts for it.');
    return posted.ts;
  }

  /** Posts for everybody where the bot is no member; such a message can never be updated, for it has no `ts` here. */
  async postByResponse(responseUrl: string, posting: Posting): Promise<void> {
    await this.#respond(responseUrl, posting, { response_type: 'in_channel' });
  }

  async #ephemeral(channel: string, user: string, thread: string | null, posting: Posting): Promise<void> {
    await this.#client.chat.postEphemeral({
      channel,
      user,
      text: posting.text,
      blocks: [...posting.blocks],
      ...(thread === null ? {} : { thread_ts: thread }),
    });
  }

  async #respond(url: string, posting: Posting, options: { response_type: 'ephemeral' | 'in_channel' }): Promise<void> {
    const response = await this.#fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...options, replace_original: false, ...posting, ...NO_PREVIEWS }),
    });
    if (!response.ok) throw new ResponseUrlError(`the response_url answers HTTP ${response.status}`);
  }
}

import { Refusal } from '../refusal.ts';
import type { Clock } from './conversations.ts';
import type { Ids } from './ids.ts';

/** How often and how long, in milliseconds, a response_url takes posts. */
const MOST_USES = 5;
const LIFE = 30 * 60 * 1000;

/** Where posts to a response_url go. */
export interface ResponseTarget {
  readonly userId: string;
  readonly channelId: string;
  /** The message whose button was pressed; null where no message of the app stands behind the act. */
  readonly originalTs: string | null;
}

/** The addresses by which an app answers an act of a person. */
export class ResponseUrls {
  private readonly minted = new Map<string, { target: ResponseTarget; at: number; uses: number }>();
  private readonly clock: Clock;
  private readonly ids: Ids;
  private readonly base: () => string;

  /** `base` is where the server listens, known once it does. */
  constructor(clock: Clock, ids: Ids, base: () => string) {
    this.clock = clock;
    this.ids = ids;
    this.base = base;
  }

  mint(target: ResponseTarget): string {
    const secret = this.ids.secret();
    this.minted.set(secret, { target, at: this.clock(), uses: 0 });
    return `${this.base()}/response/${secret}`;
  }

  /** Counts one post; throws a Refusal after the fifth and after half an hour. */
  use(secret: string): ResponseTarget {
    const found = this.minted.get(secret);
    if (!found) throw new Refusal('invalid_url', 'no such response_url was sent');
    if (this.clock() - found.at > LIFE) throw new Refusal('expired_url', 'a response_url lives 30 minutes');
    if (found.uses >= MOST_USES) throw new Refusal('used_url', `a response_url takes ${MOST_USES} posts`);
    found.uses += 1;
    return found.target;
  }
}

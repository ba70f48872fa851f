import type { Clock } from '../kept/conversations.ts';
import type { Ids } from '../kept/ids.ts';
import type { Ack, Courier, Retry } from './courier.ts';
import { type AppEvent, envelope } from './events.ts';

/** How many events can be sent again. */
const REMEMBERED = 500;

/** An event that was sent, and what became of it. */
export interface SentEvent {
  readonly eventId: string;
  readonly ack: Ack;
}

/** Sends events to the app and remembers them. */
export class Outbox {
  private readonly sent = new Map<string, object>();
  private readonly courier: Courier;
  private readonly ids: Ids;
  private readonly clock: Clock;

  constructor(courier: Courier, ids: Ids, clock: Clock) {
    this.courier = courier;
    this.ids = ids;
    this.clock = clock;
  }

  /** Sends an event; `isExternallyShared` is of the channel where it happened. */
  async send(event: AppEvent, isExternallyShared = false): Promise<SentEvent> {
    const payload = envelope(event, this.ids, this.clock(), isExternallyShared);
    this.sent.set(payload.event_id, payload);
    const oldest = this.sent.keys().next().value;
    if (this.sent.size > REMEMBERED && oldest !== undefined) this.sent.delete(oldest);
    return { eventId: payload.event_id, ack: await this.courier.send({ kind: 'event', payload }) };
  }

  /** Sends the same event once more; null where no event of this id was sent. */
  async again(eventId: string, retry: Retry): Promise<Ack | null> {
    const payload = this.sent.get(eventId);
    return payload ? this.courier.send({ kind: 'event', payload }, retry) : null;
  }
}

import { Refusal } from '../refusal.ts';
import type { Clock } from './conversations.ts';
import type { Ids } from './ids.ts';

/** How long a trigger can be exchanged for a view, in milliseconds. */
const TRIGGER_LIFE = 3000;

/** The act of a person that a view may answer. */
export interface TriggerSource {
  readonly userId: string;
  /** Where they were; null in a Home. */
  readonly channelId: string | null;
  /** `view` is a press inside a modal, `submission` its sending off. */
  readonly from: 'conversation' | 'home' | 'view' | 'submission';
}

/** Trigger ids: each opens one view, within three seconds of the act. */
export class Triggers {
  private readonly minted = new Map<string, { source: TriggerSource; at: number; exchanged: boolean }>();
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(clock: Clock, ids: Ids) {
    this.clock = clock;
    this.ids = ids;
  }

  mint(source: TriggerSource): string {
    const id = `${this.ids.next('7')}.${this.ids.next('9')}.${this.ids.secret()}`;
    this.minted.set(id, { source, at: this.clock(), exchanged: false });
    return id;
  }

  /** Uses a trigger up; throws a Refusal where it is unknown, late or used. */
  exchange(id: string): TriggerSource {
    const trigger = this.minted.get(id);
    if (!trigger) throw new Refusal('invalid_trigger_id', 'no such trigger was sent');
    if (trigger.exchanged) throw new Refusal('exchanged_trigger_id', 'this trigger has opened a view already');
    if (this.clock() - trigger.at > TRIGGER_LIFE)
      throw new Refusal('expired_trigger_id', 'a trigger lives three seconds');
    trigger.exchanged = true;
    return trigger.source;
  }
}

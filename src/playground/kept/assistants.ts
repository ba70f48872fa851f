import type { SuggestedPrompt } from '../workspace.ts';
import type { Changes } from './changes.ts';

/** Questions that the app offers above a direct message. */
export interface OfferedPrompts {
  readonly title: string;
  readonly prompts: readonly SuggestedPrompt[];
}

/** What the app says it is doing in a thread. */
export interface Status {
  readonly channelId: string;
  readonly threadTs: string;
  readonly status: string;
}

/** Suggested prompts and statuses. */
export class Assistants {
  private readonly prompts = new Map<string, OfferedPrompts>();
  private readonly states = new Map<string, Status>();
  private readonly changes: Changes;

  constructor(changes: Changes) {
    this.changes = changes;
  }

  /** The prompts of a direct message. */
  promptsIn(channelId: string): OfferedPrompts | null {
    return this.prompts.get(channelId) ?? null;
  }

  offer(channelId: string, prompts: OfferedPrompts): void {
    this.prompts.set(channelId, prompts);
    this.changes.note();
  }

  statuses(): readonly Status[] {
    return [...this.states.values()];
  }

  /** An empty status takes the one before away, as a message of the app in the thread does. */
  setStatus(status: Status): void {
    const key = `${status.channelId} ${status.threadTs}`;
    if (status.status === '') {
      if (!this.states.delete(key)) return;
    } else {
      this.states.set(key, status);
    }
    this.changes.note();
  }
}

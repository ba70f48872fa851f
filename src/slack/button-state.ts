import { z } from 'zod';
import type { Match } from '../answer/answer.ts';
import { timestamp } from './permalink.ts';

/** Slack takes 2,000 characters in a button's value. */
const VALUE_ROOM = 2000;

const excerptId = z.string().regex(/^[0-9A-Z]{3}-[0-9A-Z]{3,13}$/);
const match = z.enum(['exact', 'punctuation', 'differs', 'opposite', 'keywords']) satisfies z.ZodType<Match>;

const cardState = z.object({ id: excerptId, thread: timestamp.nullable() });

const moreState = z.object({
  rest: z.array(z.tuple([excerptId, match])).min(1),
  thread: timestamp.nullable(),
  canShareHere: z.boolean(),
});

/** What a card's button knows: which excerpt, and the thread that sharing goes into. Never any text. */
export type CardState = z.infer<typeof cardState>;

/** What “More” knows: the excerpts not shown yet, each with how it matched what was asked. Never any text. */
export type MoreState = z.infer<typeof moreState>;

export function writeCardState(state: CardState): string {
  return JSON.stringify(state);
}

/** Throws a ZodError where a button's value is none of ours. */
export function readCardState(value: string | undefined): CardState {
  return cardState.parse(fromJson(value));
}

/** The value of “More”; excerpts that do not fit any more are left out, last first. */
export function writeMoreState(state: MoreState): string {
  const value = JSON.stringify(state);
  return value.length <= VALUE_ROOM ? value : writeMoreState({ ...state, rest: state.rest.slice(0, -1) });
}

/** Throws a ZodError where a button's value is none of ours. */
export function readMoreState(value: string | undefined): MoreState {
  return moreState.parse(fromJson(value));
}

function fromJson(value: string | undefined): unknown {
  try {
    return JSON.parse(value ?? '');
  } catch {
    return undefined;
  }
}

import type { Desk, Excerpt } from '../../answer/answer.ts';
import { note } from '../blocks/note.ts';
import type { Place } from '../delivery.ts';
import { pressPayload } from '../payloads.ts';

/** A press on one of our buttons: where, its value, and the trigger that opens one window within three seconds. */
export interface Press {
  readonly place: Place;
  readonly value: string | undefined;
  readonly trigger: string;
}

/** Reads what Slack sends when a button is pressed; throws a ZodError where it is no such thing. */
export function readPress(body: unknown): Press {
  const press = pressPayload.parse(body);
  return {
    place: {
      channel: press.channel?.id ?? null,
      user: press.user.id,
      thread: press.container?.thread_ts ?? press.message?.thread_ts ?? null,
      responseUrl: press.response_url ?? null,
    },
    value: press.actions[0]?.value,
    trigger: press.trigger_id,
  };
}

/** Said in place of an excerpt that is not to be shown any more. */
export const GONE = note(
  'This excerpt is no longer available: its article was withdrawn, may not be used here, or is not held any more. Nothing was shown or shared.',
);

/** The excerpt, cut from its article again, if it may still be used in this channel. */
export async function usableExcerpt(desk: Desk, id: string, channel: string | null): Promise<Excerpt | undefined> {
  const excerpt = await desk.excerpt(id, { channel });
  return excerpt?.citation.state === 'withdrawn' ? undefined : excerpt;
}

import { note } from './blocks/note.ts';
import type { Delivery, Place } from './delivery.ts';
import type { Log } from './log.ts';
import { type AnyPayload, anyPayload } from './payloads.ts';
import { troubleOf } from './trouble.ts';

/** Reports what failed: one line in the log, with where to mend it, and a plain sentence to whoever asked. */
export function failures(delivery: Delivery, log: Log): (error: unknown, body: unknown) => Promise<void> {
  return async (error, body) => {
    const { cause, mend, sentence } = troubleOf(error);
    const payload = anyPayload.safeParse(body).data ?? {};
    log(`slack: ${nameOf(payload)} failed: ${cause}; to mend: ${mend}`);
    const place = placeOf(payload);
    if (place === null) return;
    try {
      await delivery.tell(place, note(sentence));
    } catch (second) {
      log(`slack: nor could the person be told: ${troubleOf(second).cause}`);
    }
  };
}

function nameOf(payload: AnyPayload): string {
  return (
    payload.command ??
    payload.event?.type ??
    payload.actions?.[0]?.action_id ??
    payload.view?.callback_id ??
    payload.callback_id ??
    'something Slack sent'
  );
}

/** Who is to be told, and where; null where nobody asked for anything: the Home is opened in passing. */
function placeOf(payload: AnyPayload): Place | null {
  const user = payload.user_id ?? payload.user?.id ?? payload.event?.user;
  if (user === undefined || payload.event?.type === 'app_home_opened') return null;
  return {
    channel: payload.channel_id ?? payload.channel?.id ?? payload.event?.channel ?? null,
    user,
    thread: payload.event?.thread_ts ?? payload.message?.thread_ts ?? null,
    responseUrl: payload.response_url ?? null,
  };
}

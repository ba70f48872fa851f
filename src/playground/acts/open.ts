import { appHomeOpened } from '../delivery/events.ts';
import { viewPayload } from '../forms/view-payload.ts';
import type { Parts } from '../parts.ts';
import type { Outcome } from '../workspace.ts';
import { person } from './sender.ts';

/** A person looks at the app's Home, or at the direct message with it. */
export async function open(userId: string, tab: 'home' | 'messages', parts: Parts): Promise<Outcome> {
  const user = person(userId, parts);
  const direct = parts.conversations.direct(userId);
  const home = tab === 'home' ? parts.views.home(userId) : null;
  const event = appHomeOpened(user, direct, tab, home && viewPayload(home), parts.conversations.mintTs());
  const { eventId, ack } = await parts.outbox.send(event);
  const hint = ack.kind === 'failed' ? `The app did not hear of this (${ack.error}).` : null;
  return { kind: 'done', channelId: direct.id, eventIds: [eventId], ...(hint ? { hint } : {}) };
}

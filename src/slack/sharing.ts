import type { Desk, Excerpt } from '../answer/answer.ts';
import { sharedCard } from './blocks/shared-card.ts';
import type { Delivery } from './delivery.ts';
import type { Log } from './log.ts';
import { isRefusal, troubleOf } from './trouble.ts';

/** Where a card is to go. */
export interface ShareTarget {
  readonly channel: string;
  readonly thread: string | null;
  /** Reaches the conversation itself, though not a thread in it, where the bot is no member; null where none is at hand. */
  readonly responseUrl: string | null;
}

/** What became of sharing a card. */
export type Shared =
  /** It stands there, and a correction will reach it. */
  | { readonly kind: 'tracked' }
  /** It stands there, but no correction will reach it: the bot is no member, or the share could not be noted. */
  | { readonly kind: 'untracked'; readonly why: 'no-member' | 'not-noted' }
  /** It could not be posted, since the bot is no member. */
  | { readonly kind: 'no-member' };

/** Posts a card for everybody in a conversation or thread, and notes where it stands so that a correction reaches it. */
export async function shareCard(
  { desk, delivery, log }: { readonly desk: Desk; readonly delivery: Delivery; readonly log: Log },
  excerpt: Excerpt,
  target: ShareTarget,
  sharedBy: string,
): Promise<Shared> {
  const { channel, thread, responseUrl } = target;
  const card = sharedCard(excerpt, sharedBy, thread);
  let ts: string;
  try {
    ts = await delivery.post(channel, thread, card);
  } catch (error) {
    if (!isRefusal(error, 'not_in_channel', 'channel_not_found')) throw error;
    if (responseUrl === null || thread !== null) return { kind: 'no-member' };
    try {
      await delivery.postByResponse(responseUrl, card);
    } catch (second) {
      log(`slack: a card could not be shared by response_url either: ${troubleOf(second).cause}`);
      return { kind: 'no-member' };
    }
    return { kind: 'untracked', why: 'no-member' };
  }
  try {
    await desk.recordShare({ excerptId: excerpt.id, channel, ts, sharedBy });
  } catch (error) {
    const { cause, mend } = troubleOf(error);
    log(`slack: a shared card (${excerpt.id}) could not be noted: ${cause}; to mend: ${mend}`);
    return { kind: 'untracked', why: 'not-noted' };
  }
  return { kind: 'tracked' };
}

/** What the sharer is told; null where the card itself says it all. */
export function sharedSentence(shared: Shared): string | null {
  switch (shared.kind) {
    case 'tracked':
      return null;
    case 'untracked':
      return shared.why === 'no-member'
        ? 'Shared. whosaid is not a member here, so this card cannot be updated if the article is corrected later. To have that, invite whosaid with /invite and share again.'
        : 'Shared. whosaid could not note where this card stands, so it cannot be updated if the article is corrected later.';
    case 'no-member':
      return 'Not shared: whosaid is not a member there. Invite it with /invite, then share again.';
  }
}

import type { ConversationsSelect } from '@slack/types';
import type { Channel } from '../workspace.ts';

const NAMES = { public: 'public', private: 'private', direct: 'im' } as const;

/** Whether a menu of conversations offers this one of those that a person sees. */
export function offersConversation(select: Pick<ConversationsSelect, 'filter'>, channel: Channel): boolean {
  const { include, exclude_bot_users, exclude_external_shared_channels } = select.filter ?? {};
  if (include && !include.includes(NAMES[channel.kind])) return false;
  if (exclude_external_shared_channels && channel.isExternallyShared) return false;
  return !(exclude_bot_users && channel.kind === 'direct');
}

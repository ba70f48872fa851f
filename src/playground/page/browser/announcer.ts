import { existing } from './elements.ts';
import { type Part, userOf } from './scene.ts';

/** The most that is read out of one message, UTF-16 code units. */
const MOST = 700;

/** Tells screen readers of messages that arrive in the conversation that is open. */
export function makeAnnouncer(): Part {
  const box = existing('announcements', HTMLElement);
  let known: ReadonlySet<string> = new Set();
  let viewerId = '';
  return {
    show({ workspace, channel }) {
      const isFirst = viewerId !== workspace.viewerId;
      const fresh = workspace.messages.filter(
        ({ key, channelId, userId }) => !known.has(key) && channelId === channel?.id && userId !== workspace.viewerId,
      );
      viewerId = workspace.viewerId;
      known = new Set(workspace.messages.map((message) => message.key));
      if (isFirst || fresh.length === 0) return;
      const sentences = fresh.map(({ userId, isEphemeral, plain }) => {
        const words = plain.length > MOST ? `${plain.slice(0, MOST)} …` : plain;
        return `${userOf(userId, workspace).realName}${isEphemeral ? ', only visible to you' : ''}: ${words}`;
      });
      box.textContent = sentences.join('\n');
    },
  };
}

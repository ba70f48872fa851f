import { element } from './elements.ts';
import type { Scene } from './scene.ts';

/** A line that says what the app is doing, while it does. */
export function statusLine() {
  const box = element('p', { class: 'status-line', 'aria-live': 'polite' });
  return {
    box,
    show(channelId: string, threadTs: string | null, { workspace, bot }: Scene): void {
      const here = workspace.statuses.find(
        (one) => one.channelId === channelId && (threadTs === null || one.threadTs === threadTs) && one.status !== '',
      );
      const sentence = here ? `${bot.name} ${here.status}` : '';
      if (box.textContent !== sentence) box.textContent = sentence;
    },
  };
}

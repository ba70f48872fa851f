import { element } from './elements.ts';
import type { Scene } from './scene.ts';

/** Words to try, shown until the conversation has some messages; choosing one fills the composer and sends nothing. */
export function starters(fill: (text: string) => void) {
  const box = element('div', { class: 'starters', role: 'group', 'aria-label': 'Words to try' });
  let shown = '';
  return {
    box,
    show({ workspace, channel, viewer, bot }: Scene): void {
      const isDirect = channel?.kind === 'direct';
      const mention = `@${bot.name} `;
      const fromApp = (workspace.prompts?.prompts ?? []).map(({ title, message }) => ({ label: title, text: message }));
      const fromUs = workspace.starters.map(({ label, text }) => {
        return { label, text: isDirect && text.startsWith(mention) ? text.slice(mention.length) : text };
      });
      const isMember = channel?.members.includes(viewer.id) ?? false;
      const offered = !isMember ? [] : isDirect && fromApp.length > 0 ? fromApp : fromUs;
      box.hidden = offered.length === 0;
      if (JSON.stringify(offered) === shown) return;
      shown = JSON.stringify(offered);
      const buttons = offered.map(({ label, text }) =>
        element(
          'button',
          { type: 'button', class: 'starter', title: text, click: () => fill(text) },
          element('span', { class: 'starter-label' }, label),
          element('span', { class: 'starter-text' }, text),
        ),
      );
      box.replaceChildren(element('p', { class: 'starters-title', 'aria-hidden': 'true' }, 'Try'), ...buttons);
    },
  };
}

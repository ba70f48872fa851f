import { drawn, element, keepingFocus } from './elements.ts';
import type { Scene } from './scene.ts';

/** The bot's Home tab. */
export function homeBody() {
  const box = element('div', { class: 'home', tabindex: 0, role: 'region', 'aria-label': 'App Home' });
  let shown: string | null = null;
  return {
    box,
    show({ workspace }: Scene): void {
      const view = workspace.home;
      const seen = view ? `${view.id} ${view.hash}` : '';
      if (seen === shown) return;
      shown = seen;
      if (view) box.dataset.view = view.id;
      const body = view
        ? drawn(view.html, 'view-body')
        : element('p', { class: 'opening' }, 'The app has not published its Home yet.');
      const fault = element('p', { class: 'message-fault', role: 'alert', hidden: true });
      keepingFocus(box, () => box.replaceChildren(fault, body));
    },
  };
}

import { element, existing } from './elements.ts';
import { icon } from './icons.ts';
import type { Connection } from './server.ts';

/** How long a sentence stays, milliseconds. */
const STAYS = 8000;

/** Sentences above everything that must be known. */
export class Alerts {
  private readonly box = existing('alerts', HTMLElement);
  private readonly connection = element('div', { class: 'alert', hidden: true });

  constructor() {
    this.box.append(this.connection);
  }

  say(sentence: string): void {
    const alert = element('div', { class: 'alert' }, element('p', {}, sentence));
    const remove = () => alert.remove();
    alert.append(
      element(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': 'Dismiss', click: remove },
        icon('close'),
      ),
    );
    this.box.append(alert);
    setTimeout(remove, STAYS);
  }

  connected(state: Connection): void {
    this.connection.hidden = state === 'open';
    const reload = element('button', { type: 'button', class: 'button', click: () => location.reload() }, 'Reload');
    if (state === 'lost') {
      this.connection.replaceChildren(element('p', {}, 'The playground does not answer. Trying again …'));
    }
    if (state === 'stale') {
      this.connection.replaceChildren(element('p', {}, 'The playground was started anew.'), reload);
    }
  }
}

import type { DrawnMessage } from '../drawn-workspace.ts';
import { element } from './elements.ts';
import type { Doings } from './scene.ts';

/** Lets the writer of a message change it, in its place. */
export function editMessage(message: DrawnMessage, article: HTMLElement, userId: string, doings: Doings): void {
  const body = article.querySelector('.message-body');
  if (!(body instanceof HTMLElement) || article.hasAttribute('data-editing')) return;
  const text = element('textarea', { 'aria-label': 'Edit message', rows: 3 });
  text.value = message.plain;

  function end(): void {
    article.removeAttribute('data-editing');
    form.remove();
    body?.removeAttribute('hidden');
    article.focus();
  }
  async function save(): Promise<void> {
    const { channelId, ts } = message;
    const outcome = await doings.act({ kind: 'edit', userId, channelId, ts, text: text.value });
    if (outcome.kind === 'failed' || outcome.kind === 'impossible') return doings.alert(outcome.shown);
    end();
    if (outcome.kind === 'done' && outcome.hint) doings.alert(outcome.hint);
  }

  const form = element(
    'form',
    {
      class: 'message-editor',
      submit: (event) => {
        event.preventDefault();
        return save();
      },
    },
    text,
    element(
      'div',
      { class: 'editor-buttons' },
      element('button', { type: 'button', class: 'button', click: end }, 'Cancel'),
      element('button', { type: 'submit', class: 'button button-primary' }, 'Save'),
    ),
  );
  text.addEventListener('keydown', (event) => {
    if (event.isComposing || !(event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey))) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') end();
    else void save();
  });
  article.setAttribute('data-editing', '');
  body.hidden = true;
  body.after(form);
  text.focus();
}

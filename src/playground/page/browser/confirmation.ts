import { element, existing } from './elements.ts';

interface Words {
  readonly text: string;
}

/** What an app wants to be asked before a press is sent. */
interface Confirmation {
  readonly title: Words;
  readonly text: Words;
  readonly confirm: Words;
  readonly deny: Words;
  readonly style?: 'primary' | 'danger';
}

/** Asks what a button's `data-confirm` says; false where the person thinks better of it. */
export function askFirst(json: string): Promise<boolean> {
  const asked: Confirmation = JSON.parse(json);
  const dialog = existing('question', HTMLDialogElement);
  const confirm = element(
    'button',
    { type: 'submit', value: 'yes', class: `button button-${asked.style ?? 'primary'}` },
    asked.confirm.text,
  );
  const deny = element('button', { type: 'submit', value: '', class: 'button' }, asked.deny.text);
  const form = element(
    'form',
    { class: 'modal-form' },
    element('div', { class: 'modal-head' }, element('h2', { id: 'question-title' }, asked.title.text)),
    element('div', { class: 'modal-body' }, element('p', {}, asked.text.text)),
    element('div', { class: 'modal-foot' }, deny, confirm),
  );
  dialog.replaceChildren(form);
  return new Promise((resolve) => {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      dialog.close(event.submitter === confirm ? 'yes' : '');
    });
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
    dialog.returnValue = '';
    dialog.showModal();
  });
}

import type { DrawnView } from '../drawn-workspace.ts';
import { drawn, element, existing } from './elements.ts';
import { readFields, restoreFields } from './fields.ts';
import { icon } from './icons.ts';
import type { Doings, Part, Scene } from './scene.ts';

/**
 * The app's windows. Only the topmost of the stack is drawn; the browser's own dialog keeps the focus inside and the rest
 * of the page out of reach, and Escape closes the topmost one.
 */
export function makeModalWindow(doings: Doings): Part {
  const dialog = existing('modal', HTMLDialogElement);
  let shown: DrawnView | null = null;
  let scene: Scene | null = null;
  let opener: Element | null = null;

  async function close(all: boolean): Promise<void> {
    if (!shown || !scene) return;
    const userId = scene.viewer.id;
    const outcome = await doings.act({ kind: 'close', userId, viewId: shown.id, ...(all ? { all } : {}) });
    if (outcome.kind === 'failed' || outcome.kind === 'impossible') tell(dialog, outcome.shown);
  }

  async function submit(): Promise<void> {
    const button = dialog.querySelector<HTMLButtonElement>('[type="submit"]');
    if (!shown || !scene || button?.getAttribute('aria-busy') === 'true') return;
    button?.setAttribute('aria-busy', 'true');
    const entered = readFields(dialog);
    const outcome = await doings.act({ kind: 'submit', userId: scene.viewer.id, viewId: shown.id, entered });
    button?.removeAttribute('aria-busy');
    const faults = outcome.kind === 'invalid' ? outcome.errors : {};
    tell(dialog, outcome.kind === 'failed' || outcome.kind === 'impossible' ? outcome.shown : null);
    showFaults(dialog, faults);
  }

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    void close(false);
  });
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });

  return {
    show(now) {
      scene = now;
      const stack = now.workspace.modals;
      const top = stack.at(-1) ?? null;
      dialog.dataset.depth = String(stack.length);
      if (!top) {
        if (!shown) return;
        shown = null;
        dialog.close();
        dialog.replaceChildren();
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
        return;
      }
      if (shown?.id === top.id && shown.hash === top.hash) return;
      const isUpdate = shown?.id === top.id;
      const entered = isUpdate ? readFields(dialog) : {};
      const focusId = isUpdate ? document.activeElement?.id : undefined;
      if (!shown) opener = document.activeElement;
      shown = top;
      dialog.dataset.view = top.id;
      dialog.replaceChildren(windowOf(top, stack.length, close));
      restoreFields(dialog, entered);
      if (!dialog.open) dialog.showModal();
      const again = focusId ? document.getElementById(focusId) : null;
      (again ?? firstToFocus(dialog))?.focus();
    },
  };
}

function windowOf(view: DrawnView, depth: number, close: (all: boolean) => Promise<void>): HTMLElement {
  const back = element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Back', click: () => close(false) },
    icon('back'),
  );
  const shut = element(
    'button',
    { type: 'button', class: 'icon-button modal-close', 'aria-label': 'Close', click: () => close(true) },
    icon('close'),
  );
  const cancel = element(
    'button',
    { type: 'button', class: 'button', click: () => close(false) },
    view.close ?? (view.submit === null ? 'Close' : 'Cancel'),
  );
  const send = element('button', { type: 'submit', class: 'button button-primary' }, view.submit ?? '');
  return element(
    'form',
    { class: 'modal-form', novalidate: true },
    element(
      'div',
      { class: 'modal-head' },
      depth > 1 && back,
      element('h2', { id: 'modal-title', tabindex: -1 }, view.title),
      shut,
    ),
    element(
      'div',
      { class: 'modal-body', tabindex: 0, role: 'group', 'aria-labelledby': 'modal-title' },
      element('p', { class: 'message-fault', role: 'alert', hidden: true }),
      drawn(view.html, 'view-body'),
    ),
    element('div', { class: 'modal-foot' }, cancel, view.submit !== null && send),
  );
}

function firstToFocus(dialog: HTMLElement): HTMLElement | null {
  return (
    dialog.querySelector<HTMLElement>('[data-focus]') ??
    dialog.querySelector<HTMLElement>('[data-field]:not([data-choices]), [data-choices] input') ??
    dialog.querySelector<HTMLElement>('#modal-title')
  );
}

function tell(dialog: HTMLElement, fault: string | null): void {
  const line = dialog.querySelector<HTMLElement>('.message-fault');
  if (!line) return;
  line.hidden = fault === null;
  line.textContent = fault ?? '';
}

/** Says beneath each field what is wrong with it, and goes to the first. */
function showFaults(dialog: HTMLElement, faults: Readonly<Record<string, string>>): void {
  const boxes = [...dialog.querySelectorAll<HTMLElement>('[data-input-block]')];
  for (const box of boxes) {
    const fault = faults[box.dataset.inputBlock ?? ''];
    const line = box.querySelector<HTMLElement>('.field-error');
    const field = box.querySelector<HTMLElement>('[data-field]');
    if (line) line.hidden = fault === undefined;
    if (line) line.textContent = fault ?? '';
    if (fault === undefined) field?.removeAttribute('aria-invalid');
    else field?.setAttribute('aria-invalid', 'true');
  }
  dialog.querySelector<HTMLElement>('[aria-invalid]:not([data-choices]), [aria-invalid] input')?.focus();
}

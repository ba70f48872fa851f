import type { Place as ActPlace, EnteredValue } from '../../workspace.ts';
import { askFirst } from './confirmation.ts';
import { readFields, valueIn } from './fields.ts';
import type { Doings, Scene } from './scene.ts';

/** Where the blocks stand that an element of the page belongs to. */
interface Spot {
  readonly place: ActPlace;
  readonly root: HTMLElement;
}

/**
 * Tells the app when somebody presses a button or makes a choice in blocks, wherever they stand: the blocks are drawn by
 * the server, so one listener for the whole page finds out from `data-` attributes what was meant.
 */
export function listenToBlocks(scene: () => Scene | null, doings: Doings): void {
  document.addEventListener('click', (event) => {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-sends]') : null;
    if (control?.matches('button, a')) void press(control, control.dataset.value, scene(), doings);
  });
  document.addEventListener('change', (event) => {
    const field = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-field]') : null;
    if (field?.dataset.external !== undefined) noteChosen(field);
    if (field?.dataset.sends !== undefined) void press(field, valueIn(field), scene(), doings);
  });
  document.addEventListener('input', (event) => {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.dataset.external !== undefined) {
      void offer(field, scene(), doings);
    }
  });
}

async function press(
  control: HTMLElement,
  value: EnteredValue | undefined,
  scene: Scene | null,
  doings: Doings,
): Promise<void> {
  const spot = spotOf(control);
  const { block, action, confirm } = control.dataset;
  if (!scene || !spot || !block || !action || control.getAttribute('aria-busy') === 'true') return;
  if (confirm !== undefined && !(await askFirst(confirm))) return;
  control.setAttribute('aria-busy', 'true');
  const outcome = await doings.act({
    kind: 'press',
    userId: scene.viewer.id,
    place: spot.place,
    blockId: block,
    actionId: action,
    ...(value === undefined ? {} : { value }),
    entered: readFields(spot.root),
  });
  control.removeAttribute('aria-busy');
  const fault = outcome.kind === 'failed' || outcome.kind === 'impossible' ? outcome.shown : null;
  tellFault(spot.root, fault, doings);
}

/** A fault is shown beneath the message or in the window that it belongs to. */
function tellFault(root: HTMLElement, fault: string | null, doings: Doings): void {
  const line = root.querySelector<HTMLElement>('.message-fault');
  if (!line) {
    if (fault !== null) doings.alert(fault);
    return;
  }
  line.hidden = fault === null;
  line.textContent = fault ?? '';
}

function spotOf(control: HTMLElement): Spot | null {
  const root = control.closest<HTMLElement>('[data-view], [data-ts]');
  if (!root) return null;
  const { view, channel = '', ts = '' } = root.dataset;
  return {
    root,
    place: view === undefined ? { kind: 'message', channelId: channel, ts } : { kind: 'view', viewId: view },
  };
}

/** Fills the list of a field whose choices the app gives. */
async function offer(field: HTMLInputElement, scene: Scene | null, doings: Doings): Promise<void> {
  const spot = spotOf(field);
  const { block, action, external } = field.dataset;
  noteChosen(field);
  const query = field.value;
  if (!scene || !spot || !block || !action || query.length < Number(external)) return;
  const { place } = spot;
  const userId = scene.viewer.id;
  const outcome = await doings.act({ kind: 'load-options', userId, place, blockId: block, actionId: action, query });
  if (field.value !== query || outcome.kind !== 'done') return;
  field.list?.replaceChildren(
    ...(outcome.choices ?? []).map((choice) => {
      const option = new Option(choice.text);
      option.dataset.value = choice.value;
      return option;
    }),
  );
  noteChosen(field);
}

/** The text in such a field stands for the value of the choice with this text. */
function noteChosen(field: HTMLElement): void {
  if (!(field instanceof HTMLInputElement)) return;
  const options = [...(field.list?.querySelectorAll('option') ?? [])];
  const chosen = options.find((option) => option.value === field.value)?.dataset.value;
  if (chosen === undefined) delete field.dataset.chosen;
  else field.dataset.chosen = chosen;
}

import type { Entered, EnteredValue } from '../../workspace.ts';

/** What the fields within an element hold, by block id and action id. */
export function readFields(within: ParentNode): Entered {
  const entered: Record<string, Record<string, EnteredValue>> = {};
  for (const field of fieldsOf(within)) {
    const { block = '', action = '' } = field.dataset;
    const inBlock = entered[block] ?? {};
    inBlock[action] = valueIn(field);
    entered[block] = inBlock;
  }
  return entered;
}

/** Puts values back into fields of the same ids; others stay as they are. */
export function restoreFields(within: ParentNode, entered: Entered): void {
  for (const field of fieldsOf(within)) {
    const value = entered[field.dataset.block ?? '']?.[field.dataset.action ?? ''];
    if (value !== undefined) setValue(field, value);
  }
}

/** What one field holds; null is empty. */
export function valueIn(field: HTMLElement): EnteredValue {
  if (field.dataset.choices === 'checkbox') return choices(field).filter(isChecked).map(ownValue);
  if (field.dataset.choices === 'radio') return choices(field).find(isChecked)?.value ?? null;
  if (field.dataset.external !== undefined) return field.dataset.chosen ?? null;
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) {
    return field.value === '' ? null : field.value;
  }
  return null;
}

function setValue(field: HTMLElement, value: EnteredValue): void {
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (field.dataset.external !== undefined) return;
  if (isText || field instanceof HTMLSelectElement) field.value = typeof value === 'string' ? value : '';
  const chosen = typeof value === 'string' ? [value] : (value ?? []);
  for (const choice of choices(field)) choice.checked = chosen.includes(choice.value);
}

function fieldsOf(within: ParentNode): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('[data-field]')];
}

function choices(field: HTMLElement): readonly HTMLInputElement[] {
  return [...field.querySelectorAll('input')];
}

function isChecked(choice: HTMLInputElement): boolean {
  return choice.checked;
}

function ownValue(choice: HTMLInputElement): string {
  return choice.value;
}

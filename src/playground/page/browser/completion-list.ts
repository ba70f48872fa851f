import { type Completions, completionsAt } from './completion.ts';
import { element } from './elements.ts';
import type { Scene } from './scene.ts';

/** The list of completions above a message box; the box keeps the focus, and the arrow keys choose in the list. */
export class CompletionList {
  readonly box: HTMLElement;
  private readonly field: HTMLTextAreaElement;
  private offered: Completions | null = null;
  private chosen = 0;

  constructor(field: HTMLTextAreaElement, id: string) {
    this.field = field;
    this.box = element('ul', { class: 'completions', id, role: 'listbox', 'aria-label': 'Suggestions', hidden: true });
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', id);
    this.box.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  /** Offers what fits to the caret now. */
  refresh({ workspace, channel, bot }: Scene): void {
    const { selectionStart, selectionEnd, value } = this.field;
    const members = workspace.users.filter((user) => user.id === bot.id || channel?.members.includes(user.id));
    const nearest = members.toSorted((a, b) => Number(b.id === bot.id) - Number(a.id === bot.id));
    const offered =
      selectionStart === selectionEnd ? completionsAt(value, selectionStart, workspace.commands, nearest) : null;
    if (JSON.stringify(offered) === JSON.stringify(this.offered)) return;
    this.offered = offered;
    this.chosen = 0;
    this.draw();
  }

  hide(): void {
    this.offered = null;
    this.draw();
  }

  /** Whether the key was for the list. */
  takeKey(event: KeyboardEvent): boolean {
    if (!this.offered) return false;
    const count = this.offered.choices.length;
    if (event.key === 'ArrowDown') this.chosen = (this.chosen + 1) % count;
    else if (event.key === 'ArrowUp') this.chosen = (this.chosen - 1 + count) % count;
    else if (event.key === 'Escape') this.offered = null;
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') return this.take(this.chosen);
    else return false;
    this.draw();
    return true;
  }

  private take(index: number): boolean {
    const choice = this.offered?.choices[index];
    if (!this.offered || !choice) return false;
    this.field.setRangeText(choice.insert, this.offered.start, this.offered.end, 'end');
    this.hide();
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  }

  private draw(): void {
    const choices = this.offered?.choices ?? [];
    this.box.hidden = choices.length === 0;
    this.box.replaceChildren(
      ...choices.map(({ label, detail }, index) =>
        element(
          'li',
          {
            id: `${this.box.id}-${index}`,
            role: 'option',
            'aria-selected': String(index === this.chosen),
            click: () => void this.take(index),
          },
          element('span', { class: 'completion-label' }, label),
          element('span', { class: 'completion-detail' }, detail),
        ),
      ),
    );
    if (choices.length === 0) this.field.removeAttribute('aria-activedescendant');
    else this.field.setAttribute('aria-activedescendant', `${this.box.id}-${this.chosen}`);
  }
}

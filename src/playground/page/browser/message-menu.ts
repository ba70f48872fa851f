import { element } from './elements.ts';

/** An entry of a menu; `detail` says which app it comes from. */
export interface Entry {
  readonly label: string;
  readonly detail?: string;
  readonly choose: () => void | Promise<void>;
}

/** Opens a menu under a button; the arrow keys walk in it, Escape and a click elsewhere close it. */
export function openMenu(button: HTMLElement, entries: readonly Entry[]): void {
  document.querySelector('.menu')?.remove();
  const items = entries.map(({ label, detail, choose }) =>
    element(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        click: () => {
          close(true);
          return choose();
        },
      },
      label,
      detail !== undefined && element('span', { class: 'menu-detail' }, detail),
    ),
  );
  const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': 'Message actions' }, ...items);

  function close(giveFocusBack: boolean): void {
    // The button is only seen while the focus or the menu is near: it takes the focus before the menu goes.
    if (giveFocusBack) button.focus();
    menu.remove();
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', closeFromOutside);
  }
  function closeFromOutside(event: PointerEvent): void {
    if (event.target instanceof Node && !menu.contains(event.target)) close(false);
  }

  menu.addEventListener('keydown', (event) => {
    const { activeElement } = document;
    const at = activeElement instanceof HTMLButtonElement ? items.indexOf(activeElement) : -1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const next = steps[event.key];
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') close(event.key === 'Escape');
    else if (next !== undefined) items[next]?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  });
  document.addEventListener('pointerdown', closeFromOutside);
  button.setAttribute('aria-expanded', 'true');
  (button.closest('main, aside') ?? document.body).append(menu);
  placeBeneath(menu, button.getBoundingClientRect());
  items[0]?.focus();
}

/** Under the button and right-aligned with it, or above where there is no room. */
function placeBeneath(menu: HTMLElement, anchor: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.max(8, Math.min(anchor.right - width, window.innerWidth - width - 8));
  const below = anchor.bottom + 4;
  const top = below + height > window.innerHeight - 8 ? Math.max(8, anchor.top - height - 4) : below;
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}

/** What an element is given: attributes (true has no value, null and false leave it out) and listeners by event name. */
export type Given = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => void | Promise<void>)>
>;

/** What an element may hold; null and false are left out. */
export type Child = Node | string | null | false;

/** A new element with its attributes, listeners and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  given: Given = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') made.addEventListener(name, (event) => void value(event));
    else if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string' || typeof value === 'number') made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== false));
  return made;
}

/** HTML that the server has drawn, in an element of its own. */
export function drawn(html: string, className: string): HTMLElement {
  const made = element('div', { class: className });
  made.innerHTML = html;
  return made;
}

/** An element that the page has from the beginning. */
export function existing<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${id}.`);
}

/** Makes `container` hold exactly these nodes, moving only what is not in its place, so that focus stays. */
export function arrange(container: Element, nodes: readonly Node[]): void {
  const wanted = new Set(nodes);
  for (const child of [...container.childNodes]) if (!wanted.has(child)) child.remove();
  let next = container.firstChild;
  for (const node of nodes) {
    if (node === next) next = next.nextSibling;
    else container.insertBefore(node, next);
  }
}

/** Runs a change of the page; an element with a `data-key` that had the focus and was replaced gets it again. */
export function keepingFocus(container: Element, change: () => void): void {
  const active = document.activeElement;
  const key = active && container.contains(active) ? active.getAttribute('data-key') : null;
  change();
  if (key === null || (active?.isConnected ?? false)) return;
  const again = container.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement) again.focus();
}

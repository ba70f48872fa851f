import type { Channel } from '../../workspace.ts';
import { element, keepingFocus } from './elements.ts';
import { type IconName, icon } from './icons.ts';
import { fragmentOf, type Place } from './place.ts';
import type { Doings, Part, Scene } from './scene.ts';

/** The workspace's name, the ways to its channels, to the bot and its Home, and who one acts as. */
export function makeSidebar(container: HTMLElement, doings: Doings): Part {
  let shown = '';
  container.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeSidebar();
  });
  container.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) closeSidebar();
  });
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !container.contains(event.target)) closeSidebar();
  });
  return {
    show(scene) {
      const { workspace, channel, place, unread } = scene;
      const seen = JSON.stringify([workspace.channels, workspace.viewerId, channel?.id, place.kind, [...unread]]);
      if (seen === shown) return;
      shown = seen;
      keepingFocus(container, () => container.replaceChildren(...contents(scene, doings)));
    },
  };
}

/** On narrow screens the sidebar lies over the page; everything else is out of reach meanwhile. */
export function openSidebar(): void {
  document.body.setAttribute('data-sidebar', 'open');
  for (const pane of document.querySelectorAll('.pane')) pane.toggleAttribute('inert', true);
  document.querySelector<HTMLElement>('#sidebar [aria-current], #sidebar a')?.focus();
}

function closeSidebar(): void {
  if (!document.body.hasAttribute('data-sidebar')) return;
  document.body.removeAttribute('data-sidebar');
  for (const pane of document.querySelectorAll('.pane')) pane.removeAttribute('inert');
  document.querySelector<HTMLElement>('[data-key="open-sidebar"]')?.focus();
}

function contents(scene: Scene, doings: Doings): readonly Node[] {
  const { workspace, bot, place } = scene;
  const direct: Place = { kind: 'conversation', channel: 'direct', thread: null };
  const isDirect = place.kind === 'conversation' && scene.channel?.kind === 'direct';
  const directId = workspace.channels.find((channel) => channel.kind === 'direct')?.id ?? '';
  return [
    element(
      'div',
      { class: 'sidebar-head' },
      element('p', { class: 'workspace-name' }, workspace.workspaceName),
      element(
        'button',
        {
          type: 'button',
          class: 'icon-button narrow-only',
          'aria-label': 'Close the list of channels',
          click: closeSidebar,
        },
        icon('close'),
      ),
    ),
    section(
      'Channels',
      workspace.channels.filter((channel) => channel.kind !== 'direct').map((channel) => channelEntry(channel, scene)),
    ),
    section('Direct messages', [entry(bot.name, 'quote', direct, isDirect, scene.unread.has(directId))]),
    section('Apps', [entry('App Home', 'home', { kind: 'home' }, place.kind === 'home', false)]),
    actingAs(scene, doings),
  ];
}

function section(title: string, entries: readonly Node[]): Node {
  const list = element('ul', { 'aria-label': title }, ...entries);
  return element('section', { class: 'sidebar-section' }, element('h2', {}, title), list);
}

function channelEntry(channel: Channel, scene: Scene): Node {
  const place: Place = { kind: 'conversation', channel: channel.id, thread: null };
  const look = channel.isExternallyShared ? 'shared' : channel.kind === 'private' ? 'lock' : 'hash';
  const says = channel.isExternallyShared ? ', shared with others' : channel.kind === 'private' ? ', private' : '';
  return entry(channel.name, look, place, channel.id === scene.channel?.id, scene.unread.has(channel.id), says);
}

function entry(name: string, look: IconName, place: Place, isCurrent: boolean, isUnread: boolean, says = ''): Node {
  const href = fragmentOf(place);
  const link = element(
    'a',
    { href, 'data-key': href, class: isUnread ? 'is-unread' : null, 'aria-current': isCurrent ? 'page' : null },
    icon(look),
    element('span', { class: 'entry-name' }, name),
    says !== '' && element('span', { class: 'visually-hidden' }, says),
    isUnread && element('span', { class: 'visually-hidden' }, ', new messages'),
  );
  return element('li', {}, link);
}

function actingAs({ workspace, viewer }: Scene, doings: Doings): Node {
  const select = element('select', { id: 'acting-as', 'data-key': 'acting-as' });
  for (const user of workspace.users.filter((one) => !one.isBot)) {
    select.append(element('option', { value: user.id, selected: user.id === viewer.id }, user.realName));
  }
  select.addEventListener('change', () => doings.actAs(select.value));
  return element(
    'div',
    { class: 'acting-as' },
    element('label', { for: 'acting-as' }, 'You act as'),
    select,
    element('p', {}, viewer.title),
  );
}

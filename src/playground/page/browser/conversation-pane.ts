import type { Channel } from '../../workspace.ts';
import { Composer } from './composer.ts';
import { arrange, element, keepingFocus } from './elements.ts';
import { homeBody } from './home-body.ts';
import { icon } from './icons.ts';
import { MessageList } from './message-list.ts';
import { fragmentOf, type Place } from './place.ts';
import { channelTitle, type Doings, messagesIn, type Part, type Scene } from './scene.ts';
import { openSidebar } from './sidebar.ts';
import { starters } from './starters.ts';
import { statusLine } from './status-line.ts';

/** The conversation that is open, or the bot's Home. */
export function makeConversationPane(container: HTMLElement, doings: Doings): Part {
  const list = new MessageList('Messages', false, doings);
  const composer = new Composer('message-box', doings);
  const status = statusLine();
  const suggestions = starters((text) => composer.fill(text));
  const home = homeBody();
  const head = element('div', { class: 'pane-head' });
  let shownHead = '';
  let open = '';

  function showHead(scene: Scene): void {
    const { channel, viewer, place } = scene;
    const seen = JSON.stringify([channel, viewer.id, place.kind]);
    if (seen === shownHead) return;
    shownHead = seen;
    keepingFocus(head, () => head.replaceChildren(...headOf(scene)));
  }

  return {
    show(scene) {
      const { place, channel, workspace } = scene;
      showHead(scene);
      if (place.kind === 'home') {
        home.show(scene);
        arrange(container, [head, home.box]);
        open = 'home';
        return;
      }
      arrange(container, [head, list.box, status.box, suggestions.box, composer.box]);
      const messages = channel ? messagesIn(channel.id, workspace) : [];
      const key = `${workspace.viewerId} ${channel?.id ?? ''}`;
      list.show(messages, key, channel ? opening(channel, scene) : null, scene);
      status.show(channel?.id ?? '', null, scene);
      suggestions.show(scene);
      composer.show(channel ? { channelId: channel.id, threadTs: null } : null, scene);
      if (open !== key && place.thread === null) composer.focus();
      open = key;
    },
  };
}

function headOf(scene: Scene): readonly Node[] {
  const { channel, bot, place } = scene;
  const sidebarButton = element(
    'button',
    {
      type: 'button',
      class: 'icon-button narrow-only',
      'data-key': 'open-sidebar',
      'aria-label': 'Open the list of channels',
      'aria-controls': 'sidebar',
      click: openSidebar,
    },
    icon('menu'),
  );
  const isWithBot = place.kind === 'home' || place.channel === 'direct' || channel?.kind === 'direct';
  const name = isWithBot || !channel ? bot.name : channelTitle(channel, bot);
  const purpose = isWithBot ? bot.title : (channel?.purpose ?? '');
  const title = element('div', { class: 'pane-title' }, element('h1', {}, name), element('p', {}, purpose));
  return [sidebarButton, title, ...(isWithBot ? [tabs(place)] : [marks(channel)])];
}

/** The two sides of the bot: its Home and the messages with it. */
function tabs(place: Place): Node {
  const link = (label: string, target: Place, isCurrent: boolean) => {
    const href = fragmentOf(target);
    return element('a', { href, 'data-key': `tab-${href}`, 'aria-current': isCurrent ? 'page' : null }, label);
  };
  return element(
    'nav',
    { class: 'tabs', 'aria-label': 'whosaid' },
    link('Home', { kind: 'home' }, place.kind === 'home'),
    link('Messages', { kind: 'conversation', channel: 'direct', thread: null }, place.kind !== 'home'),
  );
}

function marks(channel: Channel | null): Node {
  const said = [
    ...(channel?.kind === 'private' ? ['Private'] : []),
    ...(channel?.isExternallyShared ? ['Shared with another organisation'] : []),
    ...(channel && !channel.isMember ? ['whosaid is not in here'] : []),
  ];
  return element('ul', { class: 'marks' }, ...said.map((words) => element('li', {}, words)));
}

/** What stands above the first message of a conversation. */
function opening(channel: Channel, { bot }: Scene): Node {
  const isDirect = channel.kind === 'direct';
  const title = isDirect
    ? `Ask ${bot.name} in your own words.`
    : `This is the beginning of ${channelTitle(channel, bot)}.`;
  return element(
    'div',
    { class: 'opening' },
    element('p', { class: 'opening-title' }, title),
    element('p', {}, waysToAsk(channel, bot.name)),
  );
}

function waysToAsk(channel: Channel, bot: string): string {
  if (channel.kind === 'direct') return 'It answers here, and only you read it.';
  const command = `Type /${bot} and some words for an answer that only you see`;
  if (!channel.isMember) return `${command}. A mention does not reach ${bot} here, for it is not in this channel.`;
  return `${command}, or @${bot} and a question for an answer that all can read.`;
}

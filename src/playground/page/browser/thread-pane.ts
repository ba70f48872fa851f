import { Composer } from './composer.ts';
import { element } from './elements.ts';
import { icon } from './icons.ts';
import { MessageList } from './message-list.ts';
import { channelTitle, type Doings, messagesInThread, type Part } from './scene.ts';
import { statusLine } from './status-line.ts';

/** The thread beside the conversation. */
export function makeThreadPane(container: HTMLElement, doings: Doings): Part {
  const list = new MessageList('Messages in this thread', true, doings);
  const composer = new Composer('thread-box', doings);
  const status = statusLine();
  const channelName = element('p', {});
  const close = (): void => {
    const [start, channel, thread] = location.hash.split('/');
    if (start !== '#' || !channel || !thread) return;
    doings.go({ kind: 'conversation', channel, thread: null });
    const from = `message-${channel}-${thread.replace('.', '-')}`;
    document.getElementById(from)?.querySelector<HTMLElement>('.thread-link, .message-tools button')?.focus();
  };
  const head = element(
    'div',
    { class: 'pane-head' },
    element(
      'button',
      { type: 'button', class: 'icon-button narrow-only', 'aria-label': 'Back to the conversation', click: close },
      icon('back'),
    ),
    element('div', { class: 'pane-title' }, element('h2', {}, 'Thread'), channelName),
    element(
      'button',
      { type: 'button', class: 'icon-button wide-only', 'aria-label': 'Close thread', click: close },
      icon('close'),
    ),
  );
  container.append(head, list.box, status.box, composer.box);
  container.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  let open = '';
  return {
    show(scene) {
      const { place, channel, workspace, bot } = scene;
      const thread = place.kind === 'conversation' ? place.thread : null;
      container.hidden = thread === null || channel === null;
      document.body.toggleAttribute('data-thread', !container.hidden);
      if (thread === null || channel === null) {
        open = '';
        return;
      }
      const key = `${channel.id} ${thread}`;
      const messages = messagesInThread(channel.id, thread, workspace);
      const gone = element('p', { class: 'opening' }, 'This thread is not here any more.');
      channelName.textContent = channelTitle(channel, bot);
      list.show(messages, `${workspace.viewerId} ${key}`, messages.length === 0 ? gone : null, scene);
      status.show(channel.id, thread, scene);
      composer.show({ channelId: channel.id, threadTs: thread }, scene);
      if (open !== key) composer.focus();
      open = key;
    },
  };
}

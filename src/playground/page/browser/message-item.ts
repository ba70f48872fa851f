import type { DrawnMessage } from '../drawn-workspace.ts';
import { drawn, element } from './elements.ts';
import { icon } from './icons.ts';
import { editMessage } from './message-editor.ts';
import { type Entry, openMenu } from './message-menu.ts';
import { portrait } from './portrait.ts';
import { type Doings, type Scene, userOf } from './scene.ts';
import { clockTime, momentOf } from './times.ts';

/** What a message is shown with. */
export interface Around {
  readonly replies: readonly DrawnMessage[];
  readonly inThread: boolean;
  readonly scene: Scene;
}

/** A message with who wrote it and when, its answers, and what can be done with it. */
export function buildMessage(message: DrawnMessage, around: Around, doings: Doings): HTMLElement {
  const { scene, inThread } = around;
  const author = userOf(message.userId, scene.workspace);
  const id = `${inThread ? 'reply' : 'message'}-${message.key}`;
  const body = drawn(message.html, 'message-body');
  if (message.isEdited) body.append(element('span', { class: 'edited' }, '(edited)'));
  const article = element(
    'article',
    {
      class: `message${message.isEphemeral ? ' is-ephemeral' : ''}`,
      id,
      tabindex: -1,
      'data-key': id,
      'data-channel': message.channelId,
      'data-ts': message.ts,
      'aria-labelledby': `${id}-author ${id}-time`,
    },
    portrait(author),
    element(
      'div',
      { class: 'message-main' },
      message.isEphemeral && element('p', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
      element(
        'p',
        { class: 'message-head' },
        element('span', { class: 'author', id: `${id}-author` }, author.realName),
        author.isBot && element('span', { class: 'app-mark' }, 'App'),
        element(
          'time',
          {
            id: `${id}-time`,
            datetime: momentOf(message.ts).toISOString(),
            title: momentOf(message.ts).toLocaleString(),
          },
          clockTime(message.ts),
        ),
      ),
      body,
      element('p', { class: 'message-fault', role: 'alert', hidden: true }),
      threadLink(message, around, doings),
    ),
  );
  if (!message.isEphemeral) article.append(tools(message, article, around, doings));
  return article;
}

function threadLink(message: DrawnMessage, { replies, inThread, scene }: Around, doings: Doings): Node | null {
  const last = replies.at(-1);
  if (inThread || !last) return null;
  const faces = [...new Set(replies.map((reply) => reply.userId))].slice(0, 3);
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  return element(
    'button',
    {
      type: 'button',
      class: 'thread-link',
      'data-key': `thread-${message.key}`,
      click: () => openThread(message, doings),
    },
    ...faces.map((id) => portrait(userOf(id, scene.workspace))),
    element('span', { class: 'thread-count' }, count),
    element('span', { class: 'thread-last' }, `Last at ${clockTime(last.ts)}`),
  );
}

function openThread(message: DrawnMessage, doings: Doings): void {
  doings.go({ kind: 'conversation', channel: message.channelId, thread: message.threadTs ?? message.ts });
}

/** Buttons that appear over the message, and the menu behind the last of them. */
function tools(message: DrawnMessage, article: HTMLElement, around: Around, doings: Doings): Node {
  const more = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'data-key': `more-${article.id}`,
      'aria-label': 'More actions',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      title: 'More actions',
    },
    icon('more'),
  );
  const open = () => openMenu(more, menuOf(message, article, around, doings));
  more.addEventListener('click', open);
  article.addEventListener('keydown', (event) => {
    const asksForMenu = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (event.target !== article || !(asksForMenu || event.key === 'Enter')) return;
    event.preventDefault();
    open();
  });
  const reply = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'Reply in thread',
      title: 'Reply in thread',
      click: () => openThread(message, doings),
    },
    icon('reply'),
  );
  return element(
    'div',
    { class: 'message-tools', role: 'group', 'aria-label': 'Message actions' },
    !around.inThread && reply,
    more,
  );
}

function menuOf(message: DrawnMessage, article: HTMLElement, around: Around, doings: Doings): readonly Entry[] {
  const { workspace } = around.scene;
  const { viewerId: userId, shortcuts } = workspace;
  const { channelId, ts } = message;
  const bot = around.scene.bot.name;
  const own: Entry = { label: 'Edit message', choose: () => editMessage(message, article, userId, doings) };
  const reply: Entry = { label: 'Reply in thread', choose: () => openThread(message, doings) };
  return [
    ...(around.inThread ? [] : [reply]),
    ...shortcuts.map(({ callbackId, name }) => ({
      label: name,
      detail: bot,
      choose: async () => {
        const outcome = await doings.act({ kind: 'use-shortcut', userId, channelId, ts, callbackId });
        if (outcome.kind === 'failed' || outcome.kind === 'impossible') doings.alert(outcome.shown);
      },
    })),
    { label: 'Copy link', choose: () => copyLink(message.link, doings) },
    ...(message.userId === userId ? [own] : []),
  ];
}

async function copyLink(link: string, doings: Doings): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    doings.alert('The link is copied.');
  } catch {
    doings.alert(`The link could not be copied: ${link}`);
  }
}

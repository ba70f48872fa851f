import type { DrawnMessage } from '../drawn-workspace.ts';
import { arrange, element, keepingFocus } from './elements.ts';
import { buildMessage } from './message-item.ts';
import { type Doings, messagesInThread, type Scene } from './scene.ts';
import { dayOf } from './times.ts';

/** How near to the end, in pixels, one must have scrolled for new messages to be scrolled to. */
const NEAR_END = 120;

/** Messages in order of time, with a line for each day; the arrow keys go from one to the next. */
export class MessageList {
  readonly box: HTMLElement;
  private readonly inThread: boolean;
  private readonly doings: Doings;
  private readonly items = new Map<string, { readonly seen: string; readonly node: HTMLElement }>();
  private shownPlace = '';
  private opening: Node | null = null;

  constructor(label: string, inThread: boolean, doings: Doings) {
    this.inThread = inThread;
    this.doings = doings;
    this.box = element('div', {
      class: 'messages',
      role: 'log',
      'aria-live': 'off',
      'aria-label': label,
      tabindex: -1,
    });
    this.box.addEventListener('keydown', (event) => this.walk(event));
    this.box.addEventListener('focusin', (event) => this.makeCurrent(event.target));
  }

  /** `place` names what is listed: where it changes, the list jumps to its end. `opening` stands above all messages. */
  show(messages: readonly DrawnMessage[], place: string, opening: Node | null, scene: Scene): void {
    const isNewPlace = place !== this.shownPlace;
    const last = messages.at(-1);
    const isOwnNew = last?.userId === scene.workspace.viewerId && !this.items.has(last.key);
    const follows = isNewPlace || isOwnNew || this.isNearEnd();
    if (isNewPlace) this.items.clear();
    if (isNewPlace) this.opening = opening;
    this.shownPlace = place;
    const nodes = messages.flatMap((message, index) => [
      ...this.dayLine(message, messages[index - 1]),
      this.item(message, scene),
    ]);
    keepingFocus(this.box, () => arrange(this.box, this.opening ? [this.opening, ...nodes] : nodes));
    for (const key of this.items.keys()) if (!messages.some((message) => message.key === key)) this.items.delete(key);
    if (!this.box.querySelector('.message[tabindex="0"]')) this.makeCurrent(this.articles().at(-1) ?? null);
    if (follows) this.box.scrollTop = this.box.scrollHeight;
  }

  private item(message: DrawnMessage, scene: Scene): HTMLElement {
    const replies = this.inThread
      ? []
      : messagesInThread(message.channelId, message.ts, scene.workspace).filter((reply) => reply.ts !== message.ts);
    const seen = JSON.stringify([message.html, message.isEdited, replies.length, replies.at(-1)?.ts, scene.viewer.id]);
    const before = this.items.get(message.key);
    if (before && (before.seen === seen || before.node.hasAttribute('data-editing'))) return before.node;
    const node = buildMessage(message, { replies, inThread: this.inThread, scene }, this.doings);
    if (before) node.tabIndex = before.node.tabIndex;
    this.items.set(message.key, { seen, node });
    return node;
  }

  private dayLine(message: DrawnMessage, previous: DrawnMessage | undefined): readonly Node[] {
    const day = dayOf(message.ts);
    if (this.inThread || (previous && dayOf(previous.ts) === day)) return [];
    return [element('div', { class: 'day' }, element('span', {}, day))];
  }

  private isNearEnd(): boolean {
    return this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < NEAR_END;
  }

  private articles(): readonly HTMLElement[] {
    return [...this.box.querySelectorAll<HTMLElement>('.message')];
  }

  /** One message at a time can be reached with Tab. */
  private makeCurrent(target: EventTarget | null): void {
    const current = target instanceof Element ? target.closest<HTMLElement>('.message') : null;
    if (!current) return;
    for (const article of this.articles()) article.tabIndex = article === current ? 0 : -1;
  }

  private walk(event: KeyboardEvent): void {
    const articles = this.articles();
    const at = event.target instanceof HTMLElement ? articles.indexOf(event.target) : -1;
    if (at < 0) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: 0,
      End: articles.length - 1,
    };
    const next = articles[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }
}

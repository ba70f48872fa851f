import type { Outcome } from '../../workspace.ts';
import { CompletionList } from './completion-list.ts';
import { element } from './elements.ts';
import { icon } from './icons.ts';
import { channelTitle, type Doings, type Scene } from './scene.ts';

/** Where a composer writes to. */
export interface Destination {
  readonly channelId: string;
  readonly threadTs: string | null;
}

/**
 * The box one writes in. Enter sends, Shift+Enter begins a new line; what stands in it is kept for each place apart.
 * What Slack says about a command or message that went wrong is shown above it.
 */
export class Composer {
  readonly box: HTMLFormElement;
  private readonly field: HTMLTextAreaElement;
  private readonly sendButton: HTMLButtonElement;
  private readonly said: HTMLElement;
  private readonly completions: CompletionList;
  private readonly doings: Doings;
  private readonly drafts = new Map<string, string>();
  private destination: Destination | null = null;
  private draftKey = '';
  private scene: Scene | null = null;

  constructor(id: string, doings: Doings) {
    this.doings = doings;
    this.field = element('textarea', { id, rows: 1, maxlength: 12_000, autocomplete: 'off' });
    this.completions = new CompletionList(this.field, `${id}-completions`);
    this.sendButton = element(
      'button',
      { type: 'submit', class: 'send-button', 'aria-label': 'Send', title: 'Send' },
      icon('send'),
    );
    this.said = element('div', { class: 'composer-said', role: 'alert' });
    const frame = element('div', { class: 'composer-frame' }, this.field, this.sendButton);
    const hint = element(
      'p',
      { class: 'composer-hint', id: `${id}-hint` },
      element('kbd', {}, 'Enter'),
      ' sends · ',
      element('kbd', {}, 'Shift+Enter'),
      ' new line · ',
      element('kbd', {}, '/'),
      ' commands · ',
      element('kbd', {}, '@'),
      ' names',
    );
    this.field.setAttribute('aria-describedby', hint.id);
    this.box = element('form', { class: 'composer' }, this.said, this.completions.box, frame, hint);
    this.listen();
  }

  show(destination: Destination | null, scene: Scene): void {
    this.scene = scene;
    const key = destination ? [scene.viewer.id, destination.channelId, destination.threadTs].join(' ') : '';
    if (key !== this.draftKey) this.changeDraft(key);
    this.destination = destination;
    const { channel } = scene;
    const isMember = channel?.members.includes(scene.viewer.id) ?? false;
    const name = channel ? channelTitle(channel, scene.bot) : '';
    const label = destination?.threadTs ? 'Reply in thread' : `Message ${name}`;
    this.field.setAttribute('aria-label', label);
    this.field.placeholder = isMember ? label : `${scene.viewer.realName} is not in ${name}`;
    this.field.disabled = !isMember;
    this.refreshSendButton();
  }

  /** Puts words into the box, ready to be sent. */
  fill(text: string): void {
    this.field.value = text;
    this.field.focus();
    this.field.setSelectionRange(text.length, text.length);
    this.changed();
    this.completions.hide();
  }

  focus(): void {
    this.field.focus({ preventScroll: true });
  }

  private listen(): void {
    this.box.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send();
    });
    this.field.addEventListener('input', () => this.changed());
    this.field.addEventListener('click', () => this.scene && this.completions.refresh(this.scene));
    this.field.addEventListener('blur', () => this.completions.hide());
    this.field.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const isTaken = this.completions.takeKey(event);
      const sends = !isTaken && event.key === 'Enter' && !event.shiftKey;
      if (isTaken || sends) event.preventDefault();
      if (isTaken) event.stopPropagation();
      if (sends) void this.send();
    });
  }

  private changed(): void {
    this.drafts.set(this.draftKey, this.field.value);
    this.fit();
    this.refreshSendButton();
    if (this.scene) this.completions.refresh(this.scene);
  }

  private changeDraft(key: string): void {
    this.draftKey = key;
    this.field.value = this.drafts.get(key) ?? '';
    this.completions.hide();
    this.say(null);
    this.fit();
  }

  private async send(): Promise<void> {
    const text = this.field.value.trim();
    if (text === '' || !this.destination || !this.scene) return;
    const command = /^(\/\S*)\s*([\s\S]*)$/.exec(text);
    if (command && this.destination.threadTs !== null) {
      return this.say(`${command[1]} is not supported in threads. Sorry!`);
    }
    const key = this.draftKey;
    this.say(null);
    this.field.value = '';
    this.changed();
    const outcome = await this.act(text, command?.[1] ?? null, command?.[2] ?? '', this.destination);
    if (key !== this.draftKey) return;
    if (outcome.kind === 'done') return this.say(outcome.hint ?? null);
    if (this.field.value === '') this.fill(text);
    this.say(outcome.kind === 'invalid' ? Object.values(outcome.errors).join(' ') : outcome.shown);
  }

  private act(text: string, command: string | null, rest: string, destination: Destination): Promise<Outcome> {
    const userId = this.scene?.viewer.id ?? '';
    const { channelId, threadTs } = destination;
    if (command !== null) return this.doings.act({ kind: 'command', userId, channelId, command, text: rest });
    return this.doings.act({ kind: 'say', userId, channelId, text, ...(threadTs === null ? {} : { threadTs }) });
  }

  /** What Slack tells the writer alone. */
  private say(sentence: string | null): void {
    this.said.replaceChildren();
    if (sentence === null) return;
    const close = () => this.say(null);
    this.said.append(
      element('p', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
      element('p', {}, sentence),
      element('button', { type: 'button', class: 'icon-button', 'aria-label': 'Dismiss', click: close }, icon('close')),
    );
  }

  private fit(): void {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, 200)}px`;
  }

  private refreshSendButton(): void {
    this.sendButton.disabled = this.field.disabled || this.field.value.trim() === '';
  }
}

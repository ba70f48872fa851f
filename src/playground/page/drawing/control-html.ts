import type { z } from 'zod';
import { type ActiveElement, optionsOf } from '../../block-kit/elements.ts';
import type { option } from '../../block-kit/text.ts';
import type { Channel, EnteredValue, User } from '../../workspace.ts';
import { attributes, escapeHtml, webAddress } from './escape-html.ts';
import { mrkdwnHtml, type Names, plainHtml } from './text-html.ts';

/** Whom and which channels a person can choose from. */
export interface Directory {
  readonly channels: readonly Channel[];
  readonly users: readonly User[];
  readonly botUserId: string;
}

/** Where a control stands and what it holds. */
export interface ControlSetting {
  readonly blockId: string;
  /** Unique in the page. */
  readonly id: string;
  readonly value: EnteredValue;
  /** Whether a choice is sent to the app at once, as outside of forms. */
  readonly sendsAtOnce: boolean;
  /** Whether a label stands above it. */
  readonly isInForm: boolean;
  /** Ids of the texts beneath that say more, or what is wrong. */
  readonly describedBy: string | null;
  readonly names: Names;
  readonly directory: Directory;
}

/**
 * A button or field as a native control of the browser, so that keyboard and screen readers work as everywhere.
 *
 * `data-block` and `data-action` say which it is; `data-sends` that the app is told at once; `data-field` that it holds
 * a value.
 */
export function controlHtml(element: ActiveElement, setting: ControlSetting): string {
  switch (element.type) {
    case 'button':
      return buttonHtml(element, setting);
    case 'overflow':
      return selectHtml(element, element.options.map(optionHtml(null)).join(''), setting, 'More');
    case 'static_select': {
      const groups = element.option_groups
        ?.map(({ label, options }) => {
          const inner = options.map(optionHtml(setting.value)).join('');
          return `<optgroup${attributes({ label: label.text })}>${inner}</optgroup>`;
        })
        .join('');
      return selectHtml(element, groups ?? optionsOf(element).map(optionHtml(setting.value)).join(''), setting);
    }
    case 'conversations_select':
    case 'channels_select':
      return selectHtml(element, conversationOptions(element, setting), setting, 'Choose a conversation');
    case 'users_select':
      return selectHtml(element, userOptions(setting), setting, 'Choose a person');
    case 'external_select':
      return externalSelectHtml(element, setting);
    case 'radio_buttons':
      return choicesHtml('radio', element, setting);
    case 'checkboxes':
      return choicesHtml('checkbox', element, setting);
    case 'datepicker':
      return inputHtml('date', element, setting, {});
    case 'url_text_input':
      return inputHtml('url', element, setting, {});
    case 'plain_text_input': {
      const lengths = { minlength: element.min_length?.toString(), maxlength: element.max_length?.toString() };
      if (!element.multiline) return inputHtml('text', element, setting, lengths);
      const given = {
        ...fieldAttributes(element, setting),
        ...lengths,
        rows: '4',
        placeholder: element.placeholder?.text,
      };
      return `<textarea${attributes(given)}>\n${escapeHtml(textOf(setting.value))}</textarea>`;
    }
  }
}

/** What an element holds before anybody touches it, as far as the element itself says. */
export function ownInitialValue(element: ActiveElement): EnteredValue {
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return element.initial_option?.value ?? null;
    case 'checkboxes':
      return element.initial_options?.map((one) => one.value) ?? [];
    case 'conversations_select':
      return element.initial_conversation ?? null;
    case 'channels_select':
      return element.initial_channel ?? null;
    case 'users_select':
      return element.initial_user ?? null;
    case 'datepicker':
      return element.initial_date ?? null;
    case 'plain_text_input':
    case 'url_text_input':
      return element.initial_value ?? null;
    default:
      return null;
  }
}

type Element<Type extends ActiveElement['type']> = Extract<ActiveElement, { readonly type: Type }>;

function buttonHtml(element: Element<'button'>, setting: ControlSetting): string {
  const look = element.style ? ` button-${element.style}` : '';
  const given = {
    class: `button${look}`,
    'data-block': setting.blockId,
    'data-action': element.action_id,
    'data-value': element.value,
    'data-sends': true,
    'data-confirm': element.confirm ? JSON.stringify(element.confirm) : null,
    'aria-label': spokenLabel(element.text.text, element.accessibility_label),
  };
  const href = element.url === undefined ? null : webAddress(element.url);
  const text = plainHtml(element.text.text);
  if (href === null) return `<button type="button"${attributes(given)}>${text}</button>`;
  return `<a${attributes({ ...given, href, target: '_blank', rel: 'noopener noreferrer' })}>${text}</a>`;
}

/** What is read out begins with what is seen, so that people who speak to their computer can say it. */
function spokenLabel(seen: string, label: string | undefined): string | null {
  if (label === undefined) return null;
  return label.toLowerCase().includes(seen.toLowerCase()) ? label : `${seen}, ${label}`;
}

function fieldAttributes(element: ActiveElement, setting: ControlSetting) {
  const label = 'placeholder' in element ? element.placeholder?.text : undefined;
  return {
    id: setting.id,
    'data-block': setting.blockId,
    'data-action': element.action_id,
    'data-field': true,
    'data-sends': setting.sendsAtOnce,
    'data-focus': 'focus_on_load' in element && element.focus_on_load === true,
    'aria-label': setting.isInForm ? null : (label ?? 'Choose'),
    'aria-describedby': setting.describedBy,
  };
}

function inputHtml(
  type: 'text' | 'url' | 'date',
  element: Element<'plain_text_input' | 'url_text_input' | 'datepicker'>,
  setting: ControlSetting,
  more: Readonly<Record<string, string | undefined>>,
): string {
  const value = textOf(setting.value);
  const placeholder = element.placeholder?.text;
  return `<input${attributes({ ...fieldAttributes(element, setting), type, value, placeholder, autocomplete: 'off', ...more })}>`;
}

function selectHtml(
  element: ActiveElement,
  options: string,
  setting: ControlSetting,
  fallback = 'Choose an option',
): string {
  const placeholder = 'placeholder' in element ? element.placeholder?.text : undefined;
  const empty = `<option value="">${escapeHtml(placeholder ?? fallback)}</option>`;
  return `<select${attributes(fieldAttributes(element, setting))}>${empty}${options}</select>`;
}

function optionHtml(value: EnteredValue) {
  return (one: z.infer<typeof option>): string => {
    const description = one.description ? ` – ${one.description.text}` : '';
    return `<option${attributes({ value: one.value, selected: one.value === value })}>${escapeHtml(one.text.text + description)}</option>`;
  };
}

function conversationOptions(
  element: Element<'conversations_select' | 'channels_select'>,
  setting: ControlSetting,
): string {
  const filter = element.type === 'conversations_select' ? element.filter : undefined;
  const kinds = { public: 'public', private: 'private', direct: 'im' } as const;
  return setting.directory.channels
    .filter((channel) => element.type === 'conversations_select' || channel.kind === 'public')
    .filter((channel) => !filter?.include || filter.include.includes(kinds[channel.kind]))
    .filter((channel) => !(filter?.exclude_external_shared_channels && channel.isExternallyShared))
    .filter((channel) => !(filter?.exclude_bot_users && channel.kind === 'direct'))
    .map((channel) => {
      const name = channel.kind === 'direct' ? 'Direct message with whosaid' : `# ${channel.name}`;
      return `<option${attributes({ value: channel.id, selected: channel.id === setting.value })}>${escapeHtml(name)}</option>`;
    })
    .join('');
}

function userOptions(setting: ControlSetting): string {
  return setting.directory.users
    .map((user) => {
      const given = { value: user.id, selected: user.id === setting.value };
      return `<option${attributes(given)}>${escapeHtml(user.realName)}</option>`;
    })
    .join('');
}

/** A field whose list the app fills as one types; `data-chosen` holds the value behind the text. */
function externalSelectHtml(element: Element<'external_select'>, setting: ControlSetting): string {
  const list = `${setting.id}-list`;
  const given = {
    ...fieldAttributes(element, setting),
    'data-external': String(element.min_query_length ?? 3),
    'data-chosen': typeof setting.value === 'string' ? setting.value : null,
    type: 'text',
    list,
    value: element.initial_option?.text.text,
    placeholder: element.placeholder?.text,
    autocomplete: 'off',
  };
  return `<input${attributes(given)}><datalist${attributes({ id: list })}></datalist>`;
}

function choicesHtml(
  type: 'radio' | 'checkbox',
  element: Element<'radio_buttons' | 'checkboxes'>,
  setting: ControlSetting,
): string {
  const chosen = typeof setting.value === 'string' ? [setting.value] : (setting.value ?? []);
  const textHtml = (text: { readonly type: string; readonly text: string }) =>
    text.type === 'mrkdwn' ? mrkdwnHtml(text.text, setting.names) : plainHtml(text.text);
  const choices = element.options.map((one) => {
    const given = { type, name: setting.id, value: one.value, checked: chosen.includes(one.value) };
    const description = one.description ? `<small>${textHtml(one.description)}</small>` : '';
    return `<label class="choice"><input${attributes(given)}><span>${textHtml(one.text)}${description}</span></label>`;
  });
  const role = type === 'radio' ? 'radiogroup' : 'group';
  const labelledBy = setting.isInForm ? `${setting.id}-label` : null;
  const given = { class: 'choices', role, ...fieldAttributes(element, setting), 'aria-labelledby': labelledBy };
  return `<div${attributes({ ...given, 'data-choices': type })}>${choices.join('')}</div>`;
}

function textOf(value: EnteredValue): string {
  return typeof value === 'string' ? value : '';
}

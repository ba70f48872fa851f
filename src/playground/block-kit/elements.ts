import { z } from 'zod';
import { actionId, confirmation, formattedOption, option, optionGroup, plainText } from './text.ts';

const acts = { action_id: actionId, confirm: confirmation.exactOptional() };
const focus = { focus_on_load: z.boolean().exactOptional() };
const placeholder = { placeholder: plainText(150).exactOptional() };
const webAddress = z.url({ protocol: /^https?$/ }).max(3000);
const style = z.enum(['primary', 'danger']);

const button = z.strictObject({
  type: z.literal('button'),
  ...acts,
  text: plainText(75),
  value: z.string().min(1).max(2000).exactOptional(),
  url: webAddress.exactOptional(),
  style: style.exactOptional(),
  accessibility_label: z.string().min(1).max(75).exactOptional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...acts,
  options: z.array(option).min(1).max(5),
});

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...acts,
    ...focus,
    ...placeholder,
    options: z.array(option).min(1).max(100).exactOptional(),
    option_groups: z.array(optionGroup).min(1).max(100).exactOptional(),
    initial_option: option.exactOptional(),
  })
  .refine((select) => (select.options === undefined) !== (select.option_groups === undefined), {
    message: 'needs either options or option_groups',
  })
  .refine((select) => !select.initial_option || optionsOf(select).some(sameOption(select.initial_option)), {
    message: 'must be one of the options',
    path: ['initial_option'],
  });

const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...acts,
  ...focus,
  ...placeholder,
  initial_option: option.exactOptional(),
  min_query_length: z.int().min(0).exactOptional(),
});

const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...acts,
  ...focus,
  ...placeholder,
  initial_conversation: z.string().min(1).exactOptional(),
  default_to_current_conversation: z.boolean().exactOptional(),
  response_url_enabled: z.boolean().exactOptional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .exactOptional(),
      exclude_external_shared_channels: z.boolean().exactOptional(),
      exclude_bot_users: z.boolean().exactOptional(),
    })
    .exactOptional(),
});

const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...acts,
  ...focus,
  ...placeholder,
  initial_channel: z.string().min(1).exactOptional(),
  response_url_enabled: z.boolean().exactOptional(),
});

const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...acts,
  ...focus,
  ...placeholder,
  initial_user: z.string().min(1).exactOptional(),
});

const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...acts,
    ...focus,
    options: z.array(formattedOption).min(1).max(10),
    initial_option: formattedOption.exactOptional(),
  })
  .refine((radios) => !radios.initial_option || radios.options.some(sameOption(radios.initial_option)), {
    message: 'must be one of the options',
    path: ['initial_option'],
  });

const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...acts,
    ...focus,
    options: z.array(formattedOption).min(1).max(10),
    initial_options: z.array(formattedOption).min(1).exactOptional(),
  })
  .refine(({ initial_options, options }) => (initial_options ?? []).every((one) => options.some(sameOption(one))), {
    message: 'must be among the options',
    path: ['initial_options'],
  });

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...acts,
  ...focus,
  ...placeholder,
  initial_date: z.iso.date().exactOptional(),
});

const typed = {
  action_id: actionId,
  ...focus,
  ...placeholder,
  initial_value: z.string().max(3000).exactOptional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .exactOptional(),
    })
    .exactOptional(),
};

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...typed,
  multiline: z.boolean().exactOptional(),
  min_length: z.int().min(0).max(3000).exactOptional(),
  max_length: z.int().min(1).max(3000).exactOptional(),
});

const urlTextInput = z.strictObject({ type: z.literal('url_text_input'), ...typed });

/** A picture beside text; `alt_text` is what a screen reader says. */
export const image = z.strictObject({
  type: z.literal('image'),
  image_url: webAddress,
  alt_text: z.string().min(1).max(2000),
});

const choosers = [
  staticSelect,
  externalSelect,
  conversationsSelect,
  channelsSelect,
  usersSelect,
  radioButtons,
  checkboxes,
  datepicker,
] as const;

/** What may stand in an actions block. */
export const actionElement = z.discriminatedUnion('type', [button, overflow, ...choosers]);

/** What may stand beside a section's text. */
export const accessoryElement = z.discriminatedUnion('type', [button, overflow, image, ...choosers]);

/** What may stand in an input block. */
export const inputElement = z.discriminatedUnion('type', [plainTextInput, urlTextInput, ...choosers]);

/** Anything that a person can press, choose or fill in. */
export type ActiveElement = z.infer<typeof actionElement> | z.infer<typeof inputElement>;

/** What the list of a menu offers, its groups joined. */
export function optionsOf(select: {
  readonly options?: readonly z.infer<typeof option>[];
  readonly option_groups?: readonly z.infer<typeof optionGroup>[];
}): readonly z.infer<typeof option>[] {
  return select.options ?? (select.option_groups ?? []).flatMap((group) => group.options);
}

function sameOption(wanted: { readonly value: string; readonly text: { readonly text: string } }) {
  return (candidate: typeof wanted) => candidate.value === wanted.value && candidate.text.text === wanted.text.text;
}

import { z } from 'zod';

/** Text that is shown as it stands. */
export function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().exactOptional(),
  });
}

/** Text in which Slack resolves formatting, mentions and links. */
export function mrkdwn(max: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().exactOptional(),
  });
}

/** Either of the two. */
export function textObject(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

/** The question that Slack asks before it sends a press. */
export const confirmation = z.strictObject({
  title: plainText(100),
  text: textObject(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).exactOptional(),
});

/** An entry of a menu. Slack lets the value have 150 characters by now; 75 is what every client takes. */
export const option = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(75),
  description: plainText(75).exactOptional(),
});

/** An entry of a list of checkboxes or radio buttons, where formatting is allowed. */
export const formattedOption = z.union([option, option.extend({ text: mrkdwn(75) })]);

/** An entry of a menu. */
export type Option = z.infer<typeof option>;

/** A headed group of entries. */
export const optionGroup = z.strictObject({ label: plainText(75), options: z.array(option).min(1).max(100) });

/** A button's or field's name in what the app is sent. Slack would make one up; here it has to be given. */
export const actionId = z.string().min(1).max(255);

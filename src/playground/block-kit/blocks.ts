import { z } from 'zod';
import { accessoryElement, actionElement, image, inputElement } from './elements.ts';
import { richTextParts } from './rich-text.ts';
import { plainText, textObject } from './text.ts';

const named = { block_id: z.string().min(1).max(255).exactOptional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...named,
    text: textObject(3000).exactOptional(),
    fields: z.array(textObject(2000)).min(1).max(10).exactOptional(),
    accessory: accessoryElement.exactOptional(),
    expand: z.boolean().exactOptional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, { message: 'needs text or fields' });

/** The blocks that the local Slack knows: those that the app may use, each with Slack's limits, and no field more. */
export const block = z.discriminatedUnion('type', [
  section,
  z.strictObject({ type: z.literal('header'), ...named, text: plainText(150) }),
  z.strictObject({ type: z.literal('divider'), ...named }),
  z.strictObject({
    type: z.literal('context'),
    ...named,
    elements: z
      .array(z.discriminatedUnion('type', [image, ...textObject(2000).options]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('actions'), ...named, elements: z.array(actionElement).min(1).max(25) }),
  z.strictObject({ type: z.literal('rich_text'), ...named, elements: richTextParts }),
  z.strictObject({ type: z.literal('markdown'), ...named, text: z.string().min(1).max(12_000) }),
  image.extend({ ...named, title: plainText(2000).exactOptional() }),
  z.strictObject({
    type: z.literal('input'),
    ...named,
    label: plainText(2000),
    element: inputElement,
    hint: plainText(2000).exactOptional(),
    optional: z.boolean().exactOptional(),
    dispatch_action: z.boolean().exactOptional(),
  }),
]);

/** A block as an app sends it. */
export type GivenBlock = z.infer<typeof block>;

/** A block as Slack keeps it. */
export type Block = GivenBlock & { readonly block_id: string };

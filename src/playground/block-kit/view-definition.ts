import { z } from 'zod';
import { faultsIn } from '../faults.ts';
import { Refusal } from '../refusal.ts';
import type { Block } from './blocks.ts';
import { checkBlocks } from './check-blocks.ts';
import { plainText } from './text.ts';

/** The largest view that Slack takes, in UTF-8 bytes of its JSON. */
const VIEW_BYTES = 250_000;

const common = {
  callback_id: z.string().max(255).exactOptional(),
  private_metadata: z.string().max(3000).exactOptional(),
  external_id: z.string().max(255).exactOptional(),
  blocks: z.array(z.unknown()),
};

const modal = z.strictObject({
  type: z.literal('modal'),
  ...common,
  title: plainText(24),
  submit: plainText(24).exactOptional(),
  close: plainText(24).exactOptional(),
  clear_on_close: z.boolean().exactOptional(),
  notify_on_close: z.boolean().exactOptional(),
});

const home = z.strictObject({ type: z.literal('home'), ...common });

type Checked<T> = Omit<T, 'blocks'> & { readonly blocks: readonly Block[] };

/** A modal as an app sends it, its blocks checked. */
export type ModalDefinition = Checked<z.infer<typeof modal>>;

/** A Home tab as an app sends it, its blocks checked. */
export type HomeDefinition = Checked<z.infer<typeof home>>;

/** Reads a modal; throws a Refusal (`invalid_arguments`, `invalid_blocks` or `view_too_large`). */
export function readModal(raw: unknown): ModalDefinition {
  const definition = readFrame(modal, raw);
  const blocks = checkBlocks(definition.blocks, 'modal', '/view/blocks');
  if (!definition.submit && blocks.some((block) => block.type === 'input')) {
    throw new Refusal('invalid_arguments', 'a modal with an input needs submit [json-pointer:/view/submit]');
  }
  return { ...definition, blocks };
}

/** Reads a Home; throws a Refusal (`invalid_arguments`, `invalid_blocks` or `view_too_large`). */
export function readHome(raw: unknown): HomeDefinition {
  const definition = readFrame(home, raw);
  return { ...definition, blocks: checkBlocks(definition.blocks, 'home', '/view/blocks') };
}

function readFrame<T>(schema: z.ZodType<T>, raw: unknown): T {
  const read = schema.safeParse(raw);
  if (!read.success) throw new Refusal('invalid_arguments', ...faultsIn(read.error, raw, '/view'));
  const bytes = Buffer.byteLength(JSON.stringify(raw));
  if (bytes > VIEW_BYTES)
    throw new Refusal('view_too_large', `the view has ${bytes} bytes, at most ${VIEW_BYTES} may be`);
  return read.data;
}

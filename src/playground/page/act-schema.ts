import { z } from 'zod';
import type { Act } from '../workspace.ts';

const id = z.string().min(1).max(255);
const typed = z.string().max(12_000);
const entered = z.union([typed, z.array(z.string().max(255)).max(100), z.null()]);
const form = z.record(id, z.record(id, entered));
const user = { userId: id };
const message = { ...user, channelId: id, ts: id };
const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), channelId: id, ts: id }),
  z.strictObject({ kind: z.literal('view'), viewId: id }),
]);
const element = { ...user, place, blockId: id, actionId: id };

/** What the page may send: anything that a person can do, and nothing beside it. */
export const actSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('say'), ...user, channelId: id, text: typed, threadTs: id.exactOptional() }),
  z.strictObject({ kind: z.literal('edit'), ...message, text: typed }),
  z.strictObject({ kind: z.literal('command'), ...user, channelId: id, command: id, text: typed }),
  z.strictObject({
    kind: z.literal('press'),
    ...element,
    value: entered.exactOptional(),
    entered: form.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('submit'), ...user, viewId: id, entered: form }),
  z.strictObject({ kind: z.literal('close'), ...user, viewId: id, all: z.boolean().exactOptional() }),
  z.strictObject({ kind: z.literal('use-shortcut'), ...message, callbackId: id }),
  z.strictObject({ kind: z.literal('load-options'), ...element, query: typed }),
  z.strictObject({ kind: z.literal('open-home'), ...user }),
  z.strictObject({ kind: z.literal('open-direct'), ...user }),
]) satisfies z.ZodType<Act>;

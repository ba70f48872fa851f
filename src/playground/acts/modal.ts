import { z } from 'zod';
import { readModal } from '../block-kit/view-definition.ts';
import { faultsIn } from '../faults.ts';
import { complaints, type StateValues } from '../forms/form.ts';
import { viewPayload } from '../forms/view-payload.ts';
import type { OpenView } from '../kept/views.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { Close, Outcome, Submit } from '../workspace.ts';
import { seenPlace, topView, valuesAt } from './place.ts';
import { person, signature } from './sender.ts';

/** What an app may answer a submission with. */
const submissionAnswer = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('clear') }),
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('push'), view: z.unknown() }),
]);

/** A person sends the topmost modal off: Slack checks it, then the app does. */
export async function submit({ userId, viewId, entered }: Submit, parts: Parts): Promise<Outcome> {
  const user = person(userId, parts);
  const view = topView(userId, viewId, parts);
  const { definition } = view;
  if (definition.type !== 'modal' || !definition.submit)
    throw new Refusal('not_offered', 'This window sends nothing off.');
  const values = valuesAt(seenPlace(userId, { kind: 'view', viewId }, parts), entered);
  const errors = complaints(definition.blocks, values);
  if (Object.keys(errors).length > 0) return { kind: 'invalid', errors };
  const payload = {
    type: 'view_submission',
    ...signature(user),
    trigger_id: parts.triggers.mint({ userId, channelId: view.channelId, from: 'submission' }),
    view: viewPayload(view, values),
    response_urls: responseUrls(view, values, parts),
  };
  const ack = await parts.courier.send({ kind: 'interaction', payload });
  if (ack.kind === 'failed') return failed(ack.error);
  try {
    return answerSubmission(view, ack.body, parts);
  } catch (refusal) {
    if (refusal instanceof Refusal) return failed(refusal.message);
    throw refusal;
  }
}

/** A person closes the topmost modal; the app is told where it asked to be. */
export async function close({ userId, viewId, all }: Close, parts: Parts): Promise<Outcome> {
  const user = person(userId, parts);
  const view = topView(userId, viewId, parts);
  const { definition } = view;
  if (definition.type !== 'modal') throw new Refusal('not_offered', 'A Home is not closed.');
  const clears = all === true || definition.clear_on_close === true;
  const payload = { type: 'view_closed', ...signature(user), view: viewPayload(view), is_cleared: clears };
  parts.views.close(userId, clears);
  if (!definition.notify_on_close) return { kind: 'done', eventIds: [] };
  const ack = await parts.courier.send({ kind: 'interaction', payload });
  return ack.kind === 'failed' ? failed(ack.error) : { kind: 'done', eventIds: [] };
}

function answerSubmission(view: OpenView, body: unknown, parts: Parts): Outcome {
  const done: Outcome = { kind: 'done', eventIds: [] };
  if (body === null) {
    parts.views.close(view.userId, false);
    return done;
  }
  const read = submissionAnswer.safeParse(body);
  if (!read.success) throw new Refusal('invalid_response_action', ...faultsIn(read.error, body));
  switch (read.data.response_action) {
    case 'clear':
      parts.views.close(view.userId, true);
      return done;
    case 'update':
      parts.views.update(view, readModal(read.data.view), null);
      return done;
    case 'push':
      parts.views.push(view.userId, readModal(read.data.view));
      return done;
    case 'errors': {
      const inputs = view.definition.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
      const stray = Object.keys(read.data.errors).filter((blockId) => !inputs.includes(blockId));
      if (stray.length > 0) throw new Refusal('invalid_response_action', `no input block is named ${stray.join(', ')}`);
      return { kind: 'invalid', errors: read.data.errors };
    }
  }
}

/** An address for each conversation that was chosen in a field with `response_url_enabled`. */
function responseUrls(view: OpenView, values: StateValues, parts: Parts): readonly object[] {
  return view.definition.blocks.flatMap((block) => {
    if (block.type !== 'input' || !('response_url_enabled' in block.element) || !block.element.response_url_enabled)
      return [];
    const { action_id } = block.element;
    const state = values[block.block_id]?.[action_id];
    const channelId = state?.selected_conversation ?? state?.selected_channel;
    if (!channelId) return [];
    const response_url = parts.responseUrls.mint({ userId: view.userId, channelId, originalTs: null });
    return [{ block_id: block.block_id, action_id, channel_id: channelId, response_url }];
  });
}

function failed(error: string): Outcome {
  return { kind: 'failed', error, shown: 'We had some trouble connecting. Try again?' };
}

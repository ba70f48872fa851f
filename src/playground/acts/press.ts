import { z } from 'zod';
import { findElement } from '../block-kit/active-elements.ts';
import type { ActiveElement } from '../block-kit/elements.ts';
import { option, optionGroup } from '../block-kit/text.ts';
import { faultsIn } from '../faults.ts';
import { fieldState, pick, type Surroundings } from '../forms/form.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { Choice, EnteredValue, LoadOptions, Outcome, Press } from '../workspace.ts';
import { type SeenPlace, seenPlace, valuesAt } from './place.ts';
import { person, signature } from './sender.ts';

/** A person presses a button or chooses an option: the app is told at once. */
export async function press(act: Press, parts: Parts): Promise<Outcome> {
  const user = person(act.userId, parts);
  const place = seenPlace(act.userId, act.place, parts);
  const element = elementAt(place, act.blockId, act.actionId);
  if (!isDispatched(place, act.blockId)) throw new Refusal('not_offered', 'This field is sent with the form.');
  const chosen = { ...act.entered?.[act.blockId], ...(act.value === undefined ? {} : { [act.actionId]: act.value }) };
  const values = valuesAt(place, { ...act.entered, [act.blockId]: chosen });
  const payload = {
    type: 'block_actions',
    ...signature(user),
    ...place.described(values),
    ...(place.original ? { response_url: parts.responseUrls.mint({ userId: act.userId, ...place.original }) } : {}),
    trigger_id: parts.triggers.mint({ userId: act.userId, ...place.trigger }),
    actions: [
      {
        ...actionFields(element, act.value ?? null, place.around),
        block_id: act.blockId,
        action_id: act.actionId,
        action_ts: parts.conversations.mintTs(),
      },
    ],
  };
  const ack = await parts.courier.send({ kind: 'interaction', payload });
  if (ack.kind === 'failed') {
    return { kind: 'failed', error: ack.error, shown: `The app did not answer this press (${ack.error}).` };
  }
  if (ack.body !== null) {
    return {
      kind: 'failed',
      error: 'ack_not_empty',
      shown: 'The app acknowledged a press with words, which nobody sees.',
    };
  }
  return { kind: 'done', eventIds: [] };
}

/** Slack's limits on what an app offers for a field. */
const answer = z.union([
  z.strictObject({ options: z.array(option).max(100) }),
  z.strictObject({ option_groups: z.array(optionGroup).max(100) }),
]);

/** A person types into a field whose options the app is asked for. */
export async function loadOptions(act: LoadOptions, parts: Parts): Promise<Outcome> {
  const user = person(act.userId, parts);
  const place = seenPlace(act.userId, act.place, parts);
  const element = elementAt(place, act.blockId, act.actionId);
  if (element.type !== 'external_select') throw new Refusal('not_offered', 'The app is not asked for these options.');
  if (act.query.length < (element.min_query_length ?? 3)) return { kind: 'done', choices: [], eventIds: [] };
  const payload = {
    type: 'block_suggestion',
    ...signature(user),
    ...place.described(valuesAt(place, {})),
    action_id: act.actionId,
    block_id: act.blockId,
    value: act.query,
  };
  const ack = await parts.courier.send({ kind: 'interaction', payload });
  if (ack.kind === 'failed') return optionsFailed(ack.error);
  const read = answer.safeParse(ack.body);
  if (!read.success) return optionsFailed(faultsIn(read.error, ack.body).join('; '));
  const options =
    'options' in read.data ? read.data.options : read.data.option_groups.flatMap((group) => group.options);
  parts.offered.remember(place.key, act.actionId, options);
  const choices: readonly Choice[] = options.map((offered) => ({
    text: offered.text.text,
    value: offered.value,
    description: offered.description?.text ?? null,
  }));
  return { kind: 'done', choices, eventIds: [] };
}

function elementAt(place: SeenPlace, blockId: string, actionId: string): ActiveElement {
  const element = findElement(place.blocks, blockId, actionId);
  if (!element) throw new Refusal('not_offered', `There is no ${actionId} here any more.`);
  return element;
}

/** Fields of an input block wait for the form to be sent off, unless the app asks to be told. */
function isDispatched(place: SeenPlace, blockId: string): boolean {
  const block = place.blocks.find((candidate) => candidate.block_id === blockId);
  return block?.type !== 'input' || block.dispatch_action === true;
}

function actionFields(element: ActiveElement, value: EnteredValue, around: Surroundings): object {
  if (element.type === 'button') {
    const { type, text } = element;
    return { type, text, ...(element.value === undefined ? {} : { value: element.value }) };
  }
  if (element.type === 'overflow') {
    const chosen = pick(element, element.options, typeof value === 'string' ? value : '', (offered) => offered.value);
    return { type: element.type, selected_option: chosen };
  }
  return fieldState(element, value, around);
}

function optionsFailed(error: string): Outcome {
  return { kind: 'failed', error, shown: 'The options could not be loaded.' };
}

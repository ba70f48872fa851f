import { z } from 'zod';
import { readHome, readModal } from '../block-kit/view-definition.ts';
import { stateValues } from '../forms/form.ts';
import { surroundings } from '../forms/surroundings.ts';
import { viewPayload } from '../forms/view-payload.ts';
import type { OpenView } from '../kept/views.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { id, type Method, method } from './method.ts';

const view = z.record(z.string(), z.unknown());

const open = method({
  scope: null,
  schema: z.strictObject({ trigger_id: id, view }),
  run: (given, parts) => {
    const definition = readModal(given.view);
    const source = parts.triggers.exchange(given.trigger_id);
    if (source.from === 'submission') {
      throw new Refusal('invalid_trigger_id', 'a submission is answered with response_action, not with views.open');
    }
    return shown(parts.views.open(source.userId, definition, source.channelId), parts);
  },
});

const push = method({
  scope: null,
  schema: z.strictObject({ trigger_id: id, view }),
  run: (given, parts) => {
    const definition = readModal(given.view);
    const source = parts.triggers.exchange(given.trigger_id);
    if (source.from !== 'view') throw new Refusal('invalid_trigger_id', 'only a press inside a modal can push one');
    return shown(parts.views.push(source.userId, definition), parts);
  },
});

const update = method({
  scope: null,
  schema: z
    .strictObject({ view_id: id.exactOptional(), external_id: id.exactOptional(), view, hash: id.exactOptional() })
    .refine((given) => (given.view_id === undefined) !== (given.external_id === undefined), {
      message: 'needs either view_id or external_id',
    }),
  run: (given, parts) => {
    const definition = readModal(given.view);
    const found =
      given.view_id === undefined ? parts.views.findExternal(given.external_id ?? '') : parts.views.find(given.view_id);
    if (!found) throw new Refusal('not_found', `there is no open view ${given.view_id ?? given.external_id}`);
    return shown(parts.views.update(found, definition, given.hash ?? null), parts);
  },
});

const publish = method({
  scope: null,
  schema: z.strictObject({ user_id: id, view, hash: id.exactOptional() }),
  run: (given, parts) => {
    const user = parts.conversations.user(given.user_id);
    if (!user || user.isBot) throw new Refusal('user_not_found', `there is no person ${given.user_id}`);
    return shown(parts.views.publish(user.id, readHome(given.view), given.hash ?? null), parts);
  },
});

function shown(opened: OpenView, parts: Parts): object {
  const values = stateValues(
    opened.definition.blocks,
    {},
    surroundings(opened.userId, opened.channelId, opened.id, parts),
  );
  return { view: viewPayload(opened, values) };
}

/** Modals and Homes. */
export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};

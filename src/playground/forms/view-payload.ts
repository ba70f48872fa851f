import type { ViewOutput } from '@slack/bolt';
import { INSTALLATION } from '../installation.ts';
import type { OpenView } from '../kept/views.ts';
import type { StateValues } from './form.ts';

/** A view as Slack hands it out, with what its fields hold. */
export function viewPayload(view: OpenView, values: StateValues = {}): ViewOutput {
  const { definition } = view;
  const isModal = definition.type === 'modal';
  return {
    id: view.id,
    team_id: INSTALLATION.teamId,
    app_id: INSTALLATION.appId,
    app_installed_team_id: INSTALLATION.teamId,
    bot_id: INSTALLATION.botId,
    type: definition.type,
    callback_id: definition.callback_id ?? '',
    title: isModal ? definition.title : { type: 'plain_text', text: 'View Title' },
    submit: (isModal && definition.submit) || null,
    close: (isModal && definition.close) || null,
    blocks: [...definition.blocks],
    private_metadata: definition.private_metadata ?? '',
    external_id: definition.external_id ?? '',
    state: { values },
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    clear_on_close: isModal && (definition.clear_on_close ?? false),
    notify_on_close: isModal && (definition.notify_on_close ?? false),
  };
}

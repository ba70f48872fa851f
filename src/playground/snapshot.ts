import { startingValues } from './forms/form.ts';
import { channelsOf } from './forms/surroundings.ts';
import { INSTALLATION } from './installation.ts';
import type { OpenView } from './kept/views.ts';
import type { Parts } from './parts.ts';
import type { View, WorkspaceSnapshot } from './workspace.ts';

/** All that one person can see of the workspace now. */
export function takeSnapshot(viewerId: string, parts: Parts): WorkspaceSnapshot {
  const { conversations, views, assistants, newsroom } = parts;
  const channels = channelsOf(viewerId, parts);
  const direct = channels.find((channel) => channel.kind === 'direct');
  const seen = new Set(channels.map((channel) => channel.id));
  const home = views.home(viewerId);
  return {
    version: parts.changes.version,
    workspaceName: newsroom.name,
    viewerId,
    botUserId: INSTALLATION.botUserId,
    users: conversations.everybody(),
    channels,
    messages: channels
      .flatMap((channel) => conversations.messagesIn(channel.id))
      .filter((message) => message.ephemeralFor === null || message.ephemeralFor === viewerId)
      .toSorted((a, b) => (a.ts < b.ts ? -1 : 1)),
    modals: views.stack(viewerId).map((view) => pictured(view, parts)),
    home: home && pictured(home, parts),
    prompts: direct ? assistants.promptsIn(direct.id) : null,
    statuses: assistants.statuses().filter((status) => seen.has(status.channelId)),
    commands: newsroom.commands,
    shortcuts: newsroom.shortcuts,
  };
}

function pictured({ id, definition, hash, channelId }: OpenView, parts: Parts): View {
  const isModal = definition.type === 'modal';
  const current = channelId === null ? null : parts.conversations.channel(channelId);
  return {
    id,
    kind: definition.type,
    callbackId: definition.callback_id ?? '',
    title: isModal ? definition.title.text : '',
    submit: (isModal && definition.submit?.text) || null,
    close: (isModal && definition.close?.text) || null,
    blocks: definition.blocks,
    hash,
    initial: startingValues(definition.blocks, current),
  };
}

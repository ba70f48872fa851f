import { INSTALLATION } from '../../installation.ts';
import type { Message, User, View, WorkspaceSnapshot } from '../../workspace.ts';
import type { DrawnMessage, DrawnView, DrawnWorkspace, Starter } from '../drawn-workspace.ts';
import { blocksHtml } from './blocks-html.ts';
import type { Directory } from './control-html.ts';
import { mrkdwnHtml, type Names, wordsOf } from './text-html.ts';

/** Draws what one person sees; messages that have not changed since the last time are not drawn again. */
export class Drawer {
  private readonly drawn = new WeakMap<Message, DrawnMessage>();
  private readonly starters: readonly Starter[];

  constructor(starters: readonly Starter[]) {
    this.starters = starters;
  }

  draw(snapshot: WorkspaceSnapshot): DrawnWorkspace {
    const { version, workspaceName, viewerId, botUserId, users, channels, prompts, statuses } = snapshot;
    const directory = { channels, users, botUserId };
    const names = namesIn(directory);
    const drawView = (view: View) => viewHtml(view, names, directory);
    return {
      version,
      workspaceName,
      viewerId,
      botUserId,
      users,
      channels,
      messages: snapshot.messages.map((message) => this.message(message, names, directory)),
      modals: snapshot.modals.map(drawView),
      home: snapshot.home ? drawView(snapshot.home) : null,
      prompts,
      statuses,
      commands: snapshot.commands,
      shortcuts: snapshot.shortcuts,
      starters: this.starters,
    };
  }

  private message(message: Message, names: Names, directory: Directory): DrawnMessage {
    const before = this.drawn.get(message);
    if (before) return before;
    const drawn = drawMessage(message, names, directory);
    this.drawn.set(message, drawn);
    return drawn;
  }
}

function drawMessage(message: Message, names: Names, directory: Directory): DrawnMessage {
  const { channelId, ts, threadTs, userId, text, blocks } = message;
  const key = `${channelId}-${ts.replace('.', '-')}`;
  return {
    key,
    channelId,
    ts,
    threadTs,
    userId,
    isBot: message.botId !== null,
    isEphemeral: message.ephemeralFor !== null,
    isEdited: message.edited !== null,
    html:
      blocks.length > 0
        ? blocksHtml(blocks, { names, directory, scope: `m-${key}`, initial: {} })
        : `<div class="bk-words">${mrkdwnHtml(text, names)}</div>`,
    plain: wordsOf(text, names),
    link: messageLink(channelId, ts, threadTs),
  };
}

/** A message's address as Slack writes it. */
function messageLink(channelId: string, ts: string, threadTs: string | null): string {
  const thread = threadTs === null ? '' : `?thread_ts=${threadTs}&cid=${channelId}`;
  return `https://${INSTALLATION.teamDomain}.slack.com/archives/${channelId}/p${ts.replace('.', '')}${thread}`;
}

function viewHtml(view: View, names: Names, directory: Directory): DrawnView {
  const { id, hash, title, submit, close, initial } = view;
  const html = blocksHtml(view.blocks, { names, directory, scope: `v-${id}`, initial });
  return { id, hash, title, submit, close, html };
}

function namesIn(directory: Directory): Names {
  const users = new Map<string, User>(directory.users.map((user) => [user.id, user]));
  const channels = new Map(directory.channels.map((channel) => [channel.id, channel]));
  return {
    user: (id) => users.get(id)?.name,
    channel: (id) => {
      const channel = channels.get(id);
      if (channel?.kind !== 'direct') return channel?.name;
      return users.get(directory.botUserId)?.name;
    },
  };
}

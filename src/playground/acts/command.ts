import type { SlashCommand } from '@slack/bolt';
import { INSTALLATION } from '../installation.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { respond } from '../response-post.ts';
import { escapeEntities } from '../typed-text.ts';
import type { Command, Outcome } from '../workspace.ts';
import { channelLabel, ownChannel, person } from './sender.ts';

/** A person runs a slash command; an acknowledgement with words in it becomes a message. */
export async function runCommand({ userId, channelId, command, text }: Command, parts: Parts): Promise<Outcome> {
  const user = person(userId, parts);
  const channel = ownChannel(userId, channelId, parts);
  if (!parts.newsroom.commands.some((known) => known.command === command)) {
    throw new Refusal('unknown_command', `${command} is not a valid command.`);
  }
  const target = { userId, channelId, originalTs: null };
  const { teamId, teamDomain, appId } = INSTALLATION;
  const payload: SlashCommand = {
    token: 'not-a-secret',
    team_id: teamId,
    team_domain: teamDomain,
    channel_id: channel.id,
    channel_name: channelLabel(channel).name,
    user_id: user.id,
    user_name: user.name,
    command,
    text: escapeEntities(text.trim()),
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: parts.responseUrls.mint(target),
    trigger_id: parts.triggers.mint({ userId, channelId, from: 'conversation' }),
  };
  const ack = await parts.courier.send({ kind: 'command', payload });
  if (ack.kind === 'failed') return failed(command, ack.error);
  if (ack.body === null) return { kind: 'done', eventIds: [] };
  try {
    respond(target, typeof ack.body === 'string' ? { text: ack.body } : ack.body, parts);
    return { kind: 'done', eventIds: [] };
  } catch (refusal) {
    if (refusal instanceof Refusal) return failed(command, refusal.message);
    throw refusal;
  }
}

function failed(command: string, error: string): Outcome {
  return { kind: 'failed', error, shown: `${command} failed with the error “${error}”.` };
}

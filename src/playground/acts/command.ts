import type { SlashCommand } from '@slack/bolt';
import type { Ack } from '../delivery/courier.ts';
import { stored } from '../delivery/events.ts';
import { INSTALLATION } from '../installation.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { respond } from '../response-post.ts';
import { escapeEntities } from '../typed-text.ts';
import type { Command, MessageShortcut, Outcome, UseShortcut } from '../workspace.ts';
import { channelLabel, ownChannel, parentAuthor, person, seenMessage, signature } from './sender.ts';

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

/** A person chooses an entry from a message's menu; the bot need not be in the channel. */
export async function useShortcut({ userId, channelId, ts, callbackId }: UseShortcut, parts: Parts): Promise<Outcome> {
  const user = person(userId, parts);
  const channel = parts.conversations.seenBy(userId, channelId);
  const message = seenMessage(userId, channelId, ts, parts);
  const shortcut = parts.newsroom.shortcuts.find((known) => known.callbackId === callbackId);
  if (!shortcut || message.ephemeralFor !== null) {
    throw new Refusal('unknown_shortcut', 'This message has no such entry in its menu.');
  }
  const payload = {
    type: 'message_action',
    ...signature(user),
    callback_id: callbackId,
    trigger_id: parts.triggers.mint({ userId, channelId, from: 'conversation' }),
    response_url: parts.responseUrls.mint({ userId, channelId, originalTs: null }),
    message_ts: message.ts,
    action_ts: parts.conversations.mintTs(),
    message: stored(message, parentAuthor(message, parts)),
    channel: channelLabel(channel),
  };
  return outcomeOf(await parts.courier.send({ kind: 'interaction', payload }), shortcut);
}

function outcomeOf(ack: Ack, shortcut: MessageShortcut): Outcome {
  return ack.kind === 'failed' ? failed(`“${shortcut.name}”`, ack.error) : { kind: 'done', eventIds: [] };
}

function failed(what: string, error: string): Outcome {
  return { kind: 'failed', error, shown: `${what} failed with the error “${error}”.` };
}

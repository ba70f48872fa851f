import type { InlineElement } from './block-kit/rich-text.ts';
import type { Channel, User } from './workspace.ts';

/** A typed message as Slack keeps it. */
export interface ArrivedText {
  /** With `& < >` as entities, and mentions, channels and addresses as `<...>`. */
  readonly text: string;
  /** The same as the pieces of a line of rich text, where text stands as it was typed. */
  readonly pieces: readonly InlineElement[];
  /** Ids of the users who are mentioned. */
  readonly mentioned: readonly string[];
}

/** Slack's three entities; nothing else is escaped. */
export function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Turns what a person types into what Slack keeps: `@nadia` becomes `<@U0NADIA>`, `#general` becomes
 * `<#C0GENERAL|general>`, an address becomes `<https://...>`, and everything else is escaped. Names that nobody has stay
 * text.
 */
export function arrive(typed: string, users: readonly User[], channels: readonly Channel[]): ArrivedText {
  const known = names(users, channels);
  const pieces: InlineElement[] = [];
  const plain = (text: string) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.type === 'text') pieces[pieces.length - 1] = { type: 'text', text: last.text + text };
    else pieces.push({ type: 'text', text });
  };
  let from = 0;
  for (const match of typed.matchAll(/https?:\/\/[^\s<>]+|(?<![\w@#])[@#][\p{L}\d][\p{L}\d._-]*/gu)) {
    plain(typed.slice(from, match.index));
    const read = longestKnown(match[0], known);
    if (read) pieces.push(read.piece);
    from = match.index + (read ? read.length : match[0].length);
    if (!read) plain(match[0]);
  }
  plain(typed.slice(from));
  return {
    text: pieces.map((piece) => written(piece, channels)).join(''),
    pieces,
    mentioned: pieces.flatMap((piece) => (piece.type === 'user' ? [piece.user_id] : [])),
  };
}

function names(users: readonly User[], channels: readonly Channel[]): ReadonlyMap<string, InlineElement> {
  const known = new Map<string, InlineElement>();
  for (const user of users) known.set(`@${user.name}`, { type: 'user', user_id: user.id });
  for (const channel of channels) {
    if (channel.kind !== 'direct') known.set(`#${channel.name}`, { type: 'channel', channel_id: channel.id });
  }
  for (const range of ['here', 'channel', 'everyone'] as const) known.set(`@${range}`, { type: 'broadcast', range });
  return known;
}

/** A full stop after a name or an address belongs to the sentence: `Ask @nadia.` */
function longestKnown(
  candidate: string,
  known: ReadonlyMap<string, InlineElement>,
): { readonly piece: InlineElement; readonly length: number } | null {
  if (candidate.startsWith('http')) {
    const url = candidate.replace(/[.,;:!?)'"”’]+$/u, '');
    return URL.canParse(url) ? { piece: { type: 'link', url }, length: url.length } : null;
  }
  for (let name = candidate; name.length > 1; name = name.slice(0, -1)) {
    const piece = known.get(name.toLowerCase());
    if (piece) return { piece, length: name.length };
    if (!/[._-]$/.test(name)) break;
  }
  return null;
}

function written(piece: InlineElement, channels: readonly Channel[]): string {
  switch (piece.type) {
    case 'text':
      return escapeEntities(piece.text);
    case 'link':
      return `<${escapeEntities(piece.url)}>`;
    case 'user':
      return `<@${piece.user_id}>`;
    case 'usergroup':
      return `<!subteam^${piece.usergroup_id}>`;
    case 'channel': {
      const name = channels.find((channel) => channel.id === piece.channel_id)?.name ?? '';
      return `<#${piece.channel_id}|${name}>`;
    }
    case 'broadcast':
      return `<!${piece.range}>`;
    case 'emoji':
      return `:${piece.name}:`;
  }
}

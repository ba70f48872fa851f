import { COMMAND, SHORTCUT } from '../slack/surface.ts';
import { INSTALLATION } from './installation.ts';
import type { Channel, MessageShortcut, SlashCommand, User } from './workspace.ts';

/** What a workspace starts with. */
export interface Newsroom {
  readonly name: string;
  readonly users: readonly User[];
  /** Without direct messages: those open one by one. */
  readonly channels: readonly Channel[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly MessageShortcut[];
}

const bot = INSTALLATION.botUserId;

/** An invented newsroom: four people, the whosaid bot, a news wire's bot, and channels with and without whosaid. */
export const NEWSROOM: Newsroom = {
  name: 'The Harbour Gazette',
  users: [
    person('U0NADIA', 'nadia', 'Nadia Rahman', 'Night editor'),
    person('U0TOMAS', 'tomas', 'Tomás Oliveira', 'Reporter, city hall'),
    person('U0GRACE', 'grace', 'Grace Lindqvist', 'Fact-checker'),
    person('U0IMRAN', 'imran', 'Imran Haddad', 'Standards editor'),
    { id: bot, name: 'whosaid', realName: 'whosaid', title: 'Finds who said what', isBot: true },
    { id: 'U0WIRE', name: 'wire', realName: 'Wire desk', title: 'Posts agency copy', isBot: true },
  ],
  channels: [
    channel('C0GENERAL', 'general', 'Everybody', { members: ['U0NADIA', 'U0TOMAS', 'U0GRACE', 'U0IMRAN', bot] }),
    channel('C0NEWSDESK', 'newsdesk', 'What goes out today', {
      members: ['U0NADIA', 'U0TOMAS', 'U0GRACE', 'U0IMRAN', 'U0WIRE', bot],
    }),
    channel('C0FACTS', 'fact-check', 'Words and figures before they are printed', {
      members: ['U0NADIA', 'U0TOMAS', 'U0GRACE', bot],
    }),
    channel('C0PICTURES', 'pictures', 'Photographs for tomorrow; whosaid is not in here', {
      members: ['U0NADIA', 'U0TOMAS', 'U0GRACE'],
    }),
    channel('C0INQUIRY', 'investigations', 'Private; whosaid is not in here', {
      kind: 'private',
      members: ['U0NADIA', 'U0IMRAN'],
    }),
    channel('C0PARTNERS', 'partner-papers', 'Shared with another paper', {
      isExternallyShared: true,
      members: ['U0NADIA', 'U0IMRAN', bot],
    }),
  ],
  commands: [{ command: COMMAND, description: 'Find who said what in our own articles', usageHint: 'words or a name' }],
  shortcuts: [{ callbackId: SHORTCUT, name: 'Who said this?' }],
};

function person(id: string, name: string, realName: string, title: string): User {
  return { id, name, realName, title, isBot: false };
}

function channel(
  id: string,
  name: string,
  purpose: string,
  rest: Partial<Channel> & Pick<Channel, 'members'>,
): Channel {
  return {
    id,
    name,
    purpose,
    kind: 'public',
    isExternallyShared: false,
    isMember: rest.members.includes(bot),
    ...rest,
  };
}

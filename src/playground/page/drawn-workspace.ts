import type { Channel, MessageShortcut, SlashCommand, SuggestedPrompt, User } from '../workspace.ts';

/** A message as the page shows it. */
export interface DrawnMessage {
  /** Unlike every other message's. */
  readonly key: string;
  readonly channelId: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly userId: string;
  readonly isBot: boolean;
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
  /** Safe to be put into the page as it is. */
  readonly html: string;
  /** The words alone: for a screen reader, and for its writer to change. */
  readonly plain: string;
  /** The message's own address, as it is pasted elsewhere. */
  readonly link: string;
}

/** A modal or the Home tab as the page shows it. */
export interface DrawnView {
  readonly id: string;
  readonly hash: string;
  /** Empty for a Home. */
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  /** Safe to be put into the page as it is. */
  readonly html: string;
}

/** Words to try: what the page offers to put into the composer. */
export interface Starter {
  readonly label: string;
  readonly text: string;
}

/** All that the page shows to one person at one moment. */
export interface DrawnWorkspace {
  readonly version: number;
  readonly workspaceName: string;
  readonly viewerId: string;
  readonly botUserId: string;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  /** In order of time. */
  readonly messages: readonly DrawnMessage[];
  /** The topmost last. */
  readonly modals: readonly DrawnView[];
  readonly home: DrawnView | null;
  readonly prompts: { readonly title: string; readonly prompts: readonly SuggestedPrompt[] } | null;
  readonly statuses: readonly { readonly channelId: string; readonly threadTs: string; readonly status: string }[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly MessageShortcut[];
  readonly starters: readonly Starter[];
}

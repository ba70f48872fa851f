import type { Block } from './block-kit/blocks.ts';

/** A person or a bot of the workspace. */
export interface User {
  readonly id: string;
  /** The handle without its @, e.g. `nadia`. */
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly isBot: boolean;
}

/** A conversation; `direct` is the direct message between one person and the bot. */
export interface Channel {
  readonly id: string;
  /** Without its #; for a direct message the id of the person. */
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly purpose: string;
  /** Whether the bot is a member. */
  readonly isMember: boolean;
  /** Shared with another organisation (Slack Connect). */
  readonly isExternallyShared: boolean;
  /** Ids of the people and bots in it. */
  readonly members: readonly string[];
}

/** A message as Slack keeps it: `text` is escaped (`&amp; &lt; &gt;`), and mentions and links stand in it as `<...>`. */
export interface Message {
  readonly channelId: string;
  /** Slack's name for a message: seconds and a fraction, as text; sorts by time within a workspace. */
  readonly ts: string;
  /** The `ts` of the message that the thread hangs on; null outside threads and for that first message itself. */
  readonly threadTs: string | null;
  readonly userId: string;
  /** Set where a bot wrote it. */
  readonly botId: string | null;
  readonly text: string;
  /** Every block has its `block_id`. */
  readonly blocks: readonly Block[];
  readonly edited: { readonly userId: string; readonly ts: string } | null;
  /** The only person who sees it; null where all members do. */
  readonly ephemeralFor: string | null;
}

/** What a form holds, by block id and action id: typed text, an option's value, a conversation's id; null is empty. */
export type Entered = Readonly<Record<string, Readonly<Record<string, EnteredValue>>>>;

/** One field of a form; a list for checkboxes. */
export type EnteredValue = string | readonly string[] | null;

/** A modal or a Home tab as one person sees it. */
export interface View {
  readonly id: string;
  readonly kind: 'modal' | 'home';
  readonly callbackId: string;
  /** Empty for a Home. */
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly Block[];
  /** Changes with every update. */
  readonly hash: string;
  /** What the form holds before anybody types. */
  readonly initial: Entered;
}

/** A question that the app offers at the top of its direct message. */
export interface SuggestedPrompt {
  readonly title: string;
  readonly message: string;
}

/** A slash command as the app's manifest announces it. */
export interface SlashCommand {
  /** With its slash, e.g. `/whosaid`. */
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

/** An entry in a message's menu as the app's manifest announces it. */
export interface MessageShortcut {
  readonly callbackId: string;
  readonly name: string;
}

/** All that one person can see of the workspace at one moment. */
export interface WorkspaceSnapshot {
  /** Grows with every change. */
  readonly version: number;
  readonly workspaceName: string;
  readonly viewerId: string;
  readonly botUserId: string;
  readonly users: readonly User[];
  /** Public ones, private ones the viewer is in, and the viewer's direct message with the bot once it is open. */
  readonly channels: readonly Channel[];
  /** In order of time, threads among them; ephemeral ones only where they are the viewer's. */
  readonly messages: readonly Message[];
  /** Open modals, the topmost last; at most three. */
  readonly modals: readonly View[];
  readonly home: View | null;
  readonly prompts: { readonly title: string; readonly prompts: readonly SuggestedPrompt[] } | null;
  /** What the app says it is doing, by the id of the channel and the `ts` of the thread. */
  readonly statuses: readonly { readonly channelId: string; readonly threadTs: string; readonly status: string }[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly MessageShortcut[];
}

/** Where a button or field stands. */
export type Place =
  | { readonly kind: 'message'; readonly channelId: string; readonly ts: string }
  | { readonly kind: 'view'; readonly viewId: string };

/** A message is written: `text` as it is typed, with plain `@name`, `#channel` and addresses. */
export interface Say {
  readonly userId: string;
  readonly channelId: string;
  readonly text: string;
  /** The thread to write into. */
  readonly threadTs?: string;
}

/** A person changes a message of their own. */
export interface Edit {
  readonly userId: string;
  readonly channelId: string;
  readonly ts: string;
  readonly text: string;
}

/** A slash command is sent from a channel: `command` with its slash, `text` as typed after it. */
export interface Command {
  readonly userId: string;
  readonly channelId: string;
  readonly command: string;
  readonly text: string;
}

/** A button is pressed, or an option chosen: then `value` is the option's value or the conversation's id. */
export interface Press {
  readonly userId: string;
  readonly place: Place;
  readonly blockId: string;
  readonly actionId: string;
  readonly value?: EnteredValue;
  /** What the fields around it hold; those left out hold what they held at first. */
  readonly entered?: Entered;
}

/** The topmost modal is sent off. */
export interface Submit {
  readonly userId: string;
  readonly viewId: string;
  readonly entered: Entered;
}

/** A modal is closed, or with `all` the whole stack. */
export interface Close {
  readonly userId: string;
  readonly viewId: string;
  readonly all?: boolean;
}

/** An entry of a message's menu is chosen. */
export interface UseShortcut {
  readonly userId: string;
  readonly channelId: string;
  readonly ts: string;
  readonly callbackId: string;
}

/** Text is typed into a field whose options the app is asked for. */
export interface LoadOptions {
  readonly userId: string;
  readonly place: Place;
  readonly blockId: string;
  readonly actionId: string;
  readonly query: string;
}

/** Anything a person can do, as a page sends it. */
export type Act =
  | ({ readonly kind: 'say' } & Say)
  | ({ readonly kind: 'edit' } & Edit)
  | ({ readonly kind: 'command' } & Command)
  | ({ readonly kind: 'press' } & Press)
  | ({ readonly kind: 'submit' } & Submit)
  | ({ readonly kind: 'close' } & Close)
  | ({ readonly kind: 'use-shortcut' } & UseShortcut)
  | ({ readonly kind: 'load-options' } & LoadOptions)
  | { readonly kind: 'open-home'; readonly userId: string }
  | { readonly kind: 'open-direct'; readonly userId: string };

/** What a field offers. */
export interface Choice {
  readonly text: string;
  readonly value: string;
  readonly description: string | null;
}

/** What became of something a person did. */
export type Outcome =
  /** The app acknowledged, or Slack had nothing to tell it. */
  | Done
  /** The app did not acknowledge in time, or wrongly: `shown` is what Slack tells the person. */
  | { readonly kind: 'failed'; readonly error: string; readonly shown: string }
  /** A form is not accepted, by Slack or by the app: what to say beneath each block. */
  | { readonly kind: 'invalid'; readonly errors: Readonly<Record<string, string>> }
  /** Slack does not offer this to the person at all. */
  | { readonly kind: 'impossible'; readonly shown: string };

/** The app acknowledged, or Slack had nothing to tell it. */
export interface Done {
  readonly kind: 'done';
  /** The message that was written or changed. */
  readonly ts?: string;
  /** The direct message that was opened. */
  readonly channelId?: string;
  /** What a field offers now. */
  readonly choices?: readonly Choice[];
  /** What Slack tells the person beside it, e.g. that the bot is not in the channel. */
  readonly hint?: string;
  /** Ids of the events that the app was sent. */
  readonly eventIds: readonly string[];
}

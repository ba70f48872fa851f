/** The slash command; manifest.yml announces it. */
export const COMMAND = '/whosaid';

/** The entry in a message's menu; manifest.yml announces it under this callback id. */
export const SHORTCUT = 'who_said_this';

/** The events the app listens to, as the manifest names them. */
export const EVENTS = { mention: 'app_mention', directMessage: 'message.im', homeOpened: 'app_home_opened' } as const;

/** The buttons of a card and of an answer, by action id. */
export const ACTIONS = {
  shareHere: 'share_here',
  shareTo: 'share_to',
  context: 'show_context',
  copy: 'show_copies',
  more: 'show_more',
} as const;

/** The windows the app opens, by callback id; only `share` can be sent off. */
export const VIEWS = { share: 'share_excerpt', context: 'excerpt_context', copy: 'excerpt_copies' } as const;

/** The fields of the share window: block id and action id. */
export const SHARE_FIELDS = {
  conversation: { block: 'share_conversation', action: 'conversation' },
  threadLink: { block: 'share_thread', action: 'thread_link' },
} as const;

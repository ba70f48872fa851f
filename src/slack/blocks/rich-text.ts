import type {
  ActionsBlockElement,
  Button,
  ContextBlock,
  KnownBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextQuote,
  RichTextSection,
  RichTextText,
} from '@slack/types';
import { shorten } from '../plain-text.ts';

/**
 * The small pieces that every card is made of.
 *
 * Whatever comes from an article or a person goes into rich_text text elements or plain_text: Slack shows both as
 * they are, so no mention, link or bold type can be smuggled in. Nothing in this room uses mrkdwn blocks.
 */

/** Words as they are, shortened to `room` UTF-16 code units. */
export function words(text: string, room: number): RichTextText {
  return { type: 'text', text: shorten(text, room) };
}

/** The same in bold type. */
export function bold(text: string, room: number): RichTextText {
  return { ...words(text, room), style: { bold: true } };
}

/** The same struck through. */
export function struck(text: string, room: number): RichTextText {
  return { ...words(text, room), style: { strike: true } };
}

/** Text of whosaid's own between other pieces: blanks, dots, labels. Never empty. */
export function glue(text: string): RichTextText {
  return { type: 'text', text };
}

/** A line that leads somewhere, or plain words where the address is none that a browser opens. */
export function linked(text: string, url: string | null, room: number): RichTextElement {
  const address = webAddress(url);
  return address === null ? words(text, room) : { type: 'link', url: address, text: shorten(text, room) };
}

/** The longest address that is linked; Slack takes 3,000 characters, but all blocks share one measure. */
const ADDRESS_ROOM = 500;

function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:';
  return isWeb && parsed.href.length <= ADDRESS_ROOM ? parsed.href : null;
}

export function section(...elements: readonly RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements: [...elements] };
}

export function quote(...elements: readonly RichTextElement[]): RichTextQuote {
  return { type: 'rich_text_quote', elements: [...elements] };
}

export function richText(...elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}

/** One quiet line in small grey type. */
export function quiet(text: string, room: number): ContextBlock {
  return { type: 'context', elements: [plain(text, room)] };
}

/** Plain text; `emoji: false` so that “:fire:” stays what was printed. */
export function plain(text: string, room: number): PlainTextElement {
  return { type: 'plain_text', text: shorten(text, room), emoji: false };
}

/** A button; `label` is what a screen reader says, at most 75 characters. */
export function button(actionId: string, text: string, label: string, value: string): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plain(text, 75),
    accessibility_label: shorten(label, 75),
    value,
  };
}

export function actions(...elements: readonly ActionsBlockElement[]): KnownBlock {
  return { type: 'actions', elements: [...elements] };
}

export const DIVIDER: KnownBlock = { type: 'divider' };

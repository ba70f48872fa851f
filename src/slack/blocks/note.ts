import type { RichTextElement } from '@slack/types';
import { escapeForSlack } from '../plain-text.ts';
import type { Posting } from './posting.ts';
import { glue, richText, section, words } from './rich-text.ts';

/** One plain sentence or two, to one person. */
export function note(sentence: string): Posting {
  return { text: escapeForSlack(sentence, 1000), blocks: [richText(section(words(sentence, 1000)))] };
}

/** The same with the name of a conversation at its end: “Shared in #newsdesk”. */
export function noteWithChannel(before: string, channel: string): Posting {
  const name: RichTextElement = { type: 'channel', channel_id: channel };
  return {
    text: `${escapeForSlack(before, 1000)} <#${channel}>`,
    blocks: [richText(section(words(before, 1000), glue(' '), name))],
  };
}

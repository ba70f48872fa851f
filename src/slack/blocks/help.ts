import type { KnownBlock, RichTextSection } from '@slack/types';
import { escapeForSlack } from '../plain-text.ts';
import { COMMAND } from '../surface.ts';
import type { Posting } from './posting.ts';
import { bold, glue, richText, section } from './rich-text.ts';

const WHAT =
  'whosaid finds who said what in your newsroom’s own articles: the printed words, who they are credited to, and the passage around them.';

const WAYS: readonly (readonly [string, string])[] = [
  [`${COMMAND} words you remember`, 'looks the words up; only you see the answer'],
  [`${COMMAND} verify ID`, 'checks an excerpt against its article once more'],
  [`${COMMAND} status`, 'says what the archive holds and how fresh it is'],
  ['@whosaid, with a question', 'answers in the thread for everybody in it; slash commands do not work in threads'],
  ['A direct message to whosaid', 'answers there'],
  ['“Who said this?” in a message’s menu', 'looks up the words of that message; only you see the answer'],
];

const NEVER =
  'It never makes up, completes, shortens into one, or translates a quote, and it never guesses a speaker: where the article does not say, whosaid says so.';

/** How to ask, and what not to expect. */
export function helpMessage(): Posting {
  const lines = [WHAT, ...WAYS.map(([how, what]) => `${how}: ${what}.`), NEVER];
  return { text: escapeForSlack(lines.join('\n'), 2000), blocks: helpBlocks() };
}

/** The same as blocks, for the Home as well. */
export function helpBlocks(): readonly KnownBlock[] {
  return [
    richText(section(glue(WHAT))),
    richText({ type: 'rich_text_list', style: 'bullet', elements: WAYS.map(way) }),
    richText(section(glue(NEVER))),
  ];
}

function way([how, what]: readonly [string, string]): RichTextSection {
  return section(bold(how, 80), glue(`: ${what}`));
}

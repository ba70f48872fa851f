import type { HomeView, KnownBlock } from '@slack/types';
import { failingFeedSentences } from '../../answer/age.ts';
import type { ArchiveAge, Citation } from '../../answer/answer.ts';
import { counted } from '../../answer/counted.ts';
import { headlineOf, published, stateOf } from './citation.ts';
import { helpBlocks } from './help.ts';
import { firstThatFits } from './posting.ts';
import { bold, DIVIDER, glue, linked, plain, quiet, richText, section, words } from './rich-text.ts';
import { statusSentence } from './status.ts';

/** How many of the newest articles the Home lists. */
export const LATEST_ON_HOME = 8;

/** Articles listed, and room for a headline, UTF-16 code units. */
const WAYS = [
  { articles: LATEST_ON_HOME, room: 300 },
  { articles: 4, room: 150 },
  { articles: 2, room: 80 },
] as const;

/** The Home tab: what whosaid is, how to ask, what the archive holds, the newest articles, where to get help. */
export function homeView(age: ArchiveAge, latest: readonly Citation[]): HomeView {
  const blocks = firstThatFits(WAYS, ({ articles, room }) => [
    { type: 'header', text: plain('whosaid', 150) },
    ...helpBlocks(),
    DIVIDER,
    richText(section(bold('The archive', 20)), section(words(statusSentence(age), 400))),
    ...failingFeeds(age),
    ...latest.slice(0, articles).map((citation) => articleLine(citation, room)),
    DIVIDER,
    quiet(
      'Something wrong or missing? Write “help” to whosaid, or ask whoever runs it in your newsroom. whosaid keeps no Slack messages.',
      200,
    ),
  ]);
  return { type: 'home', blocks: [...blocks] };
}

/** How many failing feeds are named; of the others there is only a count. */
const FEEDS_NAMED = 5;

function failingFeeds(age: ArchiveAge): readonly KnownBlock[] {
  const sentences = failingFeedSentences(age);
  if (sentences.length === 0) return [];
  const others = sentences.length - FEEDS_NAMED;
  return [
    richText(
      section(bold('Feeds that fail', 20)),
      ...sentences.slice(0, FEEDS_NAMED).map((sentence) => section(words(sentence, 300))),
      ...(others > 0 ? [section(words(`And ${counted(others, 'other feed')}.`, 40))] : []),
    ),
  ];
}

function articleLine(citation: Citation, room: number): KnownBlock {
  const state = stateOf(citation, room);
  return richText(
    section(
      linked(headlineOf(citation, room), citation.url, room),
      glue(` · ${published(citation)}`),
      ...(state === null ? [] : [glue('\n'), words(state, room)]),
    ),
  );
}

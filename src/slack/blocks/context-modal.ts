import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { ArchiveAge, Context, ContextParagraph, Excerpt, OtherPrinting } from '../../answer/answer.ts';
import { clean } from '../../answer/printable-text.ts';
import { creditOf } from '../../answer/printed-source.ts';
import { shorten, surroundings } from '../plain-text.ts';
import { VIEWS } from '../surface.ts';
import {
  ageOf,
  alsoPrinted,
  credentials,
  headlineOf,
  printedDate,
  proofInFull,
  published,
  stateOf,
} from './citation.ts';
import { firstThatFits } from './posting.ts';
import { bold, DIVIDER, glue, linked, plain, quiet, richText, section, words } from './rich-text.ts';

/** Around the excerpt at most this many paragraphs to each side: a modal takes 100 blocks. */
const MOST_TO_EACH_SIDE = 12;

/** Paragraphs to each side, room for each in UTF-16 code units, and how many other articles are listed; the first way that fits is taken. */
const WAYS = [
  { sides: MOST_TO_EACH_SIDE, room: 3000, elsewhere: 10 },
  { sides: 3, room: 1200, elsewhere: 10 },
  { sides: 2, room: 900, elsewhere: 5 },
  { sides: 1, room: 600, elsewhere: 3 },
  { sides: 1, room: 300, elsewhere: 1 },
] as const;

/** The paragraphs around an excerpt, its words in bold type, the proof at the foot. */
export function contextModal(context: Context, age: ArchiveAge): ModalView {
  const { excerpt, paragraphs } = context;
  const at = paragraphs.findIndex((paragraph) => paragraph.isExcerpt);
  const blocks = firstThatFits(WAYS, ({ sides, room, elsewhere }) => {
    const near = paragraphs.slice(Math.max(0, at - sides), Math.max(0, at) + sides + 1);
    return [
      ...heading(excerpt),
      DIVIDER,
      ...near.map((paragraph) => paragraphBlock(paragraph, room)),
      DIVIDER,
      ...printedElsewhere(excerpt, elsewhere),
      ...foot(excerpt, age),
    ];
  });
  return {
    type: 'modal',
    callback_id: VIEWS.context,
    title: plain('Context', 24),
    close: plain('Close', 24),
    blocks: [...blocks],
  };
}

function heading(excerpt: Excerpt): readonly KnownBlock[] {
  const { citation } = excerpt;
  const state = stateOf(citation, 200);
  return [
    richText(
      ...(state === null ? [] : [section(bold(state, 300))]),
      section(linked(headlineOf(citation, 200), citation.deepLink ?? citation.url, 200)),
      section(bold(excerpt.who, 120), glue(credentials(excerpt, 150))),
    ),
  ];
}

/** A paragraph; where it holds the excerpt, these words are bold and what stands around them gives way first. */
function paragraphBlock(paragraph: ContextParagraph, room: number): KnownBlock {
  const { text, highlight } = paragraph;
  if (highlight === null || highlight.start >= highlight.end) return richText(section(words(text, room)));
  const middle = text.slice(highlight.start, highlight.end);
  const side = Math.max(80, Math.floor((room - Math.min(middle.length, room)) / 2));
  const around = surroundings(text.slice(0, highlight.start), text.slice(highlight.end), side);
  const elements: RichTextElement[] = [bold(middle, room)];
  if (around.before !== '') elements.unshift(glue(around.before));
  if (around.after !== '') elements.push(glue(around.after));
  return richText(section(...withBlanks(elements, clean(middle))));
}

/** The words themselves are trimmed; blanks at their edges stand outside the bold type. */
function withBlanks(elements: readonly RichTextElement[], middle: string): readonly RichTextElement[] {
  const [before, after] = [/^\s/.test(middle), /\s$/.test(middle)];
  return elements.flatMap((element) => {
    const isMiddle = element.type === 'text' && element.style?.bold === true;
    return isMiddle ? [...(before ? [glue(' ')] : []), element, ...(after ? [glue(' ')] : [])] : [element];
  });
}

/** Room for a headline or a name in the list of other articles, UTF-16 code units. */
const LINE_ROOM = 100;

/** The other articles that print the words, each with whom it credits, and what else is to be said of them. */
function printedElsewhere(excerpt: Excerpt, most: number): readonly KnownBlock[] {
  const { alsoIn, remarks = [] } = excerpt;
  const said = remarks.slice(0, most).map((remark) => quiet(remark, LINE_ROOM * 3));
  if (alsoIn === undefined) return said;
  const listed = alsoIn.listed.slice(0, most);
  const rest = alsoIn.articles - listed.length;
  const lines = listed.map((printing) =>
    section(linked(headlineOf(printing, LINE_ROOM), printing.url, LINE_ROOM), glue(` · ${publishedIn(printing)}`)),
  );
  const more = rest > 0 ? [section(glue(`and ${rest.toLocaleString('en-GB')} more`))] : [];
  return [richText(section(bold(`${alsoPrinted(excerpt)}:`, 80)), ...lines, ...more), ...said];
}

/** Outlet, date and whom it credits. */
function publishedIn({ outlet, publishedAt, speaker, printedSource, excerptId }: OtherPrinting): string {
  const credit = creditOf({ speaker, printedSource });
  return [
    outlet === null ? 'outlet not given' : shorten(outlet, 60),
    publishedAt === null ? 'date not given' : printedDate(publishedAt),
    `credited to ${shorten(credit, 60)}`,
    excerptId,
  ].join(' · ');
}

/** What is known of the publication, every gap named, then the proof and its age. */
function foot(excerpt: Excerpt, age: ArchiveAge): readonly KnownBlock[] {
  const { citation } = excerpt;
  const gaps = [
    ...(citation.byline === null ? ['byline not given'] : []),
    ...(citation.updatedAt === null ? ['time of update not given'] : [`updated ${printedDate(citation.updatedAt)}`]),
    ...(citation.url === null ? ['address not given'] : []),
  ];
  return [
    quiet([published({ ...citation, updatedAt: null }), ...gaps].join(' · '), 500),
    quiet(`${proofInFull(excerpt)} · ${ageOf(age)}`, 200),
  ];
}

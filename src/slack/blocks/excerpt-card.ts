import type { KnownBlock, RichTextElement } from '@slack/types';
import type { ArchiveAge, Excerpt, Match, Passage } from '../../answer/answer.ts';
import { writeCardState } from '../button-state.ts';
import { SHORTENED } from '../plain-text.ts';
import { ACTIONS } from '../surface.ts';
import { alsoPrinted, credentials, headlineOf, proofLine, published, shownWords, stateOf } from './citation.ts';
import { actions, bold, button, glue, linked, quiet, quote, richText, section, words } from './rich-text.ts';

/** Where a card is shown, as far as its buttons depend on it. */
export interface CardPlace {
  /** The thread that “Share here” shares into; null for the conversation itself. */
  readonly thread: string | null;
  /** False where others than the newsroom would see it: conversations shared with another organisation. */
  readonly canShareHere: boolean;
}

/**
 * The body of a card: the words, then who, how that is known and its evidence, the sentences around it, and where it
 * was published. Without proof line and buttons.
 *
 * @param room UTF-16 code units for the words themselves; everything else is given a share of it
 */
export function cardBody(excerpt: Excerpt, room: number): readonly KnownBlock[] {
  const aside = Math.max(80, Math.floor(room / 4));
  const { citation, before, after } = excerpt;
  const state = stateOf(citation, aside);
  const shown = shownWords(excerpt, room);
  const body: KnownBlock[] = [
    richText(
      ...(state === null ? [] : [section(bold(state, aside + 80))]),
      quote(glue(shown)),
      section(...whoLine(excerpt, aside)),
    ),
  ];
  if (tellsMore(excerpt)) body.push(quiet(`In the sentence: ${excerpt.sentence.text}`, aside * 2 + 17));
  if (before !== null) body.push(quiet(`Before${showingWho(excerpt, before, aside)}: ${before.text}`, aside + 36));
  if (after !== null) body.push(quiet(`After${showingWho(excerpt, after, aside)}: ${after.text}`, aside + 36));
  body.push(
    richText(
      section(
        linked(headlineOf(citation, aside), citation.deepLink ?? citation.url, aside),
        glue(` · ${published(citation)}`),
      ),
    ),
  );
  const again = alsoPrinted(excerpt);
  if (again !== null) body.push(quiet(`${again}; Context lists them.`, 80));
  for (const remark of (excerpt.remarks ?? []).slice(0, MOST_REMARKS)) body.push(quiet(remark, aside + 80));
  if (shown.includes(SHORTENED)) {
    body.push(quiet(`${SHORTENED} marks where this card is shortened to fit; Context shows more.`, 100));
  }
  return body;
}

/** More remarks than these would bury the words; Context has them all. */
const MOST_REMARKS = 4;

/** Fewer further words than these (“Yesterday,”) qualify nothing that the card does not show already. */
const FEWEST_FURTHER_WORDS = 3;

/** Whether the sentence holds more than the words and their attribution: “While professing support for …, Xi also …” */
function tellsMore({ sentence, printed, attribution }: Excerpt): boolean {
  let rest = sentence.text.replace(printed.text, ' ');
  if (attribution !== null) rest = rest.replace(attribution.text, ' ');
  return (rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= FEWEST_FURTHER_WORDS;
}

/** The name as it is known, what it is, the attribution as printed; then how that is known, and from which words. */
function whoLine(excerpt: Excerpt, room: number): readonly RichTextElement[] {
  const line: RichTextElement[] = [bold(excerpt.who, 120), glue(credentials(excerpt, room))];
  if (excerpt.whoNote !== null) line.push(glue('\n'), words(excerpt.whoNote, room));
  const evidence = excerpt.evidence.filter(
    (passage) => !around(excerpt).some((line) => showsWhole(line, passage, room)),
  );
  if (evidence.length > 0) {
    line.push(glue('\nThe article says: '), words(evidence.map((passage) => passage.text).join(' … '), room));
  }
  return line;
}

/** Evidence that is shown in the sentence before or after is pointed at there, not printed twice. */
function showingWho(excerpt: Excerpt, line: Passage, room: number): string {
  return excerpt.evidence.some((passage) => showsWhole(line, passage, room)) ? ', which shows who that is' : '';
}

function around({ before, after }: Excerpt): readonly Passage[] {
  return [before, after].filter((line) => line !== null);
}

function showsWhole(line: Passage, { span }: Passage, room: number): boolean {
  return line.text.length <= room && line.span.start <= span.start && span.end <= line.span.end;
}

/** A card with its proof line and its buttons. */
export function excerptCard(
  excerpt: Excerpt,
  match: Match,
  age: ArchiveAge,
  place: CardPlace,
  room: number,
): readonly KnownBlock[] {
  return [...cardBody(excerpt, room), quiet(proofLine(excerpt, match, age), 120), cardButtons(excerpt, place)];
}

/** The buttons that belong to a card; words of a withdrawn article are not offered for sharing or copying. */
function cardButtons(excerpt: Excerpt, place: CardPlace): KnownBlock {
  const { id } = excerpt;
  const value = writeCardState({ id, thread: place.thread });
  const context = button(ACTIONS.context, 'Context', `Context of excerpt ${id}`, value);
  if (excerpt.citation.state === 'withdrawn') return actions(context);
  const shareHere = button(ACTIONS.shareHere, 'Share here', `Share here: excerpt ${id}`, value);
  return actions(
    ...(place.canShareHere ? [shareHere] : []),
    button(ACTIONS.shareTo, 'Share to …', `Share to … another conversation: excerpt ${id}`, value),
    context,
    button(ACTIONS.copy, 'Copy', `Copy excerpt ${id}`, value),
  );
}

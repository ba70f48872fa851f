import { wordsOf } from '../words.ts';
import type { PageMetadata } from './page-metadata.ts';
import type { VisibleBlock } from './visible-blocks.ts';

/** An article of fewer words is no article, unless the outlet marks it as one. */
const FEWEST_WORDS = 25;
/** What a page shows of an article that is paid for is at most this long, in words. */
const LONGEST_TEASER = 250;
/** So few words that they are a beginning, where something has to be paid for. */
const TEASER = 60;

const WALL =
  /\b(?:subscribe(?: now| today)? to (?:continue|keep|read|unlock|access|finish)|(?:to|and) (?:continue|keep) reading,? (?:please )?(?:subscribe|log ?in|sign ?in|register|create)|(?:this|the) (?:article|story|content) is (?:reserved |only |exclusively )?(?:for|available to) (?:our )?(?:subscribers|members)|already a subscriber\b|unlock this (?:article|story)|log ?in to (?:continue|read)|register to (?:continue|read)|you have (?:reached|used) your (?:limit|free)|free articles? (?:left|remaining|this month)|for subscribers only|subscriber[- ]only|premium content|become a (?:member|subscriber) to (?:continue|read|unlock))/i;
const NO_SCRIPT =
  /\b(?:(?:please )?(?:enable|turn on|activate) javascript|javascript (?:is|must be) (?:disabled|enabled|required|turned)|requires javascript|you need to enable javascript)\b/i;
const GUARD =
  /\b(?:checking (?:if the site connection|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|access (?:to this page has been )?denied|attention required|unusual (?:traffic|activity)|complete the (?:captcha|security check)|just a moment)\b/i;
const MISSING =
  /\b(?:page|article|story) (?:not found|could not be found|can(?:no|')t be found|no longer (?:exists|available)|has been removed)|\b(?:404|410|500|502|503) (?:error|not found|gone|internal server|bad gateway|service)|\berror (?:404|410|500|502|503)\b/i;

/** Why a page's text is not its article, as the end of "it was skipped: …"; null where it is one. */
export function reasonToRefusePage(
  blocks: readonly VisibleBlock[],
  page: { readonly text: string; readonly title: string; readonly metadata: PageMetadata },
): string | null {
  const { metadata } = page;
  const words = blocks.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  const shown = `${page.title} ${page.text.slice(0, 4000)}`;
  if (words < FEWEST_WORDS * 3 && MISSING.test(page.title)) return 'it is a page that says the article is not there';
  if (words < FEWEST_WORDS * 3 && GUARD.test(shown)) return 'it is a page that keeps programs out, not the article';
  if (words < LONGEST_TEASER && isBeginning(blocks, words, page.text, metadata)) {
    return 'it shows only the beginning of an article that is paid for';
  }
  if (words >= FEWEST_WORDS || (words > 0 && metadata.masthead.publishedAt !== null && words >= 8)) return null;
  if (NO_SCRIPT.test(page.text) || isEmptyShell(page.text)) {
    return 'its text is not in the page: a script would have to load it';
  }
  return 'no article was found in it';
}

/** Whether a short text is what a page shows of an article before it asks to be paid. */
function isBeginning(blocks: readonly VisibleBlock[], words: number, shown: string, metadata: PageMetadata): boolean {
  const isWalled = WALL.test(shown);
  if (!isWalled && !metadata.isPaidFor) return false;
  const breaksOff =
    !/[.!?]["”’»)]*$/.test(blocks.at(-1)?.text ?? '') || /(?:…|\.\.\.)["”’»)]*$/.test(blocks.at(-1)?.text ?? '');
  const isCut = metadata.wordCount !== null && words < metadata.wordCount * 0.5;
  return isCut || breaksOff || words < TEASER || (isWalled && metadata.isPaidFor);
}

/** A page of a few words, or of none, that only scripts fill. */
function isEmptyShell(text: string): boolean {
  return wordsOf(text).length < 15;
}

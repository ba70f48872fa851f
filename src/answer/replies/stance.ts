import type { EntryKind } from '../../extraction/entry.ts';
import { search } from '../../search/search.ts';
import type { OpenArticles } from '../open-articles.ts';
import { stanceOf } from '../stance.ts';
import { type Draft, nothing, type Shelves } from './draft.ts';
import { replyWithFact } from './fact.ts';
import { asFoundHit, replyToWords } from './words.ts';

const STATEMENTS: readonly EntryKind[] = ['direct', 'mixed', 'indirect'];

/** What somebody may be asked to have done with words: criticised, denied, called for. */
export interface Deed {
  readonly verb: string;
  readonly about: string;
  /** Verb and object as asked: "called for a boycott". */
  readonly phrase: string;
}

/**
 * Who did something with words. Where the deed itself is printed ("called for a boycott"), that is the answer; else
 * passages on the topic whose words go that way, said to be found by their words and no more.
 */
export async function replyToDeed(shelves: Shelves, deed: Deed, articles: OpenArticles): Promise<Draft> {
  const printed = await replyToWords(shelves, deed.phrase, { kinds: STATEMENTS });
  if (printed.found.some(({ match }) => match === 'exact' || match === 'punctuation')) return printed;
  const stance = stanceOf(deed.verb);
  const hits = await search(shelves, { text: deed.about, filter: { kinds: STATEMENTS }, ignoresSpeakers: true });
  const shown: (typeof hits)[number][] = [];
  for (const hit of hits) {
    if (hit.coverage > 0 && stance.shows(hit.entry, await articles.cueOf(hit.entry))) shown.push(hit);
  }
  // "who chaired the task force?" asks for what an article states, not for anybody's words.
  if (shown.length === 0 && !stance.isListed) return replyWithFact(shelves, 'statement', deed.phrase, articles);
  if (shown.length === 0) return nothing(`No printed words on “${deed.about}” go that way.`);
  return {
    outcome: 'answer-with-warning',
    message: `Found by their wording (“${stance.name}” and words like it). Each has its own attribution; whosaid does not judge where anybody stands.`,
    found: shown.map(asFoundHit),
    about: deed.about,
  };
}

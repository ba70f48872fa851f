import { search } from '../../search/search.ts';
import type { Act } from '../declined-acts.ts';
import type { Draft, Shelves } from './draft.ts';
import { asFoundHit } from './words.ts';

/** One sentence for what is not done, one for what can be done instead. */
const SENTENCES: Readonly<Record<Act, string>> = {
  compose: 'whosaid makes up no words for anybody. Ask what somebody said, and it shows the printed words.',
  summarise:
    'whosaid does not summarise or speak for anybody. Ask what was said about a topic, and it shows the printed words.',
  translate: 'whosaid does not translate: a quote is shown in the words in which it was printed.',
  tidy: 'whosaid does not change quotes, not even a little. It shows them as printed.',
  judge: 'whosaid does not judge whether anybody is right. It shows what was printed, and who is credited.',
  predict: 'whosaid does not guess. It finds what has been printed.',
  obey: 'whosaid takes no instructions from a message or an article. It finds printed words and who is credited with them.',
};

/** Declines an act; where it was to be done with words that are printed, those are shown. */
export async function declineAct(shelves: Shelves, act: Act, words: string | null): Promise<Draft> {
  const hits = words === null ? [] : await search(shelves, { text: words });
  const best = hits.find((hit) => hit.verdict.reach === 'found');
  return { outcome: 'refuse', message: SENTENCES[act], found: best ? [asFoundHit(best)] : [] };
}

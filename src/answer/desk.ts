import type { Audience } from '../archive/standing.ts';
import { ageOf, ageSentence } from './age.ts';
import type {
  Answer,
  ArchiveAge,
  Asking,
  Citation,
  Context,
  Copy,
  Desk,
  From,
  Outcome,
  Topic,
  Verification,
} from './answer.ts';
import { citationOf, copiesOf } from './citation.ts';
import { contextOf } from './context.ts';
import { cutExcerpt } from './excerpt.ts';
import { hasFilter, readFilters } from './filters.ts';
import { OpenArticles } from './open-articles.ts';
import { hasOtherFigures, withOtherWordings } from './other-wordings.ts';
import { readQuestion } from './question.ts';
import { type Shown, stillPrinted, withRemarks } from './remarks.ts';
import { type Draft, isClear, type Shelves, type Store } from './replies/draft.ts';
import { replyToFiltered } from './replies/filtered.ts';
import { replyToQuestion } from './replies/question.ts';
import { replyToWords } from './replies/words.ts';
import { gatherSameWords, isDisputed, reprintsOf, withReprints } from './same-words.ts';
import { servedShelves } from './served-shelves.ts';
import { quotedStretches, readTyped } from './typed-text.ts';
import { verifyExcerpt } from './verification.ts';

/** The most excerpts that one answer holds unless more are asked for. */
const MOST_EXCERPTS = 10;
const NO_TOPIC: Topic = { speaker: null, about: null, articleId: null };

/**
 * Opens the front desk of an archive.
 *
 * @param now the clock, so that the index's age can be told; milliseconds since 1970
 * @param feeds the keys of the feeds that are watched, so that those which fail can be told
 */
export function createDesk(store: Store, now: () => number = Date.now, feeds: readonly string[] = []): Desk {
  const age = () => ageOf(store, now(), feeds);
  const shelvesFor = (from: From) => servedShelves(store, audienceOf(from), now);
  const verified = (id: string, from: From) => verifyExcerpt(store, id, audienceOf(from), new Date(now()));
  const excerpt = async (id: string, from: From = {}) => {
    const shelves = shelvesFor(from);
    const { entry, excerpt: cut, verification } = await verified(id, from);
    const isCurrent = verification.kind === 'matches';
    if (!entry || !cut) return undefined;
    // To an earlier version its own article is no other one, though it may credit the words to somebody else now.
    const told = isCurrent ? withReprints(cut, await reprintsOf(shelves, entry), isCurrent) : cut;
    return (await withRemarks(shelves, [{ excerpt: told, entry, roles: [] }]))[0];
  };

  /** Reads what was typed, drafts a reply, and cuts its excerpts anew. */
  async function answer(
    typed: string,
    asking: Asking,
    draft: (text: string, shelves: Shelves) => Promise<Draft>,
  ): Promise<Answer> {
    const shelves = shelvesFor(asking);
    const topic = asking.topic ?? NO_TOPIC;
    const read = readTyped(typed);
    if (read.kind === 'unusable') {
      return { outcome: 'refuse', message: read.message, excerpts: [], age: await age(), topic };
    }
    return finish(shelves, await draft(read.text, shelves), topic, asking.limit ?? MOST_EXCERPTS);
  }

  async function finish(shelves: Shelves, draft: Draft, topic: Topic, limit: number): Promise<Answer> {
    const articles = new OpenArticles(shelves);
    const shown: Shown[] = [];
    const notes = new Set<string>();
    const clear: boolean[] = [];
    for (const { choices, reprints } of await gatherSameWords(shelves, draft, limit)) {
      if (shown.length >= limit) break;
      for (const { entry, match, diff, roles = [] } of choices) {
        const kept = await articles.of(entry);
        // It was withdrawn, or kept back, since it was found.
        if (!kept) continue;
        const cut = cutExcerpt(kept, entry, { match, diff });
        if (!cut) {
          notes.add('A passage no longer matches its stored article; it is not shown. Ingest the article again.');
          continue;
        }
        shown.push({ excerpt: withReprints(cut, reprints, kept.isCurrent), entry, roles: stillPrinted(kept, roles) });
        clear.push(isClear(entry));
        break;
      }
    }
    const [held, excerpts] = await Promise.all([
      age(),
      withOtherWordings(shown, draft.nearby ?? [], articles).then((told) => withRemarks(shelves, told)),
    ]);
    const isEmpty = excerpts.length === 0 && draft.outcome !== 'refuse';
    const isDoubtful = excerpts.some((excerpt) => isDisputed(excerpt) || hasOtherFigures(excerpt));
    if (excerpts.some(isDisputed)) notes.add('Articles differ on who said these words.');
    if (excerpts.some(hasOtherFigures))
      notes.add('Articles print different figures; whosaid does not judge which is right.');
    const outcome = isEmpty ? 'not-in-archive' : outcomeOf(draft, clear.every(Boolean) && !isDoubtful);
    const message = [isEmpty ? nothingFound(draft, held) : draft.message, ...notes].filter(Boolean).join(' ');
    return {
      outcome,
      message,
      excerpts,
      age: held,
      topic: {
        speaker: draft.speaker ?? topic.speaker,
        about: draft.about ?? topic.about,
        articleId: excerpts[0]?.citation.articleId ?? topic.articleId,
      },
    };
  }

  return {
    find: (typed, asking = {}) =>
      answer(typed, asking, async (text, shelves) => {
        const filtered = readFilters(text);
        if (hasFilter(filtered) || filtered.faults.length > 0) return replyToFiltered(shelves, filtered);
        const words = await replyToWords(shelves, text);
        if (words.isClose) return words;
        const question = readQuestion(text);
        if (question.kind === 'words' && question.bare === text) return words;
        const reply = await replyToQuestion(shelves, question, asking.topic ?? NO_TOPIC);
        // What reads as a question and has no answer may be words all the same: "when partisans cross the aisle".
        const isMissed = reply.outcome === 'not-in-archive' && words.outcome === 'near-miss';
        return isMissed ? words : reply;
      }),
    ask: (typed, asking = {}) =>
      answer(typed, asking, (text, shelves) => {
        const filtered = readFilters(text);
        if (hasFilter(filtered) || filtered.faults.length > 0) return replyToFiltered(shelves, filtered);
        return replyToQuestion(shelves, readQuestion(text), asking.topic ?? NO_TOPIC);
      }),
    whoSaidThis: (message, from = {}) =>
      answer(message, from, async (text, shelves) => {
        for (const phrase of quotedStretches(text)) {
          const draft = await replyToWords(shelves, `"${phrase}"`);
          if (draft.found.length > 0) return draft;
        }
        return replyToWords(shelves, text);
      }),
    excerpt,
    verify: async (typedId, from = {}): Promise<Verification> => (await verified(typedId, from)).verification,
    context: async (id, from = {}): Promise<Context | undefined> => {
      const cut = await excerpt(id, from);
      const kept = cut && (await shelvesFor(from).article(cut.citation.articleId, cut.citation.sha256));
      return cut && kept ? contextOf(kept.article, cut) : undefined;
    },
    copies: async (id, from = {}): Promise<readonly Copy[]> => {
      const cut = await excerpt(id, from);
      return cut ? copiesOf(cut) : [];
    },
    age,
    latest: async (limit): Promise<readonly Citation[]> =>
      (await shelvesFor({}).articles(limit)).map((kept) => citationOf(kept, kept.article.headline ?? '')),
    recordShare: (sharing) => store.recordShare({ ...sharing, sharedAt: new Date(now()).toISOString() }),
    claim: (key) => store.claim(key),
  };
}

function audienceOf({ channel = null }: From): Audience {
  return { channel };
}

function outcomeOf(draft: Draft, isClear: boolean): Outcome {
  if (draft.outcome !== 'by-attribution') return draft.outcome;
  return isClear ? 'answer' : 'answer-with-warning';
}

/** What was drafted speaks of what was found, so none of it is said where nothing of that could be shown. */
function nothingFound({ message: drafted, found }: Draft, held: ArchiveAge): string {
  const message = found.length > 0 ? 'Nothing that can be shown.' : (drafted ?? 'Nothing like this.');
  return `${message} Looked in ${ageSentence(held)}. That says nothing about whether it was said.`;
}

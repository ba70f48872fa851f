import type { Span } from '../article/article.ts';
import type { EntryKind } from '../extraction/entry.ts';
import type { AttributionStatus } from '../extraction/quotation.ts';
import type { WordingPart } from '../search/compare-wordings.ts';
import type { DiffPart, Match } from '../search/verdict.ts';
import type { Fate } from './fate.ts';

export type { AttributionStatus, DiffPart, EntryKind, Fate, Match, Span, WordingPart };

/** How a question was met. */
export type Outcome = 'answer' | 'answer-with-warning' | 'near-miss' | 'not-in-archive' | 'refuse';

/** A slice of a stored article's text: `text` is exactly what stands at `span`. */
export interface Passage {
  readonly text: string;
  readonly span: Span;
}

/** How an article stands, as a card shows it. */
export type ExcerptState = 'live' | 'corrected' | 'withdrawn';

/** Where an excerpt was published; `null` is "not given". */
export interface Citation {
  readonly articleId: string;
  readonly sha256: string;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly url: string | null;
  /** The article's address with a text fragment that leads to the words; null where it has no address. */
  readonly deepLink: string | null;
  readonly state: ExcerptState;
  /** What was corrected or why it was withdrawn; null while live. */
  readonly stateNote: string | null;
}

/** Another article's printing of an excerpt's words. */
export interface OtherPrinting {
  readonly excerptId: string;
  readonly articleId: string;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  /** Who is credited there: the fullest name, or null, and the source as printed. */
  readonly speaker: string | null;
  readonly printedSource: string;
}

/** The other articles that print an excerpt's words, and credit them to the same name or to none. */
export interface Reprints {
  /** How many, exactly. */
  readonly articles: number;
  /** The first of them: the fullest attribution first, then the earliest publication. */
  readonly listed: readonly OtherPrinting[];
}

/** Articles that credit an excerpt's words to somebody else. */
export interface OtherCredit {
  /** The fullest name that they print; null where they print none. */
  readonly speaker: string | null;
  readonly articles: number;
  /** How all of these articles print their source; null where they print it in several ways, or there are too many to tell. */
  readonly printedSource: string | null;
  readonly first: OtherPrinting;
}

/** Another article's wording of what an excerpt says. */
export interface OtherWording {
  /** `part`: the excerpt is a part of it; `whole`: it is a part of the excerpt; `figures`: only figures differ. */
  readonly kind: 'part' | 'whole' | 'variant' | 'figures';
  /** Its words, cut from the stored article just now and compared. */
  readonly words: Passage;
  /** Empty where one is a part of the other. */
  readonly diff: readonly WordingPart[];
  readonly printing: OtherPrinting;
}

/** One excerpt as it may be shown: every Passage in it was cut from the stored article just now and compared. */
export interface Excerpt {
  readonly id: string;
  readonly kind: EntryKind;
  /** What it is, in an editor's words: quote, partial quote, term in quotation marks, paraphrase, headline, reporter’s statement. */
  readonly label: string;
  /** The words, without the quotation marks around them; runs over an attribution in their middle where there is one. */
  readonly words: Passage;
  /** The same with the quotation marks that the article prints around them, as it is to be shown. */
  readonly printed: Passage;
  /** Whether the passage starts or ends inside a sentence, so that a cut mark is due there. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** The attribution as printed, source and cue in their order: "Mr Xi said"; null where no speaker is given. */
  readonly attribution: Passage | null;
  readonly source: readonly Passage[];
  readonly cue: readonly Passage[];
  /** The fullest name that the article prints for the source, or null. */
  readonly speaker: string | null;
  readonly status: AttributionStatus;
  /** One line for who that is and how it is known: "Mr Xi", "The president (not named in this article)", "No speaker given". */
  readonly who: string;
  /** A sentence on how that is known, or why it is not; null where the name is simply printed. */
  readonly whoNote: string | null;
  /** What resolves a pronoun, surname or description. */
  readonly evidence: readonly Passage[];
  /** The whole sentence that the words stand in, and the ones before and after in the article. */
  readonly sentence: Passage;
  readonly before: Passage | null;
  readonly after: Passage | null;
  readonly match: Match;
  /** Present where match is differs or opposite. */
  readonly diff?: readonly DiffPart[];
  readonly citation: Citation;
  /** Present where other articles print the same words. */
  readonly alsoIn?: Reprints;
  /** Present where articles credit the same words to somebody else. */
  readonly creditedElsewhere?: readonly OtherCredit[];
  /** Present where articles that were found along with it say the same in other words. */
  readonly otherWordings?: readonly OtherWording[];
  /** What else is to be said of it, in plain sentences. Plain text: never markup. */
  readonly remarks?: readonly string[];
}

/** How much is known, and how fresh: said with every answer. */
export interface ArchiveAge {
  readonly articles: number;
  readonly quotations: number;
  readonly facts: number;
  readonly newestPublishedAt: string | null;
  /** Whole minutes since the index was last brought up to date; null before the first ingest. */
  readonly indexedMinutesAgo: number | null;
  readonly feeds: FeedsAge;
}

/** How the watched feeds are doing. */
export interface FeedsAge {
  readonly watched: number;
  /** Those of which nothing new can come at present, the longest failing first. */
  readonly failing: readonly FailingFeed[];
}

/** A feed that has been failing for hours, or has been taken away for good. */
export interface FailingFeed {
  /** Its address without a query. */
  readonly address: string;
  /** For how many whole hours. */
  readonly hours: number;
  /** Completes the sentence "it cannot be read: …". */
  readonly reason: string;
}

/** What whosaid has to say to a question. */
export interface Answer {
  readonly outcome: Outcome;
  /** One or two plain sentences, to be shown first. Plain text: never markup. */
  readonly message: string;
  /** The excerpts to show, best first; the first few in full, the rest behind "More". */
  readonly excerpts: readonly Excerpt[];
  readonly age: ArchiveAge;
  /** What a follow-up in the same thread refers to: handed back with the next question. */
  readonly topic: Topic;
}

/** What a conversation is about, so that "and about order?" keeps the speaker. */
export interface Topic {
  readonly speaker: string | null;
  readonly about: string | null;
  readonly articleId: string | null;
}

/** A paragraph shown around an excerpt; `isExcerpt` marks the one that holds it. */
export interface ContextParagraph extends Passage {
  readonly isExcerpt: boolean;
  /** Where the excerpt's words stand inside `text`, UTF-16 code units; null in the other paragraphs. */
  readonly highlight: Span | null;
}

/** The paragraphs around an excerpt. */
export interface Context {
  readonly excerpt: Excerpt;
  readonly paragraphs: readonly ContextParagraph[];
}

/** The result of slicing an excerpt again. */
export type Verification =
  | {
      /** It matches the stored article, letter for letter. */
      readonly kind: 'matches';
      readonly excerpt: Excerpt;
      readonly message: string;
    }
  | {
      /** It matches the version it was cut from, and a newer one is held; `fate` says what became of the words there. */
      readonly kind: 'superseded';
      readonly excerpt: Excerpt;
      readonly fate: Fate;
      readonly message: string;
    }
  /** `reread`: the words stand as they did, but are read otherwise now. `kept-back`: embargoed, or asked for elsewhere. */
  | {
      readonly kind: 'withdrawn' | 'kept-back' | 'reread' | 'mismatch' | 'unknown' | 'not-an-id';
      readonly message: string;
    };

/** The ways in which an excerpt can be copied out. */
export type CopyStyle = 'house' | 'ap' | 'guardian' | 'markdown' | 'link';

/** One way of copying an excerpt out; `text` is plain text to be pasted. */
export interface Copy {
  readonly style: CopyStyle;
  readonly name: string;
  readonly text: string;
}

/** Where somebody asks from. */
export interface From {
  /** The channel; left out or null in a direct message and on the command line. What is restricted is served by it. */
  readonly channel?: string | null;
}

/** Where a question comes from, as far as answering depends on it. */
export interface Asking extends From {
  /** What the conversation was about so far. */
  readonly topic?: Topic;
  /** How many excerpts to give at the most; 10 unless said. */
  readonly limit?: number;
}

/** A share of an excerpt, as a surface reports it. */
export interface Sharing {
  readonly excerptId: string;
  readonly channel: string;
  readonly ts: string;
  readonly sharedBy: string;
}

/** The front door: what any surface (Slack, the command line) may ask. Nothing here throws on what a person typed. */
export interface Desk {
  /** Looks words up, as `/whosaid WORDS` does: they are taken as a quotation, a fragment, or keywords with filters. */
  find(text: string, asking?: Asking): Promise<Answer>;
  /** Answers a question, as a mention or a direct message does. */
  ask(text: string, asking?: Asking): Promise<Answer>;
  /** Finds who said the words of a message that somebody points at: its quotations, else the whole of it. */
  whoSaidThis(message: string, from?: From): Promise<Answer>;
  /** The excerpt as it stands now, sliced again; undefined where there is none or it may not be shown. */
  excerpt(id: string, from?: From): Promise<Excerpt | undefined>;
  verify(typedId: string, from?: From): Promise<Verification>;
  context(id: string, from?: From): Promise<Context | undefined>;
  /** The excerpt in every style it can be copied in. */
  copies(id: string, from?: From): Promise<readonly Copy[]>;
  age(): Promise<ArchiveAge>;
  /** The newest articles, for a person to see what is held. */
  latest(limit: number): Promise<readonly Citation[]>;
  recordShare(sharing: Sharing): Promise<void>;
  /** True the first time a key is claimed: for deliveries that come more than once. */
  claim(key: string): Promise<boolean>;
}

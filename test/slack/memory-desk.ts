import type {
  Answer,
  ArchiveAge,
  Asking,
  Citation,
  Context,
  Copy,
  Desk,
  Excerpt,
  From,
  Sharing,
  Topic,
  Verification,
} from '../../src/answer/answer.ts';

/** The article that the desk of these tests holds; invented. */
export const TEXT = [
  'River defences to be raised before winter',
  'The council met on Monday. “The river will rise,” Mayor Alma Reyes said. “We must be ready.” Nobody objected.',
  '“It was never about money.” The meeting then closed.',
].join('\n');

const CITATION: Citation = {
  articleId: 'harbour-1',
  sha256: 'ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12',
  headline: 'River defences to be raised before winter',
  outlet: 'The Harbour Gazette',
  byline: null,
  publishedAt: '2024-10-03T09:00:00+02:00',
  updatedAt: null,
  url: 'https://harbour.example/river',
  deepLink: 'https://harbour.example/river#:~:text=The%20river%20will%20rise',
  state: 'live',
  stateNote: null,
};

function passage(text: string) {
  const start = TEXT.indexOf(text);
  if (start < 0) throw new Error(`not in the article: ${text}`);
  return { text, span: { start, end: start + text.length } };
}

/** Words with a name beside them. */
export const RIVER: Excerpt = {
  id: 'RVR-001',
  kind: 'direct',
  label: 'quote',
  words: passage('The river will rise,'),
  printed: passage('“The river will rise,”'),
  cutBefore: false,
  cutAfter: false,
  attribution: passage('Mayor Alma Reyes said'),
  source: [passage('Mayor Alma Reyes')],
  cue: [passage('said')],
  speaker: 'Alma Reyes',
  status: 'named',
  who: 'Alma Reyes',
  whoNote: null,
  evidence: [],
  sentence: passage('“The river will rise,” Mayor Alma Reyes said.'),
  before: passage('The council met on Monday.'),
  after: passage('“We must be ready.”'),
  match: 'exact',
  citation: CITATION,
};

/** Words that the article credits to nobody. */
export const MONEY: Excerpt = {
  ...RIVER,
  id: 'MNY-002',
  words: passage('It was never about money.'),
  printed: passage('“It was never about money.”'),
  attribution: null,
  source: [],
  cue: [],
  speaker: null,
  status: 'none',
  who: 'No speaker given',
  whoNote: 'The article gives no speaker for these words.',
  sentence: passage('“It was never about money.”'),
  before: passage('Nobody objected.'),
  after: passage('The meeting then closed.'),
};

/** Words that other articles print as well, one of them under another name. */
export const REPRINTED: Excerpt = {
  ...RIVER,
  id: 'RPR-004',
  alsoIn: {
    articles: 4,
    listed: [
      {
        excerptId: 'OTH-001',
        articleId: 'valley-7',
        headline: 'Valley fears floods',
        outlet: 'The Valley Post',
        publishedAt: '2024-10-04',
        url: 'https://valley.example/floods',
        speaker: 'Alma Reyes',
        printedSource: 'Alma Reyes',
      },
      {
        excerptId: 'OTH-002',
        articleId: 'coast-2',
        headline: null,
        outlet: null,
        publishedAt: null,
        url: null,
        speaker: null,
        printedSource: 'the mayor',
      },
    ],
  },
  remarks: ['Articles differ on who said this: the same words are credited to Bert Lane (1 article).'],
};

/** The paraphrase of a reporter. */
export const COUNCIL: Excerpt = {
  ...MONEY,
  id: 'CNC-003',
  kind: 'fact/event',
  label: 'reporter’s statement',
  words: passage('The council met on Monday'),
  printed: passage('The council met on Monday'),
  who: 'No speaker given',
  whoNote: null,
  sentence: passage('The council met on Monday.'),
  before: null,
  after: passage('“The river will rise,” Mayor Alma Reyes said.'),
};

export const AGE: ArchiveAge = {
  articles: 1,
  quotations: 2,
  facts: 1,
  newestPublishedAt: '2024-10-03T09:00:00+02:00',
  indexedMinutesAgo: 3,
  feeds: { watched: 0, failing: [] },
};

const NO_TOPIC: Topic = { speaker: null, about: null, articleId: null };

/** An excerpt like another under an id of its own. */
export function like(excerpt: Excerpt, id: string): Excerpt {
  return { ...excerpt, id };
}

/** An answer with these excerpts. */
export function answerWith(excerpts: readonly Excerpt[], message = 'Found in the archive.'): Answer {
  const outcome = excerpts.length === 0 ? 'not-in-archive' : 'answer';
  return { outcome, message, excerpts, age: AGE, topic: NO_TOPIC };
}

/**
 * A desk that holds a few excerpts of one invented article and finds them by a part of their words. It notes what it
 * is asked, so that tests can look.
 */
export class MemoryDesk implements Desk {
  readonly asked: { readonly how: 'find' | 'ask' | 'this'; readonly text: string; readonly topic?: Topic }[] = [];
  readonly shares: Sharing[] = [];
  readonly #claims = new Set<string>();
  /** The only channel that anything is served in; null where it is in all. */
  servedOnlyIn: string | null = null;
  #excerpts: readonly Excerpt[];
  #gate: Promise<void> = Promise.resolve();
  #broken: Error | null = null;

  constructor(excerpts: readonly Excerpt[] = [RIVER, MONEY, COUNCIL]) {
    this.#excerpts = excerpts;
  }

  /** Lets no search finish until the function it gives is called. */
  hold(): () => void {
    let release = () => {};
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** From now on every search, fetch and note fails with this. */
  breakWith(error: Error): void {
    this.#broken = error;
  }

  /** From now on the archive holds these. */
  holds(excerpts: readonly Excerpt[]): void {
    this.#excerpts = excerpts;
  }

  async find(text: string, asking: Asking = {}): Promise<Answer> {
    return this.#answer('find', text, asking);
  }

  async ask(text: string, asking: Asking = {}): Promise<Answer> {
    return this.#answer('ask', text, asking);
  }

  async whoSaidThis(message: string, from: From = {}): Promise<Answer> {
    return this.#answer('this', message, from);
  }

  #isServed({ channel }: From): boolean {
    return this.servedOnlyIn === null || channel === this.servedOnlyIn;
  }

  async #answer(how: 'find' | 'ask' | 'this', text: string, { topic, ...from }: Asking): Promise<Answer> {
    this.asked.push({ how, text, ...(topic === undefined ? {} : { topic }) });
    await this.#gate;
    this.#check();
    const wanted = text.toLowerCase();
    const found = this.#excerpts.filter(
      ({ words, id }) =>
        this.#isServed(from) &&
        (wanted === 'everything' || wanted.includes(id.toLowerCase()) || isPart(words.text, wanted)),
    );
    const message =
      found.length > 0
        ? 'Found in the archive.'
        : 'Nothing like this in 1 article. That says nothing about whether it was said.';
    return {
      ...answerWith(found, message),
      topic: { speaker: found[0]?.speaker ?? null, about: text, articleId: null },
    };
  }

  async excerpt(id: string, from: From = {}): Promise<Excerpt | undefined> {
    this.#check();
    if (!this.#isServed(from)) return undefined;
    return this.#excerpts.find((excerpt) => excerpt.id === id);
  }

  async verify(typedId: string, from: From = {}): Promise<Verification> {
    if (!/^\w{3}-?\w{3}$/.test(typedId)) return { kind: 'not-an-id', message: 'This is no id of an excerpt.' };
    const excerpt = await this.excerpt(typedId.toUpperCase(), from);
    return excerpt === undefined
      ? { kind: 'unknown', message: 'The archive knows no excerpt with this id.' }
      : { kind: 'matches', excerpt, message: 'Matches the stored article, character for character.' };
  }

  async context(id: string, from: From = {}): Promise<Context | undefined> {
    const excerpt = await this.excerpt(id, from);
    if (excerpt === undefined) return undefined;
    let start = 0;
    const paragraphs = TEXT.split('\n').map((text) => {
      const span = { start, end: start + text.length };
      start = span.end + 1;
      const { span: words } = excerpt.words;
      const isExcerpt = span.start <= words.start && words.end <= span.end;
      const highlight = isExcerpt ? { start: words.start - span.start, end: words.end - span.start } : null;
      return { text, span, isExcerpt, highlight };
    });
    return { excerpt, paragraphs };
  }

  async copies(id: string, from: From = {}): Promise<readonly Copy[]> {
    const excerpt = await this.excerpt(id, from);
    if (excerpt === undefined) return [];
    return [
      { style: 'house', name: 'House style', text: `${excerpt.printed.text} ${excerpt.who}` },
      { style: 'link', name: 'Link only', text: excerpt.citation.deepLink ?? excerpt.id },
    ];
  }

  async age(): Promise<ArchiveAge> {
    this.#check();
    return AGE;
  }

  async latest(limit: number): Promise<readonly Citation[]> {
    return [CITATION].slice(0, limit);
  }

  async recordShare(sharing: Sharing): Promise<void> {
    this.#check();
    this.shares.push(sharing);
  }

  async claim(key: string): Promise<boolean> {
    if (this.#claims.has(key)) return false;
    this.#claims.add(key);
    return true;
  }

  #check(): void {
    if (this.#broken !== null) throw this.#broken;
  }
}

function isPart(words: string, wanted: string): boolean {
  return wanted.length > 3 && words.toLowerCase().includes(wanted);
}

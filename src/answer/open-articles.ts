import type { Archive, KeptArticle } from '../archive/archive.ts';
import { overlaps, slice } from '../article/article.ts';
import type { Entry } from '../extraction/entry.ts';
import { read } from '../extraction/reading.ts';

/** The articles that one question opens, each fetched once. */
export class OpenArticles {
  readonly #archive: Pick<Archive, 'article'>;
  readonly #opened = new Map<string, Promise<KeptArticle | undefined>>();

  constructor(archive: Pick<Archive, 'article'>) {
    this.#archive = archive;
  }

  /** The very version that an entry was read from. */
  of(entry: Pick<Entry, 'articleId' | 'sha256'>): Promise<KeptArticle | undefined> {
    const key = `${entry.articleId} ${entry.sha256}`;
    const opened = this.#opened.get(key) ?? this.#archive.article(entry.articleId, entry.sha256);
    this.#opened.set(key, opened);
    return opened;
  }

  /** The reporting words of an entry as printed; empty where there are none. */
  async cueOf(entry: Entry): Promise<string> {
    const kept = await this.of(entry);
    return kept ? entry.cue.map((span) => slice(kept.article.text, span)).join(' ') : '';
  }

  /** The paragraphs that an entry stands in, as printed; empty where they cannot be had. */
  async paragraphsOf(entry: Entry): Promise<string> {
    const kept = await this.of(entry);
    const holding = kept?.article.paragraphs.filter((paragraph) =>
      entry.content.some((span) => overlaps(paragraph, span)),
    );
    return (kept && holding?.map((paragraph) => slice(kept.article.text, paragraph)).join('\n')) ?? '';
  }

  /** The sentences that an entry stands in, and whether its article gives a date to count from. */
  async sentenceOf(entry: Entry): Promise<{ readonly text: string; readonly isDated: boolean } | undefined> {
    const kept = await this.of(entry);
    const [span] = entry.content;
    if (!kept || !span) return undefined;
    const { article } = kept;
    const paragraphs = article.paragraphs.filter((paragraph) => overlaps(paragraph, span));
    const sentences = read({ text: article.text, paragraphs }).paragraphs.flatMap((paragraph) => paragraph.sentences);
    const holding = sentences.filter((sentence) => overlaps(sentence, span));
    const text = holding.map((sentence) => slice(article.text, sentence)).join(' ');
    return { text, isDated: article.publishedAt !== null };
  }
}

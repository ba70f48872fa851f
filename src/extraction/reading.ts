import type { Article, Paragraph, Span } from '../article/article.ts';
import { splitSentences } from './sentences.ts';
import { tokensOf } from './tagger.ts';
import type { Token } from './token.ts';

/** A sentence of an article with its words; a headline counts as sentences too. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  /** Place in the article's list of paragraphs. */
  readonly paragraph: number;
  readonly role: Paragraph['role'];
}

/** A paragraph as it is read: its words, and its sentences, which share them. */
export interface ReadParagraph extends Span {
  readonly index: number;
  readonly role: Paragraph['role'];
  /** Of an utterance, the words that name its speaker. */
  readonly speaker?: Span;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** An article cut into paragraphs, sentences and words. Everything that is found in it starts from here. */
export interface Reading {
  readonly text: string;
  readonly paragraphs: readonly ReadParagraph[];
}

/** Cuts an article into paragraphs, sentences and tagged words. */
export function read(article: Pick<Article, 'text' | 'paragraphs'>): Reading {
  const { text } = article;
  const paragraphs = article.paragraphs.map((paragraph, index): ReadParagraph => {
    const { start, end, role, speaker } = paragraph;
    const tokens = tokensOf(text, paragraph);
    const sentences = splitSentences(text, tokens).map((words): Sentence => {
      const first = words[0]?.start ?? start;
      const last = words[words.length - 1]?.end ?? first;
      return { start: first, end: last, tokens: words, paragraph: index, role };
    });
    return { start, end, index, role, ...(speaker ? { speaker } : {}), tokens, sentences };
  });
  return { text, paragraphs };
}

import type { Paragraph } from '../article.ts';
import { type PlainText, textFromHtml } from '../html/html-text.ts';
import { textFromPlain } from '../plain-paragraphs.ts';
import { wordsOf } from '../words.ts';
import type { ListedItem, Words } from './listed-item.ts';

/** Fewer words are a teaser, whatever they are called. */
const SHORTEST = 60;
/** What is called a description is the whole article only from so many words and paragraphs on. */
const SHORTEST_DESCRIPTION = 150;
const FEWEST_PARAGRAPHS = 3;

/** An end that tells of more elsewhere, on a line of its own or behind the last words. */
const CUT = [
  /(?:…|\.\.\.|\[\s*(?:…|\.{3})\s*\]|\(\s*more\s*(?:…|\.{3})?\s*\))[\s→»›>]*$/i,
  /(?:^|[.!?…”"’\s])(?:read|continue|keep|see|view|find)\s+(?:more|reading|on|out more|the\s+(?:full|whole|rest|entire|original|complete)\b)[^.!?]{0,120}[.!?\s→»›>…]*$/i,
  /(?:^|[.!?…”"\s])(?:full (?:story|article|post)|weiterlesen|lire la suite|leer más|seguir leyendo|lees meer|leggi tutto|läs mer)\b[^.!?]{0,80}[.!?\s→»›>…]*$/i,
  /\b(?:click here|subscribe|sign in|log in|register)\b[^.!?]{0,40}\bto\b[^.!?]{0,20}\b(?:read|continue|see)\b[^.!?]{0,60}[.!?\s→»›>]*$/i,
  /\b(?:this (?:content|article|story|post) is|available)\b[^.!?]{0,30}\b(?:subscribers|members)\b[^.!?]{0,60}[.!?\s]*$/i,
];

/** What WordPress puts below each item of its feeds. */
const APPEARED_FIRST = /^The post .{0,400} (?:appeared first on|first appeared on) .{0,200}$/s;

/**
 * The article's text where the feed holds all of it; null where it holds a summary or an excerpt, or where that is not
 * clear: then the article's page has to be read. Being too careful costs one page; too little, half an article.
 */
export function wholeTextOf({ content, summary, title }: ListedItem): PlainText | null {
  const fromContent = content && plainOf(content, title);
  if (fromContent) {
    const isTeaser =
      summary !== null &&
      wordCount(fromContent) < SHORTEST_DESCRIPTION &&
      bodyOf(fromContent) === bodyOf(plainOf(summary, title));
    return !isTeaser && isWhole(fromContent, SHORTEST, 1) ? fromContent : null;
  }
  const described = summary && summary.text.length > SHORTEST_DESCRIPTION * 3 ? plainOf(summary, title) : null;
  return described && isWhole(described, SHORTEST_DESCRIPTION, FEWEST_PARAGRAPHS) ? described : null;
}

function plainOf({ text, isHtml }: Words, title: string | null): PlainText {
  return withoutTrailer(isHtml ? textFromHtml(text, title) : textFromPlain(text, title));
}

function isWhole(plain: PlainText, fewestWords: number, fewestParagraphs: number): boolean {
  const paragraphs = plain.paragraphs.filter(({ role }) => role !== 'headline');
  const last = paragraphs.at(-1);
  if (!last || paragraphs.length < fewestParagraphs || wordCount(plain) < fewestWords) return false;
  const end = plain.text.slice(Math.max(last.start, last.end - 400), last.end);
  return !CUT.some((cut) => cut.test(end));
}

function withoutTrailer(plain: PlainText): PlainText {
  const last = plain.paragraphs.at(-1);
  if (!last || !APPEARED_FIRST.test(plain.text.slice(last.start, last.end))) return plain;
  const paragraphs: readonly Paragraph[] = plain.paragraphs.slice(0, -1);
  return { text: plain.text.slice(0, paragraphs.at(-1)?.end ?? 0), paragraphs };
}

function bodyOf({ text, paragraphs }: PlainText): string {
  const first = paragraphs.find(({ role }) => role !== 'headline');
  return first ? text.slice(first.start) : '';
}

function wordCount(plain: PlainText): number {
  return wordsOf(bodyOf(plain)).length;
}

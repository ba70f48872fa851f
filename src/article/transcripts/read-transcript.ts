import type { Paragraph } from '../article.ts';
import { derivedArticle, languageCode, webAddress } from '../derived-article.ts';
import type { PlainText } from '../html/html-text.ts';
import { lineFrom } from '../plain-paragraphs.ts';
import { publishedDate } from '../published-date.ts';
import type { Reading } from '../read-article.ts';
import { readCues } from './cues.ts';
import { shownOnce } from './shown-once.ts';
import { type Utterance, utterancesOf } from './utterances.ts';

/**
 * Reads captions (WebVTT or SRT) as a transcript: `Name: words`, one utterance a paragraph. What the header says of
 * title, date, outlet, language and address is taken over.
 */
export function readTranscript(text: string, origin: string): Reading {
  const { title, fields, cues } = readCues(text);
  const utterances = utterancesOf(shownOnce(cues));
  if (utterances.length === 0) return { kind: 'refused', reason: 'it holds captions without words' };
  const field = (...names: readonly string[]) => names.map((name) => fields.get(name)).find(Boolean) ?? null;
  const headline = lineFrom(field('title', 'headline') ?? title);
  return derivedArticle({
    plain: plainOf(utterances, headline),
    masthead: {
      headline,
      outlet: lineFrom(field('outlet', 'publisher', 'source', 'channel')),
      byline: lineFrom(field('byline', 'author')),
      publishedAt: publishedDate(field('published', 'date', 'recorded')),
      updatedAt: publishedDate(field('updated')),
      url: webAddress(field('url', 'link')),
      language: languageCode(field('language', 'lang')),
    },
    place: origin,
  });
}

function plainOf(utterances: readonly Utterance[], headline: string | null): PlainText {
  const printed: string[] = headline === null ? [] : [headline];
  const paragraphs: Paragraph[] = headline === null ? [] : [{ start: 0, end: headline.length, role: 'headline' }];
  let start = headline === null ? 0 : headline.length + 2;
  for (const { speaker, words } of utterances) {
    const text = speaker === null ? words : `${speaker}: ${words}`;
    const end = start + text.length;
    const tag = speaker === null ? {} : { speaker: { start, end: start + speaker.length } };
    printed.push(text);
    paragraphs.push({ start, end, role: 'utterance', ...tag });
    start = end + 2;
  }
  return { text: printed.join('\n\n'), paragraphs };
}

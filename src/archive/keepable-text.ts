import type { ReadArticle } from './archive.ts';

/** Half of a character that takes two UTF-16 code units, without its other half. */
const LONE_SURROGATE = /\p{Cs}/u;

/** Why a text cannot be kept as it is, as the end of a sentence; null where it can. */
export function reasonNotKeepable(text: string): string | null {
  if (text.includes('\0')) return 'holds a NUL character';
  if (LONE_SURROGATE.test(text)) return 'holds half of a character (a lone surrogate)';
  return null;
}

/** A text with whatever a database cannot hold replaced by U+FFFD: to look up with, never to keep an article with. */
export function storable(text: string): string {
  return reasonNotKeepable(text) ? text.replaceAll('\0', '\ufffd').replace(/\p{Cs}/gu, '\ufffd') : text;
}

/** A value as JSON for a database: JSON.stringify would hide a NUL or half a character behind an escape. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/\\u0000|\\ud[89a-f]/.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part));
}

/** What stands in the way of keeping an article exactly, as a sentence about it; null where nothing does. */
export function reasonToRefuse({ article, extraction, embargoUntil }: ReadArticle): string | null {
  const { text, paragraphs, ...masthead } = article;
  const named = storable(article.headline ?? article.id);
  const inText = reasonNotKeepable(text);
  if (inText) return `The article “${named}” (${storable(article.id)}) ${inText}. Save its text as UTF-8.`;
  for (const [part, value] of Object.entries(masthead)) {
    const inPart = value === null ? null : reasonNotKeepable(value);
    if (inPart) return `The ${part} of the article “${named}” ${inPart}. Mend it.`;
  }
  if (embargoUntil != null && Number.isNaN(Date.parse(embargoUntil))) {
    return `The embargo of the article “${named}” (${article.id}) ends at no moment that can be read.`;
  }
  const spoilt = extraction.quotations.find(({ speaker, rule }) => reasonNotKeepable(`${speaker} ${rule}`));
  if (spoilt) return `A speaker's name read out of the article “${named}” (${article.id}) is cut inside a character.`;
  const spans = [
    ...paragraphs.flatMap((paragraph) => [paragraph, ...(paragraph.speaker ? [paragraph.speaker] : [])]),
    ...extraction.facts.flatMap((fact) => [fact.span, ...fact.source]),
    ...extraction.quotations.flatMap(({ content, source, cue, evidence }) => [content, source, cue, evidence].flat()),
  ];
  const outside = spans.find(({ start, end }) => !isPlace(text, start) || !isPlace(text, end) || end < start);
  if (outside) {
    return `A passage of the article “${named}” (${article.id}), ${outside.start} to ${outside.end}, is no stretch of its text.`;
  }
  return null;
}

/** Whether a passage may start or end here: inside the text, and not between the halves of one character. */
function isPlace(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false;
  return !(isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset)));
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

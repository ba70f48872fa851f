import type { ReadParagraph } from './reading.ts';
import type { KnownNames } from './speaker-labels.ts';

/** The words that an article prints with a capital within a sentence, lower case; a headline does not count. */
export function knownNamesOf(paragraphs: readonly ReadParagraph[]): KnownNames {
  const known = new Set<string>();
  for (const { role, sentences } of paragraphs) {
    if (role === 'headline') continue;
    for (const { tokens } of sentences) {
      for (let at = 1; at < tokens.length; at++) {
        const token = tokens[at];
        if (token?.pos === 'PROPN' && /^\p{Lu}/u.test(token.text)) known.add(token.norm);
      }
    }
  }
  return known;
}

import type { Token } from './token.ts';
import type { Turn } from './turns.ts';
import { isTimeWord } from './words-of-time.ts';

/** How many words may stand behind the handle: the day and time of the post. */
const LONGEST_DATE = 8;
/** How many words the name before the handle may have. */
const LONGEST_NAME = 6;

/**
 * A post that is embedded in an article as a paragraph with its author’s name and handle; null for other paragraphs.
 *
 *     {content:The river rises. Stay at home!} {cue:—} {source:Alma Reyes} (@mayorreyes) July 5, 2026
 */
export function postIn(tokens: readonly Token[]): Turn | null {
  const handle = handleAt(tokens);
  if (handle < 0 || tokens[handle - 1]?.text !== '(' || tokens[handle + 1]?.text !== ')') return null;
  for (let at = handle + 2; at < tokens.length; at++) {
    const token = tokens[at];
    if (token && token.pos !== 'NUM' && token.pos !== 'PUNCT' && !isTimeWord(token.norm)) return null;
  }
  for (let at = handle - 2; at > Math.max(1, handle - 2 - LONGEST_NAME); at--) {
    const token = tokens[at];
    if (!token) return null;
    if (/^[–—-]+$/.test(token.text)) {
      const speaker = { from: at + 1, to: handle - 1 };
      if (speaker.from >= speaker.to || tokens[0]?.norm === '"') return null;
      return {
        speaker,
        cue: { from: at, to: at + 1 },
        words: { from: 0, to: at },
        goesOn: false,
        rule: 'an embedded post',
      };
    }
    if (!/^\p{Lu}/u.test(token.text)) return null;
  }
  return null;
}

function handleAt(tokens: readonly Token[]): number {
  for (let at = tokens.length - 2; at > Math.max(3, tokens.length - 3 - LONGEST_DATE); at--) {
    if (/^@./.test(tokens[at]?.text ?? '')) return at;
  }
  return -1;
}

/** Small words that rules look for: each has its set here, so that two rules mean the same by it. */

const FORMS_OF_BE = new Set('is are was were be been being am'.split(' '));

/** Whether a word is a form of “be”, which makes a past participle passive: was asked. */
export function isBe(norm: string | undefined): boolean {
  return norm !== undefined && FORMS_OF_BE.has(norm);
}

const POSSESSIVES = new Set('his her its their my our your whose'.split(' '));

/** Whether a word says whose something is: his, their. */
export function isPossessive(norm: string | undefined): boolean {
  return norm !== undefined && POSSESSIVES.has(norm);
}

const DASHES = new Set(['-', '–', '—', '--', '―']);

/** Whether a mark is a dash, however it is printed. */
export function isDash(text: string | undefined): boolean {
  return text !== undefined && DASHES.has(text);
}

const QUESTION_WORDS = new Set('whether if how why what who whom where when which'.split(' '));

/** Whether a word begins a question within a sentence: asked whether, how, why. */
export function isQuestionWord(norm: string | undefined): boolean {
  return norm !== undefined && QUESTION_WORDS.has(norm);
}

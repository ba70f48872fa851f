/** What a person typed, made safe to work with; or the sentence that says why it cannot be used. */
export type TypedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unusable'; readonly message: string };

/** Longer pastes are not looked up: about four pages. */
export const MOST_CHARACTERS = 8000;

/** Format controls (bidi overrides, zero-width characters), controls and lone surrogates: they hide what is typed. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]+/gu;

/** Reads what a person typed: invisible characters and runs of blanks go, all else stays as it is. */
export function readTyped(typed: string): TypedText {
  if (typed.length > MOST_CHARACTERS) {
    const count = typed.length.toLocaleString('en');
    const message = `That is ${count} characters, more than whosaid looks up at once. Paste the sentence or two that matter.`;
    return { kind: 'unusable', message };
  }
  const text = typed.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return { kind: 'unusable', message: 'Give some words to look for, for example a few words of the quote.' };
  }
  return { kind: 'text', text };
}

/** The same text, letter for letter in the same places, with straight quotation marks and apostrophes. */
export function straightened(text: string): string {
  return text.replace(/[‘’‚‛′]/g, "'").replace(/[“”„‟″«»]/g, '"');
}

/** The stretches of a text in double quotation marks of any style, without the marks. */
export function quotedStretches(text: string): readonly string[] {
  return [...straightened(text).matchAll(/"([^"]*)"/g)]
    .map((match) => text.slice(match.index + 1, match.index + match[0].length - 1).trim())
    .filter((stretch) => /[\p{L}\p{N}]/u.test(stretch));
}

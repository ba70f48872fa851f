import { flat, textFromHtml } from './html-text.ts';

/** Longer texts of metadata are no title, name or date, in UTF-16 code units. */
const LONGEST = 1000;

/** A text of metadata on one line; outlets print entities and tags in them. */
export function plainLine(text: string | null): string | null {
  if (text === null || text.length > LONGEST) return null;
  const printed = /&[#\w]+;|<\w/.test(text) ? flat(textFromHtml(text).text) : flat(text.toWellFormed());
  return printed === '' ? null : printed;
}

/** A byline as it is printed, without “By”; null where it is an address or a handle, which names nobody. */
export function byline(printed: string | null): string | null {
  const name =
    plainLine(printed)
      ?.replace(/^(?:(?:written|posted|reported|story|text) )?by:?\s+/i, '')
      .replace(/[\s,|·•–—-]+$/, '') ?? '';
  return name === '' || name.length > 200 || /^(?:https?:|www\.|@|\/)/i.test(name) || !/\p{L}/u.test(name)
    ? null
    : name;
}

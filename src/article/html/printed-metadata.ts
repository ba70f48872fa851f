import { publishedDate } from '../published-date.ts';
import { attributeOf, classesOf } from './elements.ts';
import { flat } from './html-text.ts';
import { byline } from './plain-line.ts';

/** Where pages mark who wrote the article, those that say so best first. */
const AUTHORS = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '.byline',
  '.author',
];
/** A byline has a few names, no biography. */
const LONGEST_BYLINE = 120;

const DATES = {
  published: [
    '[itemprop~="datePublished"]',
    'time[pubdate]',
    'time.published',
    'time.entry-date',
    '.published time',
    'abbr.published',
  ],
  updated: ['[itemprop~="dateModified"]', 'time.updated', '.updated time', 'time.modified', 'abbr.updated'],
};

/** The byline that is printed on a page and marked as such. */
export function bylineIn(document: Document): string | null {
  for (const selector of AUTHORS) {
    for (const element of document.querySelectorAll(selector)) {
      if (isAmongOthers(element)) continue;
      const printed = flat(attributeOf(element, 'content') || (element.textContent ?? ''));
      const name = printed.length <= LONGEST_BYLINE ? byline(printed) : null;
      if (name) return name;
    }
  }
  return null;
}

/** The date that is printed on a page and marked as such; of times that are not, the first in the article's head. */
export function dateIn(document: Document, which: 'published' | 'updated'): string | null {
  for (const selector of DATES[which]) {
    for (const element of document.querySelectorAll(selector)) {
      const found = isAmongOthers(element) ? null : dateOf(element);
      if (found) return found;
    }
  }
  if (which === 'updated') return null;
  const [first] = [...document.querySelectorAll('time')].filter((time) => !isAmongOthers(time) && isApart(time));
  return first ? dateOf(first) : null;
}

function dateOf(element: Element): string | null {
  const given = [attributeOf(element, 'datetime'), attributeOf(element, 'content'), attributeOf(element, 'title')];
  for (const text of [...given, flat(element.textContent ?? '')]) {
    const date = publishedDate(
      text.replace(/^(?:published|posted|updated|first published|last updated)(?: on| at)?:?\s*/i, ''),
    );
    if (date) return date;
  }
  return null;
}

/** Whether something stands in a list of other articles, or in a comment. */
function isAmongOthers(element: Element): boolean {
  for (let around: Element | null = element; around; around = around.parentElement) {
    if (
      /(?:^|[\s_-])(?:comments?|related|recommended|sidebar|widget|teaser|most-read|popular)(?:$|[\s_-])/i.test(
        classesOf(around),
      )
    )
      return true;
    if (/^(?:aside|nav|footer)$/i.test(around.localName)) return true;
  }
  return false;
}

/** Whether a time stands beside the text, not in it: there it is when something happened. */
function isApart(time: Element): boolean {
  const around = time.closest('p, li, td, div, header');
  return time.closest('article, main, header') !== null && (around?.textContent ?? '').trim().length <= LONGEST_BYLINE;
}

import { normalise } from '../words.ts';
import { isUnread } from './elements.ts';
import { flat } from './html-text.ts';
import type { PageMetadata } from './page-metadata.ts';
import { visibleBlocks } from './visible-blocks.ts';

/** Headings that are looked at; a page with more of them is a list. */
const MOST_HEADINGS = 30;

/**
 * The headline as the page prints it: the heading that says what the metadata announces, or of the two the nearest to
 * the text; else what the metadata announces. Null where neither is there.
 */
export function headlineOf(document: Document, within: Element, { masthead, titles }: PageMetadata): string | null {
  const headings = [...document.querySelectorAll('h1')].slice(0, MOST_HEADINGS).flatMap((element) => {
    const text = isHidden(element)
      ? ''
      : flat(
          visibleBlocks(element)
            .map((block) => block.text)
            .join(' '),
        );
    return text === '' || text === masthead.outlet ? [] : [{ element, text }];
  });
  const announced = [masthead.headline, ...titles].flatMap((title) => (title === null ? [] : [normalise(title)]));
  const printed = headings.find(({ text }) => announced.some((title) => isAlike(normalise(text), title)));
  if (printed) return printed.text;
  const article = within.closest('article') ?? within.closest('main');
  const near = headings.filter(({ element }) => article?.contains(element) || within.contains(element));
  const [only] = near.length > 0 ? near : announced.length === 0 ? headings : [];
  return only?.text ?? masthead.headline;
}

/** Whether one is the other, or the other with more before or behind it: a section, the outlet's name. */
function isAlike(heading: string, title: string): boolean {
  if (heading === '' || title === '') return false;
  if (heading === title) return true;
  return heading.split(' ').length > 2 && (title.startsWith(`${heading} `) || title.endsWith(` ${heading}`));
}

function isHidden(element: Element): boolean {
  for (let around: Element | null = element; around; around = around.parentElement) {
    if (isUnread(around)) return true;
  }
  return false;
}

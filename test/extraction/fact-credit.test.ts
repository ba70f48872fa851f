import { describe, expect, it } from 'vitest';
import { type Span, slice } from '../../src/article/article.ts';
import { extract } from '../../src/extraction/extract.ts';
import { articleOf } from './article-of.ts';

/** Each figure of an article with who it is credited to; the reporter where nobody is. */
function credits(text: string): readonly string[] {
  const printed = (spans: readonly Span[]) => spans.map((span) => slice(text, span)).join(' ');
  return extract(articleOf(text))
    .facts.filter(({ figure }) => figure !== undefined)
    .map(({ figure, source }) => `${printed(source) || 'the reporter'}: ${figure?.value}`);
}

describe('a figure', () => {
  it.each([
    ['The port lost 40 ships.', ['the reporter: 40']],
    ['According to the mayor, 45 percent of ships left.', ['the mayor: 45']],
    ['The port lost 40 ships, Mayor Ann Lee said.', ['Mayor Ann Lee: 40']],
    ['“We lost 40 ships,” said Ann Lee.', ['Ann Lee: 40']],
    ['Ann Lee said the port lost 40 ships. It has 12 cranes.', ['Ann Lee: 40', 'the reporter: 12']],
    // What stands beside the quotation in its sentence is the reporter’s.
    ['“We lost 40 ships,” Ann Lee told 300 guests.', ['Ann Lee: 40', 'the reporter: 300']],
  ])('is credited to who gives it: %s', (text, figures) => {
    expect(credits(text)).toEqual(figures);
  });

  it('in a quotation of nobody is nobody’s, and least of all the reporter’s', () => {
    expect(
      credits('The port closed.\n“We have lost all of the 40 ships that we had, and nobody will help us.”'),
    ).toEqual([]);
  });
});

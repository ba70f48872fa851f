import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../src/article/article.ts';
import { textFromMarkdown } from '../../../src/article/markdown/markdown-text.ts';
import { readArticle } from '../../../src/article/read-article.ts';
import { extract } from '../../../src/extraction/extract.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const seen = (markdown: string) => {
  const plain = textFromMarkdown(markdown, null);
  return plain?.paragraphs.map((span) => `${span.role}: ${slice(plain.text, span)}`);
};

function read(markdown: string, origin = 'desk/flood.md') {
  const reading = readArticle(bytes(markdown), origin);
  if (reading.kind === 'refused') throw new Error(reading.reason);
  return reading.article;
}

describe('textFromMarkdown', () => {
  it.each([
    [
      'links as their words',
      'The [river](http://a.example/b "T") and [the dam][1] rose.\n\n[1]: http://c.example',
      ['body: The river and the dam rose.'],
    ],
    ['emphasis as the words in it', '**Ann** *said* __it__ was ~~not~~ _so_.', ['body: Ann said it was not so.']],
    ['entities as characters', 'Ann&#8217;s &ldquo;dam&rdquo; &amp; co.', ['body: Ann’s “dam” & co.']],
    ['no pictures', '![A dam](dam.jpg)\n\nIt rose.', ['body: It rose.']],
    [
      'no shortcodes of Hugo',
      '{{< legacy-img src="a.jpg" alt="“No,” says nobody" >}}\n\nIt {{% abbr "x" %}}rose{{% /abbr %}}.',
      ['body: It rose.'],
    ],
    ['links whose address is a shortcode', 'See [the “basics”]({{< ref "basics.md" >}}).', ['body: See the “basics”.']],
    [
      'no tags of Jekyll and no attributes of kramdown',
      '{% include ad.html %}\n\n## Next {#next}\n\nIt rose.\n{: .lead}',
      ['body: Next', 'body: It rose.'],
    ],
    [
      'block quotes',
      'Reyes said:\n\n> The river\n> will rise.\n>\n> We stay.\n\nIt did.',
      ['body: Reyes said:', 'block-quote: The river will rise.', 'block-quote: We stay.', 'body: It did.'],
    ],
    ['items of lists', '- One\n- Two\n  1. Three', ['body: One', 'body: Two', 'body: Three']],
    ['headings of either kind', 'What next\n=========\n\n### And then ###', ['body: What next', 'body: And then']],
    ['wrapped lines as one paragraph', 'The river rose,\nsaid *Ann*.', ['body: The river rose, said Ann.']],
    ['hard breaks as lines', 'One  \nTwo\\\nThree', ['body: One\nTwo\nThree']],
    ['marks that were escaped', 'A \\*star\\* and a \\[box\\].', ['body: A *star* and a [box].']],
    ['rows of tables', '|Party|Seats|\n|-|-|\n|Greens|12|', ['body: Party\tSeats', 'body: Greens\t12']],
    [
      'HTML as what is seen of it',
      'It <b>rose</b>.<!-- not this -->\n\n<figure><img src=a><figcaption>The dam</figcaption></figure>',
      ['body: It rose.', 'caption: The dam'],
    ],
    ['an emphasis that a converter left open', '_It rose and\nit fell.\n  _', ['body: It rose and it fell.']],
    ['code as it is typed', '`a*b*c` and “*d*”', ['body: a*b*c and “d”']],
    ['straight marks as they are typed', '"It\'s late" -- she said...', ['body: "It\'s late" -- she said...']],
  ])('gives %s', (_what, markdown, expected) => {
    expect(seen(markdown)).toEqual(expected);
  });

  it.each([
    ['lines that are paragraphs with nothing between them', 'It *rose*.\n“We stay,” she said.\nNobody left.', 3],
    [
      'wrapped lines',
      'The river rose again on Monday, and *nobody* knew.\nThe town had been told of it on Sunday at noon.',
      1,
    ],
    ['a quotation that goes on', '“We *stay*.\nWe fight,” she said.', 1],
    ['a sentence that goes on', 'The *river*\nrose.', 1],
    ['lines of code', '```\nOne.\nTwo.\n```', 1],
  ])('takes %s for as many paragraphs as they are', (_what, markdown, count) => {
    expect(seen(markdown)).toHaveLength(count);
  });

  it.each([
    ['marks in one paragraph', 'a**b'.repeat(2000)],
    ['marks in all', `${'*a* '.repeat(300)}\n\n`.repeat(100)],
    ['quotes in quotes', `${'> '.repeat(200)}a`],
    ['lists in lists', `${'- '.repeat(200)}a`],
  ])('does not parse too many %s', (_what, markdown) => {
    expect(textFromMarkdown(markdown, null)).toBeNull();
  });

  it('loses no word and no quotation mark of plain words', () => {
    const word = fc.constantFrom('river', '“rise”', 'Réyes’s', '«oui»', '10,000', 'AT&T', '"no"', '😀', '—', '(dam)');
    const wrap = fc.constantFrom(['', ''], ['**', '**'], ['[', '](http://a.example)'], ['<em>', '</em>']);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, wrap), { minLength: 1, maxLength: 20 }), (words) => {
        const markdown = `A ${words.map(([text, [open, close]]) => `${open}${text}${close}`).join(' ')} z`;
        expect(textFromMarkdown(markdown, null)?.text).toBe(`A ${words.map(([text]) => text).join(' ')} z`);
      }),
    );
  });
});

describe('readArticle of Markdown', () => {
  it.each([
    ['words alone', 'River rises\n\n“It rose,” said Ann Lee.\n'],
    ['headings', '# River rises\n\n“It rose,” said Ann Lee.\n\n## Next\n\nMore.\n'],
    ['front matter', '---\nheadline: River rises\n---\n“It rose,” said Ann Lee.\n'],
    ['wrapped lines', 'River rises\n\nThe river rose on Monday, the mayor of the town said,\nand would rise again.\n'],
  ])('keeps the bytes of a file that has nothing but %s', (_what, markdown) => {
    expect(read(markdown).text).toBe(markdown);
  });

  it('reads a file with markup as what is seen of it, under its headline', () => {
    const article = read(
      '---\ntitle: River rises\n---\n# River rises\n\n“It [rose](http://a.example),” said **Ann Lee**.\n',
    );
    expect(article.text).toBe('River rises\n\n“It rose,” said Ann Lee.');
    expect(article.paragraphs.map(({ role }) => role)).toEqual(['headline', 'body']);
    expect(extract(article).quotations.map(({ speaker }) => speaker)).toEqual(['Ann Lee']);
  });

  it('takes the first paragraph for the headline where none is given', () => {
    const article = read('# River *rises*\n\nIt [rose](http://a.example).\n');
    expect(article.headline).toBe('River rises');
    expect(article.text).toBe('River rises\n\nIt rose.');
  });

  it('keeps the bytes of a plain text file, whatever is in it', () => {
    const text = 'River rises\n\nIt **rose**, [they](http://a.example) said.\n';
    expect(read(text, 'desk/flood.txt').text).toBe(text);
  });
});

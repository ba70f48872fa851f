import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../src/article/article.ts';
import { type PlainText, textFromHtml } from '../../../src/article/html/html-text.ts';
import { MAX_DEPTH } from '../../../src/article/html/parse-html.ts';

const paragraphsOf = ({ text, paragraphs }: PlainText) =>
  paragraphs.map((span) => `${span.role}: ${slice(text, span)}`);
const read = (html: string, headline: string | null = null) => paragraphsOf(textFromHtml(html, headline));
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('textFromHtml', () => {
  it.each([
    [
      'a paragraph for every block element',
      '<p>One.</p><div>Two.</div><section><p>Three.</p></section>',
      ['One.', 'Two.', 'Three.'],
    ],
    ['paragraphs whose end tags are left out', '<p>One.<p>Two.<div>Three.', ['One.', 'Two.', 'Three.']],
    ['words beside a paragraph as one of their own', 'Loose.<p>One.</p>tail', ['Loose.', 'One.', 'tail']],
    [
      'white space collapsed as a browser does',
      '<p>\n  The   river\n\trose <b> fast</b> .\n</p>',
      ['The river rose fast .'],
    ],
    [
      'two line breaks as the end of a paragraph',
      'One.<br><br>Two.<br/> <br />Three.<br>&nbsp;<br>Four.',
      ['One.', 'Two.', 'Three.', 'Four.'],
    ],
    ['one line break as a new line', '<p>The river<br>will rise</p>', ['The river\nwill rise']],
    ['no line for a break at an edge', '<p><br>One.<br></p>', ['One.']],
    [
      'a long line that ends a sentence as a paragraph',
      `<div>${'The river rose again on Monday and nobody in the town knew what was to come. '.repeat(2)}<br>“Run,” she said.</div>`,
      [
        'The river rose again on Monday and nobody in the town knew what was to come. The river rose again on Monday and nobody in the town knew what was to come.',
        '“Run,” she said.',
      ],
    ],
    [
      'inline elements without a break in a word',
      '<p><em>w</em>or<span>d</span><wbr>s <a href=x>li</a>nked</p>',
      ['words linked'],
    ],
    [
      'named, decimal and hexadecimal entities',
      '<p>&ldquo;A &amp; B&#8221; &#x201C;C&rdquo; &lt;b&gt; &amp;amp;</p>',
      ['“A & B” “C” <b> &amp;'],
    ],
    [
      'numeric entities of windows-1252',
      '<p>&#147;It&#146;s late&#148; &#150; she said</p>',
      ['“It’s late” – she said'],
    ],
    ['control characters that were meant as quotation marks', '<p>\u0093It\u0092s late\u0094</p>', ['“It’s late”']],
    [
      'no-break spaces as spaces',
      '<p>No.&nbsp;5 rose.&nbsp; Then&nbsp;&nbsp;fell.&nbsp;</p><p>&nbsp;</p>',
      ['No. 5 rose. Then fell.'],
    ],
    ['no soft hyphens and nothing of no width', '<p>Bürger&shy;meister\u200b Reyes\ufeff</p>', ['Bürgermeister Reyes']],
    [
      'an item of a list as a paragraph',
      '<ul><li>One</li><li><p>Two</p><ul><li>Three</ul></ul>',
      ['One', 'Two', 'Three'],
    ],
    [
      'a row of a table as a paragraph',
      '<table><tr><th>Party<th>Seats<tr><td>Greens</td><td>12</td></tr></table>',
      ['Party\tSeats', 'Greens\t12'],
    ],
    [
      'paragraphs in the cells of a layout',
      '<table><tr><td><p>One.</p><p>Two.</p></td><td>Three.<br><br>Four.</td></tr></table>',
      ['One.', 'Two.', 'Three.', 'Four.'],
    ],
    ['the lines of preformatted text', '<pre>one\n  two\n\nthree</pre>', ['one\ntwo', 'three']],
    [
      'the marks that a browser prints around q',
      '<p>She said <q>He told me <q>no</q> twice</q>.</p>',
      ['She said “He told me ‘no’ twice”.'],
    ],
    ['the marks of the language around q', '<p lang="de-AT">Sie sagte <q>nein</q>.</p>', ['Sie sagte „nein“.']],
    ['no second marks where the author typed them', '<p>She said <q>“No”</q>.</p>', ['She said “No”.']],
    [
      'nothing that is not seen',
      '<script>a</script><style>b</style><template>c</template><p hidden>d</p><noscript>e</noscript><nav>f</nav><button>g</button>' +
        '<p style="color:red; DISPLAY : none">h</p><svg><title>i</title></svg><iframe>j</iframe><select><option>k</select><!-- l --><p>Seen<span class="sr-only">unseen</span></p>',
      ['Seen'],
    ],
    [
      'digits above and below the line as such, and no marks of notes',
      '<p>It grew to 10<sup>4</sup> m<sup>2</sup> of H<sub>2</sub>O on the 4<sup>th</sup> day.<sup class="footnote"><a href="#fn1">1</a></sup> So<sup><a href="page#n2">[2]</a></sup>.</p><ol><li id="fn1">A note. <a href="#r1">↩</a></li></ol>',
      ['It grew to 10⁴ m² of H₂O on the 4th day. So.', 'A note.'],
    ],
    ['no block of a mark alone', '<div>“</div><p>One.</p><p>* * *</p>', ['One.']],
    [
      'upper-case markup',
      '<P CLASS="x">One.<BR><BR>Two.</P><BLOCKQUOTE>Three.</BLOCKQUOTE>',
      ['One.', 'Two.', 'Three.'],
    ],
    ['a page that has a head', '<html><head><title>T</title></head><body><p>One.</p></body></html>', ['One.']],
    ['a page that leaves out what it may', '<!doctype html><title>T</title><p>One.<p>Two.', ['One.', 'Two.']],
    ['what stands behind the end of the body', '<html><body><p>One.</p></body><p>Two.</p></html>', ['One.', 'Two.']],
    ['nothing', ' <p> </p> ', []],
  ])('gives %s', (_what, html, expected) => {
    expect(read(html).map((paragraph) => paragraph.replace(/^[a-z-]+: /, ''))).toEqual(expected);
  });

  it('separates paragraphs by one blank line and has nothing else in its text', () => {
    expect(textFromHtml('<p>One.</p>\n<p>Two.<br>And a half.</p>', 'Title').text).toBe(
      'Title\n\nOne.\n\nTwo.\nAnd a half.',
    );
  });

  it('marks block quotes, with the line that says whose they are as body', () => {
    expect(
      read(
        '<p>Mayor Alma Reyes said:</p><blockquote><p>The river will rise.</p><p>We will stay.</p><cite>Alma Reyes, mayor</cite></blockquote><p>It did.</p>',
      ),
    ).toEqual([
      'body: Mayor Alma Reyes said:',
      'block-quote: The river will rise.',
      'block-quote: We will stay.',
      'body: Alma Reyes, mayor',
      'body: It did.',
    ]);
  });

  it('marks block quotes in block quotes', () => {
    expect(read('<blockquote>One.<blockquote>Two.</blockquote>Three.</blockquote>')).toEqual([
      'block-quote: One.',
      'block-quote: Two.',
      'block-quote: Three.',
    ]);
  });

  it('marks captions', () => {
    expect(
      read(
        '<figure><img src=a alt="no text"><figcaption>The weir. <em>Photo: A. Ott</em></figcaption></figure><p class="wp-caption-text">The dam.</p>',
      ),
    ).toEqual(['caption: The weir. Photo: A. Ott', 'caption: The dam.']);
  });

  it.each([
    [
      'a WordPress pull quote',
      '<figure class="wp-block-pullquote"><blockquote><p>A river never asks.</p><cite>Reyes</cite></blockquote></figure>',
    ],
    ['a class', '<blockquote class="article__pullquote big">A river never asks.</blockquote>'],
    ['a class with a hyphen', '<div class="c-pull-quote"><p>A river never asks.</p></div>'],
    ['an aside that repeats the text', '<aside>“We will build the wall again by spring”</aside>'],
    ['a heading in quotation marks that repeats the text', '<h2>‘Build the wall’</h2>'],
    ['a block quote that repeats the text', '<blockquote>We will build the wall again</blockquote>'],
  ])('marks pull quotes: %s', (_what, pulled) => {
    const roles = textFromHtml(
      `<p>“We will build the wall again by spring,” said Reyes.</p>${pulled}<p>It rained.</p>`,
    );
    expect(roles.paragraphs.slice(1, -1).map(({ role }) => role)).toSatisfy((found: string[]) => {
      return found.length > 0 && found.every((role) => role === 'pull-quote');
    });
    expect([roles.paragraphs[0]?.role, roles.paragraphs.at(-1)?.role]).toEqual(['body', 'body']);
  });

  it('takes the shorter of two block quotes with the same words for the pull quote', () => {
    expect(
      read(
        '<blockquote>the wall will stand</blockquote><p>Reyes said:</p><blockquote>We know that the wall will stand for years.</blockquote>',
      ),
    ).toEqual([
      'pull-quote: the wall will stand',
      'body: Reyes said:',
      'block-quote: We know that the wall will stand for years.',
    ]);
  });

  it('keeps a block quote whose words the text only touches, and an aside of its own', () => {
    expect(
      read(
        '<p>Reyes said the wall would be built.</p><blockquote>The wall will be built, and the dam.</blockquote><aside><p>The weir is 40 years old.</p></aside>',
      ),
    ).toEqual([
      'body: Reyes said the wall would be built.',
      'block-quote: The wall will be built, and the dam.',
      'body: The weir is 40 years old.',
    ]);
  });

  it('keeps headings that quote nothing, or words that the text has not', () => {
    const roles = textFromHtml('<p>We will stay, said Reyes.</p><h2>We will stay</h2><h2>“We go”</h2>').paragraphs;
    expect(roles.map(({ role }) => role)).toEqual(['body', 'body', 'body']);
  });

  it('puts the headline above, once', () => {
    expect(read('<h1>River\n rises</h1><p>It rose.</p><h2>What next</h2>', 'River rises')).toEqual([
      'headline: River rises',
      'body: It rose.',
      'body: What next',
    ]);
  });

  it('gives nothing of markup that is nested deeper than browsers build it', () => {
    const nested = (depth: number) => `${'<div>'.repeat(depth)}<p>One.</p>`;
    expect(read(nested(MAX_DEPTH - 10))).toEqual(['body: One.']);
    expect(read(nested(100_000))).toEqual([]);
  });

  it('reads unclosed elements that do not nest', () => {
    expect(read(`${'<p>One.'.repeat(2000)}`)).toHaveLength(2000);
    expect(read(`${'<p><span>One.</p>'.repeat(2000)}`)).toHaveLength(2000);
  });

  const word = fc.constantFrom('river', '“rise”', 'Réyes’s', "'90s", '«oui»', '10,000', '&', '<', '"no"', '😀', '—');
  const inline = fc.constantFrom(
    ['<em>', '</em>'],
    ['<a href="x">', '</a>'],
    ['<span class=y>', '</span>'],
    ['<b><i>', '</i></b>'],
  );
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => ['A', ...words].join(' '));

  it('loses no word and no quotation mark, and gives paragraphs that slice to what was printed', () => {
    const block = fc.constantFrom('p', 'div', 'blockquote', 'li', 'h2', 'section', 'figcaption', 'td');
    fc.assert(
      fc.property(fc.array(fc.tuple(block, sentence), { minLength: 1, maxLength: 8 }), (blocks) => {
        const plain = textFromHtml(blocks.map(([name, words]) => `<${name}>${escaped(words)}</${name}>\n`).join(''));
        expect(plain.paragraphs.map((span) => slice(plain.text, span)).join('\n\n')).toBe(plain.text);
        const inOneCell = (text: string) => text.replace(/\s+/g, ' ');
        expect(inOneCell(plain.text)).toBe(inOneCell(blocks.map(([, words]) => words).join(' ')));
      }),
    );
  });

  it('is not changed by inline elements around or inside words', () => {
    fc.assert(
      fc.property(sentence, inline, fc.nat(), fc.nat(), (words, [open, close], a, b) => {
        const units = [...words];
        const [from, to] = [a % units.length, b % (units.length + 1)].sort((x, y) => x - y) as [number, number];
        const wrapped = `${escaped(units.slice(0, from).join(''))}${open}${escaped(units.slice(from, to).join(''))}${close}${escaped(units.slice(to).join(''))}`;
        expect(textFromHtml(`<p>${wrapped}</p>`)).toEqual(textFromHtml(`<p>${escaped(words)}</p>`));
      }),
    );
  });

  it('reads any text at all without an error, and any two readings are the same', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<',
        '</',
        '>',
        '<p',
        '<!--',
        '-->',
        '<script>',
        '&#',
        '&#x',
        '"',
        '<br>',
        '<table>',
        '<q>',
        '</q>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const plain = textFromHtml(pieces.join(''));
        expect(textFromHtml(pieces.join(''))).toEqual(plain);
        expect(plain.text.isWellFormed()).toBe(true);
        for (const span of plain.paragraphs) expect(wordsIn(slice(plain.text, span)).length).toBeGreaterThan(0);
      }),
    );
  });
});

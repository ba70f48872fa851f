import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuoted } from '../../src/extraction/quotation-marks.ts';
import { read } from '../../src/extraction/reading.ts';
import { articleOf } from './article-of.ts';

/** The words in quotation marks of a text, marks included; `…` in front or behind shows that a paragraph goes on. */
function quotedIn(text: string): readonly string[] {
  const { paragraphs } = read(articleOf(text));
  return findQuoted(paragraphs).flatMap((quoted, index) => {
    const tokens = paragraphs[index]?.tokens ?? [];
    return quoted.map(({ open, close, goesOn }) => {
      const start = tokens[Math.max(open, 0)]?.start ?? 0;
      const end = tokens[Math.min(close, tokens.length - 1)]?.end ?? 0;
      return `${open < 0 ? '…' : ''}${text.slice(start, end)}${goesOn ? '…' : ''}`;
    });
  });
}

describe('double marks', () => {
  it.each([
    ['curly', '“We won,” he said. “At last.”', ['“We won,”', '“At last.”']],
    ['straight', '"We won," he said. "At last."', ['"We won,"', '"At last."']],
    ['two single ones', "''We won,'' he said. ''At last.''", ["''We won,''", "''At last.''"]],
    ['two curly single ones', '‘‘We won,’’ he said.', ['‘‘We won,’’']],
    ['of typewriters', "``We won,'' he said.", ["``We won,''"]],
    ['guillemets', '«We won,» he said.', ['«We won,»']],
    ['guillemets with blanks', '« We won », he said.', ['« We won »']],
    ['guillemets that point inwards', '»We won«, he said.', ['»We won«']],
    ['low and high', '„We won“, he said. „At last.”', ['„We won“', '„At last.”']],
    ['twice the closing one', '”We won,” he said.', ['”We won,”']],
    ['curly and straight', '“We won," he said. "At last.”', ['“We won,"', '"At last.”']],
    ['without a blank behind a colon', 'Lane (R-S.C.):“We won.”', ['“We won.”']],
    ['without a blank behind them', '"We won."He left."At last."', ['"We won."', '"At last."']],
    ['in brackets', 'Lane left ("We won") and (“They lost”).', ['"We won"', '“They lost”']],
    ['between dashes', 'Lane—"the winner"—left.', ['"the winner"']],
    ['with a blank too many', '"We won, " he said.', ['"We won, "']],
    ['opening where it should close', '“We won.“[Salem Post.]', ['“We won.“']],
    ['doubled by mistake', 'He writes: ““We won.”', ['““We won.”']],
  ])('enclose words, %s', (_, text, expected) => {
    expect(quotedIn(text)).toEqual(expected);
  });

  it.each([
    ['single in double', '“He said ‘go home’ twice,” she said.', ['“He said ‘go home’ twice,”']],
    ['single at the end of double', '“He said ‘go home.’” She left.', ['“He said ‘go home.’”']],
    ['straight single in straight', '"He said \'go home.\'" She left.', ['"He said \'go home.\'"']],
    ['single in doubled single', "''He said 'go home.''' She left.", ["''He said 'go home.'''"]],
    ['single at the start', "'''Go home' is what he said,'' she said.", ["'''Go home' is what he said,''"]],
    ['double in single', '‘He said “go home” twice,’ she said.', ['‘He said “go home” twice,’']],
    ['curly in curly', '“He said “go home” twice,” she said.', ['“He said “go home” twice,”']],
    ['straight in straight', '"He said "go home" twice," she said.', ['"He said "go home" twice,"']],
    ['straight in curly', '“He said "go home" twice,” she said.', ['“He said "go home" twice,”']],
    ['guillemets in curly', '“He said «go home» twice,” she said.', ['“He said «go home» twice,”']],
    ['curly in guillemets', '« He said “go home” twice », she said.', ['« He said “go home” twice »']],
    ['low single in low', '„Er sagte ‚geh‘ und ging“, she said.', ['„Er sagte ‚geh‘ und ging“']],
  ])('hold others: %s', (_, text, expected) => {
    expect(quotedIn(text)).toEqual(expected);
  });

  it.each([
    ['opens a second time', '“We won, he said. “At last.”', ['“We won,', '“At last.”']],
    [
      'opens a second time, straight',
      '"We won, he said. "At last," he added. "Good."',
      ['"We won,', '"At last,"', '"Good."'],
    ],
    ['never closes', '“We won, he said.', ['“We won,']],
    ['never closes behind another', '“We won,” he said. “At last, he added. They lost.', ['“We won,”', '“At last,']],
    ['never opens', 'We won,” he said. “At last,” he added.', ['“At last,”']],
    ['closes what is closed', '“We won,” he said.” Then he left.', ['“We won,”']],
    ['is missing before another’s words', '“We won. Then, in May, Lane said that he lost.', []],
    ['is left in the middle', 'The “river tax is dead.', []],
    ['is left before a term', '“We won. The “river tax” is dead.', ['“river tax”']],
  ])('leave the reporter’s words out where one %s', (_, text, expected) => {
    expect(quotedIn(text)).toEqual(expected);
  });

  it.each([
    ['inches', 'He is 6\'2" tall and has a 12" pipe.', []],
    ['inches in a quotation', '"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']],
    ['inches in a quotation, at a number', '"A 12" pipe broke," she said.', ['"A 12" pipe broke,"']],
    ['a number that ends a quotation', '"It was in 2015" she said. "We won."', ['"It was in 2015"', '"We won."']],
    ['the value of an attribute', 'See <a href="river" id="699"> “here we are”.', ['“here we are”']],
  ])('are told from %s', (_, text, expected) => {
    expect(quotedIn(text)).toEqual(expected);
  });
});

describe('single marks', () => {
  it.each([
    ['curly', '‘We won,’ he said. ‘At last.’', ['‘We won,’', '‘At last.’']],
    ['straight', "'We won,' he said. 'At last.'", ["'We won,'", "'At last.'"]],
    ['with an apostrophe', '‘It’s our choice,’ he said.', ['‘It’s our choice,’']],
    ['with a possessive', '‘It’s the voters’ choice,’ he said.', ['‘It’s the voters’ choice,’']],
    ['with a possessive, straight', "'It's the voters' choice,' he said.", ["'It's the voters' choice,'"]],
    ['with a comma behind them', "The 'river tax', he said, is dead.", ["'river tax'"]],
    ['around a plural', 'The ‘hackers’ left. He did not.', ['‘hackers’']],
    ['around two plurals', 'The ‘hackers’ and the ‘trolls’ left.', ['‘hackers’', '‘trolls’']],
    ['with clipped words', "'Get 'em out, it's the '90s,' he said.", ["'Get 'em out, it's the '90s,'"]],
    ['with a clipped ending', '‘We’re rockin’ all night,’ he said.', ['‘We’re rockin’ all night,’']],
    ['around a decade', '‘’90s music is back,’ he said.', ['‘’90s music is back,’']],
    ['low and high', 'The ‚river tax‘ is dead.', ['‚river tax‘']],
    ['pointed', 'The ‹river tax› is dead.', ['‹river tax›']],
    ['behind a colon', "Reyes: 'We won.'", ["'We won.'"]],
  ])('enclose words, %s', (_, text, expected) => {
    expect(quotedIn(text)).toEqual(expected);
  });

  it.each([
    "The Joneses' house is the '90s at their best.",
    "It was rock 'n' roll, and the voters' choice.",
    'It was rock ’n’ roll in ’68, and the voters’ choice.',
    "Get 'em out, he said. It is the boys' turn.",
    "He is 6' tall and 5'11\" wide.",
    'Hawai‘i and Ka‘anapali are far.',
    "'Tis the season of the workers' parties.",
  ])('are told from apostrophes: %s', (text) => {
    expect(quotedIn(text)).toEqual([]);
  });
});

describe('a quotation of several paragraphs', () => {
  it.each([
    ['with marks before each', '“One.\n“Two.\n“Three,” he said.', ['“One.…', '“Two.…', '“Three,”']],
    ['in straight marks', '"One.\n"Two," he said.', ['"One.…', '"Two,"']],
    ['in single marks', '‘One day.\n‘Two days,’ he said.', ['‘One day.…', '‘Two days,’']],
    ['behind who says it', 'He said: “One.\n“Two.”', ['“One.…', '“Two.”']],
    ['without a second mark', '“One is\nthat we won,” he said.', ['“One is…', '…that we won,”']],
    ['that nothing closes', '“One day.\nIt rained.', ['“One day.']],
    ['with who says it in the first', '“One won, he said.\n“Two,” he said.', ['“One won,', '“Two,”']],
    ['that is two', '“One.”\n“Two,” he said.', ['“One.”', '“Two,”']],
    ['with a name in the next line', '"We won the day.\nJo Lane, mayor."', ['"We won the day.']],
  ])('is read %s', (_, text, expected) => {
    expect(quotedIn(text)).toEqual(expected);
  });
});

describe('findQuoted', () => {
  it('gives stretches in order that do not overlap, whatever the marks', () => {
    const pieces = fc.constantFrom(
      '“',
      '”',
      '"',
      "''",
      '‘',
      '’',
      "'",
      '«',
      '»',
      '„',
      ' ',
      ' ',
      'word',
      'he said',
      '.',
      '\n',
      '6',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
        const { paragraphs } = read(articleOf(list.join('')));
        findQuoted(paragraphs).forEach((quoted, index) => {
          let before = -2;
          for (const { open, close } of quoted) {
            expect(open).toBeGreaterThan(before);
            expect(close).toBeGreaterThan(open + 1);
            before = close;
          }
          expect(before).toBeLessThanOrEqual(paragraphs[index]?.tokens.length ?? 0);
        });
      }),
    );
  });

  it.each([
    ['a hundred thousand straight marks', '"'.repeat(100_000)],
    ['a hundred thousand marks that open', '“a '.repeat(100_000)],
    ['deep nesting', `${'“a '.repeat(50_000)}${'b” '.repeat(50_000)}`],
    ['nesting of two styles', `${'“a «b '.repeat(25_000)}${'c” d» '.repeat(25_000)}`],
    ['single marks that open', '‘a '.repeat(100_000)],
    ['apostrophes', "'em s' ".repeat(50_000)],
    ['inches', '"a 6" b '.repeat(30_000)],
    ['speech between marks', '“a, he said. '.repeat(30_000)],
  ])('are paired to the end of a hostile text: %s', (_, text) => {
    const { paragraphs } = read(articleOf(text));
    expect(findQuoted(paragraphs)).toHaveLength(paragraphs.length);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fateInWords, fateOf, fateOfPieces } from '../../src/answer/fate.ts';

const AROUND = 'The council met on Monday. Nobody objected, and the harbour stayed open until the evening of the day. ';
const WORDS = 'The river will rise again before winter';

describe('the fate of words in a newer version', () => {
  it.each([
    ['as they were', `“${WORDS},” she said.`, WORDS],
    [
      'over a line’s end',
      '“The river will rise\nagain before winter,” she said.',
      'The river will rise\nagain before winter',
    ],
  ])('is to be printed still: %s', (_, sentence, now) => {
    const text = `${AROUND}${sentence} ${AROUND}`;
    const fate = fateOf(WORDS, text);
    expect(fate).toEqual({ kind: 'same', match: 'exact', now: { text: now, span: expect.anything() } });
    expect(fate.kind === 'same' && text.slice(fate.now.span.start, fate.now.span.end)).toBe(now);
  });

  it.each([
    ['capitals', 'THE RIVER will rise again before winter'],
    ['punctuation', 'The river will rise, again: before winter'],
  ])('is to be printed still, with other %s', (_, now) => {
    expect(fateOf(WORDS, `${AROUND}“${now},” she said.`)).toMatchObject({
      kind: 'same',
      match: 'punctuation',
      now: { text: now },
    });
  });

  it.each([
    ['a word', 'The river will fall again before winter'],
    ['a denial', 'The river will not rise again before winter'],
    ['its end', 'The river will rise again before the spring'],
    ['its middle, by an attribution', 'The river will,” she said, “rise again before winter'],
  ])('is to be changed by %s', (_, now) => {
    const fate = fateOf(WORDS, `${AROUND}“${now},” she said. ${AROUND}`);
    expect(fate).toMatchObject({ kind: 'changed', now: { text: now } });
    const side = (kind: 'asked' | 'printed') =>
      fate.kind === 'changed'
        ? fate.diff
            .filter((part) => part.kind === 'same' || part.kind === kind)
            .map(({ text }) => text)
            .join(' ')
        : '';
    expect(side('asked')).toBe(WORDS);
    expect(fateInWords(fate)).toContain(now);
  });

  it.each([
    ['another sentence', `${AROUND}“It was never about money,” she said.`],
    ['the small words alone', 'The council will, before the day, again. The day will be the day before the day.'],
    ['nothing', ''],
  ])('is to be gone where the article has %s', (_, text) => {
    expect(fateOf(WORDS, text)).toEqual({ kind: 'gone' });
  });

  it('is the most alike of several passages, and the first that is printed to the letter', () => {
    const changed = 'The river will rise again before summer';
    expect(fateOf(WORDS, `${AROUND}The river rose. ${AROUND}${changed}. ${AROUND}The winter was long.`)).toMatchObject({
      now: { text: changed },
    });
    const text = `THE RIVER WILL RISE AGAIN BEFORE WINTER ${AROUND}${WORDS} ${AROUND}${WORDS}`;
    const fate = fateOf(WORDS, text);
    expect(fate.kind === 'same' && fate.now.span.start).toBe(text.indexOf(WORDS));
  });

  it('finds whatever stands in a text, and cuts what it shows out of it', () => {
    const word = fc.constantFrom('river', 'weir', 'a', 'the', 'rise', '4.5', 'Ann');
    const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, words, (before, asked, after) => {
        const text = `${before} ${asked} ${after}`;
        expect(fateOf(asked, text)).toMatchObject({ kind: 'same', match: 'exact', now: { text: asked } });
        const other = fateOf(asked, `${before} ${after}`);
        if (other.kind === 'gone') return;
        const { start, end } = other.now.span;
        expect(other.now.text).toBe(`${before} ${after}`.slice(start, end));
      }),
    );
  });

  it('finds words that repeat themselves as a plain search does', () => {
    const letter = fc.constantFrom('a', 'b');
    const list = (maxLength: number) => fc.array(letter, { minLength: 1, maxLength }).map((all) => all.join(' '));
    fc.assert(
      fc.property(list(4), list(30), (asked, text) => {
        const at = ` ${text} `.indexOf(` ${asked} `);
        const fate = fateOf(asked, text);
        if (at >= 0) expect(fate).toMatchObject({ kind: 'same', now: { span: { start: at } } });
        else expect(fate.kind).not.toBe('same');
      }),
    );
  });

  it('reads a very long article to its end', () => {
    const long = `${AROUND.repeat(4000)}“The river will rise again before spring,” she said. ${AROUND.repeat(4000)}`;
    expect(fateOf(WORDS, long)).toMatchObject({ kind: 'changed' });
    expect(fateOf('a '.repeat(5000), 'a '.repeat(50_000))).toMatchObject({ kind: 'same' });
  });
});

describe('the fate of words in two pieces', () => {
  const PIECES = ['The river will rise again', 'and nobody will be ready'];
  const fateIn = (text: string) => fateOfPieces(PIECES, PIECES.join(',” she said, “'), `${AROUND}${text} ${AROUND}`);

  it('is to be printed still where only what stands between them was changed', () => {
    const now = 'The river will rise again,” the mayor told us, “and nobody will be ready';
    expect(fateIn(`“${now}.”`)).toMatchObject({ kind: 'same', match: 'exact', now: { text: now } });
  });

  it.each([
    ['one of them is another', '“The river will rise again,” she said, “and nobody will be there.”'],
    ['they stand far apart', `“The river will rise again.” ${AROUND.repeat(4)} “And nobody will be ready.”`],
    ['they stand the other way round', '“And nobody will be ready.” “The river will rise again.”'],
  ])('is another where %s', (_, text) => {
    expect(fateIn(text).kind).not.toBe('same');
  });
});

import { describe, expect, it } from 'vitest';
import { answerMessage, moreMessage } from '../../../src/slack/blocks/answer-message.ts';
import { wordDiff, wording } from '../../../src/slack/blocks/word-diff.ts';
import { AGE, answerWith, COUNCIL, like, RIVER } from '../memory-desk.ts';
import { shownIn } from '../newsroom-with-whosaid.ts';

const PLACE = { thread: null, canShareHere: true };

describe('an answer', () => {
  it('shows the message, three excerpts, and the way to the rest', () => {
    const five = ['AAA-001', 'AAA-002', 'AAA-003', 'AAA-004', 'AAA-005'].map((id) => like(RIVER, id));
    const { blocks, text } = answerMessage(answerWith(five, 'Five places.'), PLACE);
    const shown = shownIn(blocks);
    expect(shown.split('\n')[0]).toBe('Five places.');
    expect([...shown.matchAll(/Exact words · (AAA-\d+)/g)].map(([, id]) => id)).toEqual([
      'AAA-001',
      'AAA-002',
      'AAA-003',
    ]);
    expect(shown).toContain('More (2)');
    expect(text).toContain('AAA-003');
    expect(text).not.toContain('AAA-004');
  });

  it.each([
    ['exact', 'Exact words'],
    ['punctuation', 'Same words, other punctuation'],
    ['differs', 'Not in these words'],
    ['opposite', 'Opposite sense'],
    ['keywords', 'Found by keywords'],
  ] as const)('says in words how an excerpt matches: %s', (match, expected) => {
    const { blocks } = answerMessage(answerWith([{ ...RIVER, match }]), PLACE);
    expect(shownIn(blocks)).toContain(`${expected} · RVR-001 · 1 article, indexed 3 minutes ago`);
  });

  it('shows a refusal, or that there is nothing, as its sentence alone', () => {
    const message = 'whosaid composes no quotes; it can show what was printed.';
    const { blocks, text } = answerMessage({ ...answerWith([], message), outcome: 'refuse' }, PLACE);
    expect(shownIn(blocks)).toBe(message);
    expect(text).toBe(message);
  });

  it('shows what differs from the printed words before the card', () => {
    const diff = [
      { kind: 'same', text: 'The river ' },
      { kind: 'asked', text: 'never ' },
      { kind: 'printed', text: 'will ' },
      { kind: 'same', text: 'rise' },
    ] as const;
    const { blocks, text } = answerMessage(answerWith([{ ...RIVER, match: 'differs', diff }]), PLACE);
    const shown = shownIn(blocks);
    expect(shown.indexOf('You asked:\n \nThe river never rise')).toBeGreaterThan(0);
    expect(shown.indexOf('Printed:\n \nThe river will rise')).toBeLessThan(shown.indexOf('“The river will rise,”'));
    expect(text).toContain('You asked: The river never rise\nPrinted: The river will rise\n');
  });

  it('carries the thread that sharing goes into', () => {
    const { blocks } = answerMessage(answerWith([RIVER]), { thread: '1700000000.000100', canShareHere: true });
    expect(JSON.stringify(blocks)).toContain(String.raw`\"thread\":\"1700000000.000100\"`);
  });

  it('has the whole citation in its plain text', () => {
    expect(moreMessage([{ excerpt: COUNCIL, match: 'keywords' }], AGE, PLACE).text).toBe(
      [
        'Further excerpts for the same question:',
        '',
        'The council met on Monday',
        'No speaker given · reporter’s statement',
        'River defences to be raised before winter · The Harbour Gazette · 3 October 2024, 09:00 (+02:00) · CNC-003',
      ].join('\n'),
    );
  });
});

describe('a word diff', () => {
  it.each([
    [
      'with its blanks',
      [
        { kind: 'asked', text: 'every ' },
        { kind: 'printed', text: 'no ' },
        { kind: 'same', text: 'country should dominate' },
      ],
    ],
    [
      'without',
      [
        { kind: 'asked', text: 'every' },
        { kind: 'printed', text: 'no' },
        { kind: 'same', text: 'country should dominate' },
      ],
    ],
  ] as const)('reads as two wordings, whether its parts come %s', (_how, diff) => {
    expect(wording(diff, 'asked')).toBe('every country should dominate');
    expect(wording(diff, 'printed')).toBe('no country should dominate');
  });

  it('puts no blank before closing punctuation', () => {
    const diff = [
      { kind: 'same', text: 'rise' },
      { kind: 'printed', text: ', she said' },
      { kind: 'same', text: '.' },
    ] as const;
    expect(wording(diff, 'printed')).toBe('rise, she said.');
  });

  it('strikes what only the asker has and sets in bold what only the article has', () => {
    const block = wordDiff(
      [
        { kind: 'asked', text: 'every' },
        { kind: 'printed', text: 'no' },
        { kind: 'same', text: 'country' },
      ],
      400,
    );
    expect(block).toMatchObject({
      elements: [
        {
          elements: [
            { text: 'every', style: { strike: true } },
            { text: ' ' },
            { text: 'no', style: { bold: true } },
            { text: ' ' },
            { text: 'country' },
          ],
        },
        { elements: [{ text: 'You asked:' }, { text: ' ' }, { text: 'every country' }] },
        { elements: [{ text: 'Printed:' }, { text: ' ' }, { text: 'no country' }] },
      ],
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../../src/answer/answer.ts';
import { answerMessage, moreMessage } from '../../../src/slack/blocks/answer-message.ts';
import { contextModal } from '../../../src/slack/blocks/context-modal.ts';
import { cardBody } from '../../../src/slack/blocks/excerpt-card.ts';
import { homeView } from '../../../src/slack/blocks/home.ts';
import { sharedCard } from '../../../src/slack/blocks/shared-card.ts';
import { verificationMessage } from '../../../src/slack/blocks/verification.ts';
import { wordDiff, wording } from '../../../src/slack/blocks/word-diff.ts';
import { ACTIONS } from '../../../src/slack/surface.ts';
import { AGE, answerWith, COUNCIL, like, MONEY, RIVER } from '../memory-desk.ts';
import { buttonsOf, shownIn } from '../newsroom-with-whosaid.ts';

const PLACE = { thread: null, canShareHere: true };

/** What a card shows, one line a text. */
const card = (excerpt: Excerpt) => shownIn(cardBody(excerpt, 1600)).split('\n');

/** What stands in the card's quotation. */
function quoted(excerpt: Excerpt): string {
  const [block] = cardBody(excerpt, 1600);
  const part = block?.type === 'rich_text' ? block.elements.find((one) => one.type === 'rich_text_quote') : undefined;
  return part?.elements.map((element) => (element.type === 'text' ? element.text : '')).join('') ?? '';
}

describe('a card', () => {
  it('shows the words first, then who, then what stands around them, then where it was published', () => {
    expect(card(RIVER)).toEqual([
      '“The river will rise,”',
      'Alma Reyes',
      ' · quote · printed as “Mayor Alma Reyes said”',
      'Before: The council met on Monday.',
      'After: “We must be ready.”',
      'River defences to be raised before winter',
      ' · The Harbour Gazette · 3 October 2024, 09:00 (+02:00)',
    ]);
  });

  it('says that no speaker is given, and credits nobody', () => {
    expect(card(MONEY).slice(1, 6).join('')).toBe(
      'No speaker given · quoteThe article gives no speaker for these words.',
    );
    expect(card(MONEY).join('\n')).not.toContain('printed as');
  });

  it('shows how a pronoun is resolved and what the article says for it', () => {
    const resolved: Excerpt = {
      ...RIVER,
      status: 'pronoun-resolved',
      who: 'Mr Xi',
      whoNote: '“he” is Mr Xi, named in the sentence before.',
      attribution: { ...RIVER.words, text: 'he said' },
      evidence: [{ text: 'under Mr Xi’s rule', span: { start: 900, end: 918 } }],
    };
    expect(card(resolved)).toEqual(
      expect.arrayContaining([
        ' · quote · printed as “he said”',
        '“he” is Mr Xi, named in the sentence before.',
        'The article says: ',
        'under Mr Xi’s rule',
      ]),
    );
  });

  it('points at evidence that stands in the sentence before, and does not print it twice', () => {
    const resolved: Excerpt = {
      ...RIVER,
      whoNote: 'The article shows who that is.',
      evidence: RIVER.before === null ? [] : [RIVER.before],
    };
    expect(card(resolved)).toContain('Before, which shows who that is: The council met on Monday.');
    expect(card(resolved).join('\n')).not.toContain('The article says');
  });

  it('prints evidence by itself where the sentence before is too long to be shown whole', () => {
    const before = { text: `${'and so on '.repeat(80)}under Mr Xi’s rule`, span: { start: 0, end: 818 } };
    const evidence = [{ text: 'under Mr Xi’s rule', span: { start: 800, end: 818 } }];
    expect(card({ ...RIVER, before, evidence })).toContain('under Mr Xi’s rule');
  });

  it('says in its plain text, too, how the name is known', () => {
    expect(answerMessage(answerWith([MONEY]), PLACE).text).toContain(
      'No speaker given · quote\nThe article gives no speaker for these words.\n',
    );
  });

  it.each([
    ['direct', '“The river will rise,”'],
    ['mixed', '“The river will rise,”'],
    ['term', '“The river will rise,”'],
    ['slogan', '“The river will rise,”'],
    ['indirect', 'The river will rise,'],
    ['headline', 'The river will rise,'],
    ['fact/event', 'The river will rise,'],
    ['fact/figure', 'The river will rise,'],
  ] as const)('stands in quotation marks only where it is a quote or a term: %s', (kind, expected) => {
    expect(quoted({ ...RIVER, kind })).toBe(expected);
  });

  it.each([
    [true, false, '… “The river will rise,”'],
    [false, true, '“The river will rise,” …'],
    [true, true, '… “The river will rise,” …'],
  ])('marks where it is cut inside a sentence: before %s, after %s', (cutBefore, cutAfter, expected) => {
    expect(quoted({ ...RIVER, cutBefore, cutAfter })).toBe(expected);
  });

  it('names what the article does not give', () => {
    const bare = {
      ...RIVER,
      citation: { ...RIVER.citation, headline: null, outlet: null, publishedAt: null, deepLink: null, url: null },
    };
    expect(card(bare).slice(-2)).toEqual(['headline not given', ' · outlet not given · date not given']);
  });

  it.each([
    ['corrected', 'This article has been corrected. The date was wrong.'],
    ['withdrawn', 'This article has been withdrawn; its words are not to be used. The date was wrong.'],
  ] as const)('says first that its article is %s', (state, expected) => {
    const changed = { ...RIVER, citation: { ...RIVER.citation, state, stateNote: 'The date was wrong.' } };
    expect(card(changed)[0]).toBe(expected);
    expect(answerMessage(answerWith([changed]), PLACE).text.split('\n')[2]).toBe(expected);
  });

  it('offers no sharing and no copying of a withdrawn article', () => {
    const withdrawn: Excerpt = { ...RIVER, citation: { ...RIVER.citation, state: 'withdrawn' } };
    expect(buttonsOf(answerMessage(answerWith([withdrawn]), PLACE).blocks)).toEqual([ACTIONS.context]);
  });

  it('shows the whole sentence where it qualifies the words, and not where it adds nothing', () => {
    const sentence = {
      ...RIVER.sentence,
      text: 'While hoping otherwise, Mayor Alma Reyes said “The river will rise,”',
    };
    expect(card({ ...RIVER, sentence })).toContain(`In the sentence: ${sentence.text}`);
    expect(card(RIVER).join('\n')).not.toContain('In the sentence');
  });

  it('says that it is shortened where it is', () => {
    const text = 'a long word and another '.repeat(200);
    const long = { ...RIVER, words: { ...RIVER.words, text }, printed: { ...RIVER.printed, text } };
    expect(card(long).at(-1)).toBe('[…] marks where this card is shortened to fit; Context shows more.');
    expect(card(RIVER).join('\n')).not.toContain('[…]');
  });

  it.each([
    ['a live address', 'https://harbour.example/river', 'https://harbour.example/river'],
    ['no address', null, null],
    ['a script', 'javascript:alert(1)', null],
    ['a file', 'file:///etc/passwd', null],
    ['no address at all', 'harbour', null],
  ])('links its headline to %s', (_what, url, expected) => {
    const blocks = cardBody({ ...RIVER, citation: { ...RIVER.citation, deepLink: null, url } }, 1600);
    const link = /"type":"link","url":"([^"]*)"/.exec(JSON.stringify(blocks))?.[1] ?? null;
    expect(link).toBe(expected);
  });
});

describe('the date of an article', () => {
  it.each([
    ['2015-12-17', '17 December 2015'],
    ['2015-12-17T09:00:00+08:00', '17 December 2015, 09:00 (+08:00)'],
    ['2015-12-17T09:00:00Z', '17 December 2015, 09:00 (UTC)'],
    ['2015-12-17T09:00', '17 December 2015, 09:00 (zone not given)'],
    ['2015-13-40 or so', '2015-13-40 or so'],
  ])('is shown as printed, with its zone: %s', (publishedAt, expected) => {
    expect(card({ ...RIVER, citation: { ...RIVER.citation, publishedAt } }).at(-1)).toContain(expected);
  });
});

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

describe('a shared card', () => {
  it('says nothing of how it matched what one person asked', () => {
    expect(shownIn(sharedCard({ ...RIVER, match: 'differs' }, 'U0NADIA', null).blocks)).not.toContain('Not in these');
  });

  it('can be built again after a correction: the correction comes first', () => {
    const corrected: Excerpt = {
      ...RIVER,
      citation: { ...RIVER.citation, state: 'corrected', stateNote: 'The date was wrong.' },
    };
    expect(shownIn(sharedCard(corrected, 'U0NADIA', null).blocks).split('\n')[0]).toBe(
      'This article has been corrected. The date was wrong.',
    );
  });
});

describe('a verification', () => {
  it('shows the finding, the proof in full, and the card', () => {
    const shown = shownIn(
      verificationMessage({ kind: 'matches', excerpt: RIVER, message: 'Matches.' }, AGE, PLACE).blocks,
    ).split('\n');
    const { start, end } = RIVER.words.span;
    expect(shown.slice(0, 3)).toEqual([
      'Matches.',
      `RVR-001 · article ab12cd34ef56 · characters ${start} to ${end}`,
      '“The river will rise,”',
    ]);
  });

  it.each(['mismatch', 'unknown', 'not-an-id'] as const)('shows no words where there is %s', (kind) => {
    const { blocks } = verificationMessage({ kind, message: 'It does not match.' }, AGE, PLACE);
    expect(shownIn(blocks)).toBe('It does not match.');
  });
});

describe('the context window', () => {
  const paragraph = (text: string) => ({
    text,
    span: { start: 0, end: text.length },
    isExcerpt: false,
    highlight: null,
  });

  it('keeps the words in sight in a very long paragraph', () => {
    const text = `${'Before this. '.repeat(800)}The words in question. ${'After this. '.repeat(800)}`;
    const start = text.indexOf('The words');
    const highlight = { start, end: start + 'The words in question.'.length };
    const window = contextModal(
      { excerpt: RIVER, paragraphs: [{ ...paragraph(text), isExcerpt: true, highlight }] },
      AGE,
    );
    const json = JSON.stringify(window.blocks);
    expect(json).toContain('{"type":"text","text":"The words in question.","style":{"bold":true}}');
    expect(json).toMatch(/\[…\] [^"]*Before this\. "/);
    expect(json).toMatch(/" After this\.[^"]* \[…\]"/);
  });

  it('names every gap in what is known of the publication', () => {
    const bare = { ...RIVER, citation: { ...RIVER.citation, url: null, publishedAt: null } };
    const window = contextModal({ excerpt: bare, paragraphs: [] }, AGE);
    expect(JSON.stringify(window.blocks)).toContain(
      'The Harbour Gazette · date not given · byline not given · time of update not given · address not given',
    );
  });
});

describe('the Home', () => {
  it('says what whosaid is, how to ask, how fresh the archive is, and where to get help', () => {
    const json = JSON.stringify(homeView(AGE, [RIVER.citation]).blocks);
    for (const expected of [
      'whosaid finds who said what',
      '/whosaid words you remember',
      'The archive holds 1 article with 2 quotations and 1 fact, indexed 3 minutes ago.',
      'The newest was published on 3 October 2024',
      'River defences to be raised before winter',
      'whoever runs it in your newsroom',
    ]) {
      expect(json).toContain(expected);
    }
  });

  it('says so where nothing is held yet', () => {
    const empty = { articles: 0, quotations: 0, facts: 0, newestPublishedAt: null, indexedMinutesAgo: null };
    expect(JSON.stringify(homeView(empty, []).blocks)).toContain(
      'The archive holds 0 articles with 0 quotations and 0 facts, not indexed yet."',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../../src/answer/answer.ts';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { cardBody } from '../../../src/slack/blocks/excerpt-card.ts';
import { ACTIONS } from '../../../src/slack/surface.ts';
import { answerWith, MONEY, RIVER } from '../memory-desk.ts';
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

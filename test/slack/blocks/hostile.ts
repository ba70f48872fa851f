import fc from 'fast-check';
import type { DiffPart, Excerpt, OtherPrinting, Passage } from '../../../src/answer/answer.ts';
import { RIVER } from '../memory-desk.ts';

/** Pieces of text that mean something to Slack, to a screen or to JSON. */
const PIECES = [
  '<!channel>',
  '<!here|here>',
  '<@U0NADIA>',
  '<#C0GENERAL|general>',
  '<https://evil.example|click>',
  'https://evil.example/',
  '*bold* _it_ ~no~ `code`',
  '> quoted',
  ':fire:',
  '&amp;lt;!channel&gt;',
  '"',
  '\\',
  '\n',
  '\r\n',
  '\u202e\u2066',
  '\u200b\u200d\ufeff',
  '\ud800',
  '\u0000\u0007',
  '\u{1f525}',
  'word ',
] as const;

/** A text of some length, up to 100,000 characters, made of pieces that bite. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 8, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join('')) },
  { weight: 4, arbitrary: piecesOfLength(6000) },
  { weight: 1, arbitrary: piecesOfLength(100_000) },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

function piecesOfLength(length: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => {
    const once = pieces.join('');
    return once.repeat(Math.ceil(length / once.length)).slice(0, length);
  });
}

const hostilePassage: fc.Arbitrary<Passage> = hostileText.map((text) => ({
  text,
  span: { start: 7, end: 7 + text.length },
}));

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const hostileDiff: fc.Arbitrary<readonly DiffPart[]> = fc.array(
  fc.record({ kind: fc.constantFrom('same', 'asked', 'printed'), text: hostileText }),
  { maxLength: 60 },
);

const excerptId = fc
  .tuple(fc.integer({ min: 0, max: 31 ** 3 }), fc.integer({ min: 0, max: 31 ** 3 }))
  .map((parts) => parts.map((part) => part.toString(32).toUpperCase().padStart(3, '0').slice(-3)).join('-'));

const hostilePrinting: fc.Arbitrary<OtherPrinting> = fc.record({
  excerptId,
  articleId: hostileText,
  headline: orNull(hostileText),
  outlet: orNull(hostileText),
  publishedAt: orNull(hostileText),
  url: orNull(hostileText),
  speaker: orNull(hostileText),
  printedSource: hostileText,
});

/** What other articles make of the same words. */
const elsewhere = fc.record(
  {
    alsoIn: fc.record({ articles: fc.nat(), listed: fc.array(hostilePrinting, { maxLength: 12 }) }),
    remarks: fc.array(hostileText, { minLength: 1, maxLength: 8 }),
  },
  { requiredKeys: [] },
);

/** An excerpt whose every text is hostile. */
export const hostileExcerpt: fc.Arbitrary<Excerpt> = fc
  .record({
    id: excerptId,
    kind: fc.constantFrom('direct', 'mixed', 'indirect', 'term', 'slogan', 'headline', 'fact/statement'),
    label: hostileText,
    words: hostilePassage,
    printed: hostilePassage,
    cutBefore: fc.boolean(),
    cutAfter: fc.boolean(),
    attribution: orNull(hostilePassage),
    who: hostileText,
    whoNote: orNull(hostileText),
    evidence: fc.array(hostilePassage, { maxLength: 4 }),
    before: orNull(hostilePassage),
    after: orNull(hostilePassage),
    match: fc.constantFrom('exact', 'punctuation', 'differs', 'opposite', 'keywords'),
    citation: fc.record({
      articleId: hostileText,
      sha256: fc.constant(RIVER.citation.sha256),
      headline: orNull(hostileText),
      outlet: orNull(hostileText),
      byline: orNull(hostileText),
      publishedAt: orNull(hostileText),
      updatedAt: orNull(hostileText),
      url: orNull(hostileText),
      deepLink: fc.oneof(
        fc.constant(null),
        hostileText,
        hostileText.map((text) => `https://harbour.example/#${text}`),
        fc.constant('javascript:alert(1)'),
      ),
      state: fc.constantFrom('live', 'corrected', 'withdrawn'),
      stateNote: orNull(hostileText),
    }),
    diff: fc.option(hostileDiff, { nil: undefined }),
    elsewhere,
  })
  .map(({ diff, elsewhere, ...rest }): Excerpt => {
    return { ...RIVER, ...rest, ...elsewhere, ...(diff === undefined ? {} : { diff }) };
  });

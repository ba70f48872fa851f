import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation, Copy, Excerpt, Verification } from '../../../src/answer/answer.ts';
import { checkBlocks } from '../../../src/playground/block-kit/check-blocks.ts';
import { answerMessage, moreMessage } from '../../../src/slack/blocks/answer-message.ts';
import { contextModal } from '../../../src/slack/blocks/context-modal.ts';
import { copyModal } from '../../../src/slack/blocks/copy-modal.ts';
import { helpMessage } from '../../../src/slack/blocks/help.ts';
import { homeView } from '../../../src/slack/blocks/home.ts';
import { note } from '../../../src/slack/blocks/note.ts';
import type { Posting } from '../../../src/slack/blocks/posting.ts';
import { shareModal } from '../../../src/slack/blocks/share-modal.ts';
import { sharedCard } from '../../../src/slack/blocks/shared-card.ts';
import { verificationMessage } from '../../../src/slack/blocks/verification.ts';
import { AGE, answerWith } from '../memory-desk.ts';
import { hostileExcerpt, hostileText } from './hostile.ts';
import { endless, endlessExcerpt } from './worst-case.ts';

const THREAD = '1700000000.000100';
const PLACE = { thread: THREAD, canShareHere: true };

const someExcerpts = fc.array(hostileExcerpt, { maxLength: 10 });

const messages: readonly (readonly [string, fc.Arbitrary<Posting>])[] = [
  [
    'an answer',
    fc.tuple(someExcerpts, hostileText).map(([excerpts, text]) => answerMessage(answerWith(excerpts, text), PLACE)),
  ],
  [
    'further excerpts',
    someExcerpts.map((excerpts) =>
      moreMessage(
        excerpts.map((excerpt) => ({ excerpt, match: excerpt.match })),
        AGE,
        PLACE,
      ),
    ),
  ],
  ['a shared card', hostileExcerpt.map((excerpt) => sharedCard(excerpt, 'U0NADIA', THREAD))],
  [
    'a verification',
    fc
      .tuple(hostileExcerpt, hostileText, fc.constantFrom('matches', 'superseded', 'mismatch', 'unknown', 'not-an-id'))
      .map(([excerpt, message, kind]) => verificationMessage(verificationOf(excerpt, message, kind), AGE, PLACE)),
  ],
  ['a note', hostileText.map(note)],
  ['the help', fc.constant(helpMessage())],
];

function verificationOf(excerpt: Excerpt, message: string, kind: Verification['kind']): Verification {
  if (kind === 'superseded') {
    const { words } = excerpt;
    return { kind, excerpt, message, fate: { kind: 'changed', now: words, diff: excerpt.diff ?? [] } };
  }
  return kind === 'matches' ? { kind, excerpt, message } : { kind, message };
}

const citations: fc.Arbitrary<readonly Citation[]> = fc.array(
  hostileExcerpt.map((excerpt) => excerpt.citation),
  { maxLength: 12 },
);

const copies: fc.Arbitrary<readonly Copy[]> = fc.array(
  fc.record({ style: fc.constantFrom('house', 'ap', 'link'), name: hostileText, text: hostileText }),
  { minLength: 1, maxLength: 5 },
);

const contexts = fc
  .tuple(hostileExcerpt, fc.array(hostileText, { maxLength: 30 }), hostileText, fc.nat(), fc.nat())
  .map(([excerpt, others, text, from, length]) => {
    const start = Math.min(from % 1000, text.length);
    const paragraphs = others.map((other) => ({ text: other, isExcerpt: false, highlight: null }));
    const highlight = { start, end: Math.min(start + (length % 5000), text.length) };
    const at = Math.floor(others.length / 2);
    const all = [...paragraphs.slice(0, at), { text, isExcerpt: true, highlight }, ...paragraphs.slice(at)];
    return { excerpt, paragraphs: all.map((one) => ({ ...one, span: { start: 0, end: one.text.length } })) };
  });

const views: readonly (readonly [string, 'modal' | 'home', fc.Arbitrary<readonly unknown[]>])[] = [
  ['the context window', 'modal', contexts.map((context) => contextModal(context, AGE).blocks)],
  ['the copy window', 'modal', copies.map((all) => copyModal(all).blocks)],
  [
    'the share window',
    'modal',
    hostileExcerpt.map(
      (excerpt) => shareModal(excerpt, { id: excerpt.id, channel: 'C0GENERAL', thread: THREAD }).blocks,
    ),
  ],
  ['the Home', 'home', citations.map((latest) => homeView(AGE, latest).blocks)],
];

describe.each(messages)('%s of hostile text', (_name, postings) => {
  it('keeps within Slack’s limits, and under 10,000 characters in all', () => {
    fc.assert(
      fc.property(postings, ({ text, blocks }) => {
        checkBlocks(JSON.parse(JSON.stringify(blocks)), 'message');
        expect(JSON.stringify(blocks).length).toBeLessThan(10_000);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(4000);
      }),
      { numRuns: 40 },
    );
  });

  it('mentions nobody and links nowhere by what was printed', () => {
    fc.assert(
      fc.property(postings, ({ text, blocks }) => {
        expect(text.replace('Shared by <@U0NADIA>', '')).toSatisfy(isEscaped);
        expectInert(blocks);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(views)('%s of hostile text', (_name, surface, generated) => {
  it('keeps within Slack’s limits, and under 10,000 characters in all', () => {
    fc.assert(
      fc.property(generated, (blocks) => {
        checkBlocks(JSON.parse(JSON.stringify(blocks)), surface);
        expect(JSON.stringify(blocks).length).toBeLessThan(10_000);
        expectInert(blocks);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(['"', '\\', 'x', '“word” ', '\n<'])('the worst case: nothing but %j without end', (unit) => {
  const text = endless(unit);
  const excerpt = endlessExcerpt(unit);
  const paragraph = { text, span: { start: 0, end: text.length }, isExcerpt: false, highlight: null };
  const paragraphs = Array.from({ length: 61 }, (_, index) =>
    index === 30 ? { ...paragraph, isExcerpt: true, highlight: { start: 40_000, end: 60_000 } } : paragraph,
  );
  const fate = { kind: 'changed', now: excerpt.words, diff: excerpt.diff ?? [] } as const;
  const verified: Verification = { kind: 'superseded', excerpt, fate, message: text };
  const tenExcerpts = Array.from({ length: 10 }, () => excerpt);

  it.each<readonly [string, 'message' | 'modal' | 'home', readonly unknown[]]>([
    ['an answer', 'message', answerMessage(answerWith(tenExcerpts, text), PLACE).blocks],
    ['a shared card', 'message', sharedCard(excerpt, 'U0NADIA', THREAD).blocks],
    ['a verification', 'message', verificationMessage(verified, AGE, PLACE).blocks],
    ['the context window', 'modal', contextModal({ excerpt, paragraphs }, AGE).blocks],
    [
      'the copy window',
      'modal',
      copyModal(
        (['house', 'ap', 'guardian', 'markdown', 'link'] as const).map((style) => ({ style, name: text, text })),
      ).blocks,
    ],
    [
      'the Home',
      'home',
      homeView(
        AGE,
        tenExcerpts.map(({ citation }) => citation),
      ).blocks,
    ],
  ])('fits: %s', (_what, surface, blocks) => {
    checkBlocks(JSON.parse(JSON.stringify(blocks)), surface);
    expect(JSON.stringify(blocks).length).toBeLessThan(10_000);
  });
});

function isEscaped(text: string): boolean {
  return !/[<>]|&(?!(?:amp|lt|gt);)/.test(text) && !INVISIBLE.test(text);
}

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/u;

/** Holds that nothing in the blocks is markup, a mention or a link that a browser runs, or cannot be seen. */
function expectInert(blocks: readonly unknown[]): void {
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === 'type') expect(value).not.toMatch(/^(mrkdwn|markdown|broadcast|usergroup|emoji)$/);
    if (key === 'url') expect(value).toMatch(/^https?:\/\//);
    if (key === 'user_id') expect(value).toBe('U0NADIA');
    if (key === 'text' && typeof value === 'string') expect(value).not.toMatch(INVISIBLE);
    if (key === 'emoji') expect(value).toBe(false);
    return value;
  });
}

import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../../src/answer/answer.ts';
import { contextModal } from '../../../src/slack/blocks/context-modal.ts';
import { homeView } from '../../../src/slack/blocks/home.ts';
import { sharedCard } from '../../../src/slack/blocks/shared-card.ts';
import { statusMessage } from '../../../src/slack/blocks/status.ts';
import { verificationMessage } from '../../../src/slack/blocks/verification.ts';
import { AGE, RIVER } from '../memory-desk.ts';
import { shownIn } from '../newsroom-with-whosaid.ts';

const PLACE = { thread: null, canShareHere: true };

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

  it('names the feeds that fail, and why', () => {
    const failing = Array.from({ length: 7 }, (_, n) => {
      return { address: `https://news.example/${n}?…`, hours: 5, reason: 'the server failed (500)' };
    });
    const age = { ...AGE, feeds: { watched: 9, failing } };
    const json = JSON.stringify(homeView(age, []).blocks);
    expect(json).toContain('indexed 3 minutes ago, but 7 of 9 feeds have been failing for 5 hours.');
    expect(json).toContain('https://news.example/4?… has been failing for 5 hours: the server failed (500).');
    expect(json).not.toContain('https://news.example/5');
    expect(json).toContain('And 2 other feeds.');
    expect(JSON.stringify(homeView(AGE, []).blocks)).not.toContain('Feeds that fail');
    expect(statusMessage(age).text).toContain('https://news.example/0?… has been failing for 5 hours');
  });

  it('says so where nothing is held yet', () => {
    const empty = {
      articles: 0,
      quotations: 0,
      facts: 0,
      newestPublishedAt: null,
      indexedMinutesAgo: null,
      feeds: { watched: 0, failing: [] },
    };
    expect(JSON.stringify(homeView(empty, []).blocks)).toContain(
      'The archive holds 0 articles with 0 quotations and 0 facts, not indexed yet."',
    );
  });
});

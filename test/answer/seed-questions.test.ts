import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/answer/answer.ts';
import { createDesk } from '../../src/answer/desk.ts';
import type { Store } from '../../src/answer/replies/draft.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { ingest } from '../../src/ingest/ingest.ts';

const SEED = new URL('../../seeds/000_fb7ac525feaaad7d.txt', import.meta.url);
const text = readFileSync(SEED, 'utf8');

let folder: string;
let shelves: Store;
let desk: Desk;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-'));
  shelves = await openArchive(folder);
  await ingest(shelves, [new URL('.', SEED).pathname]);
  desk = createDesk(shelves);
});

afterAll(async () => {
  await shelves.close();
  await rm(folder, { recursive: true });
});

describe('the shipped article, looked up', () => {
  it.each([
    ['freedom is the goal for order', 'answer', 'freedom is the goal', 'Mr Xi', 'named', 'exact'],
    ['in the hands of all', 'answer', 'The future of cyberspace', 'Mr Xi', 'pronoun-resolved', 'exact'],
    ['rewrite the rules of the Internet', 'answer-with-warning', 'Under the guise', null, 'none', 'exact'],
    ['all-out assault', 'answer-with-warning', 'This is an all-out', null, 'pronoun-unresolved', 'exact'],
    ['"cyber sovereignty"', 'answer-with-warning', 'cyber sovereignty', null, 'none', 'exact'],
    ["RESPECT other countries' rights", 'answer', 'We should respect', null, 'described', 'punctuation'],
    ['comunity of shared destny', 'answer-with-warning', 'building a cyberspace', null, 'none', 'differs'],
    ['order gaurantees fredom', 'answer', 'freedom is the goal', 'Mr Xi', 'named', 'differs'],
    [
      'the future of the internet must be in the hands of every nation',
      'near-miss',
      'The future',
      'Mr Xi',
      'pronoun-resolved',
      'differs',
    ],
    ['freedom is not the goal for order', 'near-miss', 'freedom is the goal', 'Mr Xi', 'named', 'opposite'],
    // A paste whose inner quotation is printed nowhere as it is.
    [
      '"freedom is the goal for odrer", and order guarantees freedom',
      'answer',
      'freedom is the goal',
      'Mr Xi',
      'named',
      'differs',
    ],
    // What reads as a question and is printed nearly so.
    ['is the goal for odrer, and order guarantees', 'answer', 'freedom is the goal', 'Mr Xi', 'named', 'differs'],
    ['by:Li', 'answer-with-warning', 'China needs to enact', 'Li', 'surname-only', 'keywords'],
    ['kind:headline', 'answer-with-warning', 'calls on all countries', null, 'described', 'keywords'],
    [
      'Yesterday, Mr Xi said cyberspace needs freedom and order',
      'answer',
      'cyberspace needs',
      'Mr Xi',
      'named',
      'exact',
    ],
    ['700 million', 'answer', 'The number of Internet users', null, 'none', 'exact'],
  ])('%s', async (words, outcome, start, speaker, status, match) => {
    const answer = await desk.find(words);
    const [first] = answer.excerpts;
    expect(answer.outcome).toBe(outcome);
    expect(first?.words.text.startsWith(start)).toBe(true);
    expect(first).toMatchObject({ speaker, status, match });
  });

  it.each([['800 million'], ['the price of gold'], ['kind:direct by:Obama'], ['in:Reuters order']])(
    '%s is not there',
    async (words) => {
      const answer = await desk.find(words);
      expect(answer).toMatchObject({ outcome: expect.stringMatching(/not-in-archive|refuse/), excerpts: [] });
    },
  );
});

describe('the shipped article, asked about', () => {
  it.each([
    ['What did the president say?', 'answer-with-warning', 'We should respect', 'described'],
    ['what did wang chunhui say about the united states', 'answer', 'China hopes to break', 'named'],
    ['what did Li Keqiang say?', 'answer-with-warning', 'China needs to enact', 'surname-only'],
    [
      'did Xi say “This is an all-out assault on Internet freedoms”?',
      'near-miss',
      'This is an all-out',
      'pronoun-unresolved',
    ],
    ['Did Xi say no country should dominate cyberspace?', 'near-miss', 'no country should', 'pronoun-unresolved'],
    ['who is “he” in the hands of all countries quote?', 'answer', 'The future of', 'pronoun-resolved'],
    ['who is he in the no country should dominate quote', 'refuse', 'no country should', 'pronoun-unresolved'],
    ['who called for a boycott?', 'answer', 'called for a boycott', 'named'],
    ['what did he say?', 'answer-with-warning', 'The future of', 'pronoun-resolved'],
    ['who chaired the task force?', 'answer', 'him setting up', 'none'],
    ['how many participants were there?', 'answer', 'more than 2,000', 'none'],
    ['where was the conference held?', 'answer', 'The President expressed', 'none'],
    ['is it true that order guarantees freedom?', 'refuse', 'freedom is the goal', 'named'],
  ])('%s', async (question, outcome, start, status) => {
    const answer = await desk.ask(question);
    expect(answer.outcome).toBe(outcome);
    expect(answer.excerpts[0]?.words.text.startsWith(start)).toBe(true);
    expect(answer.excerpts[0]?.status).toBe(status);
  });

  it.each([
    ['What did Obama say?', 'not-in-archive'],
    ['what did Xi say about cybercrime?', 'not-in-archive'],
    ['Is Microsoft blocked in China?', 'not-in-archive'],
    ['when was the conference held?', 'not-in-archive'],
    ['translate the quote into Chinese', 'refuse'],
    ['write a quote for Xi about trade', 'refuse'],
  ])('%s shows nothing', async (question, outcome) => {
    expect(await desk.ask(question)).toMatchObject({ outcome, excerpts: [] });
  });

  it('keeps the speaker in a follow-up', async () => {
    const { topic } = await desk.ask('what did Xi say about freedom?');
    const { excerpts } = await desk.ask('and about order?', { topic });
    expect(excerpts.length).toBeGreaterThan(0);
    expect(excerpts.every(({ speaker }) => speaker === 'Mr Xi')).toBe(true);
  });

  it('never makes one person of all who are printed as “he”', async () => {
    const { message, topic } = await desk.ask('what did he say?');
    expect(message).not.toContain('Xi');
    expect(topic.speaker).toBeNull();
  });

  it('lists who speaks, each with how well that is known', async () => {
    const { message, excerpts } = await desk.ask('who speaks in this article?');
    expect(message).toMatch(/^Named: .*Mr Xi.*Surname only: Li\. Described, not named: .*president.*No speaker given/);
    expect(excerpts.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['named', 'surname-only', 'described', 'pronoun-unresolved', 'none']),
    );
  });
});

describe('every excerpt', () => {
  const questions = [
    'what was said about order?',
    'who speaks?',
    'kind:fact',
    'who criticised China’s internet policy?',
    'internet',
  ];

  it.each(questions)('for “%s” is a slice of the article, and so is all that stands around it', async (question) => {
    const { excerpts } = await desk.ask(question, { limit: 50 });
    expect(excerpts.length).toBeGreaterThan(0);
    for (const excerpt of excerpts) {
      const passages = [
        excerpt.words,
        excerpt.printed,
        excerpt.sentence,
        ...excerpt.evidence,
        ...excerpt.source,
        ...excerpt.cue,
      ];
      for (const passage of [...passages, excerpt.before, excerpt.after, excerpt.attribution]) {
        if (passage) expect(text.slice(passage.span.start, passage.span.end)).toBe(passage.text);
      }
      expect(JSON.stringify([excerpt.who, excerpt.whoNote, excerpt.speaker])).not.toMatch(/Jinping|Keqiang/);
    }
  });

  it.each(questions)('for “%s” verifies by its id, however the id is typed', async (question) => {
    const { excerpts } = await desk.ask(question);
    for (const { id } of excerpts) {
      const typed = id.toLowerCase().replace('-', ' ').replace(/0/g, 'o').replace(/1/g, 'l');
      expect((await desk.verify(typed)).kind).toBe('matches');
    }
  });

  it('is gone once its article is withdrawn', async () => {
    const [excerpt] = (await desk.find('need for order')).excerpts;
    if (!excerpt) throw new Error('nothing found');
    const { articleId } = excerpt.citation;
    await shelves.act(articleId, { kind: 'withdraw', note: 'wrong story' }, 'desk');
    try {
      expect(await desk.find('need for order')).toMatchObject({ outcome: 'not-in-archive', excerpts: [] });
      expect(await desk.excerpt(excerpt.id)).toBeUndefined();
      expect((await desk.verify(excerpt.id)).kind).toBe('withdrawn');
    } finally {
      await shelves.act(articleId, { kind: 'restore' }, 'desk');
    }
  });
});

describe('hostile input', () => {
  it.each([
    [''],
    ['?'],
    ['the of and'],
    ['"'.repeat(500)],
    ['(((((((([[[['],
    ['" OR 1=1; DROP TABLE entries; --'],
    ['norm:order NEAR/2 *'],
    ['\u202e\u200b\u0000\ud800'],
    ['who said '.repeat(40)],
    ['a'.repeat(10_000)],
    ['Xi said '.repeat(900)],
    ['by: kind: since: until: in:'],
  ])('%j gets a sentence', async (typed) => {
    for (const answer of [await desk.find(typed), await desk.ask(typed), await desk.whoSaidThis(typed)]) {
      expect(answer.message).toMatch(/\S/);
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/article/article.ts';
import type { GoldArticle, GoldSpeaker } from '../../src/evaluation/gold.ts';
import { isSamePerson, nameFigures, scoreNames } from '../../src/evaluation/name-score.ts';

const TEXT = 'The old dam holds well, Alma Reyes said. It leaks badly, a clerk said. The board will meet.';

function at(piece: string): readonly Span[] {
  return [{ start: TEXT.indexOf(piece), end: TEXT.indexOf(piece) + piece.length }];
}

function statement(piece: string, speaker: GoldSpeaker) {
  return { content: at(piece), source: [], cue: [], kind: 'indirect', speech: true, speaker } as const;
}

const ARTICLE: GoldArticle = {
  id: 'dam',
  text: TEXT,
  quotations: [
    statement('The old dam holds well, Alma Reyes said.', { kind: 'person', name: 'Alma Reyes' }),
    statement('It leaks badly, a clerk said.', { kind: 'unnamed' }),
    statement('The board will meet.', { kind: 'other' }),
  ],
};

function found(content: string, source: string, speaker: string | null) {
  return { kind: 'indirect', content: at(content), source: at(source), cue: [], speaker } as const;
}

describe('scoreNames', () => {
  it('counts the right name and the kept silence', () => {
    const counts = scoreNames(ARTICLE, [
      found('The old dam holds well', 'Alma Reyes', 'Alma Reyes'),
      found('It leaks badly', 'a clerk', null),
    ]);
    expect(counts).toMatchObject({ statements: 3, byPerson: 1, byPersonRight: 1, unnamedFound: 1, unnamedSilent: 1 });
    expect(nameFigures(counts)).toEqual({ whoAndWhat: 1, namePrecision: 1, silentOnUnnamed: 1 });
  });

  it('counts a name for somebody unnamed as wrong', () => {
    const counts = scoreNames(ARTICLE, [
      found('The old dam holds well', 'Alma Reyes', 'Reyes'),
      found('It leaks badly', 'a clerk', 'Alma Reyes'),
    ]);
    expect(nameFigures(counts)).toEqual({ whoAndWhat: 1, namePrecision: 0.5, silentOnUnnamed: 0 });
  });

  it('counts a name for what no person says neither way', () => {
    expect(scoreNames(ARTICLE, [found('The board will meet', 'board', 'Dam Board')]).namesGiven).toBe(0);
  });

  it('does not match fewer than half of the words of the shorter', () => {
    const counts = scoreNames(ARTICLE, [
      // Two of six words lie in the statement of the clerk, four in the board's.
      { ...found('said. The board will meet', 'will', 'Alma Reyes'), content: at('clerk said. The board will meet') },
    ]);
    expect(counts.unnamedFound).toBe(0);
  });

  it('has no figures where nothing is there to divide by', () => {
    const none = { ...ARTICLE, quotations: [] };
    expect(nameFigures(scoreNames(none, []))).toEqual({ whoAndWhat: null, namePrecision: null, silentOnUnnamed: null });
  });
});

describe('isSamePerson', () => {
  it.each([
    ['Alma Reyes', 'Reyes'],
    ['Alma Reyes', 'Mayor Alma Reyes'],
    ['Alma Reyes', 'A. Reyes'],
    ['Zoë Nuñez', 'Zoe Nunez'],
    ['Alma Reyes', 'Alma'],
    ['Alma Reyes', 'Alma Reyes’s'],
  ])('takes %s and %s for one', (one, other) => {
    expect(isSamePerson(one, other)).toBe(true);
  });

  it.each([
    ['Alma Reyes', 'Bert Reyes'],
    ['Alma Reyes', 'Alma Ortiz'],
    ['Alma Reyes', 'Mr'],
    ['Alma Reyes', ''],
  ])('takes %s and %s for two', (one, other) => {
    expect(isSamePerson(one, other)).toBe(false);
  });
});

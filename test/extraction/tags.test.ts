import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../src/extraction/tagger.ts';

/** The parts of speech that a text’s words are given, by word; of a word that stands there twice, the last. */
function tagsOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(tokensOf(text, { start: 0, end: text.length }).map(({ text: word, pos }) => [word, pos]));
}

describe('tags', () => {
  it.each([
    ['a first name that is a verb as well', 'We met Senator Ted Lane.', { Ted: 'PROPN' }],
    ['such a name at the start', 'Ted Cruz said so.', { Ted: 'PROPN', said: 'VERB' }],
    ['such a name in a list', 'Lane, Josh Dow and others left.', { Josh: 'PROPN' }],
    ['a name that is an adverb as well', 'On Monday Senator Jolly said so.', { Jolly: 'PROPN' }],
    ['a particle at the start', 'De Blasio left.', { De: 'PROPN' }],
    ['a verb before who says it', '“It rains,” reports USA Today.', { reports: 'VERB' }],
    ['a verb at the start', 'Said Dorothy Poynter: “It rains.”', { Said: 'VERB' }],
    ['what a thing says', 'The ad claims that it rains.', { claims: 'VERB' }],
    ['what a name says', 'The White House states: “It rains.”', { states: 'VERB' }],
    ['what shares of people say', 'Six in 10 say he is right.', { say: 'VERB' }],
    ['what some say', 'Critics who claim to know left.', { claim: 'VERB' }],
    ['what groups say', 'Patient groups note that it rains.', { note: 'VERB' }],
    ['a possessive without s', 'It is the voters’ choice.', { '’': 'PART' }],
    ['a possessive with s', 'It is Lane’s choice, and it’s good.', { '’s': 'AUX' }],
    [
      'a word before a possessive',
      'Ann Lane’s plan and Jo Dow’s can’t wait.',
      { Lane: 'PROPN', Dow: 'PROPN', ca: 'AUX' },
    ],
    ['marks of any style', '« Oui », „ja“ and ‚no‘ ,', { '«': 'PUNCT', '„': 'PUNCT', '‚': 'PUNCT' }],
  ])('are right for %s', (_, text, expected) => {
    expect(tagsOf(text)).toMatchObject(expected);
  });

  it.each([
    ['a claim', 'His claims that it rains are wrong.', { claims: 'NOUN' }],
    ['a report', 'The reports that came were late.', { reports: 'NOUN' }],
    ['a title in capitals', 'Lane Says Town Will Meet', { Meet: 'VERB' }],
    ['a verb at the start', 'Meet the mayor.', { Meet: 'VERB' }],
  ])('are left alone for %s', (_, text, expected) => {
    expect(tagsOf(text)).toMatchObject(expected);
  });

  it('do not depend on the style of quotation marks', () => {
    const curly = '“It’s ours,” he said. ‘We’re the Joneses’ friends,’ she said.';
    const straight = curly.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
    const parts = (text: string) => tokensOf(text, { start: 0, end: text.length }).map(({ pos }) => pos);
    expect(parts(straight)).toEqual(parts(curly));
  });

  it('do not depend on what was read before', () => {
    const text = 'The quarlman’s face and his non-quarlman’s hat are quarlman’s, not a zib-quarlman/grel’s.';
    const before = tokensOf(text, { start: 0, end: text.length });
    for (const noise of [
      'quarlman’s',
      'a 9,000-quarlman’s-eye view',
      'non-quarlman’s',
      'QUARLMAN’S',
      '@quarlman’s',
      '"quarlman’s"',
    ]) {
      tokensOf(noise, { start: 0, end: noise.length });
    }
    expect(tokensOf(text, { start: 0, end: text.length })).toEqual(before);
  });
});

import { describe, expect, it } from 'vitest';
import { slice } from '../../src/article/article.ts';
import { extract } from '../../src/extraction/extract.ts';
import { articleOf } from './article-of.ts';

/** What stands in quotation marks in a text: its words, what they are taken for, and why. */
function loose(text: string) {
  return extract(articleOf(text)).quotations.map(({ content, kind, rule }) => [
    content.map((span) => slice(text, span)).join(' … '),
    kind,
    rule,
  ]);
}

describe('words in quotation marks that no verb of saying claims', () => {
  it.each([
    ['The so-called “river tax” is dead.', 'river tax', 'term', 'what something is called'],
    ['The dam, known as “the wall”, is old.', 'the wall', 'term', 'what something is called'],
    ['A film titled “the day the river rose” was shown.', 'the day the river rose', 'term', 'what something is called'],
    ['The word “flood” is not in it.', 'flood', 'term', 'a word or phrase that is spoken of'],
    ['The phrase “once in a century” is not in it.', 'once in a century', 'term', 'a word or phrase that is spoken of'],
    ['The “experts” left.', 'experts', 'term', 'one word in quotation marks'],
    ['The council has a plan for a “river tax” at last.', 'river tax', 'term', 'a few words in quotation marks'],
    ['We watched “Saturday Night Live” at home.', 'Saturday Night Live', 'term', 'a title in quotation marks'],
    ['He was on “Face the Nation” in May.', 'Face the Nation', 'term', 'a title in quotation marks'],
    [
      'The town was full of people who “never saw the river rise before that night” and left.',
      'never saw the river rise before that night',
      'direct',
      'words in quotation marks, no speaker given',
    ],
    [
      '“Nobody told us that it would rise.”',
      'Nobody told us that it would rise.',
      'direct',
      'words in quotation marks, no speaker given',
    ],
  ])('are read as they stand: %s', (text, words, kind, rule) => {
    expect(loose(text)).toEqual([[words, kind, rule]]);
  });

  it.each([
    'We met William “Bill” Lane at home.',
    'We met Joseph “Joe the Clock” Dow at home.',
    'We met Rita "Bunny" Lane at home.',
  ])('are nothing where they are a nickname: %s', (text) => {
    expect(loose(text)).toEqual([]);
  });

  it('go on with what was said where they follow a comma in small letters', () => {
    const text = '“The river,” said Jo Lane, who keeps boats, “will rise by Monday.”';
    expect(loose(text)).toEqual([['The river … will rise by Monday.', 'direct', expect.anything()]]);
  });
});

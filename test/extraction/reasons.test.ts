import { describe, expect, it } from 'vitest';
import { readText } from '../../src/article/read-article.ts';
import { extract } from '../../src/extraction/extract.ts';

function lastOf(...paragraphs: readonly string[]) {
  const text = ['Dam news', ...paragraphs].join('\n\n');
  return extract(readText(text, 'dam')).quotations.at(-1);
}

describe('the reason of an attribution', () => {
  it.each([
    ['named', ['“It holds,” said Alma Reyes.'], 'the source prints the name'],
    [
      'named',
      ['Mayor Alma Reyes came.', '“It holds,” Reyes said.'],
      'the article names nobody else whom Reyes may mean',
    ],
    ['surname-only', ['“It holds,” Reyes said.'], 'the article prints this name only by itself'],
    [
      'surname-only',
      ['Alma Reyes met Bert Reyes.', '“It holds,” Reyes said.'],
      'names several people whom Reyes may mean: Alma Reyes, Bert Reyes',
    ],
    [
      'pronoun-resolved',
      ['Mayor Alma Reyes came. “It holds,” she said.'],
      'named in the evidence, where nobody else can be meant',
    ],
    [
      'pronoun-resolved',
      ['Mayor Alma Reyes went to the dam with Ms Jo Lane. “It holds,” she said.'],
      'there the only one who acts',
    ],
    [
      'pronoun-resolved',
      ['When Alma Reyes came to the dam, she said it holds.'],
      'named in this sentence, where nobody else',
    ],
    [
      'pronoun-unresolved',
      ['“It holds,” she said.'],
      'nobody who can be meant is named in this sentence or shortly before',
    ],
    [
      'pronoun-unresolved',
      ['Mayor Alma Reyes and Ms Jo Lane came. “It holds,” she said.'],
      'it could be Alma Reyes, or Jo Lane',
    ],
    ['pronoun-unresolved', ['A farmer came. “It holds,” she said.'], 'somebody who is only described is near'],
    ['pronoun-unresolved', ['The mayors came. “It holds,” they said.'], '“they” is never resolved'],
    ['described', ['“It holds,” a spokesman said.'], 'the article calls nobody by name so'],
    ['described', ['“It holds,” critics said.'], 'nobody’s name, or several people together'],
    ['none', ['“The old dam holds, and it will hold for a hundred years.”'], 'no reporting words'],
    ['none', ['Everybody loves the “safe dam” in spring.'], 'words in quotation marks that nobody is said to say'],
  ])('%s: %j', (status, paragraphs, reason) => {
    const quotation = lastOf(...paragraphs);
    expect(quotation?.reason).toContain(reason);
    expect(quotation?.status).toBe(status);
  });
});

import { describe, expect, it } from 'vitest';
import { readText } from '../../src/article/read-article.ts';
import { explanationAsText } from '../../src/commands/printed-explanation.ts';
import { extract } from '../../src/extraction/extract.ts';

function explained(...paragraphs: readonly string[]): readonly string[] {
  const article = readText(['Dam news', ...paragraphs].join('\n\n'), 'dam');
  const [, , ...quotations] = explanationAsText(article, extract(article)).split('\n\n');
  return quotations;
}

describe('explanationAsText', () => {
  it('marks the parts in their sentence, and says what found them, who it is and why', () => {
    const [only] = explained('“The old dam holds,” said Mayor Alma Reyes on Monday. It rained.');
    expect(only?.split('\n')).toEqual([
      '1. quotation, word for word, 11–28',
      '   “[words The old dam holds],” [cue said] [source Mayor Alma Reyes] on Monday.',
      '   Found by: verb and speaker behind the words',
      '   Credited: “Mayor Alma Reyes”, by “said”',
      '   Speaker: Alma Reyes (named): the source prints the name',
    ]);
  });

  it('shows what resolves a pronoun', () => {
    const second = explained('Mayor Alma Reyes came. “It holds,” she said.').at(-1);
    expect(second).toContain('“[words It holds],” [source she] [cue said].');
    expect(second).toContain('Speaker: Alma Reyes (a pronoun, resolved):');
    expect(second).toContain('Shown by: Mayor Alma Reyes came.');
  });

  it('says why words in quotation marks are no quotation', () => {
    const [only] = explained('Everybody loves the “safe dam” in spring.');
    expect(only).toContain('1. term in quotation marks, no quotation');
    expect(only).toContain('Why no quotation: a few words in quotation marks');
    expect(only).toContain('Credited: nobody\n');
  });

  it('closes a part at the end of a sentence and opens it again in the next', () => {
    const [only] = explained('“It holds. It always will,” said Alma Reyes.');
    expect(only?.split('\n')[1]).toBe('   “[words It holds.] [words It always will],” [cue said] [source Alma Reyes].');
  });

  it('leaves out the sentences between those that a quotation touches', () => {
    const paragraphs = ['Alma Reyes told reporters:', '“It holds.', '“It always will.”'];
    const sentences = explained(...paragraphs).map((quotation) => quotation.split('\n')[1]);
    expect(sentences.join(' ')).toContain(
      '[source Alma Reyes] [cue told] reporters: “[words It holds.] “[words It always',
    );
  });

  it('says it where there is nothing to explain', () => {
    const article = readText('Dam news\n\nIt rained.', 'dam');
    expect(explanationAsText(article, extract(article))).toContain('Quotations (0)');
  });
});

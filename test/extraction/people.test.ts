import { describe, expect, it } from 'vitest';
import { readText } from '../../src/article/read-article.ts';
import { extract } from '../../src/extraction/extract.ts';
import { speakersOf } from '../../src/extraction/people.ts';

const read = (text: string) => {
  const article = readText(`A headline\n\n${text}\n`, 'test');
  return speakersOf(article.text, extract(article)).map(({ name, passages, roles }) => {
    for (const { start, end, text: role } of roles) expect(article.text.slice(start, end)).toBe(role);
    return [name, passages, ...roles.map((role) => role.text)];
  });
};

describe('the speakers of an article', () => {
  it.each([
    ['behind the name', '“We wait,” said Alma Reyes, the mayor of Bristow.', ['alma reyes', 1, 'the mayor of Bristow']],
    ['as a title', '“We wait,” said Mayor Alma Reyes.', ['alma reyes', 1, 'Mayor']],
    [
      'before the name',
      'The bank’s chief economist, Ann Lee, said growth would slow.',
      ['ann lee', 1, 'The bank’s chief economist'],
    ],
    [
      'behind an age',
      '“We wait,” said Bo Lane, 44, a doctor at the hospital.',
      ['bo lane', 1, 'a doctor at the hospital'],
    ],
    ['nowhere', '“We wait,” said Alma Reyes.', ['alma reyes', 1]],
  ])('have the role that is printed %s', (_, text, speaker) => {
    expect(read(text)).toEqual([speaker]);
  });

  it('gather what an article says of them in several places', () => {
    const text = `“We wait,” said Alma Reyes, the mayor of Bristow.\n\nAlma Reyes, a doctor, said that nobody would leave. “Not now,” Mayor Reyes said.`;
    expect(read(text)).toEqual([['alma reyes', 3, 'the mayor of Bristow', 'a doctor', 'Mayor']]);
  });

  it('have their own role where two stand side by side', () => {
    const text = `Prime Minister Jo Vane and Finance Minister Al Gore met on Tuesday. “We agreed,” said Jo Vane. “We did,” said Al Gore.`;
    expect(read(text)).toEqual([
      ['jo vane', 1, 'Prime Minister'],
      ['al gore', 1, 'Finance Minister'],
    ]);
  });

  it('are known without words of address, and bodies are none', () => {
    const text = `“We wait,” Mr Xi said. “We act,” the Ministry of Works said in a statement. “We think,” said Reporters Without Borders.`;
    expect(read(text).map(([name]) => name)).toContain('xi');
    expect(read(text).map(([name]) => name)).not.toContain('ministry of works');
  });
});

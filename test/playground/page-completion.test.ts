import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../src/playground/page/browser/completion.ts';

const commands = [{ command: '/whosaid', description: 'Find who said what', usageHint: 'words | help' }];
const users = [
  { id: 'U1', name: 'whosaid', realName: 'whosaid', title: 'Finds who said what', isBot: true },
  { id: 'U2', name: 'tomas', realName: 'Tomás Oliveira', title: 'Reporter', isBot: false },
];

/** Completes the text at the `|` in it. */
function at(text: string) {
  const caret = text.indexOf('|');
  return completionsAt(text.replace('|', ''), caret, commands, users);
}

describe('a completion', () => {
  it.each([
    ['/|', 0, 1, ['/whosaid ']],
    ['/who|', 0, 4, ['/whosaid ']],
    ['@|', 0, 1, ['@whosaid ', '@tomas ']],
    ['ask @to|', 4, 7, ['@tomas ']],
    ['ask @oli| now', 4, 8, ['@tomas ']],
    ['(@WHO|', 1, 5, ['@whosaid ']],
  ])('of %s', (text, start, end, inserted) => {
    const found = at(text);
    expect(found).toMatchObject({ start, end });
    expect(found?.choices.map(({ insert }) => insert)).toEqual(inserted);
  });

  it.each(['|', 'a /who|', '/whosaid |', '/nobody|', 'mail@to|', '@nobody|', '@whosaid |'])(
    'is not offered for %s',
    (text) => {
      expect(at(text)).toBeNull();
    },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deletionsOf } from '../../src/archive/deletions.ts';

describe('deletionsOf', () => {
  it.each([
    ['boat', ['oat', 'bat', 'bot', 'boa']],
    ['seem', ['eem', 'sem', 'see']],
    ['the', []],
    ['4.5', []],
    ['1953', []],
    ['x'.repeat(25), []],
    ['\u{10330}'.repeat(5), []],
  ])('leaves of %s what one slip leaves', (word, left) => {
    expect([...deletionsOf(word)].sort()).toEqual([...left].sort());
  });

  it('leaves one or two letters out from seven letters on', () => {
    const left = deletionsOf('abcdefg');
    expect(left.size).toBe(7 + 21);
    expect(left).toContain('bcdefg');
    expect(left).toContain('bcdef');
  });

  const letter = fc.constantFrom(...'abcdeéłя');
  const slips: Readonly<Record<string, (word: string, at: number, letter: string) => string>> = {
    'another letter': (word, at, other) => word.slice(0, at) + other + word.slice(at + 1),
    'a letter more': (word, at, more) => word.slice(0, at) + more + word.slice(at),
    'a letter less': (word, at) => word.slice(0, at) + word.slice(at + 1),
    'two letters swapped': (word, at) =>
      word.slice(0, at) + [...word.slice(at, at + 2)].reverse().join('') + word.slice(at + 2),
  };
  const places = fc.array(fc.record({ kind: fc.constantFrom(...Object.keys(slips)), at: fc.nat(23), letter }));

  it('meets the deletions of every word that its slips lead to', () => {
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 5, maxLength: 20 }), places, (word, all) => {
        const allowed = word.length >= 8 ? 2 : 1;
        const misspelt = all
          .slice(0, allowed)
          .reduce(
            (typed, { kind, at, letter: other }) => slips[kind]?.(typed, at % typed.length, other) ?? typed,
            word,
          );
        const met = new Set([word, ...deletionsOf(word)]);
        expect([misspelt, ...deletionsOf(misspelt)].some((left) => met.has(left))).toBe(true);
      }),
    );
  });
});

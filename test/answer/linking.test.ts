import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkPeople } from '../../src/answer/linking.ts';
import { roleKey } from '../../src/answer/roles.ts';
import type { Appearance, PersonKey, Ruling } from '../../src/archive/people.ts';
import { personName } from '../../src/extraction/person-name.ts';

const seen = (articleId: string, printed: string, ...roles: readonly string[]): Appearance => ({
  name: personName(printed),
  printed,
  passages: 1,
  roles: roles.map((text) => ({ text, start: 0, end: text.length })),
  articleId,
  sha256: articleId,
  headline: null,
  outlet: null,
  publishedAt: null,
});
const key = (printed: string, role: string | null = null, articleId: string | null = null): PersonKey => {
  return { name: personName(printed), printed, role, articleId };
};
const ruling = (n: number, kind: Ruling['kind'], one: PersonKey, other: PersonKey, isUndone = false): Ruling => {
  const undone = isUndone ? { by: 'nadia', at: '2016-01-02T00:00:00Z' } : null;
  return { n, kind, one, other, why: null, by: 'nadia', at: '2016-01-01T00:00:00Z', undone };
};
/** The articles of each person, as one set of sets. */
const linked = (appearances: readonly Appearance[], rulings: readonly Ruling[] = []) =>
  linkPeople(appearances, rulings)
    .map((person) => person.appearances.map(({ articleId }) => articleId).sort())
    .sort();

const MAYOR = seen('a', 'Alma Reyes', 'the mayor of Bristow');
const ALSO_MAYOR = seen('b', 'Alma Reyes', 'Bristow’s mayor');
const FARMER = seen('c', 'Alma Reyes', 'a farmer');
const NO_ROLE = seen('d', 'Alma Reyes');

describe('roles', () => {
  it.each([
    ['the mayor of Bristow', 'Bristow’s mayor'],
    ['Bristow Mayor', 'the Mayor of Bristow'],
    ['Apple’s CEO', 'the chief executive officer of Apple'],
    ['Sen.', 'senator'],
    ['the ministry’s spokeswoman', 'spokesperson for the ministry'],
  ])('“%s” and “%s” are the same', (one, other) => {
    expect(roleKey(one)).toBe(roleKey(other));
  });

  it.each([
    ['the mayor of Bristow', 'the deputy mayor of Bristow'],
    ['the former mayor', 'the mayor'],
    ['the mayor of Bristow', 'the mayor of Carr'],
  ])('“%s” and “%s” are not', (one, other) => {
    expect(roleKey(one)).not.toBe(roleKey(other));
  });
});

describe('people are linked across articles', () => {
  it('where the full name and a role agree', () => {
    expect(linked([MAYOR, ALSO_MAYOR])).toEqual([['a', 'b']]);
  });

  it('through an article that gives both roles', () => {
    expect(linked([MAYOR, FARMER, seen('e', 'Alma Reyes', 'a farmer', 'the mayor of Bristow')])).toEqual([
      ['a', 'c', 'e'],
    ]);
  });

  it('where a shorter role fits the longer ones of one person', () => {
    expect(linked([MAYOR, seen('e', 'Alma Reyes', 'Mayor')])).toEqual([['a', 'e']]);
  });
});

describe('people are kept apart', () => {
  it.each<readonly [string, readonly Appearance[]]>([
    ['whose roles differ', [MAYOR, FARMER]],
    ['of whom no role is printed', [MAYOR, NO_ROLE]],
    ['whose role is the same and whose name is not', [MAYOR, seen('e', 'Alma Reyna', 'the mayor of Bristow')]],
    ['who have only a surname, whatever their role', [seen('a', 'Reyes', 'Mayor'), seen('b', 'Mr Reyes', 'Mayor')]],
    ['of whom one is the deputy', [MAYOR, seen('e', 'Alma Reyes', 'the deputy mayor of Bristow')]],
    ['of whom one is no longer what the other is', [MAYOR, seen('e', 'Alma Reyes', 'the former mayor of Bristow')]],
  ])('%s', (_, appearances) => {
    expect(linked(appearances)).toHaveLength(appearances.length);
  });

  it('where a shorter role fits two of the name', () => {
    const carr = seen('e', 'Alma Reyes', 'the mayor of Carr');
    expect(linked([MAYOR, carr, seen('f', 'Alma Reyes', 'the mayor')])).toEqual([['a'], ['e'], ['f']]);
  });
});

describe('the desk', () => {
  it('links names and roles that print does not link', () => {
    const [person] = linkPeople(
      [MAYOR, FARMER],
      [ruling(1, 'same', key('Alma Reyes', 'farmer'), key('Alma Reyes', 'mayor'))],
    );
    expect(person?.appearances).toHaveLength(2);
    expect(person?.rulings.map(({ n }) => n)).toEqual([1]);
    const alias = ruling(1, 'same', key('Mr Xi'), key('Xi Jinping'));
    expect(linked([seen('a', 'Mr Xi'), seen('b', 'Xi Jinping', 'the president')], [alias])).toEqual([['a', 'b']]);
  });

  it('links one article alone where it says so', () => {
    const li = [seen('a', 'Li'), seen('b', 'Li'), seen('c', 'Li Wei', 'the premier')];
    expect(linked(li, [ruling(1, 'same', key('Li', null, 'a'), key('Li Wei'))])).toEqual([['a', 'c'], ['b']]);
  });

  it('does not mix namesakes by naming nobody’s role', () => {
    const alias = ruling(1, 'same', key('A. Reyes'), key('Alma Reyes'));
    expect(linked([MAYOR, FARMER, NO_ROLE, seen('e', 'A. Reyes')], [alias])).toEqual([['a'], ['c'], ['d', 'e']]);
  });

  it('keeps apart what print would link', () => {
    const apart = ruling(1, 'different', key('Alma Reyes', null, 'a'), key('Alma Reyes', null, 'b'));
    expect(linked([MAYOR, ALSO_MAYOR], [apart])).toEqual([['a'], ['b']]);
  });

  it('is heard as it spoke last, and not where it has taken a ruling back', () => {
    const [mayor, farmer] = [key('Alma Reyes', 'mayor'), key('Alma Reyes', 'farmer')];
    const same = ruling(1, 'same', mayor, farmer);
    expect(linked([MAYOR, FARMER], [same, ruling(2, 'different', farmer, mayor)])).toEqual([['a'], ['c']]);
    expect(linked([MAYOR, FARMER], [same, ruling(2, 'different', farmer, mayor, true)])).toEqual([['a', 'c']]);
    expect(linked([MAYOR, FARMER], [{ ...same, undone: { by: 'nadia', at: '' } }])).toEqual([['a'], ['c']]);
  });
});

describe('linking', () => {
  const printed = fc.constantFrom('Alma Reyes', 'Mr Reyes', 'A. Reyes', 'Bo Lane');
  const role = fc.constantFrom('mayor', 'the mayor of Bristow', 'Carr’s mayor', 'a farmer', 'former mayor');
  const appearances = fc
    .array(fc.tuple(printed, fc.uniqueArray(role, { maxLength: 2 })), { minLength: 1, maxLength: 8 })
    .map((all) => all.map(([name, roles], index) => seen(`article-${index}`, name, ...roles)));
  const keys = fc.record({ printed, role: fc.option(role) }).map((one) => key(one.printed, one.role));
  const rulings = fc
    .array(fc.tuple(fc.constantFrom('same' as const, 'different' as const), keys, keys), { maxLength: 3 })
    .map((all) => all.map(([kind, one, other], index) => ruling(index + 1, kind, one, other)));

  it('puts every appearance with one person, whatever the order they come in', () => {
    fc.assert(
      fc.property(appearances, rulings, (all, ruled) => {
        const once = linked(all, ruled);
        expect(once.flat().sort()).toEqual(all.map(({ articleId }) => articleId).sort());
        expect(linked(all.toReversed(), ruled.toReversed())).toEqual(once);
      }),
    );
  });

  it('links two names only where the desk says so', () => {
    fc.assert(
      fc.property(appearances, (all) => {
        for (const person of linkPeople(all, [])) {
          expect(new Set(person.appearances.map(({ name }) => name)).size).toBe(1);
        }
      }),
    );
  });
});

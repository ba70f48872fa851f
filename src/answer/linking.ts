import type { Appearance, PersonKey, Ruling } from '../archive/people.ts';
import { fitsRole, roleKey, roleWords } from './roles.ts';

/** One person, as far as print and the desk tell: appearances that are linked, and what links them. */
export interface Person {
  /** Newest first; more than one only where something links them. */
  readonly appearances: readonly Appearance[];
  /** Roles as printed, those of the most articles first; each wording once. */
  readonly roles: readonly string[];
  /** The desk's rulings that had a part in it. */
  readonly rulings: readonly Ruling[];
}

/**
 * Puts appearances together that are one person's: where the full name and a role agree, or where the desk says so.
 * The order of what comes in does not matter.
 *
 * Roles agree where they have the same words ("Bristow’s mayor", "the mayor of Bristow"). A shorter one ("the mayor")
 * goes with longer ones of that name only where these are all of one person. Bare surnames are linked by the desk
 * alone, and so are full names without a role. What the desk says to be different is never linked.
 */
export function linkPeople(appearances: readonly Appearance[], rulings: readonly Ruling[]): readonly Person[] {
  const nodes = appearances.toSorted(inOrder);
  const ruled = effective(rulings);
  const parting = ruled.filter(({ kind }) => kind === 'different');
  const clusters = new Clusters(nodes, (one, other) =>
    parting.some(({ one: a, other: b }) => tellsApart(a, b, one, other) || tellsApart(b, a, one, other)),
  );
  linkEqualRoles(nodes, clusters);
  linkShorterRoles(nodes, clusters);
  const joining = ruled.filter((ruling) => ruling.kind === 'same' && joinRuled(ruling, nodes, clusters));
  // What the desk has put together may fit a shorter role that fitted two people before.
  if (joining.length > 0) linkShorterRoles(nodes, clusters);
  return clusters.all().map((members) => ({
    appearances: members.toSorted(newestFirst),
    roles: rolesOf(members),
    rulings: joining.filter(({ one, other }) => members.some((node) => meets(one, node) || meets(other, node))),
  }));
}

/** Whether a key means an appearance, as far as name, role and article tell. */
export function meets({ name, role, articleId }: PersonKey, appearance: Appearance): boolean {
  if (name !== appearance.name || (articleId !== null && articleId !== appearance.articleId)) return false;
  return role === null || appearance.roles.some(({ text }) => fitsRole(roleWords(text), roleWords(role)));
}

/** Rulings that hold: not taken back, and of two on the same pair the later. Oldest first. */
function effective(rulings: readonly Ruling[]): readonly Ruling[] {
  const byPair = new Map<string, Ruling>();
  for (const ruling of rulings.toSorted((a, b) => a.n - b.n)) {
    if (ruling.undone) continue;
    byPair.set([keyOf(ruling.one), keyOf(ruling.other)].sort().join('\n'), ruling);
  }
  return [...byPair.values()].toSorted((a, b) => a.n - b.n);
}

const keyOf = ({ name, role, articleId }: PersonKey) =>
  JSON.stringify([name, role === null ? null : roleKey(role), articleId]);

function tellsApart(a: PersonKey, b: PersonKey, one: Appearance, other: Appearance): boolean {
  return meets(a, one) && meets(b, other) && !(meets(b, one) && meets(a, other));
}

const isFull = ({ name }: Appearance) => name.includes(' ');

function linkEqualRoles(nodes: readonly Appearance[], clusters: Clusters): void {
  const byRole = new Map<string, number>();
  nodes.forEach((node, index) => {
    if (!isFull(node)) return;
    for (const { text } of node.roles) {
      const key = `${node.name}\n${roleKey(text)}`;
      const first = byRole.get(key);
      if (first === undefined) byRole.set(key, index);
      else clusters.join(first, index);
    }
  });
}

/** "the mayor" goes with "the mayor of Bristow" where no other longer role of the name has the word. */
function linkShorterRoles(nodes: readonly Appearance[], clusters: Clusters): void {
  const wanted: [number, number][] = [];
  for (const roles of wordingsByName(nodes).values()) {
    for (const short of roles) {
      const longer = roles.filter(({ words }) => words.size > short.words.size && fitsRole(words, short.words));
      const homes = new Set(longer.flatMap(({ indexes }) => indexes.map((index) => clusters.of(index))));
      const [home] = homes;
      if (homes.size !== 1 || home === undefined) continue;
      for (const index of short.indexes) wanted.push([index, home]);
    }
  }
  for (const [index, home] of wanted) clusters.join(index, home);
}

interface RoleWording {
  readonly words: ReadonlySet<string>;
  /** Where it is printed: places in the list of appearances. */
  readonly indexes: number[];
}

/** For each full name the wordings of its roles, each once: hundreds of articles have a few of them. */
function wordingsByName(nodes: readonly Appearance[]): ReadonlyMap<string, readonly RoleWording[]> {
  const byName = new Map<string, Map<string, RoleWording>>();
  nodes.forEach((node, index) => {
    if (!isFull(node)) return;
    const wordings = byName.get(node.name) ?? new Map<string, RoleWording>();
    byName.set(node.name, wordings);
    for (const { text } of node.roles) {
      const key = roleKey(text);
      const known = wordings.get(key);
      if (known) known.indexes.push(index);
      else wordings.set(key, { words: roleWords(text), indexes: [index] });
    }
  });
  return new Map([...byName].map(([name, wordings]) => [name, [...wordings.values()]]));
}

/**
 * Joins what a ruling says to be one; whether it said so of anybody. A name without role and article means everybody
 * of that name where they are one person by their roles; else only those of whom no role is printed.
 */
function joinRuled(ruling: Ruling, nodes: readonly Appearance[], clusters: Clusters): boolean {
  const meant = [ruling.one, ruling.other].map((key) => {
    const own = nodes.flatMap((node, index) => (meets(key, node) ? [index] : []));
    if (key.role !== null || key.articleId !== null) return own;
    const withRole = own.filter((index) => (nodes[index]?.roles.length ?? 0) > 0);
    const isOne = new Set(withRole.map((index) => clusters.of(index))).size <= 1;
    return isOne ? own : own.filter((index) => !withRole.includes(index));
  });
  const [one = [], other = []] = meant;
  if (one.length === 0 || other.length === 0) return false;
  const [first = 0, ...rest] = [...one, ...other];
  for (const index of rest) clusters.join(first, index);
  return true;
}

/** Disjoint sets of appearances, of which some may not be joined. */
class Clusters {
  readonly #nodes: readonly Appearance[];
  readonly #isForbidden: (one: Appearance, other: Appearance) => boolean;
  readonly #heads: number[];
  readonly #members: Map<number, readonly number[]>;

  constructor(nodes: readonly Appearance[], isForbidden: (one: Appearance, other: Appearance) => boolean) {
    this.#nodes = nodes;
    this.#isForbidden = isForbidden;
    this.#heads = nodes.map((_, index) => index);
    this.#members = new Map(nodes.map((_, index) => [index, [index]]));
  }

  of(index: number): number {
    return this.#heads[index] ?? index;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a === b) return;
    const [left, right] = [this.#members.get(a) ?? [], this.#members.get(b) ?? []];
    if (left.some((x) => right.some((y) => this.#areForbidden(x, y)))) return;
    for (const index of right) this.#heads[index] = a;
    this.#members.set(a, [...left, ...right]);
    this.#members.delete(b);
  }

  all(): readonly (readonly Appearance[])[] {
    return [...this.#members.values()].map((indexes) => indexes.flatMap((index) => this.#nodes[index] ?? []));
  }

  #areForbidden(one: number, other: number): boolean {
    const [a, b] = [this.#nodes[one], this.#nodes[other]];
    return a !== undefined && b !== undefined && this.#isForbidden(a, b);
  }
}

function rolesOf(members: readonly Appearance[]): readonly string[] {
  const roles = new Map<string, { text: string; articles: number }>();
  for (const { text } of members.flatMap((member) => member.roles)) {
    const key = roleKey(text);
    const known = roles.get(key);
    if (known) known.articles++;
    else roles.set(key, { text, articles: 1 });
  }
  return [...roles.values()].toSorted((a, b) => b.articles - a.articles).map(({ text }) => text);
}

/** One order for the same appearances, whatever order they come in. */
function inOrder(a: Appearance, b: Appearance): number {
  return compare(a.name, b.name) || newestFirst(a, b) || compare(a.sha256, b.sha256);
}

function newestFirst(a: Appearance, b: Appearance): number {
  return compare(b.publishedAt ?? '', a.publishedAt ?? '') || compare(a.articleId, b.articleId);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

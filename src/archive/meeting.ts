import type { Kept, ReadArticle } from './archive.ts';
import type { Course } from './course.ts';
import type { JournalNote } from './journal.ts';
import { type Acquaintance, type Comer, identityById, Recogniser } from './recognition.ts';
import { comparable } from './standing.ts';

/*
 * What keeping comes to besides versions and entries: which article each is, its embargo, and its line in the log. The
 * same for every store.
 */

/** An article under the id that it has in the archive. */
export interface MetArticle {
  readonly read: ReadArticle;
  /** Whether its text is held already from another place, so that there is nothing to keep. */
  readonly isCopy: boolean;
}

/** An article as it is recognised. */
export function comerOf({ article, identity }: Pick<ReadArticle, 'article' | 'identity'>): Comer {
  return { identity: identity ?? identityById(article.id), sha256: article.sha256 };
}

/** Recognises articles one after the other, and gives the names to be remembered. */
export function meetAll(
  acquaintance: Acquaintance,
  articles: readonly ReadArticle[],
): { readonly met: readonly MetArticle[]; readonly names: readonly (readonly [name: string, article: string])[] } {
  const recogniser = new Recogniser(acquaintance);
  const names: (readonly [string, string])[] = [];
  const met = articles.map((read): MetArticle => {
    const { id, kind, names: fresh } = recogniser.meet(comerOf(read));
    for (const name of fresh) names.push([name, id]);
    return { read: { ...read, article: { ...read.article, id } }, isCopy: kind === 'copy' };
  });
  return { met, names };
}

/** A step of a course, with the article that took it. */
export interface Step extends MetArticle {
  readonly kind: Kept['kind'];
  /** The version's number in the store; of a copy none. */
  readonly version: number;
}

export function takeStep(course: Course, met: MetArticle): Step {
  return met.isCopy ? { ...met, kind: 'unchanged', version: -1 } : { ...met, ...course.take(met.read) };
}

/** An article that its outlet gave under an embargo. */
export interface Embargo {
  readonly articleId: string;
  /** ISO 8601 in UTC. */
  readonly until: string;
}

/** The embargoes that new texts came with, the last one of each article; one that is over sets nothing, and lifts nothing. */
export function embargoesOf(steps: readonly Step[], now: string): readonly Embargo[] {
  const until = new Map<string, string>();
  for (const { kind, read } of steps) {
    const moment = read.embargoUntil == null ? null : comparable(Date.parse(read.embargoUntil));
    if ((kind === 'added' || kind === 'changed') && moment !== null && moment > now) until.set(read.article.id, moment);
  }
  return [...until].map(([articleId, moment]) => ({ articleId, until: moment }));
}

/** The articles of which other entries may have to be reserved now. */
export function articlesToReserve(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.flatMap(({ kind, read }) => (kind === 'unchanged' ? [] : [read.article.id])))];
}

/** The log's lines for what was kept. */
export function notesOfKeeping(steps: readonly Step[], embargoes: readonly Embargo[]): readonly JournalNote[] {
  const common = { by: 'ingest', why: null };
  const kept = steps.flatMap(({ kind, read: { article } }): readonly JournalNote[] => {
    if (kind === 'unchanged') return [];
    return [{ ...common, deed: kind, articleId: article.id, what: `version ${article.sha256.slice(0, 12)}` }];
  });
  const embargoed = embargoes.map(({ articleId, until }): JournalNote => {
    return { ...common, deed: 'embargoed', articleId, what: `until ${until}`, why: 'given with the article' };
  });
  return [...kept, ...embargoed];
}

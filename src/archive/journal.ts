import { z } from 'zod';
import type { Act } from './standing.ts';

/** What is written down: an article was kept or read anew, or somebody did something about it or about a person. */
export type Deed =
  | 'added'
  | 'changed'
  | 'reread'
  | 'corrected'
  | 'withdrawn'
  | 'embargoed'
  | 'embargo-ended'
  | 'restricted'
  | 'restored'
  | (string & {});

/** One line for the log. */
export interface JournalNote {
  readonly deed: Deed;
  /** Who did it: a person's name or id, or the part of whosaid that did it by itself. */
  readonly by: string;
  readonly articleId: string | null;
  /** What exactly: the version's hash, the moment, the channels; null where the deed says it all. */
  readonly what: string | null;
  /** Why, in the words of whoever did it. */
  readonly why: string | null;
}

/** One line of the log. */
export interface JournalLine extends JournalNote {
  /** Counts up; a later line has a higher number. */
  readonly n: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Which lines of the log are wanted. */
export interface JournalRequest {
  readonly articleId?: string;
  /** Only lines after this number. */
  readonly after?: number;
  readonly limit: number;
}

/**
 * Everything that was done, in order. It is only ever added to: the stores themselves refuse to change or remove a
 * line. Whatever writes to the archive writes its line in the same transaction.
 */
export interface Journal {
  /** Lines of the log, oldest first. */
  journal(request: JournalRequest): Promise<readonly JournalLine[]>;
}

/** The line for an act. */
export function noteOfAct(articleId: string, act: Act, by: string): JournalNote {
  const common = { by, articleId, why: act.note ?? null };
  switch (act.kind) {
    case 'correct':
      return { ...common, deed: 'corrected', what: null };
    case 'withdraw':
      return { ...common, deed: 'withdrawn', what: null };
    case 'embargo':
      return { ...common, deed: 'embargoed', what: `until ${act.until}` };
    case 'restrict':
      return { ...common, deed: 'restricted', what: `to ${act.channels.join(', ')}` };
    case 'restore':
      return { ...common, deed: 'restored', what: null };
  }
}

/** An embargo that is over: the article's id, and when it ended. */
export const EndedEmbargoRow = z.object({ id: z.string(), until: z.string() });

/** The lines for embargoes that are over. */
export function notesOfEndedEmbargoes(ended: readonly z.infer<typeof EndedEmbargoRow>[]): readonly JournalNote[] {
  return ended.map(({ id, until }) => {
    return { deed: 'embargo-ended', by: 'the clock', articleId: id, what: `at ${until}`, why: null };
  });
}

/** The columns of a line in the SQL of every store. */
export const JOURNAL_COLUMNS =
  'journal.n, journal.at, journal.who AS "by", journal.deed, journal.article AS "articleId", journal.what, journal.why';

/** A row of JOURNAL_COLUMNS. */
export const JournalRow: z.ZodType<JournalLine> = z.object({
  n: z.number(),
  at: z.string(),
  by: z.string(),
  deed: z.string(),
  articleId: z.string().nullable(),
  what: z.string().nullable(),
  why: z.string().nullable(),
});

/** What is written into the columns at, who, deed, article, what, why. */
export function journalValues(note: JournalNote, at: string): readonly (string | null)[] {
  return [at, note.by, note.deed, note.articleId, note.what, note.why];
}

import { z } from 'zod';
import { ArchiveError, type ArticleState, type KeptArticle } from './archive.ts';

/** What somebody did about an article as a whole. Every note is for people to read. */
export type Act =
  /** Something in it was wrong; it stays in use, and what was corrected is shown with it. */
  | { readonly kind: 'correct'; readonly note: string }
  /** It is not to be used any more. */
  | { readonly kind: 'withdraw'; readonly note: string }
  /** Not to be used before this moment, ISO 8601. */
  | { readonly kind: 'embargo'; readonly until: string; readonly note?: string }
  /** To be used in these channels only. */
  | { readonly kind: 'restrict'; readonly channels: readonly string[]; readonly note?: string }
  /** Lifts whatever keeps the article back; where nothing does, the mark of a correction. */
  | { readonly kind: 'restore'; readonly note?: string };

/** When something was done about an article, ISO 8601 in UTC, and why. */
export interface Mark {
  readonly at: string;
  readonly note: string;
}

/** How an article stands. Each part is on its own: what is embargoed may be restricted as well. */
export interface Standing {
  readonly correction: Mark | null;
  readonly withdrawal: Mark | null;
  /** ISO 8601 in UTC; null where there is none. */
  readonly embargoUntil: string | null;
  /** The only channels in which it may be used; null where it may be in all of them. */
  readonly channels: readonly string[] | null;
}

/** An article that nothing was done about. */
export const AS_PUBLISHED: Standing = { correction: null, withdrawal: null, embargoUntil: null, channels: null };

/** How an article stands after an act; throws an ArchiveError where the act says nothing that can be kept. */
export function afterAct(standing: Standing, act: Act, at: string): Standing {
  switch (act.kind) {
    case 'correct':
      return { ...standing, correction: { at, note: act.note } };
    case 'withdraw':
      return { ...standing, withdrawal: { at, note: act.note } };
    case 'embargo':
      return { ...standing, embargoUntil: momentOf(act.until) };
    case 'restrict':
      if (act.channels.length === 0) throw new ArchiveError('Give at least one channel to restrict an article to.');
      return { ...standing, channels: [...new Set(act.channels)].sort() };
    case 'restore':
      return isKeptBack(standing)
        ? { ...standing, withdrawal: null, embargoUntil: null, channels: null }
        : { ...standing, correction: null };
  }
}

/** A typed moment in UTC, in the form in which moments are compared; throws an ArchiveError where it is none. */
export function momentOf(typed: string): string {
  const moment = Date.parse(typed);
  const isWhole = /^\d{4}-\d{2}-\d{2}(?:$|T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$)/i.test(
    typed.trim(),
  );
  if (!isWhole || Number.isNaN(moment)) {
    throw new ArchiveError(`“${typed}” is no moment with its zone. Write it like 2026-05-01T06:00:00Z.`);
  }
  return comparable(moment);
}

/** The end of the year 9999: JavaScript writes a later moment with a sign, which sorts before all others. */
const LAST_MOMENT = Date.parse('9999-12-31T23:59:59.999Z');

/** A moment, in milliseconds since 1970, in the one form in which moments can be compared as text; the latest is the end of 9999. */
export function comparable(moment: number): string {
  return new Date(Math.min(moment, LAST_MOMENT)).toISOString();
}

function isKeptBack({ withdrawal, embargoUntil, channels }: Standing): boolean {
  return withdrawal !== null || embargoUntil !== null || channels !== null;
}

/** The state that a standing comes to. */
export function stateOf({ correction, withdrawal }: Standing): ArticleState {
  if (withdrawal) return { kind: 'withdrawn', ...withdrawal };
  return correction ? { kind: 'corrected', ...correction } : { kind: 'live' };
}

/** Whom something is to be served to. */
export interface Audience {
  /** The channel asked from; null where there is none: a direct message, or the command line. */
  readonly channel: string | null;
}

/** Why an article may not be served. */
export type Bar =
  | { readonly kind: 'withdrawn'; readonly at: string; readonly note: string }
  | { readonly kind: 'embargoed'; readonly until: string }
  | { readonly kind: 'restricted' };

/** What keeps an article from being served to somebody at this moment; null where nothing does. */
export function barOf(
  { state, embargoUntil, channels }: Pick<KeptArticle, 'state' | 'embargoUntil' | 'channels'>,
  { channel }: Audience,
  now: Date,
): Bar | null {
  if (state.kind === 'withdrawn') return state;
  if (embargoUntil !== null && embargoUntil > now.toISOString()) return { kind: 'embargoed', until: embargoUntil };
  if (channels !== null && (channel === null || !channels.includes(channel))) return { kind: 'restricted' };
  return null;
}

const Nullable = z.string().nullable();

/** The columns of a standing in the SQL of every store; table articles. */
export const STANDING_COLUMNS = `
  articles.corrected_at AS "correctedAt", articles.correction, articles.withdrawn_at AS "withdrawnAt",
  articles.withdrawal, articles.embargo_until AS "embargoUntil", articles.channels`;

/** What stands in STANDING_COLUMNS. */
export const standingFields = {
  correctedAt: Nullable,
  correction: Nullable,
  withdrawnAt: Nullable,
  withdrawal: Nullable,
  embargoUntil: Nullable,
  channels: Nullable,
};

const StandingFields = z.object(standingFields);
const Channels = z.array(z.string());

/** A standing as it was written into its columns. */
export function readStanding(columns: z.infer<typeof StandingFields>): Standing {
  const { correctedAt, correction, withdrawnAt, withdrawal, embargoUntil, channels } = columns;
  return {
    correction: correctedAt === null ? null : { at: correctedAt, note: correction ?? '' },
    withdrawal: withdrawnAt === null ? null : { at: withdrawnAt, note: withdrawal ?? '' },
    embargoUntil,
    channels: channels === null ? null : Channels.parse(JSON.parse(channels)),
  };
}

/** A row of STANDING_COLUMNS, as a standing. */
export const StandingRow = StandingFields.transform(readStanding);

/** What is written into the columns corrected_at, correction, withdrawn_at, withdrawal, embargo_until, channels. */
export function standingValues(standing: Standing): readonly (string | null)[] {
  const { correction, withdrawal, embargoUntil, channels } = standing;
  return [
    correction?.at ?? null,
    correction?.note ?? null,
    withdrawal?.at ?? null,
    withdrawal?.note ?? null,
    embargoUntil,
    channels && JSON.stringify(channels),
  ];
}

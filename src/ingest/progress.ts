/** What an ingest came to. */
export interface IngestSummary {
  /** Articles added or changed. */
  readonly articles: number;
  readonly quotations: number;
  readonly facts: number;
  /** Articles and files passed over: held already as they are, or refused. */
  readonly skipped: number;
  /** How many of those are held already as they are. */
  readonly held: number;
  /** Whether it was told to stop before it had looked at everything. */
  readonly isStopped: boolean;
  readonly seconds: number;
}

/** How far an ingest has come. */
export interface Progress extends Omit<IngestSummary, 'seconds' | 'isStopped'> {
  /** Bytes of the input that have been dealt with. */
  readonly bytes: number;
}

/** What happens while ingesting, for whoever shows progress. */
export type IngestEvent =
  | { readonly kind: 'found'; readonly files: number; readonly bytes: number }
  /** `origin` is a file's path or an address; of a file with many articles the reason begins with the place in it. */
  | { readonly kind: 'skipped'; readonly origin: string; readonly reason: string }
  /** These articles are on disk from now on: added, changed, or held by then. */
  | { readonly kind: 'kept'; readonly ids: readonly string[] }
  | ({ readonly kind: 'progress' } & Progress);

/** Thrown where nothing can be ingested at all; the message says what, where, and what to do. */
export class IngestError extends Error {
  override readonly name = 'IngestError';
}

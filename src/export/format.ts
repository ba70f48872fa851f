import type { Exported } from './exported.ts';

/** How entries are written out. */
export interface Format {
  /** What stands before the first entry, between two, and behind the last. */
  readonly head: string;
  readonly between: string;
  readonly foot: string;
  /** One entry; null where the format has no place for it. */
  readonly entry: (exported: Exported) => string | null;
}

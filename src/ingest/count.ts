import type { KeptCounts, Ledger } from './keeper.ts';
import type { PassedOver, ReadPiece } from './pieces.ts';
import type { IngestEvent, Progress } from './progress.ts';

/** Counts what becomes of each piece of the input, and tells of it. */
export class Count implements Ledger {
  readonly #tell: (event: IngestEvent) => void;
  readonly #count = { articles: 0, quotations: 0, facts: 0, skipped: 0, held: 0, bytes: 0 };

  constructor(tell: (event: IngestEvent) => void) {
    this.#tell = tell;
  }

  get progress(): Progress {
    return { ...this.#count };
  }

  /** A piece that is not read. */
  passedOver(piece: PassedOver): void {
    this.#count.bytes += piece.size;
    if (piece.kind === 'held') {
      this.#count.skipped += 1;
      this.#count.held += 1;
      this.#tellProgress();
    } else this.#refuse(piece.origin, piece.reason);
  }

  kept(pieces: readonly ReadPiece[], { articles, quotations, facts, held }: KeptCounts): void {
    this.#count.articles += articles;
    this.#count.quotations += quotations;
    this.#count.facts += facts;
    this.#count.skipped += held;
    this.#count.held += held;
    for (const { size } of pieces) this.#count.bytes += size;
    this.#tell({ kind: 'kept', ids: pieces.map(({ read }) => read.article.id) });
    this.#tellProgress();
  }

  refused(piece: ReadPiece, reason: string): void {
    this.#count.bytes += piece.size;
    this.#refuse(piece.origin, reason);
  }

  #refuse(origin: string, reason: string): void {
    this.#count.skipped += 1;
    this.#tell({ kind: 'skipped', origin, reason });
    this.#tellProgress();
  }

  #tellProgress(): void {
    this.#tell({ kind: 'progress', ...this.#count });
  }
}

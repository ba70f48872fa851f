import { type Archive, ArchiveError } from '../archive/archive.ts';
import { reasonToRefuse } from '../archive/keepable-text.ts';
import type { ReadPiece } from './pieces.ts';

/** What keeping has come to, for whoever counts. */
export interface Ledger {
  kept(pieces: readonly ReadPiece[], counts: KeptCounts): void;
  refused(piece: ReadPiece, reason: string): void;
}

/** What a batch came to. */
export interface KeptCounts {
  readonly articles: number;
  readonly quotations: number;
  readonly facts: number;
  readonly held: number;
}

/** A batch has no more text than this, in UTF-16 code units, however little was read out of it. */
const MOST_TEXT = 8 * 1024 * 1024;

/**
 * Keeps articles in batches of about so many entries, one batch after the other; while one is being kept, the next is
 * gathered.
 */
export class Keeper {
  readonly #archive: Pick<Archive, 'keep'>;
  readonly #ledger: Ledger;
  readonly #entriesAtOnce: number;
  #batch: ReadPiece[] = [];
  #entries = 0;
  #text = 0;
  #underWay: Promise<void> = Promise.resolve();
  /** An article that could not be kept, while it is not known whether that is its own fault. */
  #failed: { readonly piece: ReadPiece; readonly error: ArchiveError } | undefined;

  constructor(archive: Pick<Archive, 'keep'>, ledger: Ledger, entriesAtOnce: number) {
    this.#archive = archive;
    this.#ledger = ledger;
    this.#entriesAtOnce = entriesAtOnce;
  }

  /** Takes an article; rejects with an ArchiveError where the store cannot keep what came before. */
  async take(piece: ReadPiece): Promise<void> {
    const reason = reasonToRefuse(piece.read);
    if (reason) {
      this.#ledger.refused(piece, reason);
      return;
    }
    const { article, extraction } = piece.read;
    this.#batch.push(piece);
    this.#entries += 1 + extraction.quotations.length + extraction.facts.length;
    this.#text += article.text.length;
    if (this.#entries >= this.#entriesAtOnce || this.#text >= MOST_TEXT) await this.#next();
  }

  /** Keeps what is left; what was taken is on disk when this resolves. */
  async finish(): Promise<void> {
    await this.#next();
    await this.#underWay;
    if (this.#failed) throw this.#failed.error;
  }

  async #next(): Promise<void> {
    await this.#underWay;
    const batch = this.#batch;
    this.#batch = [];
    this.#entries = 0;
    this.#text = 0;
    if (batch.length === 0) return;
    this.#underWay = this.#keep(batch);
    // It is told when the next batch is due, or at the end.
    this.#underWay.catch(() => undefined);
  }

  /** Keeps a batch at once; where the archive refuses that, one by one, so that one bad article stops no others. */
  async #keep(batch: readonly ReadPiece[]): Promise<void> {
    try {
      await this.#keepAtOnce(batch);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      const [piece, ...others] = batch;
      if (others.length > 0) {
        for (const one of batch) await this.#keep([one]);
        return;
      }
      // Two articles in a row that cannot be kept: it is not they but the store that has a fault.
      if (this.#failed || !piece) throw error;
      this.#failed = { piece, error };
      return;
    }
    if (this.#failed) this.#ledger.refused(this.#failed.piece, this.#failed.error.message);
    this.#failed = undefined;
  }

  async #keepAtOnce(batch: readonly ReadPiece[]): Promise<void> {
    const kept = await this.#archive.keep(batch.map(({ read }) => read));
    const counts = { articles: 0, quotations: 0, facts: 0, held: 0 };
    for (const one of kept) {
      if (one.kind === 'unchanged') counts.held += 1;
      else {
        counts.articles += 1;
        counts.quotations += one.quotations;
        counts.facts += one.facts;
      }
    }
    this.#ledger.kept(batch, counts);
  }
}

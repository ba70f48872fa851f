import type { Archive } from '../archive.ts';
import type { CandidateIndex } from '../candidate-query.ts';
import type { OpenMode } from '../open-archive.ts';

type Asked = Omit<Archive, 'close'> & Omit<CandidateIndex, 'rankable'>;

/** What can be asked of a store. */
export type Method = keyof Asked;

/** What each question takes and gives. */
export type Calls = {
  readonly [M in Method]: {
    readonly args: Parameters<Asked[M]>;
    readonly value: Awaited<ReturnType<Asked[M]>>;
  };
};

/** A store as its own thread uses it: the same questions, answered at once. */
export type Store = { readonly [M in Method]: (...args: Calls[M]['args']) => Calls[M]['value'] };

/** One question with what it takes. */
export type Call<M extends Method = Method> = {
  readonly [K in M]: { readonly method: K; readonly args: Calls[K]['args'] };
}[M];

/** What the store's thread is told; each is answered by one reply with the same number, in the order of asking. */
export type Request =
  | { readonly kind: 'open'; readonly number: number; readonly folder: string; readonly mode: OpenMode }
  | { readonly kind: 'call'; readonly number: number; readonly call: Call }
  | { readonly kind: 'close'; readonly number: number };

/** What the store's thread answers. */
export type Reply =
  | { readonly kind: 'done'; readonly number: number; readonly value: Calls[Method]['value'] }
  | { readonly kind: 'failed'; readonly number: number; readonly fault: Fault };

/** An ArchiveError on its way between threads, where an error loses its class. */
export interface Fault {
  readonly message: string;
  /** The stack of what lies beneath, for a log; null where nothing does. */
  readonly cause: string | null;
}

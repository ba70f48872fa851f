import type { KeptArticle } from '../archive/archive.ts';
import { type Audience, type Bar, barOf } from '../archive/standing.ts';
import { overlaps } from '../article/article.ts';
import { cutWords, isIntact } from '../extraction/cut-words.ts';
import { type Entry, parseExcerptId } from '../extraction/entry.ts';
import type { Excerpt, Verification } from './answer.ts';
import { cutExcerpt } from './excerpt.ts';
import { type Fate, fateInWords, fateOfPieces } from './fate.ts';
import { creditOf, sourceOf } from './printed-source.ts';
import type { Store } from './replies/draft.ts';

/** A verification, and the excerpt where it may be shown. */
export interface Verified {
  readonly verification: Verification;
  /** Undefined where it does not match, is read otherwise now, or may not be served. */
  readonly excerpt: Excerpt | undefined;
  /** What the excerpt was cut by; undefined where there is none. */
  readonly entry?: Entry;
}

/**
 * Slices the excerpt with this id again and says whether it still matches; ids may be typed in any common way.
 *
 * What may not be served is not printed here either: of a withdrawn article its note is told, of others nothing.
 */
export async function verifyExcerpt(store: Store, typedId: string, audience: Audience, now: Date): Promise<Verified> {
  const id = parseExcerptId(typedId);
  if (id === null) {
    return unshown(
      'not-an-id',
      `“${typedId.slice(0, 40)}” is no excerpt id. An id looks like W7F-3KQ and stands on every card.`,
    );
  }
  const entry = await store.entry(id);
  const kept = entry && (await store.article(entry.articleId, entry.sha256));
  if (!entry || !kept) return unshown('unknown', `No excerpt has the id ${id} in this archive.`);
  const bar = barOf(kept, audience, now);
  if (bar) return unshown(bar.kind === 'withdrawn' ? 'withdrawn' : 'kept-back', barInWords(id, bar));
  const excerpt = cutExcerpt(kept, entry);
  if (!excerpt) {
    return unshown(
      'mismatch',
      `${id} no longer matches its stored article, so it is not shown. Ingest the article again.`,
    );
  }
  if (await store.isRetired(id)) {
    return unshown(
      'reread',
      `The words of ${id} stand in the stored article as they did, but whosaid reads that passage otherwise now, so the card is not to be used. Look the words up again.`,
    );
  }
  if (!kept.isCurrent) return superseded(store, id, entry, excerpt);
  const { start, end } = excerpt.words.span;
  const message = `${id} matches the stored article ${entry.sha256.slice(0, 12)} at ${start}–${end}, letter for letter.`;
  return { verification: { kind: 'matches', excerpt, message }, excerpt, entry };
}

type Unshown = Exclude<Verification, { readonly excerpt: Excerpt }>['kind'];

function unshown(kind: Unshown, message: string): Verified {
  return { verification: { kind, message }, excerpt: undefined };
}

function barInWords(id: string, bar: Bar): string {
  switch (bar.kind) {
    case 'withdrawn':
      return `${id} comes from an article that was withdrawn on ${bar.at.slice(0, 10)}: ${bar.note}`;
    case 'embargoed':
      return `${id} comes from an article that may not be used yet.`;
    case 'restricted':
      return `${id} comes from an article that may not be used here.`;
  }
}

/** The excerpt as its version has it, with what became of the words in the newest one. */
async function superseded(store: Store, id: string, entry: Entry, cut: Excerpt): Promise<Verified> {
  const current = await store.article(entry.articleId);
  if (current && !isIntact(current.article)) {
    return unshown(
      'mismatch',
      `${id} comes from an earlier version, and the newest one no longer matches its hash, so neither is shown. Ingest the article again.`,
    );
  }
  const { words } = cut;
  const pieces = entry.content.map(({ start, end }) =>
    words.text.slice(start - words.span.start, end - words.span.start),
  );
  const fate: Fate = current ? fateOfPieces(pieces, words.text, current.article.text) : { kind: 'gone' };
  const told = [fateInWords(fate), current ? await newCredit(store, current, entry, fate) : null]
    .filter(Boolean)
    .join(' ');
  const remark = `This is how an earlier version of the article reads. ${told}`;
  const excerpt = { ...cut, remarks: [...(cut.remarks ?? []), remark] };
  const message = `${id} matches the version it was cut from. ${told}`;
  return { verification: { kind: 'superseded', excerpt, fate, message }, excerpt, entry };
}

/** Whom the newest version credits with words that it still prints, where that is another than before. */
async function newCredit(store: Store, { article }: KeptArticle, old: Entry, fate: Fate): Promise<string | null> {
  if (fate.kind === 'gone') return null;
  const entries = await store.entriesOf(article.id);
  const there = entries.filter(({ kind, content }) => {
    return kind === old.kind && content.some((span) => overlaps(span, fate.now.span));
  });
  const [entry] = there;
  if (
    !entry ||
    there.some(({ speaker, printedSource }) => speaker === old.speaker && printedSource === old.printedSource)
  ) {
    return null;
  }
  if (cutWords(article, entry) === null) return null;
  const nameOf = (one: Entry) => (one.printedSource === '' ? creditOf(one) : (one.speaker ?? sourceOf(one)));
  return nameOf(entry) === nameOf(old) ? null : `They are credited to ${nameOf(entry)} there, not to ${nameOf(old)}.`;
}

import { createHash } from 'node:crypto';
import type { Archive, ReadArticle } from '../../archive/archive.ts';
import type { Paragraph, Span } from '../../article/article.ts';
import type { Fact, Quotation } from '../../extraction/quotation.ts';
import type { BenchEntry } from './bench-entries.ts';

/** How many entries stand in one article: what a news article mostly has. */
const ENTRIES_AN_ARTICLE = 12;
/** Articles that are kept in one go. */
const BATCH = 160;

/**
 * Keeps entries in articles that print one of them a paragraph, without reading those again. Gives how many there are.
 *
 * @param tell is told now and then how many have been kept
 */
export async function fillArchive(
  archive: Archive,
  entries: Iterable<BenchEntry> | AsyncIterable<BenchEntry>,
  tell: (kept: number) => void = () => {},
): Promise<number> {
  let kept = 0;
  let entriesOfArticle: BenchEntry[] = [];
  let batch: ReadArticle[] = [];
  const closeArticle = () => {
    if (entriesOfArticle.length > 0) batch.push(articleOf(entriesOfArticle));
    entriesOfArticle = [];
  };
  const keepBatch = async () => {
    if (batch.length > 0) await archive.keep(batch);
    batch = [];
    tell(kept);
  };
  for await (const entry of entries) {
    entriesOfArticle.push(entry);
    kept++;
    if (entriesOfArticle.length === ENTRIES_AN_ARTICLE) closeArticle();
    if (batch.length === BATCH) await keepBatch();
  }
  closeArticle();
  await keepBatch();
  await archive.noteIndexed(new Date().toISOString());
  return kept;
}

/** An article that prints each entry in a paragraph of its own, and behind a quotation who said it. */
export function articleOf(entries: readonly BenchEntry[]): ReadArticle {
  let text = '';
  const print = (words: string): Span => {
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  const paragraphs: Paragraph[] = [];
  const quotations: Quotation[] = [];
  const facts: Fact[] = [];
  for (const entry of entries) {
    const start = text.length;
    if (entry.kind === 'fact') facts.push({ span: print(entry.text), kind: 'statement', source: [] });
    else quotations.push(quotationOf(entry, print));
    paragraphs.push({ start, end: text.length, role: 'body' });
    print('\n\n');
  }
  const [first] = entries;
  return {
    article: {
      id: `bench-${first?.id ?? 0}`,
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
      paragraphs,
      headline: null,
      outlet: null,
      byline: null,
      publishedAt: first?.date ?? null,
      updatedAt: null,
      url: null,
      language: null,
    },
    extraction: { quotations, facts },
  };
}

function quotationOf({ text, speaker }: BenchEntry, print: (words: string) => Span): Quotation {
  print('“');
  const content = [print(text)];
  print('”');
  const cue = speaker === '' ? [] : [print(' said')];
  if (speaker !== '') print(' ');
  const source = speaker === '' ? [] : [print(speaker)];
  return {
    kind: 'direct',
    content,
    source,
    cue: cue.map(({ start, end }) => ({ start: start + 1, end })),
    speaker: speaker === '' ? null : speaker,
    status: speaker === '' ? 'none' : 'named',
    evidence: source,
    rule: 'made for a bench',
    reason: 'made for a bench',
  };
}

import { type Entry, excerptId } from '../../src/extraction/entry.ts';

/** An entry with these words; everything else is plain unless given. */
export function entryOf(text: string, given: Partial<Entry> = {}): Entry {
  const content = [{ start: 0, end: text.length }];
  return {
    id: excerptId(text, 'direct', content),
    articleId: 'a-1',
    sha256: 'f'.repeat(64),
    kind: 'direct',
    text,
    content,
    source: [],
    cue: [],
    evidence: [],
    speaker: null,
    status: 'none',
    printedSource: '',
    rule: 'typed for a test',
    outlet: null,
    headline: null,
    publishedAt: null,
    ...given,
  };
}

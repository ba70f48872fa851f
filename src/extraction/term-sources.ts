import type { Passage } from './passage.ts';
import { nounPhraseBefore, type Run } from './phrases.ts';

/** Who uses a term or slogan, and the words that say so. */
export interface TermSource {
  readonly source: Run;
  readonly cue: Run;
}

/** Nouns behind which stands what somebody calls something or goes by. */
const NOTIONS = new Set(
  `concept goal aim idea notion policy principle theme motto slogan vision mission doctrine strategy plan campaign banner
  mantra pledge term phrase label name objective ambition promise title dream`.split(/\s+/),
);

const BACK = 4;

/**
 * Who is printed as using words in quotation marks that are no statement.
 *
 *     {source:It} has {cue:advanced a concept of} “cyber sovereignty”
 *     {source:The fair}, {cue:with a goal of} “trade for all”, …
 *
 * @param open the place of the opening mark
 */
export function termSource(passage: Passage, open: number, sentence: Run): TermSource | null {
  const { tokens } = passage;
  const noun = tokens[open - 1]?.norm === 'of' ? open - 2 : open - 1;
  if (noun <= sentence.from || !NOTIONS.has(tokens[noun]?.norm ?? '')) return null;
  let from = noun;
  while (from > sentence.from + 1 && noun - from < BACK && /^(?:DET|ADJ)$/.test(tokens[from - 1]?.pos ?? '')) from--;
  const before = from - 1;
  const isAside = /^(?:with|under|behind)$/.test(tokens[before]?.norm ?? '') && tokens[before - 1]?.text === ',';
  if (!isAside && tokens[before]?.pos !== 'VERB') return null;
  let end = isAside ? before - 1 : before;
  while (!isAside && end > sentence.from && /^(?:AUX|ADV)$/.test(tokens[end - 1]?.pos ?? '')) end--;
  const start = nounPhraseBefore(tokens, end, sentence.from);
  return start < 0 ? null : { source: { from: start, to: end }, cue: { from: before, to: open } };
}

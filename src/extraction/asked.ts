import { complementAt } from './complements.ts';
import { extentFrom } from './extents.ts';
import { isBe } from './function-words.ts';
import type { Passage } from './passage.ts';
import { nounPhraseAfter, type Run } from './phrases.ts';
import type { Statement } from './statement.ts';
import { isTimeWord } from './words-of-time.ts';

/**
 * A question that somebody was asked, at the head of a sentence or behind a comma.
 *
 *     Asked by {a reader} [whether he would go], Mr Bell laughed. · When asked on Monday about [the road], she left.
 *
 * Mostly nobody is printed as asking: then it has no source.
 */
export function askedQuestion(passage: Passage, at: number, sentence: Run): Statement | null {
  const { tokens } = passage;
  const token = tokens[at];
  if (token?.norm !== 'asked' || token.pos !== 'VERB') return null;
  const before = tokens[at - 1];
  const isPassive = before !== undefined && isBe(before.norm);
  const isWhen = before?.norm === 'when' || before?.norm === 'if';
  const isFronted = at === sentence.from || before?.text === ',' || isWhen;
  if (!isFronted && !isPassive) return null;
  let from = at + 1;
  let source: Run | null = null;
  for (let steps = 0; steps < 6; steps++) {
    const next = tokens[from];
    if (!next || from >= sentence.to) return null;
    const noun = nounPhraseAfter(tokens, from + 1, sentence.to);
    if (next.norm === 'by' && noun > from + 1) {
      source = { from: from + 1, to: noun };
      from = noun;
    } else if (isTimeWord(next.norm) || next.pos === 'ADV') from++;
    else if (
      (next.norm === 'on' || next.norm === 'in' || next.norm === 'at' || next.norm === 'during') &&
      noun > from + 1
    ) {
      from = noun;
    } else if (next.norm === 'on') from++;
    else break;
  }
  const isAbout = tokens[from]?.norm === 'about';
  if (isAbout) from++;
  const complement = complementAt(passage, from, sentence.to);
  if (!isAbout && complement !== 'question') return null;
  const setting = { form: 'past', complement: 'phrase', isSubordinate: true, isRelative: false } as const;
  const to = extentFrom(passage, from, sentence, setting);
  if (to <= from || (to >= sentence.to && !isPassive && !isWhen)) return null;
  return {
    kind: 'statement',
    content: [{ from, to }],
    source,
    cue: { from: at, to: at + 1 },
    trails: false,
    rule: 'a question that somebody was asked',
  };
}

import { accordingTo, isAccordingTo } from './according.ts';
import { askedQuestion } from './asked.ts';
import { besideQuote } from './beside.ts';
import { cueAt } from './cues.ts';
import { leading } from './leading.ts';
import { sayingNoun } from './noun-cues.ts';
import { type Passage, quotedStretch } from './passage.ts';
import type { Run } from './phrases.ts';
import type { Context, Lead, Statement } from './statement.ts';
import { trailing } from './trailing.ts';

/** What the reporting words of a paragraph yield. */
export interface Statements {
  readonly statements: readonly Statement[];
  readonly lead: Lead | null;
}

/** Finds what is said in a paragraph by its verbs of saying and by “according to”. */
export function findStatements(passage: Passage): Statements {
  const statements: Statement[] = [];
  let lead: Lead | null = null;
  for (const sentence of passage.sentences) {
    const found = statementsIn(passage, sentence);
    statements.push(...found.statements);
    lead = found.lead ?? lead;
  }
  statements.push(...besideQuotes(passage, statements));
  return { statements, lead };
}

/** What the place of words in quotation marks says of those that no verb of saying claims. */
function besideQuotes(passage: Passage, statements: readonly Statement[]): readonly Statement[] {
  const claimed = passage.quoted.map(() => false);
  for (const { content } of statements) {
    for (const { from, to } of content) {
      for (let at = Math.max(from, 0); at < to; at++) {
        const index = passage.quotedAt[at] ?? -1;
        if (index < 0) continue;
        claimed[index] = true;
        at = Math.max(at, passage.quoted[index]?.close ?? at);
      }
    }
  }
  return passage.quoted.flatMap((stretch, index) => {
    const found = claimed[index] ? null : besideQuote(passage, stretch);
    return found ? [found] : [];
  });
}

function statementsIn(passage: Passage, sentence: Run): Statements {
  const statements: Statement[] = [];
  let lead: Lead | null = null;
  let low = sentence.from;
  let floor = sentence.from;
  let unsourced = sentence.from;
  let speaker: Run | null = null;
  for (let at = sentence.from; at < sentence.to; at++) {
    const stretch = quotedStretch(passage, at);
    if (stretch) {
      at = Math.max(at, stretch.close);
      continue;
    }
    if (isAccordingTo(passage, at, sentence)) {
      const found = accordingTo(passage, at, sentence, unsourced);
      if (found) statements.push(found);
      unsourced = found?.source?.from ?? at + 2;
      continue;
    }
    const other = sayingNoun(passage, at, sentence) ?? askedQuestion(passage, at, sentence);
    if (other) {
      statements.push(other);
      at = Math.max(at, Math.min(other.content[0]?.to ?? 0, sentence.to) - 1);
      floor = at + 1;
      low = at + 1;
      continue;
    }
    const cue = cueAt(passage.tokens, at, low);
    if (!cue) continue;
    const context: Context = { passage, sentence, low, floor, speaker };
    const found: Statement | Lead | null = trailing(context, cue) ?? leading(context, cue);
    if (!found) continue;
    low = cue.to;
    speaker = found.source ?? speaker;
    at = Math.max(at, cue.to - 1);
    if (found.kind === 'lead') {
      lead = found;
      continue;
    }
    statements.push(found);
    const last = found.content[found.content.length - 1];
    if (found.trails) floor = Math.max(cue.to, found.content.length > 1 ? (last?.to ?? 0) : 0);
    // What was said is not read again for words of saying.
    if (last && (!found.trails || found.content.length > 1)) {
      at = Math.max(at, Math.min(last.to, sentence.to) - 1);
      low = Math.max(low, Math.min(last.to, sentence.to));
    }
  }
  return { statements, lead };
}

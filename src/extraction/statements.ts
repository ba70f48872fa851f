import { type Cue, clauseStart, cueAt, gapAfter, subjectAfter, subjectBefore } from './cues.ts';
import { extentFrom } from './extents.ts';
import { type Passage, quotedStretch } from './passage.ts';
import { hasVerb, nounPhraseAfter, type Run } from './phrases.ts';
import { needsMarks, speechVerb } from './speech-words.ts';

/** Something said, as the words of one paragraph show it: what, by whom, with which reporting words. */
export interface Statement {
  readonly kind: 'statement';
  /** In printed order; marks and commas may stand at the ends. */
  readonly content: readonly Run[];
  /** Null where the reporting words have no subject. */
  readonly source: Run | null;
  readonly cue: Run;
  /** Whether the reporting words stand behind what was said, so that more of it may follow them. */
  readonly trails: boolean;
  readonly rule: string;
}

/** A sentence that announces words and ends: “The mayor replied:”, with the words in the next paragraph. */
export interface Lead {
  readonly kind: 'lead';
  readonly source: Run | null;
  readonly cue: Run;
}

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
        unsourced = at + 2;
        continue;
      }
      const cue = cueAt(passage.tokens, at, low);
      if (!cue) continue;
      const context: Context = { passage, sentence, low, floor, speaker };
      const found: Statement | Lead | null = trailing(context, cue) ?? leading(context, cue);
      if (!found) continue;
      if (found.kind === 'statement') {
        statements.push(found);
        const last = found.content[found.content.length - 1];
        if (found.trails) floor = Math.max(cue.to, found.content.length > 1 ? (last?.to ?? 0) : 0);
        if (last && (!found.trails || found.content.length > 1)) {
          at = Math.max(cue.to - 1, Math.min(last.to, sentence.to) - 1);
        }
      } else lead = found;
      low = cue.to;
      speaker = found.source ?? speaker;
      at = Math.max(at, cue.to - 1);
    }
  }
  return { statements, lead };
}

interface Context {
  readonly passage: Passage;
  readonly sentence: Run;
  readonly low: number;
  /** Behind the last reporting words that stood behind what was said: what is before them is taken. */
  readonly floor: number;
  /** Who spoke last in the sentence. */
  readonly speaker: Run | null;
}

function isAccordingTo(passage: Passage, at: number, sentence: Run): boolean {
  const { tokens } = passage;
  return tokens[at]?.norm === 'according' && tokens[at + 1]?.norm === 'to' && at + 2 < sentence.to;
}

function accordingTo(passage: Passage, at: number, sentence: Run, floor: number): Statement | null {
  const { tokens } = passage;
  const end = nounPhraseAfter(tokens, at + 2, sentence.to);
  if (end === at + 2) return null;
  const cue = { from: at, to: at + 2 };
  const source = { from: at + 2, to: end };
  let comma = end;
  while (comma < sentence.to && tokens[comma]?.text !== ',' && tokens[comma]?.pos !== 'PUNCT') comma++;
  const first = firstWord(passage, sentence);
  if (at <= first) {
    if (tokens[comma]?.text !== ',') return null;
    const content = { from: comma + 1, to: extentFrom(passage, comma + 1, sentence, false).to };
    return {
      kind: 'statement',
      content: [content],
      source,
      cue,
      trails: false,
      rule: '“according to” before the words',
    };
  }
  const content = [{ from: wordsBefore(passage, at, floor), to: at }];
  if (!content[0] || content[0].to <= content[0].from) return null;
  if (tokens[comma]?.text === ',' && tokens[at - 1]?.text === ',' && comma + 1 < sentence.to) {
    const rest = extentFrom(passage, comma + 1, sentence, false);
    if (!speechVerb(tokens[comma + 1]?.norm ?? '')) content.push({ from: comma + 1, to: rest.to });
  }
  return { kind: 'statement', content, source, cue, trails: true, rule: '“according to” behind the words' };
}

function firstWord(passage: Passage, sentence: Run): number {
  const token = passage.tokens[sentence.from];
  return token && (token.pos === 'CCONJ' || token.pos === 'ADV') ? sentence.from + 1 : sentence.from;
}

/** Where the words in front of a cue start: in a quotation that began sentences ago, at its mark. */
function wordsBefore(passage: Passage, end: number, low: number): number {
  const { tokens } = passage;
  const comma = tokens[end - 1]?.text === ',' ? end - 2 : end - 1;
  const stretch = quotedStretch(passage, comma);
  if (!stretch || stretch.close !== comma) return low;
  if (stretch.open <= low) return Math.max(stretch.open, 0);
  for (let at = low; at < stretch.open; at++) {
    const token = tokens[at];
    if (token && token.pos !== 'CCONJ' && token.pos !== 'ADV' && token.pos !== 'PUNCT') return low;
  }
  return stretch.open;
}

/** What was said before the reporting words: “…,” he said. / …, said Mayor Reyes. */
function trailing(context: Context, cue: Cue): Statement | null {
  const { passage, sentence, low, floor } = context;
  const { tokens } = passage;
  const inverted = isPause(passage, cue.from - 1) ? subjectAfter(passage, cue, sentence) : null;
  const source = inverted ?? subjectBefore(passage, cue, sentence, low);
  if (!source || (cue.verb.frame === 'act' && cue.verb.lemma !== 'ask')) return null;
  const start = Math.min(source.from, cue.from);
  if (!isPause(passage, start - 1) || (start <= sentence.from && !closesBefore(passage, start))) return null;
  const behind = inverted
    ? skipCircumstances(passage, cue, sentence, inverted.to)
    : gapAfter(passage, cue, sentence).to;
  const next = tokens[behind];
  const quotedBefore = closesBefore(passage, start);
  const ends =
    behind >= sentence.to || !next || (next.pos === 'PUNCT' && passage.quotedAt[behind] === -1 && next.text !== ':');
  // “It leaks.” Mayor Reyes said the dam would hold.
  const isOver = tokens[start - 2]?.text === '.';
  const cut = quotedBefore && !isOver && !ends && next !== undefined && !startsWords(passage, behind);
  if (!ends && !cut) return null;
  const from = wordsBefore(passage, start, floor);
  const words = { from, to: start };
  if (!quotedBefore && (needsMarks(cue.verb) || !hasVerb(tokens, words))) return null;
  const content = [words];
  if (next?.text === ',' && behind + 1 < sentence.to) {
    const opens = quotedStretch(passage, behind + 1)?.open === behind + 1;
    if (opens || (!quotedBefore && goesOn(passage, behind + 1))) {
      const rest = extentFrom(passage, behind + 1, sentence, false);
      content.push({ from: behind + 1, to: rest.to });
    }
  }
  const rule = inverted ? 'verb and speaker behind the words' : 'speaker and verb behind the words';
  return { kind: 'statement', content, source, cue: { from: cue.at, to: cue.to }, trails: true, rule };
}

/** Whether the words behind “…, he said,” are more of what was said. */
function goesOn(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  if (!token) return false;
  const verb = speechVerb(token.norm);
  if (verb?.form === 'ing' || (token.pos === 'VERB' && /ing$/.test(token.norm))) return false;
  return !['who', 'which', 'according', 'but', 'while', 'as', 'and', 'when', 'though', 'although'].includes(token.norm);
}

function startsWords(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  return token?.norm === 'that' || passage.quotedAt[at] !== -1 || token?.text === ':';
}

function closesBefore(passage: Passage, at: number): boolean {
  const comma = passage.tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  const stretch = quotedStretch(passage, comma);
  return stretch !== undefined && stretch.close === comma;
}

function isPause(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  if (!token) return false;
  if (passage.quotedAt[at] !== -1) return quotedStretch(passage, at)?.close === at;
  return [',', '?', '!', '–', '—', '--', '-'].includes(token.text);
}

function skipCircumstances(passage: Passage, cue: Cue, sentence: Run, from: number): number {
  return gapAfter(passage, { ...cue, to: from, verb: { ...cue.verb, frame: 'clause' } }, sentence).to;
}

/** What was said behind the reporting words: Mr Xi said (that) … / She replied: “…” / criticised … */
function leading(context: Context, cue: Cue): Statement | Lead | null {
  const { passage, sentence } = context;
  const { tokens } = passage;
  const source = speakerOf(context, cue);
  if (!source) return null;
  const act = cue.verb.frame === 'act' || cue.to > cue.at + 1;
  const gap = act ? { to: cue.to, heard: false } : gapAfter(passage, cue, sentence);
  let from = gap.to;
  const next = tokens[from];
  const reporting = { from: cue.at, to: cue.to };
  if (!next || from >= sentence.to) return null;
  if (next.text === ':') {
    if (from + 1 >= sentence.to) return { kind: 'lead', source, cue: reporting };
    from++;
  } else if (next.text === ',') {
    const behind = wordsBehindAside(passage, from, sentence);
    if (behind < 0) return null;
    from = behind;
  } else if (next.norm === 'that') {
    if (cue.verb.form === 'ing') reporting.to = from + 1;
    from++;
  } else if (next.pos === 'PUNCT' && passage.quotedAt[from] === -1) return null;
  const opens = quotedStretch(passage, from)?.open === from;
  if (needsMarks(cue.verb) && !opens) return null;
  if (cue.verb.frame === 'hearer' && !gap.heard && !opens) return null;
  if (act && !opens && !mayBeObject(passage, from, cue)) return null;
  if (!act && !opens && next.pos === 'ADP') return null;
  // While professing support for it, Mr Xi … / a plan which critics say is wrong, …
  const relative = isRelative(passage, source) || source.from > cue.to;
  const isPhrase = act || relative || !hasVerb(tokens, { from, to: commaFrom(passage, from, sentence) });
  const extent = relative ? { to: commaFrom(passage, from, sentence) } : extentFrom(passage, from, sentence, isPhrase);
  if (extent.to <= from) return null;
  const named = cue.verb.lemma === 'call' && cue.to > cue.at + 1;
  const content = { from: named ? cue.at : from, to: extent.to };
  const rule = act
    ? 'an act of speaking'
    : next.text === ':'
      ? 'a colon before the words'
      : 'speaker and verb before the words';
  return { kind: 'statement', content: [content], source, cue: reporting, trails: false, rule };
}

function speakerOf(context: Context, cue: Cue): Run | null {
  const { passage, sentence, low, speaker } = context;
  const { tokens } = passage;
  const before = tokens[cue.from - 1];
  if (cue.verb.form === 'ing' && cue.from === cue.at) {
    const start = clauseStart(passage, sentence, sentence.from, sentence.to);
    if (start > cue.at && cue.at > sentence.from + 1) return null;
    if (start <= cue.at && speaker) return speaker;
    const end = nounPhraseAfter(tokens, start, sentence.to);
    return end > start && passage.quotedAt[start] === -1 ? { from: start, to: end } : null;
  }
  if (cue.verb.form === 'past' && before?.pos === 'NOUN' && tokens[cue.to]?.norm === 'by') return null;
  if (before && (before.pos === 'CCONJ' || before.text === ',') && speaker) {
    return subjectBefore(passage, cue, sentence, low) ?? speaker;
  }
  if (before?.pos === 'CCONJ') {
    const start = clauseStart(passage, sentence, sentence.from, cue.from);
    const end = nounPhraseAfter(tokens, start, cue.from);
    const verb = tokens[end];
    return end > start && (verb?.pos === 'VERB' || verb?.pos === 'AUX') ? { from: start, to: end } : null;
  }
  return subjectBefore(passage, cue, sentence, low);
}

/** “which critics say is wrong”: the words end with the relative clause. */
function isRelative(passage: Passage, source: Run): boolean {
  const before = passage.tokens[source.from - 1];
  return before !== undefined && (before.norm === 'which' || before.norm === 'what' || before.norm === 'who');
}

function commaFrom(passage: Passage, from: number, sentence: Run): number {
  for (let at = from; at < sentence.to; at++) {
    if (passage.tokens[at]?.text === ',' && passage.quotedAt[at] === -1) return at;
  }
  return sentence.to;
}

/** The words behind an aside: said, in effect, that … / said, “…” */
function wordsBehindAside(passage: Passage, comma: number, sentence: Run): number {
  if (quotedStretch(passage, comma + 1)?.open === comma + 1) return comma + 1;
  for (let at = comma + 1; at < Math.min(comma + 14, sentence.to); at++) {
    if (passage.tokens[at]?.text !== ',') continue;
    if (quotedStretch(passage, at + 1)?.open === at + 1) return at + 1;
    if (passage.tokens[at + 1]?.norm === 'that') return at + 2;
  }
  return -1;
}

function mayBeObject(passage: Passage, from: number, cue: Cue): boolean {
  const token = passage.tokens[from];
  if (!token || token.pos === 'PUNCT') return false;
  if (cue.to > cue.at + 1) return true;
  if (
    token.pos === 'ADP' ||
    token.pos === 'CCONJ' ||
    token.pos === 'ADV' ||
    token.pos === 'AUX' ||
    token.pos === 'VERB'
  ) {
    return token.norm === 'whether' || token.norm === 'if' || token.norm === 'how' || token.norm === 'why';
  }
  return true;
}

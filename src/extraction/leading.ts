import { gapAfter } from './circumstances.ts';
import { type Complement, complementAt } from './complements.ts';
import type { Cue } from './cues.ts';
import { extentFrom } from './extents.ts';
import { type Passage, quotedStretch } from './passage.ts';
import { nounPhraseAfter, type Run } from './phrases.ts';
import { clauseStart, sharedSubject, speakerBefore } from './speakers.ts';
import { needsClause, needsMarks, needsThat } from './speech-words.ts';
import { type Context, isTitle, type Lead, opensAt, type Statement } from './statement.ts';

/**
 * What was said behind the reporting words, or that it follows in the next paragraph.
 *
 *     {Mr Xi} said [no country should dominate it]. · {She} told the council that [the river will rise].
 *     {He} replied: “[No].” · {Critics} called for [a boycott].
 */
export function leading(context: Context, cue: Cue): Statement | Lead | null {
  const { passage, sentence } = context;
  const { tokens } = passage;
  const source = speakerOf(context, cue);
  if (!source) return null;
  const act = cue.verb.frame === 'act' || (cue.to > cue.at + 1 && !needsMarks(cue.verb));
  const tells = !act || cue.verb.lemma === 'point';
  const gap = tells ? gapAfter(passage, cue, sentence) : { to: cue.to, heard: false };
  let from = gap.to;
  const next = tokens[from];
  const reporting = { from: cue.at, to: cue.to };
  if (!next || from >= sentence.to) return null;
  if (next.text === ':') {
    if (from + 1 >= sentence.to) return { kind: 'lead', source, cue: reporting };
    from++;
  } else if (next.text === ',') {
    // As the Argus reported, the bridge is safe.
    const behind = isAs(passage, source) ? from + 1 : wordsBehindAside(passage, from, sentence);
    if (behind < 0) return null;
    from = behind;
  } else if (next.norm === 'that') {
    if (cue.verb.form === 'ing') reporting.to = from + 1;
    from++;
  } else if (next.pos === 'PUNCT' && passage.quotedAt[from] === -1) return null;
  if (cue.verb.lemma === 'ask' && cue.to === cue.at + 1) from = behindAsked(passage, from, sentence);
  // described him as “…”, described as “…”
  if (cue.verb.lemma === 'describe' && tokens[from]?.norm === 'as') from++;
  const opens = opensAt(passage, from);
  if (isNobody(passage, source, sentence, opens)) return null;
  if (needsMarks(cue.verb) && !opens) return null;
  if (opens && isNamedThing(passage, from)) return null;
  if (cue.verb.frame === 'hearer' && !gap.heard && !opens) return null;
  if (act && !opens && !mayBeObject(passage, from, cue)) return null;
  const complement = tokens[from - 1]?.norm === 'that' ? 'that' : complementAt(passage, from, sentence.to);
  if (!complement || (!act && !opens && next.pos === 'ADP' && complement === 'phrase')) return null;
  if (complement === 'phrase' && NO_WORDS.has(tokens[from]?.norm ?? '')) return null;
  const isWho = isRelative(passage, source);
  // who wrote the report have …: the clause behind is the main one
  if (isWho && complement === 'clause' && !PLAIN_SAYING.has(cue.verb.lemma)) return null;
  if (NAMING.has(cue.verb.lemma) && cue.to === cue.at + 1 && !opens && !hasTwoObjects(passage, from, sentence))
    return null;
  if (complement === 'phrase' && needsClause(cue.verb) && cue.to === cue.at + 1) return null;
  if (complement !== 'that' && complement !== 'quote' && needsThat(cue.verb)) return null;
  const setting = {
    form: cue.verb.form,
    complement: act && complement !== 'that' ? ('phrase' as const) : complement,
    isSubordinate:
      isSubordinate(passage, Math.min(source.from, cue.from)) && !(next.text === ',' && isAs(passage, source)),
    isRelative: isWho || source.from > cue.to,
  };
  const to = extentFrom(passage, from, sentence, setting);
  if (to <= from || (!opens && isOnlyPronoun(passage, from, to))) return null;
  // “called for a boycott” is what was done in words
  const named = cue.verb.lemma === 'call' && cue.to > cue.at + 1 && cue.verb.form !== 'ing';
  const content = { from: named ? cue.at : from, to };
  const rule = ruleFor(act, next.text === ':', complement);
  return { kind: 'statement', content: [content], source, cue: reporting, trails: false, rule };
}

const IN_WORDS: Readonly<Record<Complement, string>> = {
  quote: 'words in quotation marks',
  that: 'a clause with “that”',
  question: 'a question',
  clause: 'a clause',
  infinitive: '“to” and a verb',
  gerund: 'a verb in -ing',
  phrase: 'what it is about',
};

function ruleFor(act: boolean, colon: boolean, complement: Complement): string {
  if (colon) return 'a colon before the words';
  return `${act ? 'an act of speaking' : 'speaker and verb of saying'} before ${IN_WORDS[complement]}`;
}

/** Whose words a verb of saying introduces: its own subject’s, or the one’s whose subject it shares. */
function speakerOf(context: Context, cue: Cue): Run | null {
  const { passage, sentence, low, speaker } = context;
  const { tokens } = passage;
  const before = tokens[cue.from - 1];
  if (cue.verb.form === 'ing' && cue.from === cue.at) return speakerOfParticiple(context, cue);
  if (cue.verb.form === 'past' && before?.pos === 'NOUN' && tokens[cue.to]?.norm === 'by') return null;
  const own = speakerBefore(passage, cue, low);
  if (own) return own;
  if (before && (before.pos === 'CCONJ' || before.text === ',' || before.norm === 'then')) {
    return (
      sharedSubject(passage, cue, sentence, low) ?? speaker ?? sharedSubject(passage, cue, sentence, sentence.from)
    );
  }
  return null;
}

/** “…, saying that …”, “While professing support, Mr Xi …” */
function speakerOfParticiple({ passage, sentence, speaker }: Context, cue: Cue): Run | null {
  const { tokens } = passage;
  // with each candidate questioning …
  const before = passage.chunks.from[cue.at - 1] ?? -1;
  if (before > sentence.from && tokens[before - 1]?.norm === 'with') return { from: before, to: cue.at };
  const start = clauseStart(passage, sentence, sentence.from, sentence.to);
  if (start > cue.at && cue.at > sentence.from + 1) return null;
  if (start <= cue.at && speaker) return speaker;
  const end = nounPhraseAfter(tokens, start, sentence.to);
  return end > start && passage.quotedAt[start] === -1 ? { from: start, to: end } : null;
}

/** “As the mayor put it, …”: what was said is the main clause. */
function isAs({ tokens }: Passage, source: Run): boolean {
  return tokens[source.from - 1]?.norm === 'as';
}

const SUBORDINATING = new Set(
  'while when although though as if because since after before whereas once until whenever'.split(' '),
);

/** “While Mr Lee said it was late, …”: the main clause is still to come. */
function isSubordinate({ tokens }: Passage, start: number): boolean {
  const before = tokens[start - 1];
  if (!before) return false;
  if (before.norm === 'that') return tokens[start - 2]?.norm === 'now' || tokens[start - 2]?.norm === 'given';
  return SUBORDINATING.has(before.norm);
}

/** Verbs that hardly ever have a thing for their object, so that what follows them is what was said. */
const PLAIN_SAYING = new Set(['say', 'claim', 'clarify']);

const NAMING = new Set('call name dub brand label deem'.split(' '));

/** They called him a liar; not: they called a meeting, a man called Ivo Bell. */
function hasTwoObjects({ tokens, chunks, quotedAt }: Passage, from: number, sentence: Run): boolean {
  const end = chunks.from[from] === from ? (chunks.to[from] ?? from) : from;
  if (end === from) return true;
  for (let at = end; at < Math.min(sentence.to, end + 14); at++) if (quotedAt[at] !== -1) return true;
  const next = tokens[end];
  if (!next || end >= sentence.to || next.pos === 'PUNCT' || next.pos === 'CCONJ' || next.pos === 'SCONJ') return false;
  // called the plan for the road a mistake; called a meeting for Monday
  if (next.pos !== 'ADP') return true;
  const behind = chunks.from[end + 1] === end + 1 ? (chunks.to[end + 1] ?? end) : end;
  return behind > end && behind < sentence.to && chunks.from[behind] === behind;
}

/** What is said when nothing is: said nothing, said little, said so. */
const NO_WORDS = new Set('nothing little much so something anything'.split(' '));

const NOBODY = new Set('no nobody neither none nothing few hardly'.split(' '));
const MODAL = new Set('should had were'.split(' '));

/** Whether by its subject nothing was said: no one claims; neither side says; should she say; nor did he say. */
function isNobody({ tokens }: Passage, source: Run, sentence: Run, opens: boolean): boolean {
  const first = tokens[source.from];
  const before = tokens[source.from - 1];
  if (!first || NOBODY.has(first.norm) || (!opens && first.norm === 'that' && source.to === source.from + 1))
    return true;
  if (before?.norm === 'nor') return true;
  if (source.from - 1 === sentence.from && MODAL.has(before?.norm ?? '')) return true;
  return (
    before?.pos === 'AUX' && (tokens[source.from - 2]?.norm === 'nor' || tokens[source.from - 2]?.norm === 'neither')
  );
}

/** He also wrote “The Best of Men”; the sign read “Ivo Bell”: a title or name with no pause before it is a thing. */
function isNamedThing(passage: Passage, open: number): boolean {
  const stretch = quotedStretch(passage, open);
  const before = passage.tokens[open - 1];
  return (
    before?.pos === 'VERB' && stretch !== undefined && stretch.close - stretch.open > 2 && isTitle(passage, stretch)
  );
}

/** “which critics say is wrong”: the words end with the relative clause. */
function isRelative({ tokens }: Passage, source: Run): boolean {
  const first = tokens[source.from]?.norm;
  const before = tokens[source.from - 1];
  return (
    first === 'who' ||
    first === 'which' ||
    before?.norm === 'which' ||
    before?.norm === 'what' ||
    before?.norm === 'who'
  );
}

/** The words behind an aside: said, in effect, that … / said, “…” */
function wordsBehindAside(passage: Passage, comma: number, sentence: Run): number {
  if (opensAt(passage, comma + 1)) return comma + 1;
  for (let at = comma + 1; at < Math.min(comma + 14, sentence.to); at++) {
    if (passage.tokens[at]?.text !== ',') continue;
    if (opensAt(passage, at + 1)) return at + 1;
    if (passage.tokens[at + 1]?.norm === 'that') return at + 2;
  }
  // …, saying, if elected, she would go
  const first = passage.tokens[comma + 1]?.norm ?? '';
  return CONDITIONS.has(first) ? comma + 1 : -1;
}

const ASKED = new Set('whether if how why what who when where for about to'.split(' '));

/** Behind those who are asked: asked {the clubs} whether … */
function behindAsked({ tokens }: Passage, from: number, sentence: Run): number {
  const end = nounPhraseAfter(tokens, from, sentence.to);
  return end > from && end < sentence.to && ASKED.has(tokens[end]?.norm ?? '') ? end : from;
}

const OBJECTS = new Set('it him her them this that these those us me you'.split(' '));

/** They talked about it: what was said is not printed. */
function isOnlyPronoun({ tokens }: Passage, from: number, to: number): boolean {
  let words = 0;
  for (let at = from; at < to && words < 2; at++) if (/\p{L}/u.test(tokens[at]?.text ?? '')) words++;
  return words === 1 && OBJECTS.has(tokens[from]?.norm ?? '');
}

const CONDITIONS = new Set('if when although though while because'.split(' '));

const OPENING = new Set(['whether', 'if', 'how', 'why']);

function mayBeObject({ tokens }: Passage, from: number, cue: Cue): boolean {
  const token = tokens[from];
  if (!token || token.pos === 'PUNCT') return false;
  if (cue.to > cue.at + 1) return true;
  const isOther = ['ADP', 'CCONJ', 'ADV', 'AUX', 'VERB'].includes(token.pos);
  return !isOther || OPENING.has(token.norm) || cue.verb.lemma === 'ask';
}

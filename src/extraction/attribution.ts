import { type Span, slice } from '../article/article.ts';
import type { Cast, Figure } from './cast.ts';
import type { Draft, Place } from './drafts.ts';
import { isRoleWord } from './facts/fact-words.ts';
import { type Name, namesIn } from './names.ts';
import { type Passage, spanOf } from './passage.ts';
import { resolvePronoun, type Spoken } from './pronouns.ts';
import type { Quotation } from './quotation.ts';
import type { Token } from './token.ts';

/** Who a source is, how that is known, and by which words. */
type Who = Pick<Quotation, 'speaker' | 'status' | 'evidence'>;

const NOBODY: Who = { speaker: null, status: 'none', evidence: [] };

/** Finds out who the sources of an article's quotations are: by their names, by what describes them, by pronouns. */
export function attribute(
  text: string,
  passages: readonly Passage[],
  drafts: readonly Draft[],
  cast: Cast,
): readonly Quotation[] {
  const spoken: Spoken[] = [];
  return drafts.map((draft): Quotation => {
    const source = placeSpan(passages, draft.source);
    const cue = placeSpan(passages, draft.cue);
    // Who uses a term is printed, and is not said to have said it.
    const isSaid = draft.kind !== 'term' && draft.kind !== 'slogan';
    const who =
      source && draft.source && isSaid
        ? whoIs(text, passages, draft.source, source, cast, spoken)
        : { who: NOBODY, figure: null };
    if (source && draft.source && isSaid)
      spoken.push({ paragraph: draft.source.paragraph, source, figure: who.figure });
    return {
      kind: draft.kind,
      content: draft.content,
      source: source ? [source] : [],
      cue: cue ? [cue] : [],
      ...who.who,
      rule: draft.rule,
    };
  });
}

function placeSpan(passages: readonly Passage[], place: Place | null): Span | null {
  const passage = place && passages[place.paragraph];
  return passage ? spanOf(passage, place) : null;
}

interface Found {
  readonly who: Who;
  readonly figure: Figure | null;
}

function whoIs(
  text: string,
  passages: readonly Passage[],
  place: Place,
  source: Span,
  cast: Cast,
  spoken: readonly Spoken[],
): Found {
  const tokens = passages[place.paragraph]?.tokens ?? [];
  const words = tokens.slice(place.from, place.to).filter((token) => /[\p{L}\p{N}]/u.test(token.text));
  if (words.length === 1 && words[0] && PRONOUNS.has(words[0].norm)) {
    const figure = resolvePronoun(words[0].norm, place.paragraph, source, cast, spoken);
    if (!figure) return { who: { speaker: null, status: 'pronoun-unresolved', evidence: [] }, figure: null };
    return {
      who: { speaker: figure.name, status: 'pronoun-resolved', evidence: [figure.evidence] },
      figure: figure.figure,
    };
  }
  const name = headName(text, tokens, place);
  return name ? byName(text, name, source, cast) : byDescription(words, cast);
}

const PRONOUNS = new Set(
  'he she they it we i you who which that one others many some most both everyone him her them this these those'.split(
    ' ',
  ),
);

/** "Xi", "Mr Xi", "Mayor Alma Reyes, who …" */
function byName(text: string, name: Name, source: Span, cast: Cast): Found {
  const naming = cast.naming(name);
  const printed = slice(text, name);
  if (naming.kind !== 'one') {
    const isFull = name.words.length > 1;
    return { who: { speaker: printed, status: isFull ? 'named' : 'surname-only', evidence: [] }, figure: null };
  }
  const { figure } = naming;
  if (!figure.isIntroduced && figure.kind !== 'body') {
    return { who: { speaker: figure.name, status: 'surname-only', evidence: [] }, figure };
  }
  const isElsewhere =
    figure.name !== printed && !(source.start <= figure.introduction.start && figure.introduction.end <= source.end);
  return {
    who: { speaker: figure.name, status: 'named', evidence: isElsewhere ? [figure.introduction.sentence] : [] },
    figure,
  };
}

/** "the mayor", where exactly one Mayor Reyes is named; "a spokesman" is nobody's name. */
function byDescription(words: readonly Token[], cast: Cast): Found {
  const described: Found = { who: { speaker: null, status: 'described', evidence: [] }, figure: null };
  const [first] = words;
  const title = words.at(-1);
  if (first?.norm !== 'the' || words.length > 3 || !title || !isRoleWord(title.norm)) return described;
  const [figure, second] = cast.titled(title.norm);
  if (!figure || second) return described;
  const evidence = figure.mentions.find(({ titles }) => titles.at(-1) === title.norm)?.sentence;
  return evidence
    ? { who: { speaker: figure.name, status: 'described-resolved', evidence: [evidence] }, figure }
    : described;
}

/** Where the first noun phrase of a source ends: what follows tells more of it, and names others. */
const CUTTING = new Set(
  'of for from at in on with to by about against among who whom whose which that as and or'.split(' '),
);

/**
 * The name that a source is about: at the end of its first noun phrase, or set off behind a description.
 *
 *     US President [Barack Obama] · a spokesman for Boeing, [Ann Lee] · [Wang Chunhui], the director of …
 *     Others, including press freedom group [Reporters Without Borders] and …
 *
 * "a spokesman for Boeing" has none: its head is the spokesman.
 */
function headName(text: string, tokens: readonly Token[], place: Place): Name | null {
  const names = namesIn(tokens, place);
  let from = place.from;
  for (let at = place.from; at <= place.to; at++) {
    const token = tokens[at];
    const isEnd = at === place.to || /^(?:[,;:()–—]|-+)$/.test(token?.text ?? '');
    if (!isEnd) continue;
    const name = nameAtHead(text, tokens, from, at, names);
    if (name) return name;
    from = at + 1;
  }
  return null;
}

function nameAtHead(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  names: readonly Name[],
): Name | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) return null;
  const inside = names.filter((name) => name.start >= first.start && name.end <= last.end);
  let end = to;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token || !CUTTING.has(token.norm) || inside.some((name) => name.start < token.start && token.end < name.end))
      continue;
    end = at;
    break;
  }
  const edge = tokens[end - 1]?.end ?? 0;
  const name = inside.find((candidate) => candidate.end === edge);
  if (!name || (name.words.length === 1 && isRoleWord((name.words[0] ?? '').toLowerCase()))) return null;
  return slice(text, name).length > 0 ? name : null;
}

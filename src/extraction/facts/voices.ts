import { contains, hull, type Span } from '../../article/article.ts';
import type { Quotation } from '../quotation.ts';
import type { Sentence } from '../reading.ts';
import type { Token } from '../token.ts';

/** A run of a sentence's words by place, half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of one voice: the reporter's own where `source` is empty. */
export interface Voice extends Stretch {
  readonly source: readonly Span[];
}

/** Who speaks where in a sentence. */
export interface Voices {
  /** All that lies in no quotation, the words of attribution included: "Alma Reyes, the mayor, said". */
  readonly reporter: readonly Stretch[];
  /** The same without the words of attribution, which state nothing but who speaks. */
  readonly told: readonly Stretch[];
  /**
   * As `told`, with quotations that a noun reports: the reporter’s clause may hold them as a whole.
   * "…, a nod to the bank’s argument that rents are too low"
   */
  readonly tellable: readonly Stretch[];
  /** Whether the word at this place lies in a quotation, credited or not. */
  readonly isQuoted: (at: number) => boolean;
  /** What lies in a quotation that is credited to somebody. */
  readonly said: readonly Voice[];
}

/** What a word belongs to: the quotation with this number, or less than that. */
const FREE = -1;
const ATTRIBUTION = -2;

/** Finds who speaks in the sentences of an article. They have to be asked for in printed order. */
export function voicesFinder(quotations: readonly Quotation[]): (sentence: Sentence) => Voices {
  const spoken = quotations.filter(({ kind }) => kind === 'direct' || kind === 'mixed' || kind === 'indirect');
  const contents = inOrder(spoken.flatMap(({ content }, index) => content.map((span) => ({ ...span, index }))));
  const attributions = inOrder(
    spoken.flatMap(({ source, cue }, index) => [
      ...source.map((span) => ({ ...span, index, isCue: false })),
      ...cue.map((span) => ({ ...span, index, isCue: true })),
    ]),
  );
  const nextContents = passing(contents);
  const nextAttributions = passing(attributions);
  return (sentence) => {
    const { tokens } = sentence;
    const credited = nextAttributions(sentence);
    const quoted = nextContents(sentence);
    if (credited.length === 0 && quoted.length === 0) return reporterOnly(tokens.length);
    const owners = new Int32Array(tokens.length).fill(FREE);
    for (const one of attributionsIn(tokens, credited)) owners.fill(ATTRIBUTION, one.from, one.to);
    // Longer first, so that a quotation within a quotation keeps its words.
    for (const { from, to, index } of quoted
      .map((span) => ({ ...covered(tokens, span), index: span.index }))
      .sort((a, b) => b.to - b.from - (a.to - a.from))) {
      owners.fill(index, from, to);
    }
    return {
      reporter: runsOf(owners, (owner) => owner < 0),
      isQuoted: (at) => (owners[at] ?? FREE) >= 0,
      told: runsOf(owners, (owner) => owner === FREE),
      tellable: runsOf(ownersWithout(sentence, owners, spoken), (owner) => owner === FREE),
      said: saidIn(owners, spoken),
    };
  };
}

function reporterOnly(length: number): Voices {
  const all = [{ from: 0, to: length }];
  return { reporter: all, told: all, tellable: all, said: [], isQuoted: () => false };
}

type Numbered = Span & { readonly index: number };

type Attributing = Numbered & { readonly isCue: boolean };

function inOrder<Place extends Span>(spans: readonly Place[]): readonly Place[] {
  return [...spans].sort((a, b) => a.start - b.start);
}

/** The spans that reach into a sentence, for sentences in printed order. */
function passing<Place extends Span>(spans: readonly Place[]): (sentence: Span) => readonly Place[] {
  let next = 0;
  let open: readonly Place[] = [];
  return (sentence) => {
    const reaching = open.filter((span) => span.end > sentence.start);
    for (let span = spans[next]; span && span.start < sentence.end; span = spans[++next]) {
      if (span.end > sentence.start) reaching.push(span);
    }
    open = reaching;
    return reaching;
  };
}

function covered(tokens: readonly Token[], span: Span): Stretch {
  const from = firstEndingAfter(tokens, span.start);
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? span.end) < span.end) to++;
  return { from, to };
}

function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The words of attribution: from source to cue where nothing is done between them.
 * A source that does something else as well stays the subject of that: "She opened the bridge and said …".
 */
function attributionsIn(tokens: readonly Token[], spans: readonly Attributing[]): readonly Stretch[] {
  const groups = new Map<number, (Stretch & { readonly isCue: boolean })[]>();
  for (const span of spans) {
    const group = groups.get(span.index) ?? [];
    group.push({ ...covered(tokens, span), isCue: span.isCue });
    groups.set(span.index, group);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, last] = [group[0], group[group.length - 1]];
    if (!first || !last) return [];
    const gaps = group.slice(1).map((stretch, at) => ({ from: group[at]?.to ?? 0, to: stretch.from }));
    const idle = gaps.every((gap) => isSetOff(tokens, gap) || !tokens.slice(gap.from, gap.to).some(isVerb));
    return idle ? [{ from: first.from, to: last.to }] : group.filter(({ isCue }) => isCue);
  });
}

/** Ann Lee, a guest based in Alma, said: what stands between two commas says nothing of what she does else. */
function isSetOff(tokens: readonly Token[], { from, to }: Stretch): boolean {
  const opens = tokens[from]?.text === ',' && tokens[to - 1]?.text === ',' && to - from > 2;
  return opens && tokens[from + 1]?.pos === 'DET';
}

function isVerb({ pos }: Token): boolean {
  return pos === 'VERB';
}

/** The owners, with the words of quotations that a noun reports in this one sentence set free. */
function ownersWithout(sentence: Sentence, owners: Int32Array, spoken: readonly Quotation[]): Int32Array {
  const { tokens } = sentence;
  let freed = owners;
  for (const number of new Set(owners)) {
    const quotation = number < 0 ? undefined : spoken[number];
    if (!quotation || quotation.cue.length === 0) continue;
    const cues = quotation.cue.flatMap((span) => tokensAt(tokens, span));
    if (!cues.some(({ pos }) => pos === 'NOUN') || cues.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) continue;
    const place = hull([...quotation.source, ...quotation.cue, ...quotation.content]);
    if (!place || !contains(sentence, place)) continue;
    const { from, to } = covered(tokens, place);
    if (!freed.subarray(from, to).every((owner) => owner < 0 || owner === number)) continue;
    if (freed === owners) freed = owners.slice();
    freed.fill(FREE, from, to);
  }
  return freed;
}

function tokensAt(tokens: readonly Token[], span: Span): readonly Token[] {
  const { from, to } = covered(tokens, span);
  return tokens.slice(from, to);
}

function runsOf(owners: Int32Array, isWanted: (owner: number) => boolean): readonly Stretch[] {
  const runs: Stretch[] = [];
  let from = -1;
  for (let at = 0; at <= owners.length; at++) {
    const owner = owners[at];
    const inside = owner !== undefined && isWanted(owner);
    if (inside && from < 0) from = at;
    if (!inside && from >= 0) {
      runs.push({ from, to: at });
      from = -1;
    }
  }
  return runs;
}

function saidIn(owners: Int32Array, spoken: readonly Quotation[]): readonly Voice[] {
  const voices: Voice[] = [];
  let from = 0;
  for (let at = 1; at <= owners.length; at++) {
    if (owners[at] === owners[from]) continue;
    const source = spoken[owners[from] ?? FREE]?.source;
    if (source && source.length > 0) voices.push({ from, to: at, source });
    from = at;
  }
  return voices;
}

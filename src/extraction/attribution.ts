import { type Span, slice } from '../article/article.ts';
import type { Cast, Described, Figure, Reference } from './cast.ts';
import { Descriptions } from './descriptions.ts';
import type { Draft } from './drafts.ts';
import type { Place } from './joined-stretches.ts';
import { cueSpanOf, type Passage, spanOf } from './passage.ts';
import { type Pronouns, placeKey, resolvePronouns } from './pronouns.ts';
import type { Quotation } from './quotation.ts';
import { antecedentOfRelative } from './relatives.ts';
import { scenesOf } from './scenes.ts';
import { readSource, type Source } from './sources.ts';
import type { Antecedent } from './stages.ts';

/** Who a source is, how that is known, and by which words. */
type Who = Pick<Quotation, 'speaker' | 'status' | 'evidence' | 'reason'>;

const NOTHING: readonly Span[] = [];

const nobody = (reason: string): Who => ({ speaker: null, status: 'none', evidence: [], reason });
const described = (reason: string): Who => ({ speaker: null, status: 'described', evidence: [], reason });
const unresolved = (reason: string): Who => ({ speaker: null, status: 'pronoun-unresolved', evidence: [], reason });

/**
 * Finds out who the sources of an article's quotations are: by their names, by what describes them, by pronouns.
 *
 * Several people together ("Reyes and Lane said") are no one speaker: they count as described, and neither is picked.
 */
export function attribute(
  text: string,
  passages: readonly Passage[],
  drafts: readonly Draft[],
  cast: Cast,
): readonly Quotation[] {
  const sources = drafts.map((draft) => sourceOf(passages, draft, cast));
  const stage = setStage(passages, drafts, sources, cast);
  return drafts.map((draft, index): Quotation => {
    const source = placeSpan(passages, draft.source);
    const cue = placeSpan(passages, draft.cue, cueSpanOf);
    const read = sources[index];
    const who =
      source && read && draft.source
        ? whoIs(text, passages, draft.source, source, read, stage)
        : nobody(whyNobody(draft.kind, source));
    return {
      kind: draft.kind,
      content: draft.content,
      source: source ? [source] : [],
      cue: cue ? [cue] : [],
      ...who,
      rule: draft.rule,
    };
  });
}

/** Null where nobody is credited. Who uses a term is printed, and is not said to have said it. */
function sourceOf(passages: readonly Passage[], { kind, source }: Draft, cast: Cast): Source | null {
  const passage = source && passages[source.paragraph];
  return passage && kind !== 'term' && kind !== 'slogan' ? readSource(passage, source, cast) : null;
}

function placeSpan(passages: readonly Passage[], place: Place | null, spanIn = spanOf): Span | null {
  const passage = place && passages[place.paragraph];
  return passage ? spanIn(passage, place) : null;
}

/** What is known of an article before its sources are looked at one by one. */
interface Stage {
  readonly cast: Cast;
  readonly descriptions: Descriptions;
  readonly pronouns: Pronouns;
}

function setStage(
  passages: readonly Passage[],
  drafts: readonly Draft[],
  sources: readonly (Source | null)[],
  cast: Cast,
): Stage {
  const speaking = new Set<string>();
  const said = new Map<string, Span[]>();
  const trailing: Span[] = [];
  sources.forEach((source, index) => {
    const place = drafts[index]?.source;
    if (!source || !place) return;
    const start = passages[place.paragraph]?.tokens[place.from]?.start ?? 0;
    for (const span of drafts[index]?.content ?? NOTHING) if (span.end <= start) trailing.push(span);
    if (source.kind === 'name') speaking.add(placeKey(place.paragraph, source.reference.mention.from));
    if (source.kind === 'pronoun') {
      const key = placeKey(place.paragraph, source.at);
      speaking.add(key);
      const list = said.get(key) ?? [];
      list.push(...(drafts[index]?.content ?? NOTHING));
      said.set(key, list);
    }
    if (source.kind === 'description') speaking.add(placeKey(place.paragraph, source.run.to - 1));
  });
  const speaks = (paragraph: number, at: number) => speaking.has(placeKey(paragraph, at));
  const scenes = passages
    .filter(({ paragraph }) => paragraph.role !== 'headline')
    .flatMap((passage) => scenesOf(passage, cast, speaks));
  const descriptions = new Descriptions(cast, scenes);
  const pronouns = resolvePronouns(scenes, {
    described: (description, start) => descriptions.whose(description, start),
    contentOf: (paragraph, at) => said.get(placeKey(paragraph, at)) ?? NOTHING,
    isSaidBefore: placesIn(trailing),
    speaks,
  });
  return { cast, descriptions, pronouns };
}

/** Whether a place is in one of some spans. */
function placesIn(spans: Span[]): (start: number) => boolean {
  spans.sort((a, b) => a.start - b.start);
  const ends: number[] = [];
  let furthest = 0;
  for (const { end } of spans) {
    furthest = Math.max(furthest, end);
    ends.push(furthest);
  }
  return (start) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && start < (ends[low - 1] ?? 0);
  };
}

function whoIs(
  text: string,
  passages: readonly Passage[],
  place: Place,
  span: Span,
  source: Source,
  { cast, descriptions, pronouns }: Stage,
): Who {
  switch (source.kind) {
    case 'name':
      return byName(text, source.reference, span, cast);
    case 'pronoun': {
      if (source.norm === 'who' || source.norm === 'which') {
        const passage = passages[place.paragraph];
        const reference = passage && antecedentOfRelative(passage, source.at, cast);
        return reference?.naming.kind === 'one'
          ? found(
              reference.naming.figure,
              reference.mention.sentence,
              'pronoun-resolved',
              `“${source.norm}” stands behind this name`,
            )
          : unresolved(`no one name stands before “${source.norm}”`);
      }
      const key = placeKey(place.paragraph, source.at);
      const antecedent = pronouns.meant.get(key);
      return antecedent
        ? found(antecedent.figure, antecedent.evidence, 'pronoun-resolved', whyMeant(antecedent, span))
        : unresolved(whyOpen(source.norm, pronouns.open.get(key) ?? []));
    }
    case 'description': {
      const isHeadline = passages[place.paragraph]?.paragraph.role === 'headline';
      const antecedent =
        pronouns.meant.get(placeKey(place.paragraph, source.run.to - 1)) ??
        descriptions.whose(source, span.start, isHeadline);
      return antecedent
        ? found(
            antecedent.figure,
            antecedent.evidence,
            'described-resolved',
            'the article calls nobody else so, and the evidence shows whom it means',
          )
        : described(whyOnlyDescribed(cast.describedAs(source.trait)));
    }
    case 'body':
      return {
        speaker: slice(text, source.name),
        status: 'named',
        evidence: [],
        reason: 'the source is a body’s name',
      };
    case 'others':
      return described('the source is nobody’s name, or several people together, of whom none is picked');
  }
}

/** Somebody found elsewhere: the sentence that shows who is meant, and the one that prints the name in full. */
function found({ name, introduction }: Figure, evidence: Span, status: Quotation['status'], reason: string): Who {
  const full = introduction.sentence;
  const isSame = full.start === evidence.start || introduction.words.length === 1;
  const spans = isSame ? [evidence] : [full, evidence].sort((a, b) => a.start - b.start);
  return { speaker: name, status, evidence: spans, reason };
}

/** "Xi", "Mr Xi", "Mayor Alma Reyes, who …" */
function byName(text: string, { mention, naming }: Reference, source: Span, cast: Cast): Who {
  const isFull = mention.words.length > 1;
  const printed = slice(text, mention);
  if (naming.kind === 'several') {
    const others = cast.namesakesOf(mention.words.at(-1) ?? '').join(', ');
    const reason = `the article names several people whom ${printed} may mean${others && `: ${others}`}`;
    return { speaker: printed, status: isFull ? 'named' : 'surname-only', evidence: [], reason };
  }
  const { name, introduction, isIntroduced, kind } = naming.figure;
  if (!isIntroduced && kind !== 'body') {
    const reason = 'the article prints this name only by itself, and says nowhere who that is';
    return { speaker: name, status: 'surname-only', evidence: [], reason };
  }
  const isHere = source.start <= introduction.start && introduction.end <= source.end;
  const isPrinted = name === printed || printed.endsWith(name);
  return isHere || isPrinted
    ? { speaker: name, status: 'named', evidence: [], reason: 'the source prints the name' }
    : {
        speaker: name,
        status: 'named',
        evidence: [introduction.sentence],
        reason: `the article names nobody else whom ${printed} may mean`,
      };
}

/** Why nobody is said to have said something. */
function whyNobody(kind: Quotation['kind'], source: Span | null): string {
  if (kind === 'term' || kind === 'slogan') {
    return source
      ? 'who uses a term is not said to have said it'
      : 'words in quotation marks that nobody is said to say';
  }
  return 'no reporting words, no name and no description stand with these words';
}

/** Why a pronoun means whom it means. */
function whyMeant({ evidence, by }: Antecedent, source: Span): string {
  const where = evidence.start <= source.start && source.end <= evidence.end ? 'in this sentence' : 'in the evidence';
  switch (by) {
    case 'alone':
      return `named ${where}, where nobody else can be meant`;
    case 'speaker':
      return `named ${where}, and of those who can be meant there the one who speaks`;
    case 'subject':
      return `named ${where}, and of those who can be meant there the only one who acts`;
    default:
      return `the one body ${where} that acts or speaks`;
  }
}

/** Why it stays open whom a pronoun means. */
function whyOpen(pronoun: string, candidates: readonly string[]): string {
  if (pronoun !== 'he' && pronoun !== 'she' && pronoun !== 'it') return `“${pronoun}” is never resolved`;
  if (pronoun === 'it') return 'no one body acts or speaks in this sentence or the one before';
  if (candidates.length === 0) return 'nobody who can be meant is named in this sentence or shortly before it';
  return candidates.length === 1
    ? `${candidates[0]} is near, but is not named as somebody who surely is meant`
    : `it could be ${candidates.join(', or ')}`;
}

function whyOnlyDescribed(candidates: readonly Described[]): string {
  if (candidates.length === 0) return 'the article calls nobody by name so';
  const names = candidates.map(({ figure }) => figure.name).join(', ');
  return candidates.length > 1
    ? `the article calls several people so: ${names}`
    : `the article calls ${names} so, but the words here may mean somebody else`;
}

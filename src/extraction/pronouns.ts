import type { Span } from '../article/article.ts';
import type { Figure } from './cast.ts';
import type { Gender } from './gender.ts';
import { isCountry } from './known-bodies.ts';
import type { Part } from './mentions.ts';
import type { Description, Scene } from './scenes.ts';

/** Somebody whom a pronoun means, and the sentence that names them. */
export interface Antecedent {
  readonly figure: Figure;
  readonly evidence: Span;
  /** What tells them from others in that sentence, where others are in it. */
  readonly by?: Rank;
}

/** What makes somebody the one of a sentence: nobody else fits; of those who fit, the one who speaks, or acts. */
export type Rank = 'alone' | 'speaker' | 'subject';

/** Whom the pronouns of an article mean; by paragraph and place of the word. */
export interface Pronouns {
  readonly meant: ReadonlyMap<string, Antecedent>;
  /** Of those that are the source of a quotation and stay open, who was considered, in words for a person. */
  readonly open: ReadonlyMap<string, readonly string[]>;
}

/** Somebody or some body of the article; without a figure where the article gives no name. */
interface Actor {
  readonly figure: Figure | null;
  isBody: boolean;
  gender: Gender;
}

interface Presence {
  readonly actor: Actor;
  readonly part: Part;
  readonly speaks: boolean;
  /** The sentence in which the actor was last named. */
  readonly evidence: Span;
  /** Where in the text it stands. */
  readonly start: number;
  /** Whether it stands before the comma that ends a subordinate first clause. */
  readonly isFronted: boolean;
  /** Whether it puts a question to somebody. */
  readonly asks?: boolean;
}

interface Stage {
  readonly paragraph: number;
  readonly presences: Presence[];
  /** A surname of several, or a pronoun that stays open: whoever it is may be meant by the next one. */
  readonly open: Gender[];
  readonly isTold: boolean;
}

/** What the pass over an article knows of its actors before it starts: by name, which description is whose. */
export interface Known {
  /** Whose description it is, if it is one person’s or body’s only. */
  described(description: Description, start: number): Antecedent | null;
  /** Whether the words at a place are the source of a quotation. */
  speaks(paragraph: number, at: number): boolean;
  /** Whether a place in the text is in words behind which it stands who says them: **He** had not known, she said. */
  isSaidBefore(start: number): boolean;
  /** What the source at a place is said to have said. */
  contentOf(paragraph: number, at: number): readonly Span[];
}

/** How many sentences without anybody in them a pronoun reaches across, and how many paragraphs. */
const SILENT_SENTENCES = 3;
const PARAGRAPHS = 1;

/**
 * Whom the pronouns of an article mean, where it leaves one reading.
 *
 * One pass from the first sentence to the last. A pronoun means, in this order:
 *
 *     Lane said [he] would …                          the only subject before it in its sentence
 *     Lane met Dow. [He] said …                       the speaker, else the only subject, of the sentence before
 *     The prize went to Lane. [He] said …             the only person of the sentence before
 *     “…,” Lane said. ¶ “…,” [he] added.              across what is in quotation marks, and across sentences with nobody in them
 *
 * Whoever stands only in quotation marks is spoken of, and is nobody’s antecedent. A gender is known from the article’s own
 * words only, and from the pronouns that were understood before. Anybody who is only described ("a farmer") can be meant
 * as well, and then the pronoun has no name. Two candidates of one rank leave it open, and an open one leaves the next
 * of its gender open.
 */
export function resolvePronouns(scenes: readonly Scene[], known: Known): Pronouns {
  const learned = new Map<Figure, Ballot>();
  pass(scenes, known, new Map(), learned);
  const genders = new Map<Figure, Gender>();
  for (const [figure, { masculine, feminine }] of learned) {
    if (masculine > 0 && feminine === 0) genders.set(figure, 'masculine');
    if (feminine > 0 && masculine === 0) genders.set(figure, 'feminine');
  }
  return pass(scenes, known, genders, new Map());
}

/** How often a pronoun that can mean nobody else was a man’s or a woman’s. */
interface Ballot {
  masculine: number;
  feminine: number;
}

export const placeKey = (paragraph: number, at: number): string => `${paragraph} ${at}`;

function pass(
  scenes: readonly Scene[],
  known: Known,
  genders: ReadonlyMap<Figure, Gender>,
  ballots: Map<Figure, Ballot>,
): Pronouns {
  const found = new Map<string, Antecedent>();
  const considered = new Map<string, readonly string[]>();
  const actors = new Map<Figure, Actor>();
  const actorOf = (figure: Figure): Actor => {
    const known = actors.get(figure);
    if (known) return known;
    const actor = { figure, isBody: figure.kind === 'body', gender: figure.gender ?? genders.get(figure) ?? null };
    actors.set(figure, actor);
    return actor;
  };
  const stages: Stage[] = [];
  for (const scene of scenes) {
    const { paragraph, sentence, isTold } = scene;
    const stage: Stage = { paragraph, presences: [], open: [], isTold };
    for (const appearance of scene.appearances) {
      const { at, part, start } = appearance;
      const isFronted = at < scene.fronted;
      const speaks = known.speaks(paragraph, at);
      switch (appearance.kind) {
        case 'figure':
          stage.presences.push({
            asks: appearance.asks,
            actor: actorOf(appearance.figure),
            part,
            speaks,
            start,
            isFronted,
            evidence: sentence,
          });
          break;
        case 'several':
          stage.open.push(appearance.gender);
          break;
        case 'described': {
          const { isBody, gender } = appearance;
          const named = known.described(appearance, start) ?? bodyDescribed(stages, stage, appearance);
          if (named) {
            found.set(placeKey(paragraph, at), named);
            const actor = actorOf(named.figure);
            // What is called a company is none of whom "he" could be said.
            if (isBody) actor.isBody = true;
            stage.presences.push({ actor, part, speaks, start, isFronted, evidence: named.evidence });
          } else if (part === 'subject' || speaks) {
            const actor = { figure: null, isBody, gender };
            stage.presences.push({ actor, part, speaks, start, isFronted, evidence: sentence });
          }
          break;
        }
        case 'pronoun': {
          const { gender } = appearance;
          const isAhead = isFronted && scene.isAhead;
          if (part !== 'subject' && isAhead) break;
          if (!speaks && known.isSaidBefore(start)) break;
          const own = withoutWords(stage, known.contentOf(paragraph, at));
          const choice = antecedent(stages, own, gender, part, isAhead);
          if (!choice) {
            if (speaks) considered.set(placeKey(paragraph, at), candidates(stages, own, gender));
            if (part === 'subject') stage.open.push(gender);
            break;
          }
          const { actor, evidence, isCertain, rank } = choice;
          // Sharp, whom Lane met with her dog: whose dog it is stays open, and tells nothing of Lane.
          if (part !== 'subject' && !speaks && !isCertain) break;
          stage.presences.push({ actor, part, speaks, start, isFronted, evidence });
          // A bare name that nothing shows to be a person’s.
          if (!actor.figure || actor.figure.kind === 'unknown') {
            if (speaks) considered.set(placeKey(paragraph, at), [nameOf(actor)]);
            break;
          }
          if (isCertain || speaks) actor.gender ??= gender;
          if (isCertain) vote(ballots, actor.figure, gender);
          found.set(placeKey(paragraph, at), { figure: actor.figure, evidence, by: rank });
          break;
        }
        case 'it': {
          if (!speaks) break;
          const choice = bodyBefore(stages, stage);
          if (choice?.actor.figure) {
            stage.presences.push({ actor: choice.actor, part, speaks, start, isFronted, evidence: choice.evidence });
            found.set(placeKey(paragraph, at), { figure: choice.actor.figure, evidence: choice.evidence });
          }
        }
      }
    }
    stages.push(stage);
  }
  return { meant: found, open: considered };
}

function vote(ballots: Map<Figure, Ballot>, figure: Figure, gender: Gender): void {
  const ballot = ballots.get(figure) ?? { masculine: 0, feminine: 0 };
  if (gender) ballot[gender]++;
  ballots.set(figure, ballot);
}

interface Choice extends Presence {
  /** Whether nobody else is near at all. */
  readonly isCertain: boolean;
  readonly rank: Rank;
}

/** Whom a pronoun means: somebody of its own sentence, else of a sentence before it. */
function antecedent(
  stages: readonly Stage[],
  stage: Stage,
  gender: Gender,
  part: Part,
  isAhead: boolean,
): Choice | null {
  const own = pick(stage, gender);
  if (own === 'several') return null;
  const before = isAhead && own === 'nobody' ? null : earlier(stages, stage, gender);
  if (own === 'nobody') return before;
  if (own.part === 'subject' || own.speaks || part !== 'subject') return own;
  if (before === null) return own.part === 'possessor' || !own.isFronted ? own : null;
  // In a talk with Dow, he said …: not Dow, but whoever was on stage before.
  return before.actor === own.actor || (own.part === 'other' && own.isFronted) ? before : null;
}

/** A stage without those who are named in what is said: Lane would win, he said. Nobody speaks of himself by name. */
function withoutWords(stage: Stage, content: readonly Span[]): Stage {
  if (content.length === 0) return stage;
  const isSaid = ({ start }: Presence) => content.some((span) => span.start <= start && start < span.end);
  return stage.presences.some(isSaid) ? { ...stage, presences: stage.presences.filter((one) => !isSaid(one)) } : stage;
}

/** The person whom a sentence puts forward, of those who can be of a gender. */
function pick(stage: Stage, gender: Gender): Choice | 'nobody' | 'several' {
  const { presences, open } = stage;
  const fitting = presences.filter(
    (one) => isPerson(one) && (one.actor.gender === null || one.actor.gender === gender),
  );
  if (fitting.length === 0) return open.some((other) => other === null || other === gender) ? 'several' : 'nobody';
  const last = only(fitting);
  if (open.some((other) => other === null || other === gender)) return 'several';
  const isCertain = last !== null && !presences.some((one) => isPerson(one) && one.actor !== last.actor);
  if (last) return { ...last, isCertain, rank: 'alone' };
  const speaker = only(fitting.filter(({ speaks }) => speaks));
  const subject = speaker ?? only(fitting.filter((presence) => presence.part === 'subject'));
  // Lane asked Dow about it. “No,” he said.
  if (!subject || subject.asks) return 'several';
  return { ...subject, isCertain, rank: speaker ? 'speaker' : 'subject' };
}

/** A name that nothing shows to be a person's counts only where it acts. */
function isPerson({ actor, part, speaks }: Presence): boolean {
  return !actor.isBody && (actor.figure?.kind !== 'unknown' || part === 'subject' || speaks);
}

/** The one actor of some presences, with their last subject if there is one; null where there is none or another. */
function only(presences: readonly Presence[]): Presence | null {
  let chosen: Presence | null = null;
  for (const presence of presences) {
    if (chosen && chosen.actor !== presence.actor) return null;
    if (!chosen || presence.part === 'subject' || presence.speaks) chosen = presence;
  }
  return chosen;
}

function earlier(stages: readonly Stage[], stage: Stage, gender: Gender): Choice | null {
  for (const before of within(stages, stage)) {
    const choice = pick(before, gender);
    if (choice === 'several') return null;
    if (choice !== 'nobody') return choice;
  }
  return null;
}

/** The sentences before one that a pronoun in it reaches, the last one first. */
function* within(stages: readonly Stage[], stage: Stage): Generator<Stage> {
  let silent = 0;
  let paragraph = stage.paragraph;
  let paragraphs = 0;
  for (let index = stages.length - 1; index >= 0; index--) {
    const before = stages[index];
    if (!before) return;
    if (!before.isTold) continue;
    if (before.paragraph !== paragraph) {
      paragraph = before.paragraph;
      if (++paragraphs > PARAGRAPHS) return;
    }
    yield before;
    if (++silent > SILENT_SENTENCES) return;
  }
}

/** Everybody of a gender in a sentence and those before it that a pronoun reaches, as long as it is open who is meant. */
function candidates(stages: readonly Stage[], own: Stage, gender: Gender): readonly string[] {
  const names = new Set<string>();
  for (const stage of [own, ...within(stages, own)]) {
    for (const presence of stage.presences) {
      const { actor } = presence;
      if (isPerson(presence) && (actor.gender === null || actor.gender === gender)) names.add(nameOf(actor));
    }
    if (stage.open.some((other) => other === null || other === gender))
      names.add('a name or pronoun that is open itself');
    if (names.size > 1) break;
  }
  return [...names];
}

function nameOf({ figure }: Actor): string {
  return figure?.name ?? 'somebody who is only described';
}

/** The one body that speaks or acts in this sentence or the one before, where no other body is named. */
function bodyBefore(stages: readonly Stage[], stage: Stage): Presence | null {
  const own = bodyOf(stage);
  if (own !== 'nobody') return own;
  const before = stages.at(-1);
  if (!before?.isTold || before.paragraph < stage.paragraph - 1) return null;
  const found = bodyOf(before);
  return found === 'nobody' ? null : found;
}

function bodyOf({ presences }: Stage, isBody = (actor: Actor) => actor.isBody): Presence | 'nobody' | null {
  const bodies = presences.filter(({ actor }) => isBody(actor));
  if (bodies.length === 0) return 'nobody';
  const body = only(bodies);
  return body && (body.part === 'subject' || body.speaks) ? body : null;
}

/** Nouns that stand for whichever body an article is about. */
const ANY_BODY = new Set('company firm group agency organization organisation'.split(' '));

/**
 * Boeing reported a loss. … “…,” said its chief, Jo Lane. [The company] said …
 *
 * The one body that acts in the last sentence with any body in it; a country is no company, and a council is no group.
 */
function bodyDescribed(stages: readonly Stage[], stage: Stage, { trait, determiner }: Description): Antecedent | null {
  if (determiner !== 'the' || !ANY_BODY.has(trait.noun) || trait.qualifiers.length > 0) return null;
  let silent = 0;
  for (let index = stages.length; index >= 0 && silent <= SILENT_SENTENCES; index--) {
    const before = index === stages.length ? stage : stages[index];
    if (!before || before.paragraph < stage.paragraph - 2) return null;
    const body = bodyOf(before, ({ isBody, figure }) => isBody || (figure !== null && !figure.isEvident));
    if (body === null) return null;
    if (body === 'nobody') {
      if (before.isTold) silent++;
      continue;
    }
    const { figure } = body.actor;
    if (!figure || isCountry(figure.introduction.words)) return null;
    const isOther = figure.mentions.some(({ portrait }) =>
      portrait.traits.some(({ isBody, noun }) => isBody && noun !== trait.noun && !ANY_BODY.has(noun)),
    );
    return isOther ? null : { figure, evidence: body.evidence };
  }
  return null;
}

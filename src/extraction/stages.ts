import type { Span } from '../article/article.ts';
import type { Figure } from './cast.ts';
import type { Gender } from './gender.ts';
import type { Part } from './mentions.ts';

/** Somebody whom a pronoun means, and the sentence that names them. */
export interface Antecedent {
  readonly figure: Figure;
  readonly evidence: Span;
  /** What tells them from others in that sentence, where others are in it. */
  readonly by?: Rank;
}

/** What makes somebody the one of a sentence: nobody else fits; of those who fit, the one who speaks, or acts. */
export type Rank = 'alone' | 'speaker' | 'subject';

/** Somebody or some body of the article; without a figure where the article gives no name. */
export interface Actor {
  readonly figure: Figure | null;
  isBody: boolean;
  gender: Gender;
}

/** An actor at one place of a sentence. */
export interface Presence {
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

/** A sentence with those who were on stage in it; only sentences that the reporter tells something in are kept. */
export interface Stage {
  readonly paragraph: number;
  readonly presences: Presence[];
  /** A surname of several, or a pronoun that stays open: whoever it is may be meant by the next one. */
  readonly open: Gender[];
}

/** How many sentences without anybody in them a pronoun reaches across, and how many paragraphs. */
export const SILENT_SENTENCES = 3;
const PARAGRAPHS = 1;

/** The one whom a pronoun means. */
export interface Choice extends Presence {
  /** Whether nobody else is near at all. */
  readonly isCertain: boolean;
  readonly rank: Rank;
}

/** Whom a pronoun means: somebody of its own sentence, else of a sentence before it. */
export function antecedent(
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
export function withoutWords(stage: Stage, content: readonly Span[]): Stage {
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
  // Lane asked Dow about it. “No,” he said. / Lane met Dow. …
  const isAsked = presences.some(({ actor, asks }) => asks !== true && !actor.isBody && actor !== last?.actor);
  if ((last?.asks || last?.part === 'mutual') && isAsked) return 'several';
  if (last) return { ...last, isCertain, rank: 'alone' };
  const speaker = only(fitting.filter(({ speaks }) => speaks));
  const subject = speaker ?? only(fitting.filter((presence) => presence.part === 'subject'));
  if (!subject || subject.asks) return 'several';
  return { ...subject, isCertain, rank: speaker ? 'speaker' : 'subject' };
}

/** A name that nothing shows to be a person's counts only where it acts. */
function isPerson({ actor, part, speaks }: Presence): boolean {
  return !actor.isBody && (actor.figure?.kind !== 'unknown' || part === 'subject' || part === 'mutual' || speaks);
}

/** The one actor of some presences, with their last subject if there is one; null where there is none or another. */
export function only(presences: readonly Presence[]): Presence | null {
  let chosen: Presence | null = null;
  for (const presence of presences) {
    if (chosen && chosen.actor !== presence.actor) return null;
    if (!chosen || presence.part === 'subject' || presence.speaks) chosen = presence;
  }
  return chosen;
}

/** Mell came first. Ammer came second. He said …: one of them is a man, and the article does not say which. */
function isAnother(choice: Choice | 'nobody' | 'several', chosen: Choice): choice is Choice {
  return choice !== 'nobody' && choice !== 'several' && choice.actor !== chosen.actor && choice.actor.gender === null;
}

function earlier(stages: readonly Stage[], stage: Stage, gender: Gender): Choice | null {
  let chosen: Choice | null = null;
  let paragraph = -1;
  for (const before of within(stages, stage)) {
    const choice = pick(before, gender);
    if (chosen) {
      const isTurn =
        before.paragraph === paragraph && !chosen.speaks && isAnother(choice, chosen) && choice.part === 'subject';
      if (isTurn) return null;
      return before.presences.some((one) => isPerson(one) && one.actor !== chosen?.actor && one.actor.gender === null)
        ? { ...chosen, isCertain: false }
        : chosen;
    }
    if (choice === 'several') return null;
    if (choice === 'nobody') continue;
    if (choice.actor.gender !== null || choice.actor.figure === null) return choice;
    chosen = choice;
    paragraph = before.paragraph;
  }
  return chosen && isDialogue(stages, stage, chosen, gender, paragraph) ? null : chosen;
}

/** “…,” Mell said. ¶ “…,” said Ammer. ¶ “…,” he said: they may speak in turn, and the article does not say so. */
function isDialogue(
  stages: readonly Stage[],
  stage: Stage,
  chosen: Choice,
  gender: Gender,
  paragraph: number,
): boolean {
  if (!chosen.speaks || chosen.actor.figure === null || paragraph !== stage.paragraph - 1) return false;
  for (let index = stages.length - 1; index >= 0; index--) {
    const before = stages[index];
    if (!before || before.paragraph < paragraph - 1) return false;
    if (before.paragraph > paragraph - 1) continue;
    const choice = pick(before, gender);
    return isAnother(choice, chosen) && choice.speaks;
  }
  return false;
}

/** The sentences before one that a pronoun in it reaches, the last one first. */
function* within(stages: readonly Stage[], stage: Stage): Generator<Stage> {
  let silent = 0;
  let paragraph = stage.paragraph;
  let paragraphs = 0;
  for (let index = stages.length - 1; index >= 0; index--) {
    const before = stages[index];
    if (!before) return;
    if (before.paragraph !== paragraph) {
      paragraph = before.paragraph;
      if (++paragraphs > PARAGRAPHS) return;
    }
    yield before;
    if (++silent > SILENT_SENTENCES) return;
  }
}

/** Everybody of a gender in a sentence and those before it that a pronoun reaches, as long as it is open who is meant. */
export function candidates(stages: readonly Stage[], own: Stage, gender: Gender): readonly string[] {
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

/** What somebody is called when it is said who was considered. */
export function nameOf({ figure }: Actor): string {
  return figure?.name ?? 'somebody who is only described';
}

import { isCountry } from './known-bodies.ts';
import { isGroupWord } from './person-words.ts';
import type { Description } from './scenes.ts';
import { type Actor, type Antecedent, only, type Presence, SILENT_SENTENCES, type Stage } from './stages.ts';

/** The one body that speaks or acts in this sentence or the one before, where no other body is named. */
export function bodyBefore(stages: readonly Stage[], stage: Stage): Presence | null {
  const own = bodyOf(stage);
  if (own !== 'nobody') return own;
  const before = stages.at(-1);
  if (!before || before.paragraph < stage.paragraph - 1) return null;
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
export function bodyDescribed(
  stages: readonly Stage[],
  stage: Stage,
  { trait, determiner }: Description,
): Antecedent | null {
  if (determiner !== 'the' || !ANY_BODY.has(trait.noun) || trait.qualifiers.length > 0) return null;
  let silent = 0;
  for (let index = stages.length; index >= 0 && silent <= SILENT_SENTENCES; index--) {
    const before = index === stages.length ? stage : stages[index];
    if (!before || before.paragraph < stage.paragraph - 2) return null;
    const body = bodyOf(before, ({ isBody, figure }) => isBody || (figure !== null && !figure.isEvident));
    if (body === null) return null;
    if (body === 'nobody') {
      silent++;
      continue;
    }
    const { figure } = body.actor;
    if (!figure || isCountry(figure.introduction.words)) return null;
    const isOther = [...figure.nouns].some((noun) => isGroupWord(noun) && noun !== trait.noun && !ANY_BODY.has(noun));
    return isOther ? null : { figure, evidence: body.evidence };
  }
  return null;
}

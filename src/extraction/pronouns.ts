import type { Span } from '../article/article.ts';
import type { Figure } from './cast.ts';
import type { Gender } from './gender.ts';
import type { Description, Scene } from './scenes.ts';
import { bodyBefore, bodyDescribed } from './stage-bodies.ts';
import { type Actor, type Antecedent, antecedent, candidates, nameOf, type Stage, withoutWords } from './stages.ts';

/** Whom the pronouns of an article mean; by paragraph and place of the word. */
export interface Pronouns {
  readonly meant: ReadonlyMap<string, Antecedent>;
  /** Of those that are the source of a quotation and stay open, who was considered, in words for a person. */
  readonly open: ReadonlyMap<string, readonly string[]>;
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
    const stage: Stage = { paragraph, presences: [], open: [] };
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
          } else if (part === 'subject' || speaks || (appearance.determiner === 'a' && !isBody)) {
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
            if (part === 'subject' && !isAhead) stage.open.push(gender);
            break;
          }
          const { actor, evidence, isCertain, rank } = choice;
          // Sharp, whom Lane met with her dog: whose dog it is stays open, and tells nothing of Lane.
          if (part !== 'subject' && !speaks && !isCertain) break;
          stage.presences.push({ actor, part, speaks, start, isFronted, evidence });
          // A bare name that nothing shows to be a person’s, unless it speaks.
          if (!actor.figure || (actor.figure.kind === 'unknown' && !choice.speaks)) {
            if (speaks) considered.set(placeKey(paragraph, at), [nameOf(actor)]);
            break;
          }
          if (isCertain || (speaks && rank !== 'subject')) actor.gender ??= gender;
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
    if (isTold) stages.push(stage);
  }
  return { meant: found, open: considered };
}

function vote(ballots: Map<Figure, Ballot>, figure: Figure, gender: Gender): void {
  const ballot = ballots.get(figure) ?? { masculine: 0, feminine: 0 };
  if (gender) ballot[gender]++;
  ballots.set(figure, ballot);
}

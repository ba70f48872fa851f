import type { Span } from '../article/article.ts';
import type { Cast, Figure, NameMention } from './cast.ts';
import type { Gender } from './names.ts';

/** A source that was met before, and who it was found to be. */
export interface Spoken {
  readonly paragraph: number;
  readonly source: Span;
  readonly figure: Figure | null;
}

/** Somebody whom a pronoun means, and the sentence that shows it. */
export interface Antecedent {
  readonly figure: Figure;
  readonly name: string;
  readonly evidence: Span;
}

const GENDERS: Readonly<Record<string, Gender>> = {
  he: 'masculine',
  him: 'masculine',
  she: 'feminine',
  her: 'feminine',
};

/** A paragraph with more names than these (a list, a table) leaves no pronoun with one reading. */
const MOST_NAMES = 200;

/**
 * Whom "he" or "she" means, where the article leaves one reading only; else null.
 *
 *     Mayor Reyes opened the bridge. “It is safe,” [she] said.          the only person named in the paragraph before it
 *     Reyes said it was safe. ¶ “Come and see,” [she] added.            the only person of the paragraph before
 *
 * Whoever is named only inside quotation marks is spoken of, not speaking, and is no antecedent; but a person is not
 * excluded by a gender that the article does not show. Two candidates, or none, leave the pronoun unresolved. "They",
 * "it" and "we" are never resolved.
 */
export function resolvePronoun(
  pronoun: string,
  paragraph: number,
  source: Span,
  cast: Cast,
  spoken: readonly Spoken[],
): Antecedent | null {
  const gender = GENDERS[pronoun];
  if (!gender) return null;
  const isBefore = (mention: NameMention) => mention.end <= source.start && !mention.isQuoted;
  const [own, previous] = [cast.mentionsOf(paragraph), cast.mentionsOf(paragraph - 1)];
  if (own.length > MOST_NAMES || previous.length > MOST_NAMES) return null;
  const here = own.filter(isBefore);
  const near = hasPerson(here, cast) ? here : previous.filter(isBefore);
  const antecedent = onlyPerson(near, gender, cast);
  if (antecedent || hasPerson(near, cast)) return antecedent;
  return carriedOn(paragraph, gender, spoken);
}

function hasPerson(mentions: readonly NameMention[], cast: Cast): boolean {
  return mentions.some((mention) => {
    const naming = cast.naming(mention);
    return naming.kind === 'several' || (naming.kind === 'one' && naming.figure.kind !== 'body');
  });
}

/** The only person among mentions who may be meant; a bare name that could be anything is a candidate as well. */
function onlyPerson(mentions: readonly NameMention[], gender: Gender, cast: Cast): Antecedent | null {
  const candidates = new Map<Figure, NameMention>();
  for (const mention of mentions) {
    const naming = cast.naming(mention);
    if (naming.kind === 'several') return null;
    if (naming.kind === 'nobody' || naming.figure.kind === 'body') continue;
    if (naming.figure.gender !== null && naming.figure.gender !== gender) continue;
    candidates.set(naming.figure, mention);
  }
  const [first, second] = candidates;
  if (!first || second) return null;
  const [figure, mention] = first;
  if (figure.kind === 'unknown') return null;
  return { figure, name: figure.name, evidence: mention.sentence };
}

/** “…,” he said. ¶ “…,” he added: the same pronoun goes on where nobody else is named in between. */
function carriedOn(paragraph: number, gender: Gender, spoken: readonly Spoken[]): Antecedent | null {
  const last = spoken.at(-1);
  if (!last?.figure || last.paragraph < paragraph - 1) return null;
  if (last.figure.kind !== 'person' || (last.figure.gender !== null && last.figure.gender !== gender)) return null;
  return { figure: last.figure, name: last.figure.name, evidence: last.figure.introduction.sentence };
}

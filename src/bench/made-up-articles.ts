import { randomNumbers } from '../evaluation/random-numbers.ts';

/** A text with an id, as a bench reads it. */
export interface BenchArticle {
  readonly id: string;
  readonly text: string;
}

/** A stretch in quotation marks that somebody said, with who it was; null where the article gives no name. */
export interface TrueQuote {
  readonly quote: string;
  readonly speaker: string | null;
}

/** A made-up article, with what is said in it. */
export interface MadeUpArticle extends BenchArticle {
  readonly quotes: readonly TrueQuote[];
}

/** Paragraphs are added until an article has about as many words: what a news article mostly has. */
const WORDS = 700;

const FIRST_NAMES = 'Alma Bert Clara Dan Edith Frank Greta Hugo Ines Jonas Karin Leon Maria Nils Olga Paul'.split(' ');
const SYLLABLES = 'bar bel cor dal fen gar hol jan kel lor mar nev or pel quin ros san tor ver wen'.split(' ');
const ENDINGS = 'son er ez ski ley ton man ova eck ard'.split(' ');
const ROLES = ['mayor', 'police chief', 'union leader', 'hospital director', 'harbour master', 'county judge'];
const BODIES = ['River Council', 'Dam Board', 'Farmers’ Union', 'Port Authority', 'Ministry of Works'];
const VERBS = ['said', 'said', 'said', 'added', 'warned', 'argued', 'told reporters', 'explained', 'insisted'];
const THINGS = ['the bridge', 'the old dam', 'the new school', 'the harbour wall', 'the budget', 'the night train'];
const DEEDS = ['will be closed', 'has been repaired', 'cost more than planned', 'needs another year', 'is safe'];
const TIMES = ['on Monday', 'last week', 'before the winter', 'after the flood', 'within two years', 'in the spring'];
const CAUSES = ['because nobody asked', 'although the town agreed', 'as the water rose', 'if the money comes'];

/**
 * Made-up news articles, one after the other and without end where no `count` is given. The same seed gives the same
 * articles. Their people have new surnames all the time, so that the vocabulary grows as an archive's does.
 */
export function* madeUpArticles(count = Number.POSITIVE_INFINITY, seed = 1): Generator<MadeUpArticle> {
  const random = randomNumbers(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const number = (most: number): string => String(1 + Math.floor(random() * most));
  const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
  const clause = (): string => `${pick(THINGS)} ${pick(DEEDS)} ${pick(TIMES)}`;
  const long = (): string => `${clause()}, ${pick(CAUSES)}, and ${clause()}`;
  const person = () => {
    const surname = capital(pick(SYLLABLES) + pick(SYLLABLES) + pick(ENDINGS));
    return { full: `${pick(FIRST_NAMES)} ${surname}`, surname, role: pick(ROLES), pronoun: pick(['he', 'she']) };
  };
  for (let index = 0; index < count; index++) {
    const people = [person(), person(), person()] as const;
    const body = pick(BODIES);
    const quotes: TrueQuote[] = [];
    const said = (who: { readonly full: string } | null, quote: string) => {
      quotes.push({ quote, speaker: who?.full ?? null });
      return quote;
    };
    const forms: readonly (() => string)[] = people.flatMap((who) => [
      () =>
        `“${said(who, capital(clause()))},” ${pick(VERBS)} ${who.full}, the ${who.role}. “${said(who, capital(long()))}.”`,
      () => `${who.surname} ${pick(VERBS)} that ${long()}.`,
      () =>
        `Asked about ${pick(THINGS)}, ${who.full} said: “${said(who, `${capital(long())}. ${capital(clause())}`)}.”`,
      () => `${capital(long())}, according to ${who.full}. “${said(who, capital(clause()))},” ${who.pronoun} said.`,
      () => `${who.surname} called ${pick(THINGS)} “a promise of ${number(30)} years” and said ${clause()}.`,
      () => `The ${body} spent ${number(900)} million on ${pick(THINGS)} ${pick(TIMES)}. ${capital(long())}.`,
      () => `${capital(pick(TIMES))}, ${number(99)} per cent of the town met at ${pick(THINGS)}. ${capital(clause())}.`,
      () =>
        `“${said(null, capital(long()))},” a spokesman for the ${body} said in a statement. It was the “final word”.`,
    ]);
    const paragraphs = [capital(clause())];
    for (let words = 0; words < WORDS; ) {
      const paragraph = (forms[Math.floor(random() * forms.length)] ?? clause)();
      paragraphs.push(paragraph);
      words += paragraph.split(' ').length;
    }
    yield { id: `made-up-${seed}-${index + 1}`, text: `${paragraphs.join('\n\n')}\n`, quotes };
  }
}

import fc from 'fast-check';

/** Who is credited in the articles made up here: people, surnames alone, bodies, descriptions, pronouns. */
const SOURCES = [
  'Mayor Alma Reyes',
  'Jo Lane, a farmer',
  'Mr Lane',
  'Lane',
  'Ms Reyes, who runs the port',
  'Tomas Wren',
  'the River Council',
  'a spokesman for the port',
  'the mayor',
  'he',
  'she',
  'they',
  'others',
] as const;
const VERBS = ['said', 'added', 'told reporters', 'warned', 'wrote', 'asked', 'denied', 'explained on Monday'] as const;
const CLAUSES = [
  'the river will rise by Monday',
  'nobody had listened to Jo Lane',
  'two in three boats leak',
  'the council’s dam, built in 1952, would hold',
  'it was time to go 😀',
] as const;
const WORDS = [
  'The river will rise',
  'It leaks, I told Tomas Wren so',
  'We don’t know',
  'He said it was our neighbours’ boat',
  'That is what they call ‘river tax’ here',
  'Go home!',
] as const;
const NARRATIVE = [
  'The river rose by two metres overnight.',
  'Mr Alan Lane met Mrs Lane at the “river tax” office.',
  'Tomas Wren mended the dam with his brother Emil.',
  'The fair, with a slogan of “one river for all”, drew 2,000 guests.',
  'The gap is 3/8 wide – or was – and 6 feet deep.',
] as const;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const filled = fc.record({
  source: fc.constantFrom(...SOURCES),
  verb: fc.constantFrom(...VERBS),
  clause: fc.constantFrom(...CLAUSES),
  words: fc.constantFrom(...WORDS),
  more: fc.constantFrom(...WORDS),
  narrative: fc.constantFrom(...NARRATIVE),
});
type Filled = typeof filled extends fc.Arbitrary<infer Parts> ? Parts : never;

const TEMPLATES: readonly ((parts: Filled) => string)[] = [
  ({ words, verb, source }) => `“${words},” ${verb} ${source}.`,
  ({ words, verb, source, more }) => `“${words},” ${source} ${verb}. “${more}.”`,
  ({ words, verb, source, more }) => `“${words},” ${source} ${verb}, “${more}.”`,
  ({ words, verb, source }) => `${capital(source)} ${verb}: “${words}.”`,
  ({ clause, verb, source }) => `${capital(source)} ${verb} that ${clause}.`,
  ({ clause, verb, source }) => `${capital(clause)}, ${source} ${verb}.`,
  ({ clause, verb, source, words }) => `${capital(source)} ${verb} ${clause} and called it “${words}”.`,
  ({ clause, source }) => `According to ${source}, ${clause}.`,
  ({ clause, source }) => `${capital(source)} called for a ban, adding that ${clause}.`,
  ({ words }) => `“${words}.”`,
  ({ narrative }) => narrative,
];

/** No stop behind a mark that is one. */
const tidy = (text: string) => text.replaceAll('!.', '!').replaceAll('!,', '!');

const sentences = fc.tuple(filled, fc.constantFrom(...TEMPLATES)).map(([parts, template]) => tidy(template(parts)));
const paragraph = fc.oneof(
  { weight: 9, arbitrary: fc.array(sentences, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')) },
  { weight: 1, arbitrary: filled.map(({ words, source }) => tidy(`“${words}.” – ${source}`)) },
);

/** Articles of a headline and a few paragraphs, with each quotation mark of `“”` paired. */
export const wholeArticles: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('\n', '\n\n'), fc.array(paragraph, { minLength: 1, maxLength: 5 }))
  .map(([between, list]) => ['Mayor warns of river', ...list].join(between));

/** Articles with a single sentence in each paragraph. */
export const articlesOfShortParagraphs: fc.Arbitrary<string> = fc
  .array(sentences, { minLength: 1, maxLength: 8 })
  .map((list) => ['Mayor warns of river', ...list].join('\n\n'));

/** Articles out of which pieces were cut: marks and sentences are left open anywhere. */
export const tornArticles: fc.Arbitrary<string> = fc
  .tuple(wholeArticles, fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 12 })), { maxLength: 4 }))
  .map(([text, cuts]) => {
    const units = [...text];
    for (const [at, length] of cuts) units.splice(at, length);
    return units.join('');
  })
  .filter((text) => /\p{L}/u.test(text));

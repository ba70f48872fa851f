import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Span, slice } from '../../src/article/article.ts';
import { extract } from '../../src/extraction/extract.ts';
import { articleOf } from './article-of.ts';

const text = readFileSync(new URL('../../seeds/000_fb7ac525feaaad7d.txt', import.meta.url), 'utf8');
const { quotations, facts } = extract(articleOf(text, { headline: true }));
const printed = (spans: readonly Span[]) => spans.map((span) => slice(text, span)).join(' … ');

it.each([
  ['headline', 'calls on all countries to unite', 'Chinese president', 'described', null],
  ['direct', 'We should respect other countries’ rights', 'The president', 'described', null],
  ['indirect', 'China needs to enact laws', 'Li', 'surname-only', 'Li'],
  ['direct', 'This is an all-out assault on Internet freedoms', 'she', 'pronoun-unresolved', null],
  ['indirect', 'no country should dominate cyberspace', 'He', 'pronoun-unresolved', null],
  ['indirect', 'cyberspace needs freedom and order', 'Mr Xi', 'named', 'Mr Xi'],
  ['direct', 'freedom is the goal for order, and order guarantees freedom', 'Mr Xi', 'named', 'Mr Xi'],
  ['direct', 'The future of cyberspace should be', 'he', 'pronoun-resolved', 'Mr Xi'],
  ['direct', 'Under the guise of sovereignty and security', '', 'none', null],
  ['indirect', 'the need for order', 'Xi', 'named', 'Mr Xi'],
  ['indirect', 'China hopes to break the United States dominance', 'Wang Chunhui', 'named', 'Wang Chunhui'],
])('reads in the seed article, as %s, “%s”', (kind, opening, source, status, speaker) => {
  const quotation = quotations.find(({ content }) => printed(content).startsWith(opening));
  expect(quotation && { ...quotation, source: printed(quotation.source) }).toMatchObject({
    kind,
    source,
    status,
    speaker,
  });
});

it.each([
  ['no country should dominate cyberspace', 'a nod to'],
  ['called for a boycott of China’s World Internet Conference', 'which attracted'],
  ['China needs to enact laws', 'Li said'],
])('ends “%s” before “%s”', (opening, beyond) => {
  const quotation = quotations.find(({ content }) => printed(content).startsWith(opening));
  expect(quotation).toBeDefined();
  expect(printed(quotation?.content ?? [])).not.toContain(beyond);
});

it('credits nobody with the term and the slogan as words of a person', () => {
  const kindOf = (words: string) => quotations.find(({ content }) => printed(content) === words)?.kind;
  expect(kindOf('cyber sovereignty')).toBe('term');
  expect(kindOf('building a cyberspace community of shared destiny')).toBe('slogan');
});

it('leaves the sentence on 700 million users to the reporter', () => {
  const figure = text.indexOf('700 million');
  expect(quotations.some(({ content }) => content.some(({ start, end }) => start <= figure && figure < end))).toBe(
    false,
  );
});

it.each([
  ['event', 'The President expressed these views while speaking at the opening session'],
  ['place', 'Wuzhen-a historic and scenic town in northern Zhejiang province of China'],
  ['event', 'which attracted executives from Chinese and USA tech giants'],
  ['role', 'press freedom group Reporters Without Borders and China censorship watchdog GreatFire.org'],
  ['membership', 'many major technology companies – including Microsoft, LinkedIn and Facebook'],
  [
    'statement',
    'Facebook (which is blocked in China but has been seeking to improve its relations with the government)',
  ],
  ['statement', 'China’s growing worldwide influence was highlighted by the fact that'],
  ['statement', 'China has long censored and regulated its domestic Internet'],
  ['statement', 'seeks in part to upend the current system of online governance'],
  ['date', 'Internet issues have gained prominence under Mr Xi’s rule since late 2012'],
  ['date', 'him setting up and chairing a new task force previous year within the Communist Party'],
  ['date', 'last year’s attempt to get participants to sign on to a declaration'],
  ['figure', 'more than 2,000 participants'],
  ['figure', 'more than 120 countries and regions'],
  ['figure', 'The number of Internet users has already exceeded 700 million people in China only.'],
  ['date', 'Yesterday'],
  ['statement', 'a nod to China’s argument that the U.S. has too much sway over how the internet is run'],
  ['membership', 'including state leaders, government officials, business leaders, Internet titans, and experts'],
  ['role', 'the director of the Institute of China ICT Development and Strategy in the Nanjing University'],
])('finds as the reporter’s, as a %s, “%s”', (kind, opening) => {
  const found = facts.filter(({ span, source }) => source.length === 0 && slice(text, span).startsWith(opening));
  expect(found.map((fact) => fact.kind)).toContain(kind);
});

it('reads 700 million as more than that, and dates neither yesterday nor the previous year', () => {
  const users = facts.find(({ figure }) => figure?.value === 700_000_000);
  expect(users?.figure?.relation).toBe('>');
  const times = facts.flatMap(({ when = [] }) => when.map(({ span, value }) => [slice(text, span), value]));
  expect(times).toContainEqual(['Yesterday', null]);
  expect(times).toContainEqual(['previous year', null]);
  expect(times).toContainEqual(['since late 2012', '2012']);
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Span, slice } from '../../src/article/article.ts';
import { extract } from '../../src/extraction/extract.ts';
import { articleOf } from './article-of.ts';

const text = readFileSync(new URL('../../seeds/000_fb7ac525feaaad7d.txt', import.meta.url), 'utf8');
const { quotations } = extract(articleOf(text, { headline: true }));
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, type ParagraphRole, type Span, slice } from '../../src/article/article.ts';
import { extract } from '../../src/extraction/extract.ts';
import { articleOf } from './article-of.ts';

/** An article whose paragraphs are given as `role: text`; an utterance’s tag stands before `|`. */
function articleWith(...lines: readonly string[]): Article {
  const parts = lines.map((line) => /^([a-z-]+): ([\s\S]*)$/.exec(line) ?? ['', 'body', line]);
  const text = parts.map(([, , words = '']) => words.replace('|', ':')).join('\n\n');
  let start = 0;
  const paragraphs = parts.map(([, role, words = '']) => {
    const from = start;
    start += words.length + 2;
    const tag = words.indexOf('|');
    const speaker = tag < 0 ? {} : { speaker: { start: from, end: from + tag } };
    return { start: from, end: from + words.length, role: role as ParagraphRole, ...speaker };
  });
  return { ...articleOf(text), paragraphs };
}

function inWords(article: Article) {
  const words = (spans: readonly Span[]) => spans.map((span) => slice(article.text, span));
  return extract(article).quotations.map(({ kind, content, source, speaker, status }) => {
    return { kind, words: words(content), source: words(source)[0] ?? null, speaker, status };
  });
}

const said = {
  kind: 'direct',
  words: ['The river will rise again'],
  source: 'Mayor Alma Reyes',
  speaker: 'Alma Reyes',
  status: 'named',
};
const SAID = 'body: “The river will rise again,” Mayor Alma Reyes said.';
const MORE = 'body: Nobody was hurt, and the road to the coast was open again by the evening.';

describe('pull quotes', () => {
  it.each([
    ['in marks', 'pull-quote: “The river will rise again.”'],
    ['without marks', 'pull-quote: The river will rise again'],
    ['with a name', 'pull-quote: The river will rise again — Alma Reyes'],
    ['shortened', 'pull-quote: “The river will … rise,” Reyes said in 2015.'],
  ])('are no second quotation and no fact: %s', (_, pulled) => {
    const article = articleWith(SAID, pulled, MORE);
    expect(inWords(article)).toEqual([said]);
    expect(extract(article).facts).toEqual(
      extract(articleWith(SAID, MORE)).facts.map((fact) => ({
        ...fact,
        span: { start: article.text.indexOf(slice(articleWith(SAID, MORE).text, fact.span)), end: expect.any(Number) },
        source: expect.anything(),
      })),
    );
  });

  it('come not between words and who says them', () => {
    const article = articleWith(
      'body: Mayor Alma Reyes said:',
      'pull-quote: Rise again',
      'block-quote: The river will rise again',
    );
    expect(inWords(article)).toEqual([said]);
  });
});

describe('captions', () => {
  it.each([
    ['a description', 'caption: Mayor Alma Reyes on the bridge on 5 May 2015.'],
    ['a title', 'caption: “Bridge at Night”, 1897, oil on wood.'],
    ['the words of the article again', 'caption: Mayor Alma Reyes said: “The river will rise again.”'],
    ['words of somebody who is not named there', 'caption: “It was loud tonight,” she said.'],
  ])('give nothing where they hold %s', (_, caption) => {
    expect(inWords(articleWith(SAID, caption, MORE))).toEqual([said]);
    expect(extract(articleWith(MORE, caption)).facts).toEqual(extract(articleWith(MORE)).facts);
  });

  it('are quoted where they credit somebody', () => {
    const quotations = inWords(articleWith(SAID, 'caption: “It stands,” said Jo Lane, who built it.', MORE));
    expect(quotations).toEqual([
      said,
      expect.objectContaining({ words: ['It stands'], speaker: 'Jo Lane', status: 'named' }),
    ]);
  });

  it('know the names of the article', () => {
    const quotations = inWords(articleWith(SAID, 'caption: “It stands,” Reyes said of the bridge.', MORE));
    expect(quotations[1]).toMatchObject({ words: ['It stands'], speaker: 'Alma Reyes', status: 'named' });
  });

  it('change nothing in the article around them', () => {
    const lines = [SAID, 'body: “I never slept,” she said.', 'body: Jo Lane came.', 'body: “So what,” he said.'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: lines.length }), (at) => {
        const caption = 'caption: Al Ott, left, and Mr Bo Nance said nothing.';
        const article = articleWith(...lines.slice(0, at), caption, ...lines.slice(at));
        expect(inWords(article)).toEqual(inWords(articleWith(...lines)));
      }),
    );
  });
});

describe('block quotes', () => {
  it.each([
    ['a verb and a colon', 'body: Mayor Alma Reyes said:', 'Mayor Alma Reyes'],
    ['a role in between', 'body: Alma Reyes, Director of Rivers at Weir Council, said:', 'Alma Reyes'],
    ['a name and a colon', 'body: And from Mayor Alma Reyes:', 'Mayor Alma Reyes'],
  ])('are credited to whom the words before them name by %s', (_, lead, source) => {
    expect(inWords(articleWith(lead, 'block-quote: The river will rise again', MORE))).toEqual([{ ...said, source }]);
  });

  it('in a row are one quotation of one speaker, and the text between them tells who is next', () => {
    const quotations = inWords(
      articleWith(
        'body: Mayor Alma Reyes said:',
        'block-quote: The river will rise.',
        'block-quote: It always did, he said and they said “no”.',
        'body: Jo Lane, head of the Weir Dam, said:',
        'block-quote: We are ready for it.',
      ),
    );
    expect(quotations.map(({ words, speaker }) => [speaker, ...words])).toEqual([
      ['Alma Reyes', 'The river will rise.', 'It always did, he said and they said “no”.'],
      ['Jo Lane', 'We are ready for it.'],
    ]);
  });

  it.each([
    ['behind a dash', 'body: — Alma Reyes, mayor'],
    ['alone', 'body: Alma Reyes, mayor of Weir'],
  ])('are credited to the name in the line below, %s', (_, line) => {
    const quotations = inWords(articleWith(MORE, 'block-quote: The river will rise again', line, MORE));
    expect(quotations).toEqual([
      expect.objectContaining({ words: ['The river will rise again'], speaker: 'Alma Reyes' }),
    ]);
  });

  it('are credited to the name that they end with', () => {
    const quotations = inWords(articleWith(MORE, 'block-quote: The river will rise again. — Alma Reyes, mayor', MORE));
    expect(quotations).toEqual([
      expect.objectContaining({ words: ['The river will rise again'], speaker: 'Alma Reyes' }),
    ]);
  });

  it('are nobody’s where nobody is named', () => {
    const quotations = inWords(articleWith(MORE, 'block-quote: The river will rise again and again.', MORE));
    expect(quotations).toEqual([
      { kind: 'direct', words: ['The river will rise again and again.'], source: null, speaker: null, status: 'none' },
    ]);
  });

  it('with marks of their own are read by them', () => {
    expect(inWords(articleWith(MORE, 'block-quote: “The river will rise again,” Mayor Alma Reyes said.'))).toEqual([
      said,
    ]);
  });

  it('in marks and behind words that announce them lose the marks only', () => {
    expect(inWords(articleWith('body: Mayor Alma Reyes said:', 'block-quote: “The river will rise again”'))).toEqual([
      said,
    ]);
  });
});

describe('utterances', () => {
  const transcript = articleWith(
    'headline: Council meeting',
    'utterance: MAYOR ALMA REYES|The river rose 3 feet. “We lost,” Mr Ott said to me.',
    'utterance: PRESENTER|Really?',
    'utterance: Speaker 2|It did.',
    'utterance: JO LANE|It will cost $5 million.',
    'utterance: Who knows?',
    'utterance: LANE|I told you.',
    'utterance: Q|Why?',
  );

  it('are direct quotations of whom their tags name', () => {
    expect(
      inWords(transcript).map(({ words, source, speaker, status }) => [words.join(), source, speaker, status]),
    ).toEqual([
      ['The river rose 3 feet. “We lost,” Mr Ott said to me.', 'MAYOR ALMA REYES', 'ALMA REYES', 'named'],
      ['Really?', 'PRESENTER', null, 'described'],
      ['It did.', 'Speaker 2', null, 'described'],
      ['It will cost $5 million.', 'JO LANE', 'JO LANE', 'named'],
      ['Who knows?', null, null, 'none'],
      ['I told you.', 'LANE', 'JO LANE', 'named'],
      ['Why?', null, null, 'none'],
    ]);
  });

  it('are the voice of the facts in them', () => {
    const { facts } = extract(transcript);
    const credited = facts.filter(({ kind }) => kind === 'figure');
    expect(
      credited.map(({ span, source }) => [
        slice(transcript.text, span),
        source.map((one) => slice(transcript.text, one)).join(),
      ]),
    ).toEqual([
      ['3 feet', 'MAYOR ALMA REYES'],
      ['$5 million', 'JO LANE'],
    ]);
  });

  it('are what somebody says, whatever is in them', () => {
    const article = articleWith(
      'utterance: Jo Lane|Note: Al Ott said: “No.” Poll: Reyes leads — Bo Nance',
      'utterance: Al Ott|A.',
    );
    expect(inWords(article).map(({ speaker }) => speaker)).toEqual(['Jo Lane', 'Al Ott']);
  });

  it('of many words are several quotations, each of whole sentences, with every word in one', () => {
    const sentences = fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sentences, (lengths) => {
        const words = lengths.map((length) => `We ${'never '.repeat(length)}slept.`).join(' ');
        const article = articleWith(`utterance: Jo Lane|${words}`);
        const quotations = inWords(article);
        expect(quotations.flatMap((quotation) => quotation.words).join(' ')).toBe(words.trim());
        for (const quotation of quotations) {
          expect(quotation.speaker).toBe('Jo Lane');
          expect(quotation.words.join(' ')).toMatch(/^We .*slept\.$/);
        }
      }),
      { numRuns: 20 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { slice } from '../../src/article/article.ts';
import { readAnnotated } from '../../src/evaluation/annotated-gold.ts';

function read(marked: string) {
  const result = readAnnotated(marked, 'river.txt');
  if (result.kind === 'faulty') throw new Error(result.faults.join('\n'));
  return result.article;
}

describe('readAnnotated', () => {
  it('takes the marks out of the text and keeps what they cover', () => {
    const article = read(
      '“{content1:It rises},” {cue1:said} {source1:Mayor Jo Lane}.\n===\n1: direct, named, Jo Lane\n',
    );
    expect(article).toMatchObject({ id: 'river', text: '“It rises,” said Mayor Jo Lane.' });
    const [quotation] = article.annotations;
    expect(quotation).toMatchObject({ number: 1, kind: 'direct', status: 'named', speaker: 'Jo Lane' });
    const words = [quotation?.content, quotation?.cue, quotation?.source].map((spans) =>
      spans?.map((span) => slice(article.text, span)),
    );
    expect(words).toEqual([['It rises'], ['said'], ['Mayor Jo Lane']]);
  });

  it('reads content in pieces, and marks inside one another', () => {
    const marked =
      '“{content1:It},” {source1:{source2:he}} {cue1:said}, “{content1:rises}”, {cue2:adding} {content2:it did}.';
    const { text, annotations } = read(
      `${marked}\n===\n2: indirect, pronoun-unresolved\n# nobody is named\n1: direct, pronoun-unresolved`,
    );
    expect(text).toBe('“It,” he said, “rises”, adding it did.');
    expect(annotations.map(({ number, content, source }) => ({ number, content, source }))).toEqual([
      {
        number: 1,
        content: [
          { start: 1, end: 3 },
          { start: 16, end: 21 },
        ],
        source: [{ start: 6, end: 8 }],
      },
      { number: 2, content: [{ start: 31, end: 37 }], source: [{ start: 6, end: 8 }] },
    ]);
  });

  it('counts persons, bodies and the unnamed as the tables do, and terms not at all', () => {
    const marked = [
      'Mayor Jo Lane {content6:{cue6:calls for} a ban}',
      '{source1:Lane} {cue1:said} {content1:no}. {source2:The River Board} {cue2:said} {content2:yes}.',
      '{source3:Others} {cue3:said} {content3:maybe} of the “{content4:tax}”. {source5:All} {cue5:hope} {content5:so}.',
      '===',
      '1: indirect, named, Jo Lane',
      '2: indirect, named, River Board (body)',
      '3: indirect, pronoun-unresolved',
      '4: term',
      '5: belief',
      '6: headline, none',
    ];
    const { quotations, annotations } = read(marked.join('\n'));
    expect(annotations).toHaveLength(6);
    expect(quotations.map(({ kind, speech, speaker }) => ({ kind, speech, speaker }))).toEqual([
      { kind: 'indirect', speech: true, speaker: { kind: 'person', name: 'Jo Lane' } },
      { kind: 'indirect', speech: true, speaker: { kind: 'other' } },
      { kind: 'indirect', speech: true, speaker: { kind: 'unnamed' } },
      { kind: 'indirect', speech: false, speaker: null },
      { kind: 'indirect', speech: true, speaker: { kind: 'unnamed' } },
    ]);
  });

  it('reads an article in which nobody is quoted', () => {
    expect(read('It rained.\n===\nno quotations\n').quotations).toEqual([]);
  });

  it.each([
    ['It rained.', 1, 'there is no line ===; write it below the article, then one line a quotation'],
    ['It rained.\n===\n', 3, 'write either one line a quotation or “no quotations” below the article'],
    ['A\n{content1:It rained.\n===\n1: direct, none', 2, '{content1: is not closed; put a } where its words end'],
    ['A\nIt} rained.\n===\nno quotations', 2, 'a } closes no mark; take it out, or open the mark before it'],
    ['{quote1:A}\n===\nno quotations', 1, 'a { opens no mark; write {contentN:…}, {cueN:…} or {sourceN:…}'],
    ['{content1:}A\n===\nno quotations', 1, '{content1:} has no words in it'],
    [
      '{content7:A} {content1:B}\n===\n1: term',
      2,
      'quotation 7 has no kind; write a line like “7: direct, named, NAME” below',
    ],
    ['A\n===\n1: term', 3, 'quotation 1 has no content; mark its words with {content1:…}'],
    ['{content1:A}\n===\n1: shouted', 3, 'the kind of quotation 1 is none of direct, mixed, indirect, term'],
    ['{content1:A}\n===\n1: direct, loud', 3, 'the status of quotation 1 is none of named, described'],
    ['{content1:A}\n===\n1: term\n1: term', 4, 'quotation 1 is there a second time'],
    ['{content1:A}\n===\n1 term', 3, 'this is no line like “1: direct, named, NAME”, no # note'],
    ['{content1:A}\n===\n1: direct', 3, 'quotation 1 has no status; write one behind the kind'],
    ['{content1:A}\n===\n1: term, none', 3, 'quotation 1 is a term, which has no status; take it out'],
    ['{content1:A}\n===\n1: direct, named', 3, 'quotation 1 is named, so write the name behind it'],
    ['{content1:A}\n===\n1: direct, none, A', 3, 'quotation 1 is none, so take the name out'],
    ['{content1:A}\n===\n1: direct, named, B', 3, 'quotation 1 has the speaker B, whom the article does not print'],
    ['{content1:A}\n===\n1: direct, named, A', 3, 'quotation 1 has no source; mark it or write none'],
    ['{content1:A} {source1:B}\n===\n1: direct, none', 3, 'quotation 1 has a source, so its status is not none'],
  ])('says file, line and what to do where it reads %j', (marked, line, what) => {
    const result = readAnnotated(marked, 'river.txt');
    const fault = result.kind === 'faulty' ? result.faults[0] : undefined;
    expect(fault).toContain(`river.txt, line ${line}: ${what}`);
  });
});

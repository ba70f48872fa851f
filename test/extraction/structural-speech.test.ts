import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extraction/extract.ts';
import { articleOf } from './article-of.ts';
import { withMarks, withoutMarks } from './marked-text.ts';

/** The marked text as the extraction itself would mark it, with the kinds and speakers of its quotations. */
function found(marked: string, headline = false) {
  const text = withoutMarks(marked);
  const { quotations } = extract(articleOf(text, { headline }));
  return {
    marked: withMarks(text, quotations),
    kinds: quotations.map(({ kind }) => kind),
    speakers: quotations.map(({ speaker }) => speaker),
  };
}

describe('a name and a colon before words in quotation marks', () => {
  it.each([
    ['a name', '{source:Alma Reyes}{cue::} “{content:We were not asked at all.}”', 'Alma Reyes'],
    ['a name with a title', '{source:Mayor Alma Reyes}{cue::} "{content:We were not asked at all.}"', 'Alma Reyes'],
    ['a name with a party', '{source:Rep. Jo Lane (R-S.C.)}{cue::}“{content:I have not heard of it.}”', 'Jo Lane'],
    ['from a name', 'And from {source:Chairwoman Alma Reyes}{cue::} “{content:We were not asked.}”', 'Alma Reyes'],
    ['here is a name', 'Here is {source:Alma Reyes} in May{cue::} “{content:We were not asked at all.}”', 'Alma Reyes'],
    ['a name behind a dash', 'The river rises - {source:Jo Lane}{cue::} “{content:We were not asked.}”', 'Jo Lane'],
    [
      'a name behind a dash',
      'Polls got the river right - {source:Jo Lane}{cue::} “{content:They did it by luck.}”',
      'Jo Lane',
    ],
    [
      'from a name behind a dash',
      'What that means for us - More from {source:Jo Lane}{cue::} “{content:They did it by luck.}”',
      'Jo Lane',
    ],
    ['a verb before a name', '{cue:Stated} {source:Jo Lane}: “{content:They did it by luck.}”', 'Jo Lane'],
    [
      'whose answer it is',
      'Mayor Reyes and Lane met.\n{source:Reyes}’s blunt {cue:reply}: “{content:We were not asked.}”',
      'Reyes',
    ],
    ['a document', 'From {source:the report}{cue::} “{content:The dam was never tested at all.}”', null],
    [
      'a name in the paragraph before',
      'More from {source:Alma Reyes}{cue::}\n“{content:We were not asked at all.}”',
      'Alma Reyes',
    ],
  ])('gives who said them: %s', (_, marked, speaker) => {
    expect(found(marked)).toEqual({ marked, kinds: ['direct'], speakers: [speaker] });
  });

  it('gives each of two who answer each other', () => {
    const marked =
      'Critics of Lane met.\n{source:Alma Reyes}{cue::} "{content:The dam holds for now.}" {source2:Jo Lane}{cue2::} "{content2:It does not hold at all.}"';
    expect(found(marked)).toEqual({ marked, kinds: ['direct', 'direct'], speakers: ['Alma Reyes', 'Jo Lane'] });
  });

  it.each([
    'Update: “We were not asked about the dam at all.”',
    'Note: “We were not asked about the dam at all.”',
    'Related: “We were not asked about the dam at all.”',
    'Bottom Line: “We were not asked about the dam at all.”',
    'Editor’s Note: “We were not asked about the dam at all.”',
    'Friday: “We were not asked about the dam at all.”',
    'The sign had one line: “We were not asked about the dam at all.”',
  ])('gives nobody where it is no name: %s', (text) => {
    expect(extract(articleOf(text)).quotations).toMatchObject([{ source: [], speaker: null, status: 'none' }]);
  });
});

describe('a dash and a name behind words in quotation marks', () => {
  it.each([
    ['a title and a name', '“{content:We were not asked.}” {cue:-} {source:Commissioner Lane}', 'Lane'],
    ['a name and a role', '“{content:We were not asked.}” {cue:—}{source:Jo Lane}, mayor', 'Jo Lane'],
    ['a name in its own line', '“{content:We were not asked.}”\n{cue:—} {source:Jo Lane}', 'Jo Lane'],
    [
      'a name and a place in its own line',
      '“{content:We were not asked.}”\n{cue:-}{source:Jo Lane}, Salem.',
      'Jo Lane',
    ],
    ['a name behind two paragraphs', '“{content:We were not.}\n“{content:Ever.}”\n{cue:—} {source:Jo Lane}', 'Jo Lane'],
  ])('give who said them: %s', (_, marked, speaker) => {
    expect(found(marked)).toEqual({ marked, kinds: ['direct'], speakers: [speaker] });
  });

  it('may be a line within the marks', () => {
    const marked = '"{content:We were not asked at all.}\n{source:Jo Lane}, mayor."';
    expect(found(marked)).toMatchObject({ marked, speakers: ['Jo Lane'] });
  });

  it.each([
    'The “river tax” - Alma Reyes wants it - is dead.',
    '“We were not asked.” — and the crowd left.',
    '“We were not asked.”\n— The river rose by two metres.',
  ])('give nobody where more is said: %s', (text) => {
    expect(extract(articleOf(text)).quotations.map(({ speaker }) => speaker)).not.toContainEqual(expect.anything());
  });
});

describe('turns of a transcript', () => {
  it.each([
    [
      'names in capitals',
      [
        'Mr Tapp met Mayor Fall.',
        '{source:JAKE TAPP}{cue::} {content:Will the river rise? I said it would.}',
        '{source2:FALL}{cue2::} {content2:It will.}',
        '{source3:TAPP}{cue3::} {content3:When?}',
      ],
    ],
    [
      'names',
      [
        '{source:Alma Reyes}{cue::} {content:Will it rise?}',
        '{source2:Jo Lane}{cue2::} {content2:I said “yes” to that.}',
        '{source3:Reyes}{cue3::} {content3:When?}',
      ],
    ],
    [
      'a question and an answer',
      ['{cue:Q}: {content:Will the river rise?}', '{cue2:A}: {content2:It will. I told them so.}'],
    ],
    ['letters with dots', ['{cue:Q.} {content:Will the river rise?}', '{cue2:A.} {content2:It will.}']],
    [
      'an answer of two paragraphs',
      [
        '{cue:Q}: {content:Will it rise?}',
        '{cue2:A}: {content2:It will.}',
        '{content2:I told them so.}',
        '{cue3:Q}: {content3:When?}',
      ],
    ],
  ])('are direct speech without marks: %s', (_, lines) => {
    const marked = lines.join('\n');
    const { marked: own, kinds } = found(marked);
    expect(own).toBe(marked);
    expect(new Set(kinds)).toEqual(new Set(['direct']));
  });

  it.each([
    ['a list of people', 'Alma Reyes: Student loans are due.\nJo Lane: Rents fell in May.\nAnn Dow: The dam is old.'],
    ['a list of things', 'Claim: The river rose.\nFact: It fell.\nClaim: The dam is old.'],
    ['scores', 'We saw Reyes and Lane.\nReyes: 1,769\nLane: 1,501\nReyes: 46'],
    ['one label', 'We saw Reyes.\nReyes: It will rise.'],
    ['an initial', 'Q. Smith left.\nThe river rose.'],
  ])('are not seen in %s', (_, text) => {
    expect(extract(articleOf(text)).quotations).toEqual([]);
  });
});

describe('a post in a paragraph of its own', () => {
  it.each([
    [
      'with a day',
      '{content:The river rises. I said so!} {cue:—} {source:Alma Reyes} (@mayorreyes) July 5, 2026',
      'Alma Reyes',
    ],
    ['without one', '{content:They asked “nobody” at all} {cue:–} {source:Jo Lane} (@jolane)', 'Jo Lane'],
  ])('is direct speech of its author, %s', (_, marked, speaker) => {
    expect(found(marked)).toEqual({ marked, kinds: ['direct'], speakers: [speaker] });
  });

  it.each([
    'The river rises — Alma Reyes (@mayorreyes) told us July 5.',
    'We met Alma Reyes (@mayorreyes).',
    'Follow Jo Lane on X @jolane.',
  ])('is not seen in %s', (text) => {
    expect(extract(articleOf(text)).quotations.filter(({ rule }) => rule === 'an embedded post')).toEqual([]);
  });
});

describe('a headline with a colon', () => {
  const SPOKEN = 'Mayor Alma Reyes said that the river will rise.';
  const headlineOf = (line: string, body = SPOKEN) => {
    const text = `${line}\n${body}`;
    const [first] = extract(articleOf(text, { headline: true })).quotations;
    return first?.kind === 'headline' ? first : null;
  };
  const words = (line: string, body?: string) => {
    const first = headlineOf(line, body);
    const printed = ({ start, end }: { start: number; end: number }) => line.slice(start, end);
    return first && [first.source.map(printed).join(), first.content.map(printed).join()];
  };

  it.each([
    ['a name', 'Reyes: River will rise', 'Reyes', 'River will rise'],
    ['a full name', 'Alma Reyes: I was not asked', 'Alma Reyes', 'I was not asked'],
    ['a name before words in marks', 'Alma Reyes: ‘I was not asked’', 'Alma Reyes', 'I was not asked'],
    ['a name, and to whom', 'Reyes to the towns: River will rise', 'Reyes', 'River will rise'],
    ['a name behind a dash', 'EXCLUSIVE – Alma Reyes: Don’t drink the water', 'Alma Reyes', 'Don’t drink the water'],
    ['what is done in words', 'Reyes scolds Lane: ‘I was not asked’', 'Reyes', 'I was not asked'],
    ['a poll', 'Poll: Reyes and Lane hold narrow leads', 'Poll', 'Reyes and Lane hold narrow leads'],
    ['a group', 'Historians: Reyes was right', 'Historians', 'Reyes was right'],
  ])('gives who says it: %s', (_, line, source, content) => {
    expect(words(line)).toEqual([source, content]);
  });

  it.each([
    ['who never speaks', 'Jo Lane: River will rise'],
    ['a life', 'Alma Reyes: A life on the river'],
    ['a question', 'Alma Reyes: What she wants'],
    ['news', 'Breaking: Reyes will resign'],
    ['a series', 'The Latest: Reyes will resign'],
    ['a dateline', 'WASHINGTON: Reyes will resign'],
    ['a time', 'At 10:30 Reyes will resign'],
  ])('gives nobody where it names %s', (_, line) => {
    expect(headlineOf(line)).toBeNull();
  });

  it('is nobody’s name where a poll speaks', () => {
    expect(headlineOf('Poll: Reyes leads in two towns')).toMatchObject({ speaker: null, status: 'described' });
  });
});

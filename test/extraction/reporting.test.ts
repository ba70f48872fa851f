import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extraction/extract.ts';
import { articleOf } from './article-of.ts';
import { withMarks, withoutMarks } from './marked-text.ts';

describe('who speaks', () => {
  it.each([
    [
      'two things done to it',
      '{source:A letter signed by forty people and sent on Monday} {cue:says} {content:it was late}.',
    ],
    ['what a study does', '{source:The study} {cue:found} that {content:two in three boats leak}.'],
    ['a relative clause', '{source:Growers who have seen the plan} {cue:say} {content:it will ruin them}.'],
    ['an aside', '{source:Jane Roe}, who runs a bakery in York, {cue:said} {content:the rent had doubled}.'],
    ['an aside that names', '{source:The club’s manager, Ivo Bell}, {cue:said} {content:the pitch was fit}.'],
    ['what was published when', '{source:A report published on Monday} {cue:said} {content:the dam was sound}.'],
    ['a party in brackets', '{source:Rep. Ada Cole (R-Vt.)} {cue:said} {content:the bill was dead}.'],
    ['a share of those asked', '{source:Some 47% of voters} {cue:said} {content:they would stay at home}.'],
    ['one word', '{source:Some} {cue:said} {content:it was too late}.'],
    ['two kinds of people', '{source:Current and former officials} {cue:said} {content:the gate was left open}.'],
    ['an adverb before the verb', '{source:Mr Bell} later {cue:said} {content:he was sorry}.'],
  ])('is read with %s', (_, marked) => {
    expect(found(marked)).toBe(marked);
  });

  it.each([
    ['a second verb', '{source:The mayor} opened the bridge and {cue:said} {content:it was safe}.'],
    ['a second verb behind a comma', '{source:Mr Bell} waved, then {cue:said} {content:he was glad}.'],
    ['each of two in turn', 'It was late, with {source:each side} {cue:blaming} {content:the other}.'],
    ['a participle', '{source:Mr Bell} left early, {cue:saying that} {content:he was ill}.'],
  ])('is the subject that %s shares', (_, marked) => {
    expect(found(marked)).toBe(marked);
  });

  it.each([
    ['in the middle', '{content:The bridge}, {source:she} {cue:said}, {content:was safe}.'],
    [
      'in the middle of two clauses',
      '{content:The bridge is safe}, {source:she} {cue:said}, {content:and the road will be}.',
    ],
    [
      'in the middle with an aside',
      '{content:The shop}, {source:its owner, Tove Lind}, {cue:says}, {content:has flour for a month}.',
    ],
    ['behind “as”', '{content:The pupils were never asked}, as {source:the head teacher} {cue:concedes}.'],
    ['behind, with more of who that is', '{content:The bridge is safe}, {cue:said} {source:Ann Lee}, who built it.'],
    ['behind words partly in marks', '“{content:It is safe” to cross}, {cue:said} {source:Ann Lee}, an engineer.'],
  ])('stands %s', (_, marked) => {
    expect(found(marked)).toBe(marked);
  });

  it('is not the paper that is told', () => {
    const marked = '“{content:It is safe},” {source:Ann Lee}, an engineer, {cue:told} the Argus.';
    expect(found(marked)).toBe(marked);
  });
});

describe('what stands beside the marks', () => {
  it.each([
    ['any verb behind a comma', '“{content:They came for the cake},” {source:Bell} {cue:grinned}.'],
    ['any verb before a comma', '{source:Mr Bell} {cue:sings}, “{content:Do not go away from me}.”'],
    ['any verb before a colon', '{source:Mr Bell} {cue:went} further: “{content:We were robbed of it}.”'],
  ])('is credited by %s', (_, marked) => {
    expect(found(marked)).toBe(marked);
  });

  it.each([
    ['a title', 'He starred in the film, “The Best of Men.”'],
    ['the title of a book that somebody read', 'He read “Moby Dick” twice.'],
    ['what goes on behind a motto', 'The fair, with a slogan of “one river for all people”, drew 2,000 guests.'],
  ])('is nobody where it is %s', (_, text) => {
    const { quotations } = extract(articleOf(text));
    expect(quotations.map(({ source }) => source)).toEqual(quotations.map(() => []));
  });
});

describe('words behind an attribution', () => {
  it('go on with what was said', () => {
    const marked = '“{content:It is safe},” {source:Ann Lee} {cue:said}, smiling. “{content:Come and see it.}”';
    expect(found(marked)).toBe(marked);
  });

  it('are left open where another one cuts in', () => {
    const marked =
      '“{content:It is safe},” {source:Ann Lee} {cue:said}, and her husband cut in. “{content2:It is not safe at all.}”';
    expect(found(marked)).toBe(marked);
  });
});

describe('what was said ends', () => {
  it.each([
    ['another voice', '{source:She} {cue:said} {content:it was safe}, and other engineers agreed.', false],
    [
      'another speaker',
      '{source:She} {cue:said} {content:it was safe}, but {source2:Mr Bell} {cue2:said} {content2:it was not}.',
      true,
    ],
    ['a second act', '{source:She} {cue:praised} {content:the plan} and left for York.', false],
    ['the main clause', 'While {source:she} {cue:said} {content:it was safe}, the road stayed shut.', true],
    ['a contrast', '{source:She} {cue:said} {content:it was safe}, while the road stayed shut.', true],
    [
      'what was compared',
      '{source:Half the voters} {cue:said} {content:they were glad}, compared with a third in May.',
      true,
    ],
  ])('before %s', (_, marked, isMet) => {
    if (isMet) expect(found(marked)).toBe(marked);
    else expect(found(marked)).toContain(marked.slice(0, marked.indexOf('{content:')));
  });

  it.each([
    ['an aside', '{source:She} {cue:said} {content:the road, despite the flood, was safe}.'],
    ['a list', '{source:She} {cue:said} {content:Bell, Cole and Roe would come}.'],
    ['a second clause with “that”', '{source:She} {cue:said} {content:it was safe but that nobody should cross it}.'],
  ])('not before %s', (_, marked) => {
    expect(found(marked)).toBe(marked);
  });
});

describe('questions that somebody was asked', () => {
  it.each([
    ['by somebody', 'Asked by {source:a reader} {content:whether he would go}, Mr Bell laughed.'],
    ['by nobody who is printed', 'When asked {content:whether he would go}, Mr Bell laughed.'],
    ['about a thing', 'Asked about {content:the road}, Mr Bell laughed.'],
  ])('are found, asked %s', (_, marked) => {
    const whole = marked.replace(/([Aa]sked)/, '{cue:$1}');
    expect(found(whole)).toBe(whole);
  });

  it('do not take the answer', () => {
    const marked =
      '{cue:Asked} {content:whether he would go}, {source2:Mr Bell} {cue2:said}, “{content2:Not I, my friends}.”';
    expect(found(marked)).toBe(marked);
  });
});

describe('“as”', () => {
  it.each([
    ['before', 'As {source:the Argus} {cue:reported}, {content:the bridge is safe}.'],
    ['before a quotation', 'As {source:Mr Bell} {cue:wrote} in May, “{content:The bridge is safe}.”'],
  ])('gives the main clause to whom it names, %s', (_, marked) => {
    expect(found(marked)).toBe(marked);
  });
});

describe('expressions of saying', () => {
  it.each([
    ['doubts', '{source:The party} {cue:expressed grave doubts about} {content:the plan}.'],
    ['confidence', '{source:She} {cue:expressed confidence} that {content:the dam would hold}.'],
    ['what is made clear', '{source:Mr Bell} {cue:made it clear} that {content:he would go}.'],
  ])('are found: %s', (_, marked) => {
    expect(found(marked)).toBe(marked);
  });

  it('are none where nothing is expressed in words', () => {
    expect(extract(articleOf('She made the bed and expressed the milk.')).quotations).toEqual([]);
  });
});

describe('words that credit', () => {
  it.each([
    ['{cue:As reported by} {source:the Argus}, {content:the bridge is safe}.'],
    ['{cue:In the words of} {source:the warden, Piet Maas}, “{content:they come for the bread and leave}”.'],
  ])('who is named behind them: %s', (marked) => {
    expect(found(marked)).toBe(marked);
  });
});

describe('names that are words as well', () => {
  it.each([
    ['{source:Grant Young}, a strategist, {cue:said} {content:there were gains}.'],
    ['{source:The candidate} {cue:claims} {content:his net worth is ten million}.'],
  ])('%s', (marked) => {
    expect(found(marked)).toBe(marked);
  });
});

describe('a paragraph set off as a block', () => {
  it('belongs to who announces it', () => {
    const marked =
      '{source:Ann Lee, the mayor,} {cue:said}:\n{content:We shall build the bridge again, and better}.\nIt rained.';
    expect(found(marked)).toBe(marked.replace(', the mayor,}', '}, the mayor,'));
  });

  it('is nobody’s where it has words of saying of its own', () => {
    const { quotations } = extract(articleOf('Ann Lee said:\nThe bridge, Mr Bell said, would be built.'));
    expect(quotations).toHaveLength(1);
  });
});

describe('nouns of saying', () => {
  it.each([
    ['a name', 'They doubt {source:Mr Bell}’s {cue:claim} that {content:the road is safe}.'],
    ['a verb between', '{source:His} {cue:argument} is that {content:the map shows another road}.'],
    ['a pronoun', 'They heard {source:her} {cue:warning} that {content:the dam would fail}.'],
  ])('are whose they are printed to be: %s', (_, marked) => {
    expect(found(marked)).toBe(marked);
  });

  it('are not where the reporter sees an allusion', () => {
    const { quotations } = extract(
      articleOf('He called it late, a nod to the mayor’s argument that rents are too low.'),
    );
    expect(quotations.some(({ rule }) => rule === 'a noun of saying')).toBe(false);
  });

  it('are nobody’s without a possessor', () => {
    expect(extract(articleOf('The claim that the road is safe has spread.')).quotations).toEqual([]);
  });
});

describe('words of saying that say nothing', () => {
  it.each([
    'The mayor will discuss the plan on Monday.',
    'The mayor did not say the road was safe.',
    'The mayor might say the road is safe.',
    'The club has maintained its lead.',
    'They added a room to the house.',
    'He posted three letters in York.',
    'She was criticised for the delay.',
    'The council said nothing.',
    'They talked about it.',
    'Brother Odo pointed to it.',
    'No one at the ministry has suggested that they knew.',
    'He would not say who knew, nor did he explain why they left.',
    'She left without saying that she knew.',
    'Should the Speaker tell her to sit down, she will refuse.',
    'The cranes flew on according to their custom, in a line.',
  ])('%s', (text) => {
    expect(extract(articleOf(text)).quotations).toEqual([]);
  });
});

/** What is found in a text, in the marks in which a test writes it. */
function found(marked: string): string {
  const text = withoutMarks(marked);
  return withMarks(text, extract(articleOf(text)).quotations);
}

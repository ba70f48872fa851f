import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extraction/extract.ts';
import { articleOf } from './article-of.ts';
import { withMarks, withoutMarks } from './marked-text.ts';

/** The marked text as the extraction itself would mark it, and the kinds of quotation in it. */
function found(marked: string, headline = false) {
  const text = withoutMarks(marked);
  const { quotations } = extract(articleOf(text, { headline }));
  return { marked: withMarks(text, quotations), kinds: quotations.map(({ kind }) => kind) };
}

describe('direct quotations', () => {
  it.each([
    ['before who said them', '“{content:The river will rise},” {cue:said} {source:Mayor Alma Reyes}.'],
    ['before a verb at the end', '“{content:The river will rise},” {source:Mayor Alma Reyes} {cue:said} on Friday.'],
    ['with the comma outside the marks', '“{content:The river will rise}”, {source:the mayor} {cue:said}.'],
    ['with a question mark', '“{content:Will the river rise?}” {source:Jo Lane} {cue:asked}.'],
    ['after a colon', '{source:Alma Reyes} {cue:said}: “{content:The river will rise}.”'],
    ['after a comma', '{source:Alma Reyes} {cue:said}, “{content:The river will rise}.”'],
    [
      'after an aside about the source',
      '{source:Ms Reyes}, who runs the port, {cue:told} reporters: “{content:The river will rise}.”',
    ],
    ['from a statement', 'In a statement, {source:the bank} {cue:said}: “{content:Rents will fall next year}.”'],
    ['with apostrophes in them', '“{content:It’s our neighbours’ river},” {cue:said} {source:Jo Lane}.'],
    ['with a quotation in them', '“{content:He told me ‘go home’ twice},” {source:Jo Lane} {cue:said}.'],
    ['in straight marks', '"{content:The river will rise}," {cue:said} {source:Mayor Alma Reyes}.'],
    ['in single marks', '‘{content:The river will rise},’ {cue:said} {source:Mayor Alma Reyes}.'],
    ['in straight single marks', "'{content:The river will rise},' {cue:said} {source:Mayor Alma Reyes}."],
    ['without a closing mark', '“{content:The river will rise. We must leave}, {cue:said} {source:Mayor Alma Reyes}.'],
    ['in doubled single marks', "''{content:The river will rise},'' {cue:said} {source:Mayor Alma Reyes}."],
    ['in marks of typewriters', "``{content:The river will rise},'' {cue:said} {source:Mayor Alma Reyes}."],
  ])('are found %s', (_, marked) => {
    expect(found(marked)).toEqual({ marked, kinds: ['direct'] });
  });

  it.each([
    ['by who said it', '“{content:The river},” {source:Reyes} {cue:said}, “{content:will rise by Monday}.”'],
    ['in straight marks', '"{content:The river}," {source:Reyes} {cue:said}, "{content:will rise by Monday}."'],
    ['at a sentence’s end', '“{content:The river will rise},” {source:she} {cue:said}. “{content:We must leave.}”'],
    [
      'by a word on the source',
      '“{content:The river will rise},” {cue:said} {source:Jo Lane}, a farmer. “{content:We must leave.}”',
    ],
    [
      'by the end of a paragraph whose marks stay open',
      '{source:Jo Lane} {cue:said}: “{content:The river will rise.}\n“{content:Nobody listened.}”',
    ],
    [
      'by the end of a paragraph without a second mark',
      '“{content:The river will}\n{content:rise by Monday},” {source:Jo Lane} {cue:said}.',
    ],
    [
      'twice, once by the end of a paragraph',
      '“{content:The river will rise},” {cue:said} {source:Jo Lane}. “{content:We told them so.}\n“{content:Nobody listened.}”',
    ],
  ])('are one quotation of several spans where interrupted %s', (_, marked) => {
    expect(found(marked)).toEqual({ marked, kinds: ['direct'] });
  });

  it('are two where two people speak in one paragraph', () => {
    const marked =
      '“{content:The river will rise},” {source:Reyes} {cue:said}. “{content2:I am leaving},” {cue2:said} {source2:Jo Lane}.';
    expect(found(marked)).toEqual({ marked, kinds: ['direct', 'direct'] });
  });

  it.each([
    ['alone', '“{content:The town has been left alone with its river by those who should help it.}”'],
    [
      'after plain narrative',
      'It rained.\n“{content:The town has been left alone with its river by those who should help it.}”',
    ],
  ])('have no source where a paragraph gives none, %s', (_, marked) => {
    expect(found(marked)).toEqual({ marked, kinds: ['direct'] });
  });

  it('do not take the source of the sentence after, which reports something else', () => {
    const marked =
      '“{content:The town has been left alone with its river.}” {source2:Reyes} {cue2:said} {content2:the dam would hold}.';
    expect(found(marked)).toEqual({ marked, kinds: ['direct', 'indirect'] });
  });

  it('do not take the source of the paragraph before', () => {
    const marked =
      '“{content:The river will rise},” {source:Reyes} {cue:said}.\n“{content2:The town has been left alone with its river by those who should help it.}”';
    expect(found(marked)).toEqual({ marked, kinds: ['direct', 'direct'] });
  });
});

describe('indirect quotations', () => {
  it.each([
    ['“said that”', '{source:Mayor Alma Reyes} {cue:said} that {content:the river will rise}.'],
    ['“said” alone', '{source:Mayor Alma Reyes} {cue:said} {content:the river will rise}.'],
    ['“according to” in front', '{cue:According to} {source:Mayor Alma Reyes}, {content:the river will rise}.'],
    ['“according to” behind', '{content:The river will rise}, {cue:according to} {source:Mayor Alma Reyes}.'],
    ['a verb at the end', '{content:The river will rise by Monday}, {source:Reyes} {cue:said}.'],
    ['“warned that”', '{source:Reyes} {cue:warned} that {content:the river will rise}.'],
    ['“denied that”', '{source:Officials} {cue:denied} that {content:the dam had failed}.'],
    ['a source without an article', '{source:Police} {cue:said} {content:two men had fled}.'],
    ['a call, which is part of the content', '{source:The council} {content:{cue:called for} a ban on boats}.'],
  ])('are found by %s', (_, marked) => {
    expect(found(marked)).toEqual({ marked, kinds: ['indirect'] });
  });

  it.each([
    [
      'more of the reporter’s words',
      '{source:{source2:The mayor}} {cue:said} {content:the river will rise}, {cue2:adding that} {content2:no one should stay}.',
      ['indirect', 'indirect'],
    ],
    [
      'words in quotation marks',
      '{source:{source2:Mr Lane}} {cue:said} {content:the river will rise}, {cue2:adding that} “{content2:no one should stay in the valley}”.',
      ['indirect', 'direct'],
    ],
  ])('share their source with “adding that” and %s', (_, marked, kinds) => {
    expect(found(marked)).toEqual({ marked, kinds });
  });
});

describe('mixed quotations', () => {
  it.each([
    '{source:The mayor} {cue:said} {content:the river was “a monster” after the rain}.',
    '{source:Reyes} {cue:said} {content:the town must “never again be so unready” for a flood}.',
  ])('are the whole of what was said: %s', (marked) => {
    expect(found(marked)).toEqual({ marked, kinds: ['mixed'] });
  });
});

describe('words in quotation marks that nobody is said to have said', () => {
  it.each([
    ['term', 'The council has a plan for a “{content:river tax}” that nobody likes.'],
    ['term', 'The “{content:so-called}” bridge is closed.'],
    ['term', 'The “{content:expert}” left.'],
    ['slogan', 'The fair, with a slogan of “{content:one river for all people}”, drew 2,000 guests.'],
    ['slogan', 'Crowds marched under the slogan “{content:Save our river now}”.'],
  ])('are a %s: %s', (kind, marked) => {
    expect(found(marked)).toEqual({ marked, kinds: [kind] });
  });
});

describe('headlines', () => {
  it.each([
    '{source:Mayor} {content:{cue:calls on} towns to share the river}\nIt rained.',
    '{source:Reyes} {cue:says} {content:river will rise}\nIt rained.',
    '{content:River will rise}, {cue:says} {source:mayor}\nIt rained.',
  ])('are quotations of a kind of their own: %s', (marked) => {
    expect(found(marked, true)).toEqual({ marked, kinds: ['headline'] });
  });

  it('are no quotation where they report no words', () => {
    expect(found('River rises by two metres\nIt rained.', true).kinds).toEqual([]);
  });
});

describe('plain narrative', () => {
  it.each([
    'The council opened a new bridge in May.',
    'The river rose by two metres overnight.',
    'The mayor left the hall and closed the door.',
    'That said, the river rose.',
  ])('has no quotation: %s', (text) => {
    expect(found(text)).toEqual({ marked: text, kinds: [] });
  });
});

describe('known misses', () => {
  it.fails('a headline with a colon', () => {
    const marked = '{source:Mayor}: {content:River will rise by Monday}\nIt rained.';
    expect(found(marked, true).marked).toBe(marked);
  });
});

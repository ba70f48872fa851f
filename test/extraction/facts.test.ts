import { describe, expect, it } from 'vitest';
import { found } from './fact-marks.ts';

describe('figures', () => {
  it.each([
    [
      'The fair drew more than 2,000 visitors from at least 12 countries and regions.',
      ['more than 2,000 visitors', 'at least 12 countries and regions'],
    ],
    ['The levy costs about $3.2 million a ship.', ['about $3.2 million a ship']],
    [
      'Only 14 per cent of voters agreed with two of the three plans.',
      ['Only 14 per cent of voters', 'two of the three plans'],
    ],
    ['She lost by less than one-half of 1 percent.', ['less than one-half of 1 percent']],
    ['The board has 10 to 20 members and dozens of rules.', ['10 to 20 members', 'dozens of rules']],
    ['The port handles as many as five million boxes.', ['as many as five million boxes']],
    ['Between 20 and 30 people left two of the city’s ports.', ['Between 20 and 30 people', 'two of the city’s ports']],
    ['An estimated 400 people came.', ['An estimated 400 people']],
  ])('are noun phrases with what qualifies them: %s', (sentence, figures) => {
    expect(found(sentence, 'figure')).toEqual(figures);
  });

  it('are the whole clause where the verb qualifies them', () => {
    const sentence = 'The number of riders has already exceeded 700 million people in Alma only.';
    expect(found(sentence)).toEqual([sentence]);
    expect(found(sentence, 'figure')).toEqual([sentence]);
  });

  it.each([
    'The 2nd River Conference took place in Alma.',
    'He has served the port for 36 years.',
    'Boeing 737 jets landed.',
    'The act dates from Nov. 19.',
    'She joined the 2016 campaign.',
    'They agreed on one bridge.',
    'She lives at 100 Haven Avenue.',
    'It began at 9:30 and ended at 5 p.m. on 3 June.',
    'They worked 24/7 and rang 555-0199.',
    'Two others have left, for three reasons.',
    'The first half of the year was dry, and a third bridge fell.',
    'Section 230 and Rule No. 5 stand.',
  ])('are not found in: %s', (sentence) => {
    expect(found(sentence, 'figure')).toEqual([]);
  });
});

describe('dates and durations', () => {
  it.each([
    [
      'Ferries have gained riders under Mr Lane’s rule since late 2012.',
      ['Ferries have gained riders under Mr Lane’s rule since late 2012.'],
    ],
    [
      'The mayor opened the bridge in May 2015, but the tower stayed shut.',
      ['The mayor opened the bridge in May 2015'],
    ],
    ['The board met on Tuesday, Nov. 19, 2019.', ['The board met on Tuesday, Nov. 19, 2019.']],
    ['She served for 36 years.', ['She served for 36 years.']],
    ['Rents rose in recent years.', ['Rents rose in recent years.']],
    ['As of Monday, {by:she} {cue:said} {said:it leaked}.', ['As of Monday']],
    [
      'Rents rose steeply, with him setting up a new fund the previous year within the bank.',
      ['him setting up a new fund the previous year within the bank'],
    ],
    [
      'Members might repeat last year’s attempt to get guests to sign a declaration embodying the plan.',
      ['last year’s attempt to get guests to sign a declaration'],
    ],
  ])('are the clause that they date: %s', (sentence, dates) => {
    expect(found(sentence, 'date')).toEqual(dates);
  });

  it('are bare where they date only that something was said', () => {
    expect(found('Yesterday, {by:Mr Lane} {cue:said} {said:the river needs room}.')).toEqual(['Yesterday']);
  });

  it.each([
    'They stood there for a second day.',
    'She spoke on This Week, the show.',
    'The council may march on.',
    'The old bridge is long.',
    'It was the 2016 campaign that won.',
  ])('are not found in: %s', (sentence) => {
    expect(found(sentence, 'date')).toEqual([]);
  });
});

describe('roles', () => {
  it.each([
    [
      '{by:Wang Chun, the director of the Institute of Ports in Alma}, {cue:said} {said:ships wait}.',
      ['the director of the Institute of Ports in Alma'],
    ],
    ['The bank’s chief economist, Ann Lee, resigned.', ['The bank’s chief economist, Ann Lee']],
    [
      'Others, including press freedom group Open Desk and bank watchdog Fair.org, left.',
      ['press freedom group Open Desk and bank watchdog Fair.org'],
    ],
    ['“It leaks,” said Jim Dow, a doctor.', ['a doctor']],
    ['“It leaks,” said Jim Dow, 44, a doctor from Alma.', ['a doctor from Alma']],
    ['Mayor Ann de Lee left.', ['Mayor Ann de Lee']],
    ['Bo Lane, president of the Port League which meets here, left.', ['president of the Port League']],
    ['In a letter to the Observer, her adviser, Ann Lee, left.', ['her adviser, Ann Lee']],
    ['Her personal lawyer, Ann Lee, resigned.', ['Her personal lawyer, Ann Lee']],
    ['The mayor’s press secretary, Ann Lee, resigned.', ['The mayor’s press secretary, Ann Lee']],
    ['She heard a remark President Ann Lee made.', ['President Ann Lee']],
    ['Former Alma Gov. Ann Lee left with Sen. Bo Chan.', ['Former Alma Gov. Ann Lee', 'Sen. Bo Chan']],
    ['Spokeswoman Haley Dow declined to comment.', ['Spokeswoman Haley Dow']],
  ])('are found in: %s', (sentence, roles) => {
    expect(found(sentence, 'role')).toEqual(roles);
  });

  it.each([
    'Mr Lane left.',
    'The director left.',
    'The Mother Emanuel Church closed.',
    'Ann Lee, who left, came back.',
    'Alma, Bristow and Carr signed.',
    'The Justice Department moved.',
    'The plan of the president Thursday was praised.',
    'In December, the prince left.',
    'Deputy Secretary of State left.',
    'The fair will host Ann Lee.',
    'It was paid by Open Desk, a group that left.',
    'He greeted his fellow Almans.',
    'In Alma, courts restored some rights.',
    'For the people of Alma, a newspaper opened the doors.',
    'They left Alma, Bristow College and The Carr Institute for good.',
    'She led the new face of the party, Ann Lee, for a year.',
  ])('are not found in: %s', (sentence) => {
    expect(found(sentence, 'role')).toEqual([]);
  });

  it('are taken where they are printed first', () => {
    expect(found('Mayor Jo Lane left. Mayor Jo Lane came back.', 'role')).toEqual(['Mayor Jo Lane']);
  });
});

describe('memberships', () => {
  it.each([
    [
      'Many large firms – including Alma, Bristow and Carr – sent delegates.',
      ['Many large firms – including Alma, Bristow and Carr'],
    ],
    [
      'The fair drew more than 2,000 guests, including mayors, engineers, and painters from 12 towns.',
      ['including mayors, engineers, and painters'],
    ],
    ['It bans heavy metals such as copper and cadmium.', ['heavy metals such as copper and cadmium']],
  ])('are found in: %s', (sentence, memberships) => {
    expect(found(sentence, 'membership')).toEqual(memberships);
  });

  it.each(['Others, including Alma and Carr, left.', 'The price, including tax, rose.', 'Such as it is, it stands.'])(
    'are not found in: %s',
    (sentence) => {
      expect(found(sentence, 'membership')).toEqual([]);
    },
  );
});

describe('places', () => {
  it('are named with what they are, and the clause before ends with the name', () => {
    expect(
      found('The president spoke at the session held here at Wuzhen-a historic town in Zhejiang province.'),
    ).toEqual([
      'The president spoke at the session held here at Wuzhen',
      'Wuzhen-a historic town in Zhejiang province',
    ]);
  });

  it.each([
    ['He was born in Port Alma, a village near the border, by chance.', ['Port Alma, a village near the border']],
    ['He praised Ann Lee, a doctor, by chance.', []],
    ['It is sent to Alma, the area that was lost.', []],
    ['The town, a small one, is old.', []],
    ['They left Alma, Bristow and the Carr villages for good.', []],
    ['They left Alma, Bristow County and Rhode Island for good.', []],
  ])('are told from people and things: %s', (sentence, places) => {
    expect(found(sentence, 'place')).toEqual(places);
  });
});

describe('brackets and relative clauses', () => {
  it('belong to the thing right before them', () => {
    const sentence = 'Guests came from Alma, Bristow and Carr (which is banned here but may trade abroad).';
    expect(found(sentence)).toContain('Carr (which is banned here but may trade abroad)');
  });

  it('stand alone where they have a subject of their own', () => {
    const facts = found('The fair drew many guests (Ann Lee was one of them).', 'statement');
    expect(facts).toContain('Ann Lee was one of them');
    expect(facts).not.toContain('many guests (Ann Lee was one of them)');
  });

  it('are nothing where they say nothing', () => {
    const sentence = 'The Open Desk (OD) left.';
    expect(found(sentence)).toEqual([sentence]);
  });

  it.each([
    [
      '{by:Others} {cue:called for} {said:a boycott of the fair}, which attracted guests from two provinces.',
      ['which attracted guests from two provinces'],
    ],
    [
      'It has put forward a “{term:bridge tax}” that would in part double the toll.',
      ['It has put forward a “bridge tax” that would in part double the toll.', 'would in part double the toll'],
    ],
    [
      '{by:Ann Lee}, who lost a boat near Alma, Carr, in the flood, {cue:said} {said:it leaked}.',
      ['who lost a boat near Alma, Carr, in the flood'],
    ],
    ['It passed a law that doubles the toll.', ['It passed a law that doubles the toll.']],
  ])('are found in: %s', (sentence, clauses) => {
    expect(found(sentence, 'statement', 'event')).toEqual(clauses);
  });
});

describe('in quotations', () => {
  it('figures and dates are credited as the quotation is, and nothing else is taken', () => {
    const sentence = '“{said:In 2014 we built two bridges, Alma and Carr (which is wide)},” {by:the mayor} {cue:said}.';
    expect(found(sentence)).toEqual([
      'the mayor: In 2014 we built two bridges, Alma and Carr (which is wide)',
      'the mayor: two bridges',
    ]);
  });

  it('somebody may speak of themselves', () => {
    expect(found('“{said:I saw it in 2014},” {by:she} {cue:said}.')).toEqual(['she: I saw it in 2014']);
    expect(found('“{said:I spent many hours there},” {by:she} {cue:said}.', 'date')).toEqual([
      'she: I spent many hours there',
    ]);
  });

  it('nothing is taken where nobody is credited', () => {
    expect(found('“{said:We built two bridges in 2014}”.')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { found } from './fact-marks.ts';

describe('statements', () => {
  it.each([
    [
      'While the bank has long lent abroad, it now lends at home.',
      ['the bank has long lent abroad', 'it now lends at home'],
    ],
    ['Rents rose, and shops closed.', ['Rents rose', 'shops closed']],
    [
      'The rise was shown by the fact that many shops closed.',
      ['The rise was shown by the fact that', 'many shops closed'],
    ],
    ['{by:He} also {cue:said} {said:no bank should fail}, a nod to the old law.', ['a nod to the old law']],
    ['ALMA (AP) — The river burst its banks.', ['The river burst its banks']],
    ['Clinton has ties to the town.', ['Clinton has ties to the town.']],
    [
      'He offended women, guests, and others while doing it.',
      ['He offended women, guests, and others while doing it.'],
    ],
    [
      'In a town of many moods, a new survey shows that guests left.',
      ['In a town of many moods, a new survey shows that guests left.'],
    ],
    ['{by:Ann Lee} used to like the bridge, but now {cue:said} {said:it leaked}.', ['Ann Lee used to like the bridge']],
    ['The old bridge is alive and well.', ['The old bridge is alive and well.']],
    [
      'The port was in conflict with Alma over {said:a toll that leaks}, {by:Lee} {cue:said}.',
      ['The port was in conflict with Alma'],
    ],
    ['Boos rained down when {by:Lee} {cue:said} {said:it leaked}.', ['Boos rained down']],
    // Cut off from what it leads to, a clause stands for itself.
    ['As the band played, {by:the mayor} {cue:said} {said:shops would close}.', ['the band played']],
    [
      'The plan includes a new toll, under which {by:he} {cue:says} {said:drivers pay}.',
      ['The plan includes a new toll'],
    ],
    // A condition stays with what it is a condition of.
    [
      'If the dam breaks, the town sinks, and the port closes.',
      ['If the dam breaks, the town sinks, and the port closes.'],
    ],
    ['When he failed, the court left him in dissent.', ['When he failed, the court left him in dissent.']],
  ])('are the clauses of: %s', (sentence, statements) => {
    expect(found(sentence, 'statement')).toEqual(statements);
  });

  it('are events where something took place, and not where somebody holds something', () => {
    expect(found('A session was held in Alma.', 'event')).toEqual(['A session was held in Alma.']);
    expect(found('The mayor held an office in Alma.', 'event')).toEqual([]);
  });

  it.each([
    'What changed?',
    'FULL TEXT.',
    'He’s back.',
    'The mayor went on to {cue:say} {said:the bridge would open}.',
    'The old river poll shows {cue:that} {said:guests left}.',
    'I never liked the old bridge.',
    '<tweet id="7"></tweet> shows the bridge.',
    'City Council Rejects Bridge Levy After Long Debate Again.',
    'The new plan was called “{said:a gift to the port}”, {by:she} {cue:said}.',
    '{said:China needs laws that govern the sector}, {by:Li} {cue:said}.',
    '“{said:This is an assault on the press}”, {by:she} {cue:added}.',
    '{by:The letter}, which notes, “{cue:said} {said:the bridge leaks}”.',
    '{by:Ann Lee}, a guest based in Alma, {cue:said} {said:it leaks}.',
    '“{said:The authorities are trying to rewrite the rules}”.',
  ])('are not found in: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  it('do not stop in the middle of a figure', () => {
    const sentence =
      'Guests favour the bridge: 45 percent of men and 12 percent {by:of women} {cue:say} {said:they do}.';
    expect(found(sentence, 'statement')).toEqual([]);
  });

  it('hold a quotation that a noun reports, or nothing of it', () => {
    const gloss = ', a nod to {by:the bank’s} {cue:argument} that {said:rents are far too low here}.';
    expect(found(`The bridge opened rather late${gloss}`)).toEqual([
      'The bridge opened rather late',
      'a nod to the bank’s argument that rents are far too low here',
    ]);
  });
});

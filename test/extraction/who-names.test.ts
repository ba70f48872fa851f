import { describe, expect, it } from 'vitest';
import { lastCredit } from './credit.ts';

describe('a shorter form of a name', () => {
  it.each([
    // first reference, later reference, speaker
    ['Senator J.D. Lane came.', 'Lane', 'J.D. Lane'],
    ['Robert F. Lane Jr. came.', 'Lane', 'Robert F. Lane Jr.'],
    ['Robert Lane, Jr., came.', 'Lane', 'Robert Lane, Jr.'],
    ['Alan Lane and Alan Lane Jr. came.', 'Lane Jr.', 'Alan Lane Jr.'],
    ['Mary-Kate O’Dow came.', 'O’Dow', 'Mary-Kate O’Dow'],
    ['Mayor Zoë Núñez came.', 'Nunez', 'Zoë Núñez'],
    ['William “Bill” Lane came.', 'Bill Lane', 'William “Bill” Lane'],
    ['The novelist Gabriel Ruiz Montes came.', 'Ruiz Montes', 'Gabriel Ruiz Montes'],
    ['The novelist Gabriel Ruiz Montes came.', 'Montes', 'Gabriel Ruiz Montes'],
    ['Hanna Maria Roth came. So did Hanna Roth’s dog.', 'Roth', 'Hanna Maria Roth'],
    ['Minister Ursula von der Lahn came.', 'von der Lahn', 'Ursula von der Lahn'],
    ['Prince Mohammed bin Rashad came.', 'bin Rashad', 'Mohammed bin Rashad'],
    ['President Omar al-Tahir came.', 'Tahir', 'Omar al-Tahir'],
    ['Pope Gregory came.', 'Gregory', 'Pope Gregory'],
    ['Wang Chun leads the port.', 'Wang', 'Wang Chun'],
    ['Ohio Gov. Jo Lane came.', 'Lane', 'Jo Lane'],
    ['Secretary of State Jo Lane came.', 'Lane', 'Jo Lane'],
    ['House Speaker Jo Lane came.', 'Lane', 'Jo Lane'],
    ['Wells-born Jo Lane came.', 'Lane', 'Jo Lane'],
    ['Senators Jo Lane and Ann Dow came.', 'Lane', 'Jo Lane'],
    ['The farmer Kristen Day came.', 'Day', 'Kristen Day'],
  ])('is understood by the longer one: %s %s said …', (before, name, speaker) => {
    expect(lastCredit(`${before}\nIt leaks, ${name} said.`)).toMatchObject({ speaker, status: 'named' });
  });

  it.each([
    ['George W. Lane met George H. Lane.', 'Lane'],
    ['Jo Lane met Ann Lane.', 'Lane'],
    ['Mr Alan Lane met Mrs Lane.', 'Lane'],
  ])('of two people is nobody’s: %s', (before, name) => {
    expect(lastCredit(`${before}\nIt leaks, ${name} said.`)).toMatchObject({ speaker: name, status: 'surname-only' });
  });

  it('stays that of the one who was called so before another of the name came', () => {
    const text = 'Jo Lane came. Lane sat down.\nHer son, Alan Lane, stood.\nIt leaks, Lane said.';
    expect(lastCredit(text)).toMatchObject({ speaker: 'Jo Lane', status: 'named' });
  });

  it('with another honorific is another’s', () => {
    const text = 'Jo Lane came. Mrs Lane sat down.\nHer daughter, Ann Lane, stood.\nIt leaks, Ms Lane said.';
    expect(lastCredit(text)).toMatchObject({ speaker: 'Ann Lane' });
  });

  it('is completed by a full name that only a quotation prints', () => {
    expect(lastCredit('“Jo Lane is wrong about all of it,” a man said.\nIt leaks, Lane said.')).toMatchObject({
      speaker: 'Jo Lane',
    });
  });

  it('in capitals is understood by the form in the text', () => {
    const text = 'DOW SAYS DAM WILL HOLD\nAnn Dow came.\nIt leaks, Dow said.';
    expect(lastCredit(text, { headline: true })).toMatchObject({ speaker: 'Ann Dow', status: 'named' });
  });

  it('takes nothing from the capitals of a title', () => {
    const text = 'Late Dow Header Sinks Wells\nAnn Dow scored.\nIt was luck, Dow said.';
    expect(lastCredit(text, { headline: true })).toMatchObject({ speaker: 'Ann Dow', status: 'named' });
  });
});

describe('a name that is nobody’s of the story', () => {
  it.each([
    ['in a dateline', 'WELLS, Kent (AP) — It rained. “It is safe and sound,” he said.'],
    ['in a byline', 'By Alan Lane\n“It is safe and sound,” he said.'],
    ['in a credit', 'Photo by Alan Lane\n“It is safe and sound,” he said.'],
  ])('%s is no antecedent', (_, text) => {
    expect(lastCredit(text)).toMatchObject({ speaker: null, status: 'pronoun-unresolved' });
  });
});

describe('a body', () => {
  it.each([
    // first reference, source, speaker
    ['Reporters Without Borders (RSF) met in Wells.', 'RSF', 'Reporters Without Borders'],
    ['The World Health Organization met in Wells.', 'the WHO', 'World Health Organization'],
    ['The Harbour Gazette came out late.', 'the Gazette', 'Harbour Gazette'],
    ['Boeing Co. reported a loss.', 'Boeing', 'Boeing Co.'],
    ['Doctors for the Valley met.', 'Doctors for the Valley', 'Doctors for the Valley'],
    ['The builder Hardcastle and Sons came.', 'Hardcastle and Sons', 'Hardcastle and Sons'],
    ['It rained.', 'the Calder museum', 'Calder museum'],
  ])('is known by its short name: %s %s said …', (before, source, speaker) => {
    expect(lastCredit(`${before}\nThe dam would hold, ${source} said.`)).toMatchObject({ speaker, status: 'named' });
  });

  it.each([
    ['The dam would hold, the Lane campaign said.'],
    ['The dam would hold, a Boeing spokesman said.'],
    ['The dam would hold, Lane’s lawyer said.'],
    ['Republicans said the dam would hold.'],
    ['Police said the dam would hold.'],
    ['Residents said the dam would hold.'],
    ['Jo Lane and Ann Dow said the dam would hold.'],
    ['The dam would hold, Lane and her husband said.'],
    ['A New Kent Republican said the dam would hold.'],
  ])('or several, or somebody without a name, is nobody by name: %s', (text) => {
    expect(lastCredit(text)).toMatchObject({ speaker: null, status: 'described' });
  });
});

describe('a name set off behind a description', () => {
  it.each([
    ['“It leaks,” said the company’s chief executive, Jo Lane.'],
    ['“It leaks,” said his wife, Jo Lane.'],
    ['His lawyer, Jo Lane, said the dam would hold.'],
    ['Boeing spokeswoman Jo Lane said the dam would hold.'],
  ])('is who speaks: %s', (text) => {
    expect(lastCredit(text)).toMatchObject({ speaker: 'Jo Lane', status: 'named' });
  });
});

describe('known misses', () => {
  it.fails.each([
    ['a surname with a small letter', 'President Omar al-Tahir came.\nIt leaks, al-Tahir said.', 'Omar al-Tahir'],
    ['a name in small letters', 'The writer wells lane came.\nIt leaks, lane said.', 'wells lane'],
  ])('%s', (_, text, speaker) => {
    expect(lastCredit(text)).toMatchObject({ speaker });
  });
});

import { describe, expect, it } from 'vitest';
import { lastCredit } from './credit.ts';

describe('a name', () => {
  it.each([
    // text, source, speaker, evidence
    ['“It leaks,” said Jo Lane.', 'Jo Lane', 'Jo Lane', ''],
    ['“It leaks,” said Boeing spokeswoman Ann Lee.', 'Boeing spokeswoman Ann Lee', 'Ann Lee', ''],
    ['“It leaks,” said Ann Lee, a spokeswoman for Boeing.', 'Ann Lee', 'Ann Lee', ''],
    ['“It leaks,” said US President Barack Obama.', 'US President Barack Obama', 'Barack Obama', ''],
    ['The River Council said the dam would hold.', 'The River Council', 'River Council', ''],
    ['The US Senate said the dam would hold.', 'The US Senate', 'US Senate', ''],
    ['Germany said the dam would hold.', 'Germany', 'Germany', ''],
    ['The jets would fly, according to Reuters.', 'Reuters', 'Reuters', ''],
    ['Critics, including Jo Lane, said the dam would hold.', 'Critics, including Jo Lane', 'Jo Lane', ''],
  ])('in the source itself needs no evidence: %s', (text, source, speaker, evidence) => {
    expect(lastCredit(text)).toEqual({ source, speaker, status: 'named', evidence });
  });

  it.each([
    ['Mr Lane runs the port.\nIt leaks, Lane said.', 'Lane', 'Mr Lane', 'Mr Lane runs the port.'],
    ['Jo Lane runs the port.\nRain fell.\nIt leaks, Lane said.', 'Lane', 'Jo Lane', 'Jo Lane runs the port.'],
    ['Wang Chun leads the port.\nIt leaks, Wang said.', 'Wang', 'Wang Chun', 'Wang Chun leads the port.'],
    [
      'US President Barack Obama spoke.\nIt leaks, Obama said.',
      'Obama',
      'Barack Obama',
      'US President Barack Obama spoke.',
    ],
    [
      '“It leaks,” said Jo Lane, a farmer.\nNobody came, Lane said.',
      'Lane',
      'Jo Lane',
      '“It leaks,” said Jo Lane, a farmer.',
    ],
    ['Mr Alan Lane met Mrs Lane.\nIt leaks, Mr Lane said.', 'Mr Lane', 'Alan Lane', 'Mr Alan Lane met Mrs Lane.'],
  ])('printed shorter is shown with the sentence that has it in full: %s', (text, source, speaker, evidence) => {
    expect(lastCredit(text)).toEqual({ source, speaker, status: 'named', evidence });
  });

  it.each([
    ['that nobody introduces', 'It leaks, Lane said.'],
    ['that two people share', 'Jo Lane and Ann Lane opened the bridge.\nIt leaks, Lane said.'],
    ['that Mr and Mrs share', 'Mr Lane and Mrs Lane opened the bridge.\nIt leaks, Lane said.'],
    ['that a full name shares with Mrs', 'Mr Alan Lane met Mrs Lane.\nIt leaks, Lane said.'],
  ])('stays a bare surname %s', (_, text) => {
    expect(lastCredit(text)).toEqual({ source: 'Lane', speaker: 'Lane', status: 'surname-only', evidence: '' });
  });

  it.each(['Mr Lane and Mrs Lane opened the bridge.', 'Mr Alan Lane met Mrs Lane.', 'Mr Alan Lane spoke.'])(
    'of a woman is never a man’s: %s',
    (before) => {
      expect(lastCredit(`${before}\nIt leaks, Mrs Lane said.`).speaker).toBe('Mrs Lane');
    },
  );
});

describe('a description', () => {
  it('is resolved where one person only is introduced by it', () => {
    expect(lastCredit('Mayor Alma Reyes opened the bridge.\nIt leaks, the mayor said.')).toEqual({
      source: 'the mayor',
      speaker: 'Alma Reyes',
      status: 'described-resolved',
      evidence: 'Mayor Alma Reyes opened the bridge.',
    });
  });

  it.each([
    ['without a name', 'It leaks, a spokesman said.', 'a spokesman'],
    ['of a body', 'A spokesman for Boeing said the jets would fly.', 'A spokesman for Boeing'],
    ['that nobody is introduced by', 'The bridge is open.\nIt leaks, the mayor said.', 'the mayor'],
    ['that two are introduced by', 'Mayor Alma Reyes met Mayor Jo Lane.\nIt leaks, the mayor said.', 'the mayor'],
    ['of just anybody', 'Mayor Alma Reyes opened the bridge.\nIt leaks, a mayor said.', 'a mayor'],
  ])('stays a description %s', (_, text, source) => {
    expect(lastCredit(text)).toEqual({ source, speaker: null, status: 'described', evidence: '' });
  });
});

describe('a pronoun', () => {
  it.each([
    ['Mr Lane opened the bridge. “It is safe and sound,” he said.', 'he', 'Mr Lane', 'Mr Lane opened the bridge.'],
    ['Ms Lane opened the bridge. “It is safe and sound,” she said.', 'she', 'Ms Lane', 'Ms Lane opened the bridge.'],
    ['Jo Lane opened the bridge. “It is safe and sound,” she said.', 'she', 'Jo Lane', 'Jo Lane opened the bridge.'],
    ['“It leaks,” Jo Lane said.\n“It is safe and sound,” he added.', 'he', 'Jo Lane', '“It leaks,” Jo Lane said.'],
    [
      'US President Barack Obama spoke. “It is safe and sound,” he said.',
      'he',
      'Barack Obama',
      'US President Barack Obama spoke.',
    ],
  ])('is resolved where one person only can be meant: %s', (text, source, speaker, evidence) => {
    expect(lastCredit(text)).toEqual({ source, speaker, status: 'pronoun-resolved', evidence });
  });

  it.each([
    ['with nobody named', '“It is safe and sound,” he said.', 'he'],
    ['with a woman named', 'Ms Lane opened the bridge. “It is safe and sound,” he said.', 'he'],
    ['with two men named', 'Mr Lane met Mr Dow. “It is safe and sound,” he said.', 'he'],
    ['far from the name', 'Mr Lane spoke.\nRain fell.\nRain fell again.\n“It is safe and sound,” he said.', 'he'],
    ['with the name inside what is said', '“Ms Lane is wrong about all of it,” she said.', 'she'],
    ['with a body named', 'The River Council met. “It is safe and sound,” he said.', 'he'],
    ['for many', 'Mr Lane opened the bridge. “It is safe and sound,” they said.', 'they'],
    ['for others', 'Others said the dam would hold.', 'Others'],
  ])('stays unresolved %s', (_, text, source) => {
    expect(lastCredit(text)).toEqual({ source, speaker: null, status: 'pronoun-unresolved', evidence: '' });
  });
});

describe('known misses', () => {
  it.fails.each([
    ['a name set off behind a description', '“It leaks,” said a spokesman for Boeing, Ann Lee.', 'Ann Lee'],
    ['a firm that nothing shows to be one', 'Boeing said the jets would fly.', 'Boeing'],
  ])('%s', (_, text, speaker) => {
    expect(lastCredit(text)).toMatchObject({ speaker, status: 'named' });
  });
});

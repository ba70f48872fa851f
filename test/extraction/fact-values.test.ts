import { describe, expect, it } from 'vitest';
import { slice } from '../../src/article/article.ts';
import { factsIn, figuresRead, timesRead, unmark } from './fact-marks.ts';

describe('a figure is read with its unit and what it counts', () => {
  it.each([
    ['More than 700 million people use the port.', ['>700000000 [people]']],
    ['The firm lost $1.2bn.', ['=1200000000 dollars']],
    ['It paid US$5m, £300 and about €2,500.50.', ['=5000000 US dollars', '=300 pounds sterling', '~2500.5 euros']],
    ['Turnout was 45%, or 3 per cent of adults.', ['=45 percent', '=3 percent [adults]']],
    ["Only 40% of the voters' letters came.", ["=40 percent [the voters' letters]"]],
    ['A 5 percent tax increase was passed.', ['=5 percent [tax increase]']],
    ['It fell 3 percentage points.', ['=3 percentage points']],
    ['About three dozen guests came.', ['~36 [guests]']],
    ['Two hundred and fifty boats and twenty-five ships left.', ['=250 [boats]', '=25 [ships]']],
    ['He paid half a million dollars, not a million.', ['=500000 dollars', '=1000000']],
    ['No fewer than 20 aides quit and up to 30 guards left.', ['>=20 [aides]', '<=30 [guards]']],
    ['20 or more ships left.', ['>=20 [ships]']],
    ['The town has a population of nearly 40,000.', ['~40000 [population]']],
    ['The number of riders has already exceeded 700 million people.', ['>700000000 [people]']],
    ['It was 35 degrees Celsius and 20°C at night.', ['=35 degrees Celsius', '=20 degrees Celsius']],
    ['The road is 120 miles long.', ['=120 miles']],
    ['Pay rose to $15 an hour.', ['=15 dollars (an hour)']],
    ['The funds hold $1.2 million each by now.', ['=1200000 dollars (each)']],
    ['At least seven of Carr’s 44 delegates left.', ['>=7 [Carr’s 44 delegates]']],
    ['Half a dozen ports closed.', ['=6 [ports]']],
    [
      'It costs 10 Canadian dollars per ton, and upward of $20 here.',
      ['=10 Canadian dollars (per ton)', '>20 dollars'],
    ],
    ['The poll of 2047 registered voters was released.', ['=2047 [registered voters]']],
    ['They work 40 hours a week.', ['=40 hours (a week)']],
    ['The gifts add up to more than $8.5 million.', ['>8500000 dollars']],
    ['The plant makes 3 tonnes of steel a day.', ['=3 tonnes [steel] (a day)']],
    ['There were 5 thefts for every 1,000 residents.', ['=5 [thefts] (for every 1,000 residents)']],
  ])('%s', (sentence, figures) => {
    expect(figuresRead(sentence)).toEqual(figures);
  });

  it.each([
    ['Between 10 and 15 ships sank.', ['=10–15 [ships]']],
    ['They hired 10-15 people.', ['=10–15 [people]']],
    ['It costs $1 million to $2 million.', ['=1000000–2000000 dollars']],
    ['It costs $1-2 million.', ['=1000000–2000000 dollars']],
    // A change from one to the other is no range.
    ['It rose from 10 percent to 15 percent.', ['=10 percent', '=15 percent']],
    ['It paid $1.2bn to 20-30 guards.', ['=1200000000 dollars', '=20–30 [guards]']],
    ['It sent 3,000 to 20 towns.', ['=3000', '=20 [towns]']],
    ['It rose 5 percent to 10 percent.', ['=5 percent', '=10 percent']],
    ['It costs £300 or $2,000.', ['=300 pounds sterling', '=2000 dollars']],
  ])('as a range: %s', (sentence, figures) => {
    expect(figuresRead(sentence)).toEqual(figures);
  });

  it.each([
    ['The senate voted 51-49 to pass it.', ['=51:49']],
    ['The vote was 5 to 4.', ['=5:4']],
    ['The guests chose her, 72 percent to 8 percent.', ['=72:8 percent']],
    ['She had a 64%-27% advantage.', ['=64:27 percent [advantage]']],
    ['Alma beats Bristow 42-40.', ['=42:40']],
    ['A poll shows Lee beating Chan 45 to 40 percent.', ['=45:40 percent']],
    ['She led by 212,205 to 210,424 votes.', ['=212205:210424 [votes]']],
  ])('as a score: %s', (sentence, figures) => {
    expect(figuresRead(sentence)).toEqual(figures);
  });

  it.each([
    ['Half of the voters left.', ['=0.5 share [the voters]']],
    ['Nearly half the vote went to her.', ['~0.5 share [the vote]']],
    [
      'Two-thirds of its members and a quarter of the guests left.',
      [`=${2 / 3} share [its members]`, '=0.25 share [the guests]'],
    ],
    ['One in five guests left.', ['=0.2 share [guests]']],
    ['Fewer than 1 in 10 agreed.', ['<0.1 share']],
    ['She lost by less than one-half of 1 percent.', ['<0.5 percent']],
  ])('as a share: %s', (sentence, figures) => {
    expect(figuresRead(sentence)).toEqual(figures);
  });

  it.each([
    ['The drive cost a 26-year-old man his job.', ['=26 years old [man]']],
    ['An 18-month-old child was found.', ['=18 months old [child]']],
    ['Her 22-year-old daughter’s treatment went on.', ['=22 years old [daughter]']],
    ['She was 92.', ['=92 years old [She]']],
    ['It was 92.', []],
    ['She is 45 years old.', ['=45 years old']],
    ['Jo Lane, 26, left the board.', ['=26 years old [Jo Lane]']],
    ['Alma, 26, Bristow, 14, and Carr, 9, played.', []],
  ])('as an age: %s', (sentence, figures) => {
    expect(figuresRead(sentence)).toEqual(figures);
  });

  it.each([
    ['She holds a 10-point lead.', ['=10 points [lead]']],
    ['A two-year inquiry ended.', ['=2 years [inquiry]']],
  ])('as a joined word: %s', (sentence, figures) => {
    expect(figuresRead(sentence)).toEqual(figures);
  });

  it.each([
    ['Tens of thousands of letters were lost.', ['=? [letters]']],
    ['A few hundred people and several thousand letters came.', ['=? [people]', '=? [letters]']],
  ])('without a number where the words give none: %s', (sentence, figures) => {
    expect(figuresRead(sentence)).toEqual(figures);
  });

  it('in a quotation, and stays with its source', () => {
    const marked = unmark('{said:The port lost 40 percent of its ships}, {by:the mayor} {cue:said}.');
    const facts = factsIn(marked).filter(({ kind }) => kind === 'figure');
    expect(facts.map(({ figure, source }) => [figure?.value, ...source.map((one) => slice(marked.text, one))])).toEqual(
      [[40, 'the mayor']],
    );
  });

  it.fails.each([
    // Small numbers whose noun is left out.
    ['Of the ten, four fell.', ['=4']],
    // A number in words with its part in words.
    ['It took two and a half million dollars.', ['=2500000 dollars']],
  ])('Misses: %s', (sentence, figures) => {
    expect(figuresRead(sentence)).toEqual(figures);
  });
});

describe('a time is read as the article gives it', () => {
  it.each([
    ['The board met on Tuesday, Nov. 19, 2019.', ['on Tuesday, Nov. 19, 2019 = 2019-11-19']],
    ['It opened on 3 May 2015.', ['on 3 May 2015 = 2015-05-03']],
    ['It opened in May 2015.', ['in May 2015 = 2015-05']],
    ['It has grown since late 2012.', ['since late 2012 = 2012']],
    ['It fell in the 1990s.', ['in the 1990s = 199X']],
    ['It opened on Nov. 19.', ['on Nov. 19 = XXXX-11-19']],
    ['It stood from 2010 to 2015.', ['from 2010 to 2015 = 2010/2015']],
    ['It stood there for 36 years.', ['for 36 years = P36Y']],
    ['It has stood for more than two decades.', ['for more than two decades = P20Y']],
    ['It stood there for six or seven months.', ['seven months = not given']],
    ['The deal would last four years.', ['four years = P4Y']],
    ['Guests pay more than $250,000 a year.', []],
    ['The Alma TODAY poll opened.', []],
    ['It stood there for a few days.', ['for a few days = not given']],
    ['It opened on Tuesday.', ['on Tuesday = not given']],
    ['It opened yesterday.', ['yesterday = not given']],
    ['Rents rose in recent years.', ['in recent years = not given']],
  ])('%s', (sentence, times) => {
    expect(timesRead(sentence)).toEqual(times);
  });

  it.each([
    ['It opened yesterday.', 'yesterday = 2015-12-31'],
    ['It will open tomorrow.', 'tomorrow = 2016-01-02'],
    ['It opened last year.', 'last year = 2015'],
    ['It opened last month.', 'last month = 2015-12'],
    ['It opened two days ago.', 'two days ago = 2015-12-30'],
    // Neither a single day nor a calendar year.
    ['It opened last week.', 'last week = not given'],
    ['It grew over the last year.', 'last year = not given'],
    ['It opened on Friday.', 'on Friday = not given'],
  ])('from the day of publication: %s', (sentence, time) => {
    expect(timesRead(sentence, '2016-01-01T09:30:00+08:00')).toEqual([expect.stringContaining(time)]);
  });

  it('never from the day of publication in a quotation, which may be older', () => {
    expect(timesRead('“{said:It opened yesterday},” {by:she} {cue:said}.', '2016-01-01T09:30:00Z')).toEqual([
      'yesterday = not given',
    ]);
  });
});

describe('a role is read with the names that it is said of', () => {
  it.each([
    ['Ann Lee, the director of the port, left.', [['Ann Lee']]],
    ['Ann Lee, 44, a nurse from Alma, left.', [['Ann Lee']]],
    ['The bank’s chief economist, Ann Lee, left.', [['Ann Lee']]],
    ['Others, including freedom group Open Desk and watchdog Fair.org, left.', [['Open Desk', 'Fair.org']]],
    ['Alma Gov. Ann Lee left.', [['Ann Lee']]],
    ['It will force Sen. Ann Lee to go.', [['Ann Lee']]],
    ['Bo Chan of Fair Bank, Alma’s largest bank, left.', [['Fair Bank']]],
    ['Ann Lee of Alma, an ally of the mayor, left.', [['Ann Lee']]],
    ['Ann Lee, a committeewoman from Alma, left.', [['Ann Lee']]],
    ['Committee Chairman Rep. Ann Lee left.', [['Ann Lee']]],
  ])('%s', (sentence, names) => {
    const marked = unmark(sentence);
    const roles = factsIn(marked).filter(({ kind }) => kind === 'role');
    expect(roles.map(({ of = [] }) => of.map((name) => slice(marked.text, name)))).toEqual(names);
  });
});

import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/article/front-matter.ts';

function given(block: string, mark = '---') {
  const read = readFrontMatter(`${mark}\n${block}\n${mark}\nText.\n`);
  if (read.kind !== 'given') throw new Error(read.kind === 'faulty' ? read.reason : 'none');
  return read;
}

describe('readFrontMatter', () => {
  it.each([
    ['2015-12-17', '2015-12-17'],
    ['2015-12-17T09:00+08:00', '2015-12-17T09:00+08:00'],
    ['2015-06-24 10:00:43 -0400', '2015-06-24T10:00:43-04:00'],
    ['2015-06-30 2:06:40 -0400', '2015-06-30T02:06:40-04:00'],
    ['2015-06-24t10:00:43.1-05:00', '2015-06-24T10:00:43-05:00'],
    ['2001-12-14 21:59:43.10 -5', '2001-12-14T21:59:43-05:00'],
    ['24 June 2015', '2015-06-24'],
    ['June 24, 2015', '2015-06-24'],
    ['"Wed, 24 Jun 2015 10:00:43 GMT"', '2015-06-24T10:00:43Z'],
    ['2015/06/24', '2015-06-24'],
    ['20150624', '2015-06-24'],
  ])('reads the date %s', (printed, date) => {
    expect(given(`date: ${printed}`).masthead.publishedAt).toBe(date);
  });

  it('reads the keys of site generators', () => {
    const { masthead, embargoUntil } = given(
      'title: River rises\nauthors:\n  - name: Ann Ott\n  - Karl Benz\npublisher: The Weir\nlastmod: 2016-01-02\n' +
        'publishDate: 2016-01-01\ncanonical: https://weir.example/river\nlang: en-US\nsummary: No.\ntags: [a]\nembargo: 2016-01-01T06:00Z',
    );
    expect(masthead).toEqual({
      headline: 'River rises',
      outlet: 'The Weir',
      byline: 'Ann Ott, Karl Benz',
      publishedAt: '2016-01-01',
      updatedAt: '2016-01-02',
      url: 'https://weir.example/river',
      language: 'en-US',
    });
    expect(embargoUntil).toBe('2016-01-01T06:00Z');
  });

  it.each([
    ['2016-01-01T06:00-0500', '2016-01-01T06:00-0500'],
    ['Fri, 1 Jan 2016 06:00 EST', '2016-01-01T06:00:00-05:00'],
    ['2016-01-01 06:00', '2016-01-01T06:00:00-12:00'],
    ['2016-01-01', '2016-01-01T23:59:59-12:00'],
  ])('under an embargo until %s is not to be served before %s', (embargo, until) => {
    expect(given(`title: River rises\nembargo: ${embargo}`).embargoUntil).toBe(until);
  });

  it('takes a path on the site for no address, and a truth value for no date', () => {
    expect(given('url: /news/river\npublished: true\npermalink: river-rises').masthead).toMatchObject({
      url: null,
      publishedAt: null,
    });
  });

  it('reads TOML between +++', () => {
    const { masthead } = given(
      'title = "River \\"rises\\"" # so\nauthors = ["Ann Ott", \'Karl Benz\']\ndate = 2015-06-24T10:00:43-04:00\ndraft = false\n\n[params]\n  title = "No"',
      '+++',
    );
    expect(masthead).toMatchObject({
      headline: 'River "rises"',
      byline: 'Ann Ott, Karl Benz',
      publishedAt: '2015-06-24T10:00:43-04:00',
    });
  });

  it.each([
    ['a date of no calendar', 'date: 2015-02-31', 'in its front matter, date is no date of the calendar'],
    ['a draft', 'draft: true', 'its front matter says that it is a draft'],
    ['what is not published', 'published: false', 'its front matter says that it is a draft'],
    [
      'a language that is none',
      'lang: English please',
      'in its front matter, lang is no language code like en or en-GB',
    ],
    ['a list instead of keys', '- a', 'in its front matter, the block is no list of keys and values'],
  ])('refuses %s', (_what, block, reason) => {
    expect(readFrontMatter(`---\n${block}\n---\nText.\n`)).toEqual({ kind: 'faulty', reason });
  });

  it('refuses TOML that is none', () => {
    expect(readFrontMatter('+++\ntitle: No\n+++\nText.\n')).toEqual({
      kind: 'faulty',
      reason: 'its front matter is not TOML in line 2',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateWithOffset, publishedDate } from '../../src/article/published-date.ts';

describe('publishedDate', () => {
  it.each([
    ['Thu, 17 Dec 2015 09:00:00 EST', '2015-12-17T09:00:00-05:00'],
    ['Thu, 17 Dec 2015 09:00:00 +0800', '2015-12-17T09:00:00+08:00'],
    ['Thu, 17 Dec 2015 09:00:00 GMT', '2015-12-17T09:00:00Z'],
    ['Thu, 17 Dec 2015 09:00 GMT', '2015-12-17T09:00:00Z'],
    ['17 Dec 15 9:05:00 PDT', '2015-12-17T09:05:00-07:00'],
    ['Thu,17 Dec 2015 09:00:00 +0000 (UTC)', '2015-12-17T09:00:00Z'],
    ['Thu, 17 Dec 2015 09:00:00 GMT+2', '2015-12-17T09:00:00+02:00'],
    ['Thu, 17 Dec 2015 09:00:00 XST', '2015-12-17T09:00:00'],
    ['Thursday, 17-Dec-15 09:00:00 UTC', '2015-12-17T09:00:00Z'],
    ['Thu Dec 17 09:00:00 2015', '2015-12-17T09:00:00'],
    ['Thu Dec 17 09:00:00 EST 2015', '2015-12-17T09:00:00-05:00'],
    ['17 December 2015', '2015-12-17'],
    ['December 17, 2015', '2015-12-17'],
    ['Dec. 17, 2015, 9:30 p.m. EST', '2015-12-17T21:30:00-05:00'],
    ['Dec 17th, 2015 12:05 AM', '2015-12-17T00:05:00'],
    ['2015-12-17', '2015-12-17'],
    ['2015-12-17T09:00:00.123Z', '2015-12-17T09:00:00Z'],
    ['2015-12-17T09:00:00+08:00', '2015-12-17T09:00:00+08:00'],
    ['2015-12-17 09:00', '2015-12-17T09:00:00'],
    ['2015-12-17T09:00:00-0330', '2015-12-17T09:00:00-03:30'],
    ['20151217T090000Z', '2015-12-17T09:00:00Z'],
    ['20151217', '2015-12-17'],
    ['2015/12/17 09:00:00', '2015-12-17T09:00:00'],
    [' 2015-12-17\n', '2015-12-17'],
  ])('reads %s', (printed, iso) => {
    expect(publishedDate(printed)).toBe(iso);
  });

  it.each([
    '',
    'soon',
    '30 Feb 2015',
    '2015-13-01',
    '0000-00-00 00:00:00',
    '17/12/2015',
    'Thu, 17 Foo 2015',
    '1450342800',
    'x'.repeat(1000),
  ])('takes %s for no date', (printed) => {
    expect(publishedDate(printed)).toBe(null);
  });

  it('gives what it gave for any date of its own', () => {
    const dates = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = publishedDate(date.toISOString());
        expect(iso).not.toBe(null);
        expect(publishedDate(date.toUTCString())).toBe(iso);
        expect(publishedDate(iso)).toBe(iso);
      }),
    );
  });
});

describe('dateWithOffset', () => {
  it.each([
    ['2015-12-17 22:00:00', '2015-12-18 03:00:00', '2015-12-17T22:00:00-05:00'],
    ['2015-12-17 22:00:00', '2015-12-17 22:00:00', '2015-12-17T22:00:00Z'],
    ['2015-12-17 22:00:00', '2015-12-17 16:30:00', '2015-12-17T22:00:00+05:30'],
    ['2015-12-17 22:00:00', '0000-00-00 00:00:00', '2015-12-17T22:00:00'],
    [null, '2015-12-18 03:00:00', '2015-12-18T03:00:00Z'],
    ['2015-12-17 22:00:00', '2016-12-18 03:00:00', '2016-12-18T03:00:00Z'],
    [null, null, null],
  ])('of %s here and %s in Greenwich makes %s', (local, greenwich, date) => {
    expect(dateWithOffset(local, greenwich)).toBe(date);
  });
});

import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/article/read-article.ts';
import { readDocument, readingsIn } from '../../src/article/read-document.ts';
import { extract } from '../../src/extraction/extract.ts';

async function read(value: unknown): Promise<readonly Reading[]> {
  return readingsIn(
    await readDocument({ bytes: new TextEncoder().encode(JSON.stringify(value)), origin: 'wire.json' }),
  );
}

async function readOne(value: unknown) {
  const [reading] = await read(value);
  if (reading?.kind !== 'article') throw new Error(reading?.reason);
  return reading;
}

const one = {
  uri: 'urn:newsml:wire.example:20151217:river',
  type: 'text',
  pubstatus: 'usable',
  version: '2',
  firstcreated: '2015-12-17T09:00:00Z',
  versioncreated: '2015-12-17T10:00:00Z',
  language: 'en-GB',
  headline: 'River rises',
  byline: 'By Jo Lane',
  usageterms: 'Not for the internet.',
  body_html: '<p>“It will rise,” Mayor Alma Reyes said.</p><p>Nobody was hurt.</p>',
  source: 'Weir Wire',
};

const two = {
  standard: { name: 'ninjs', version: '2.0' },
  uri: one.uri,
  type: 'text',
  pubstatus: 'usable',
  versioncreated: '2015-12-17T10:00:00Z',
  headlines: [
    { role: 'sub', value: 'And how' },
    { role: 'main', value: 'River rises' },
  ],
  bodies: [
    { role: 'summary', contenttype: 'text/plain', value: 'It rose.' },
    { role: 'main', contenttype: 'text/plain', value: '“It will rise,” Mayor Alma Reyes said.\n\nNobody was hurt.' },
  ],
  infosources: [{ role: 'isrol:originator', name: 'Weir Wire' }],
};

const TEXT = 'River rises\n\n“It will rise,” Mayor Alma Reyes said.\n\nNobody was hurt.';

describe('ninjs', () => {
  it('1.x is read from its HTML', async () => {
    const { article, embargoUntil, identity } = await readOne(one);
    expect(article).toMatchObject({
      headline: 'River rises',
      outlet: 'Weir Wire',
      byline: 'Jo Lane',
      publishedAt: '2015-12-17T09:00:00Z',
      updatedAt: '2015-12-17T10:00:00Z',
      url: null,
      language: 'en-GB',
      text: TEXT,
    });
    expect(embargoUntil).toBe(null);
    expect(identity?.by).toBe('given');
    expect(extract(article).quotations[0]).toMatchObject({ kind: 'direct', speaker: 'Alma Reyes' });
  });

  it('2.x is read from the main one of its bodies', async () => {
    const { article } = await readOne(two);
    expect(article).toMatchObject({ headline: 'River rises', outlet: 'Weir Wire', text: TEXT });
    expect(article.id).toBe((await readOne(one)).article.id);
  });

  it.each([
    [
      'plain text',
      { ...one, body_html: undefined, body_text: '“It will rise,” Mayor Alma Reyes said.\n\nNobody was hurt.' },
    ],
    ['a list', [one]],
    ['an answer with items', { _items: [one], _meta: { total: 1 } }],
  ])('is read from %s', async (_, value) => {
    expect((await readOne(value)).article.text).toBe(TEXT);
  });

  it.each([
    ['2015-12-18T06:00:00+01:00', '2015-12-18T06:00:00+01:00'],
    ['2015-12-18T06:00:00', '2015-12-18T06:00:00-12:00'],
    ['2015-12-18', '2015-12-18T23:59:59-12:00'],
    ['', null],
  ])('under an embargo until %s is not to be served before %s', async (embargoed, until) => {
    expect((await readOne({ ...one, embargoed })).embargoUntil).toBe(until);
  });

  it.each([
    ['withheld', { ...one, pubstatus: 'withheld' }, 'pubstatus withheld'],
    ['canceled', { ...two, pubstatus: 'canceled' }, 'pubstatus canceled'],
    ['of a status that is not known', { ...one, pubstatus: 'stat:canceled' }, 'pubstatus canceled'],
    ['a picture', { ...one, type: 'picture' }, 'of no text'],
    ['without words', { ...one, body_html: '' }, 'it has no text'],
    ['under an embargo that cannot be read', { ...one, embargoed: 'soon' }, 'no date that can be read'],
  ])('is refused where it is %s', async (_, value, reason) => {
    const [reading] = await read(value);
    expect(reading).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) });
  });
});

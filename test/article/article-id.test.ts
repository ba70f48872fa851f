import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleId, canonicalUrl, identityOf } from '../../src/article/article-id.ts';

const STORY = 'https://gazette.example/2024/river';

describe('the canonical spelling of an address', () => {
  it.each([
    ['HTTPS://Gazette.Example/2024/river', 'capitals in scheme and host'],
    ['http://gazette.example/2024/river', 'http'],
    ['https://gazette.example:443/2024/river', 'the usual port'],
    ['http://gazette.example:80/2024/river', 'the usual port of http'],
    ['https://gazette.example./2024/river', 'a dot behind the host'],
    ['https://gazette.example/2024/river/', 'a slash at the end'],
    ['https://gazette.example/2024/river#comments', 'a fragment'],
    ['https://gazette.example/2024/river#:~:text=rise', 'a text fragment'],
    ['https://gazette.example/2024/river?', 'an empty query'],
    ['https://gazette.example/2024/river?utm_source=x&utm_medium=y&fbclid=z', 'tracking parameters'],
    ['https://gazette.example/2024/river/?at_medium=RSS&at_campaign=rss', 'a slash and tracking parameters'],
    ['https://gazette.example/2024/%72iver', 'an escape that needs none'],
    ['https://gazette.example/2024/x/../river', 'a way around'],
    ['https://reader:secret@gazette.example/2024/river', 'a user'],
    [` ${STORY}\n`, 'blanks around'],
  ])('%s is the same page: %s', (address) => {
    expect(canonicalUrl(address)).toBe(STORY);
  });

  it.each([
    ['https://gazette.example/2024/River', 'capitals in the path'],
    ['https://www.gazette.example/2024/river', 'another host'],
    ['https://gazette.example:8443/2024/river', 'another port'],
    ['https://gazette.example/2024/river?id=7', 'a parameter of its own'],
    ['https://gazette.example/2024/river?page=2', 'another page of it'],
    ['https://gazette.example/2024/river#!7', 'a route in the fragment'],
    ['https://gazette.example/2024/river%2Fweir', 'an escaped slash'],
    ['https://gazette.example/2024', 'the folder'],
  ])('%s is another page: %s', (address) => {
    expect(canonicalUrl(address)).not.toBe(STORY);
  });

  it('does not depend on the order of parameters, and keeps that of one name', () => {
    expect(canonicalUrl(`${STORY}?b=2&a=1`)).toBe(canonicalUrl(`${STORY}?a=1&utm_id=3&b=2`));
    expect(canonicalUrl(`${STORY}?a=1&a=2`)).not.toBe(canonicalUrl(`${STORY}?a=2&a=1`));
  });

  it('is its own canonical spelling, and leaves alone what is no address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = canonicalUrl(address);
        expect(canonicalUrl(once)).toBe(once);
      }),
    );
    for (const odd of ['urn:uuid:1', 'not an address', '', 'file:///a/b/']) expect(canonicalUrl(odd)).toBe(odd);
  });
});

describe('the identity of an article', () => {
  const given = { id: 'story-7', within: 'https://gazette.example/feed' };

  it('is made of its address where it has one, and knows its given id as well', () => {
    expect(identityOf({ url: `${STORY}/?utm_source=x`, given, place: 'a.html' })).toEqual({
      id: articleId(STORY),
      by: 'url',
      alsoKnownAs: [identityOf({ url: null, given, place: 'b.html' }).id],
    });
  });

  it('is made of its given id where it has no address, which is another one in another feed', () => {
    const one = identityOf({ url: null, given, place: 'a.json' });
    const other = identityOf({ url: null, given: { ...given, within: 'https://other.example/feed' }, place: 'a.json' });
    expect(one).toMatchObject({ by: 'given', alsoKnownAs: [] });
    expect(other.id).not.toBe(one.id);
  });

  it('is made of where it was read where there is nothing else', () => {
    expect(identityOf({ url: null, place: '/articles/a.txt' })).toEqual({
      id: articleId('/articles/a.txt'),
      by: 'place',
      alsoKnownAs: [],
    });
  });
});

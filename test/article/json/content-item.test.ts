import { describe, expect, it } from 'vitest';
import { slice } from '../../../src/article/article.ts';
import { isContentItem, readContentItem } from '../../../src/article/json/content-item.ts';
import { extract } from '../../../src/extraction/extract.ts';

const ITEM = {
  base_path: '/government/news/limits-for-boats',
  content_id: '5f4773c9-0000-4000-8000-005056011aef',
  document_type: 'press_release',
  first_published_at: '2014-03-27T09:35:00.000+00:00',
  public_updated_at: '2014-03-28T10:00:00.000+00:00',
  locale: 'en',
  title: 'Limits for boats approved',
  withdrawn_notice: {},
  links: {
    organisations: [{ title: 'Ministry of Rivers', base_path: '/government/rivers' }],
    people: [
      {
        title: 'Robert Lane',
        base_path: '/government/people/robert-lane',
        web_url: 'https://www.gov.example/government/people/robert-lane',
      },
    ],
  },
  details: {
    body:
      '<div class="govspeak"><p>Boats on the Arl have to slow down.</p><p>Rivers Minister Robert Lane said:</p>' +
      '<blockquote>\n  <p>The result is the strongest message that we could send.</p>\n</blockquote>' +
      '<p>Dr Alma Reyes, Director of the Arl Trust, said:</p><blockquote><p class="last-child">A slow boat is a good boat for everybody.</p></blockquote>' +
      '<h2 id="background">Background</h2><ol><li>The limits apply from May.</li></ol></div>',
  },
};

describe('readContentItem', () => {
  it('reads its body, with block quotes as such, and what it says about itself', () => {
    const reading = readContentItem(ITEM, 'item.json');
    if (reading.kind === 'refused') throw new Error(reading.reason);
    const { article } = reading;
    expect(article).toMatchObject({
      headline: 'Limits for boats approved',
      outlet: 'Ministry of Rivers',
      byline: null,
      publishedAt: '2014-03-27T09:35:00Z',
      updatedAt: '2014-03-28T10:00:00Z',
      url: 'https://www.gov.example/government/news/limits-for-boats',
      language: 'en',
    });
    expect(article.paragraphs.map((span) => `${span.role}: ${slice(article.text, span)}`)).toEqual([
      'headline: Limits for boats approved',
      'body: Boats on the Arl have to slow down.',
      'body: Rivers Minister Robert Lane said:',
      'block-quote: The result is the strongest message that we could send.',
      'body: Dr Alma Reyes, Director of the Arl Trust, said:',
      'block-quote: A slow boat is a good boat for everybody.',
      'body: Background',
      'body: The limits apply from May.',
    ]);
  });

  it('lets each block quote be credited to who is said to say it', () => {
    const reading = readContentItem(ITEM, 'item.json');
    if (reading.kind === 'refused') throw new Error(reading.reason);
    const { article } = reading;
    const said = extract(article).quotations.map(({ content, speaker }) => [
      content
        .map((span) => slice(article.text, span))
        .join(' … ')
        .replace(/\.$/, ''),
      speaker,
    ]);
    expect(said).toEqual([
      ['The result is the strongest message that we could send', 'Robert Lane'],
      ['A slow boat is a good boat for everybody', 'Alma Reyes'],
    ]);
  });

  it('takes the HTML where the body comes in several content types', () => {
    const body = [
      { content_type: 'text/govspeak', content: 'One **two**.' },
      { content_type: 'text/html', content: '<p>One <strong>two</strong>.</p>' },
    ];
    const reading = readContentItem({ ...ITEM, details: { body } }, 'item.json');
    expect(reading.kind === 'article' && reading.article.text).toBe('Limits for boats approved\n\nOne two.');
  });

  it('knows no address where nothing tells the site', () => {
    const reading = readContentItem({ ...ITEM, links: {} }, 'item.json');
    expect(reading).toMatchObject({ kind: 'article', article: { url: null, outlet: null } });
  });

  it.each([
    [
      'one that was withdrawn',
      { withdrawn_notice: { withdrawn_at: '2020-01-02T03:04:05Z' } },
      'it was withdrawn on 2020-01-02',
    ],
    ['one without text', { details: { body: '<p> </p>' } }, 'it has no text'],
    ['one whose title is no text', { title: 7 }, /^its field title is wrong/],
  ])('refuses %s', (_what, changed, reason) => {
    const reading = readContentItem({ ...ITEM, ...changed }, 'item.json');
    expect(reading.kind === 'refused' && reading.reason).toMatch(reason);
  });

  it('is not taken for any JSON with a title', () => {
    expect([{ title: 'A', body: 'B' }, { title: 'A', details: null }, ITEM].map(isContentItem)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

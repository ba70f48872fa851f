import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/article/html/read-html.ts';

const TEXT =
  '<p>The mill will open its doors in May, forty years after the last sack of flour left it.</p>' +
  '<p>“The wheel turns again,” said Mayor Alma Reyes, who cut the ribbon on Monday with her own knife.</p>';
const page = (head: string, body = `<main><h1>Mill reopens</h1>${TEXT}</main>`) =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

describe('the encoding of a page', () => {
  const WORDS = '“Café”, said Zoë – ‘no’';
  const latin = (text: string) =>
    Buffer.from(
      text.replace(
        /[“”‘’–]/g,
        (mark) => ({ '“': '\x93', '”': '\x94', '‘': '\x91', '’': '\x92', '–': '\x96' })[mark] ?? '',
      ),
      'latin1',
    );
  const html = (charset: string) => page(charset, `<main><h1>Mill reopens</h1><p>${WORDS}</p>${TEXT}</main>`);

  it.each<[string, Uint8Array, string | undefined]>([
    ['UTF-8 that nothing names', Buffer.from(html('')), undefined],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${html('<meta charset="iso-8859-1">')}`), undefined],
    [
      'UTF-8 that is said to be something else',
      Buffer.from(html('<meta charset="iso-8859-1">')),
      'text/html; charset=ISO-8859-1',
    ],
    ['windows-1252 that nothing names', latin(html('')), undefined],
    [
      'windows-1252 that is called ISO-8859-1',
      latin(html('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">')),
      undefined,
    ],
    ['windows-1252 by the content type', latin(html('')), 'text/html;charset="Windows-1252"'],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${html('')}`, 'utf16le'), undefined],
  ])('is found where it is %s', (_what, bytes, contentType) => {
    const reading = readHtml(bytes, 'mill.html', contentType);
    expect(reading.kind === 'article' && reading.article.text).toContain(WORDS);
  });

  it('is mixed where marks were pasted in another one', () => {
    const mixed = Buffer.concat([
      Buffer.from('<meta charset="utf-8"><main><h1>Café</h1><p>She said '),
      latin('“no”'),
      Buffer.from(` and “yes”.</p>${TEXT}</main>`),
    ]);
    const reading = readHtml(mixed, 'mill.html');
    expect(reading.kind === 'article' && reading.article.text).toContain('Café\n\nShe said “no” and “yes”.');
  });

  it.each([
    ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
    ['windows-1251', [0xcc, 0xe8, 0xf0], 'Мир'],
    ['iso-8859-2', [0xb3, 0xf3, 0x64], 'łód'],
  ])('is %s where that is said', (charset, bytes, words) => {
    const file = Buffer.concat([
      Buffer.from(`<meta charset="${charset}"><main><h1>A</h1><p>`),
      Buffer.from(bytes),
      Buffer.from(`</p>${TEXT.replace(/[“”]/g, '"')}</main>`),
    ]);
    const reading = readHtml(file, 'mill.html');
    expect(reading.kind === 'article' && reading.article.text).toContain(words);
  });
});

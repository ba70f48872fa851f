import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/article/read-document.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

async function reasonFor(bytes: Uint8Array, origin = 'river.txt'): Promise<string> {
  const contents = await readDocument({ bytes, origin });
  if (contents.kind === 'refused') return contents.reason;
  const reading = contents.kind === 'articles' ? contents.readings[0] : undefined;
  return reading?.kind === 'refused' ? reading.reason : `read as ${contents.kind}`;
}

describe('readDocument', () => {
  it('reads plain text whatever its name, and keeps it byte for byte', async () => {
    const text = '\uFEFFRiver rises\n\n“It will rise,” Mayor Alma Reyes said.\n';
    const contents = await readDocument({ bytes: utf8(text), origin: 'river.pdf', contentType: 'application/pdf' });
    expect(contents).toMatchObject({ kind: 'articles', readings: [{ kind: 'article', article: { text } }] });
  });

  it('reads UTF-16 that says so', async () => {
    const contents = await readDocument({ bytes: utf16('\uFEFFRiver rises\nIt rose.\n'), origin: 'river.txt' });
    expect(contents).toMatchObject({ readings: [{ kind: 'article', article: { text: 'River rises\nIt rose.\n' } }] });
  });

  it.each([
    ['nothing', utf8(''), 'it is empty'],
    ['white space', utf8(' \n\t\n'), 'it has no text'],
    ['a PDF', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), 'it is a PDF'],
    ['an old Office file', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'), 'save it as .docx'],
    ['RTF', utf8('{\\rtf1\\ansi River}'), 'it is an RTF file'],
    ['a JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'it is a picture'],
    ['a PNG', latin1('\x89PNG\r\n\x1a\n\0\0'), 'it is a picture'],
    ['a video', latin1('\0\0\0\x20ftypisom\0\0'), 'it is a video'],
    ['gzip', latin1('\x1f\x8b\x08\0'), 'gzip'],
    ['a zip of other things', latin1('PK\x03\x04\x14\0\0\0river.txt'), 'it is a zip archive'],
    ['a spreadsheet', latin1('PK\x03\x04\x14\0[Content_Types].xml\0xl/workbook.xml'), 'it is a spreadsheet'],
    ['other bytes', latin1('River\0\x01\x02\xff'), 'it is not a text file'],
    ['control characters', latin1('\x01\x02\x03\x04River'), 'it is not a text file'],
    ['Latin-1', latin1('The café said no.'), 'it is not UTF-8 text'],
    ['UTF-16 without a mark', utf16('River rises\nIt rose.'), 'without a byte order mark'],
    ['half of UTF-16', latin1('\xff\xfeR\0i'), 'UTF-16LE'],
  ])('refuses %s, whatever its name', async (_, bytes, reason) => {
    expect(await reasonFor(bytes)).toContain(reason);
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 20 }), async (bytes, contentType) => {
        const contents = await readDocument({ bytes, origin: 'x', contentType });
        expect(['articles', 'feed', 'refused']).toContain(contents.kind);
      }),
    );
  });
});

import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../src/article/article.ts';
import { readDocx } from '../../../src/article/docx/read-docx.ts';
import { readZipParts, zipOf } from '../../../src/article/docx/zip-parts.ts';
import { readDocument, readingsIn } from '../../../src/article/read-document.ts';
import { extract } from '../../../src/extraction/extract.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const STYLES = `<?xml version="1.0"?><w:styles ${W}>${['Title', 'Quote', 'Heading 1']
  .map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`)
  .join('')}</w:styles>`;

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${content}</w:p>`;

function docx(body: string, others: Readonly<Record<string, string>> = {}): Buffer {
  const parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    ...others,
  };
  return zipOf(new Map(Object.entries(parts).map(([name, part]) => [name, Buffer.from(part)])));
}

const STORY =
  paragraph(run('Mill reopens'), 'Title') +
  paragraph(run('The mill will open in May.')) +
  paragraph(
    `${run('“We ')}<w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del><w:ins w:id="2">${run('waited')}</w:ins>${run(',” said Mayor ')}<w:r><w:rPr><w:b/></w:rPr><w:t>Alma</w:t></w:r>${run(' Reyes.')}`,
  ) +
  paragraph(run('The engineer Tom Lane wrote:')) +
  paragraph(run('The dam is sound, and it will be for many years.'), 'Quote') +
  paragraph(`${run('One line')}<w:r><w:br/></w:r>${run('and another')}`);

const CORE =
  '<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Mill &amp; dam</dc:title><dc:creator>Ines Ottley</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2009-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2024-03-05T11:02:00Z</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>';

async function read(file: Uint8Array) {
  const reading = await readDocx(file, 'mill.docx');
  if (reading.kind === 'refused') throw new Error(reading.reason);
  return reading.article;
}

describe('readDocx', () => {
  it('reads paragraphs with their roles, changes accepted', async () => {
    const article = await read(docx(STORY));
    expect(article.headline).toBe('Mill reopens');
    expect(article.paragraphs.map((span) => `${span.role}: ${slice(article.text, span)}`)).toEqual([
      'headline: Mill reopens',
      'body: The mill will open in May.',
      'body: “We waited,” said Mayor Alma Reyes.',
      'body: The engineer Tom Lane wrote:',
      'block-quote: The dam is sound, and it will be for many years.',
      'body: One line\nand another',
    ]);
  });

  it('lets its quotations be credited', async () => {
    const { quotations } = extract(await read(docx(STORY)));
    expect(quotations.map(({ speaker }) => speaker)).toEqual(['Alma Reyes', 'Tom Lane']);
  });

  it('takes from its properties what is said of the article, and no date of creation for one of publication', async () => {
    const custom =
      '<Properties><property fmtid="{D5}" pid="2" name="Published"><vt:lpwstr>5 March 2024</vt:lpwstr></property></Properties>';
    expect(await read(docx(STORY, { 'docProps/core.xml': CORE }))).toMatchObject({
      headline: 'Mill reopens',
      byline: 'Ines Ottley',
      publishedAt: null,
      updatedAt: '2024-03-05T11:02:00Z',
      language: 'en-GB',
    });
    expect(await read(docx(STORY, { 'docProps/custom.xml': custom }))).toMatchObject({ publishedAt: '2024-03-05' });
  });

  it('takes the title of its properties where nothing in it looks like a headline', async () => {
    const body = paragraph(run('The mill will open in May.')) + paragraph(run('It rained.'));
    expect((await read(docx(body, { 'docProps/core.xml': CORE }))).text).toBe(
      'Mill & dam\n\nThe mill will open in May.\n\nIt rained.',
    );
    expect((await read(docx(body))).headline).toBeNull();
  });

  it('is found by what the file is, not by its name', async () => {
    const contents = await readDocument({ bytes: docx(STORY), origin: 'mill.bin' });
    expect(readingsIn(contents)).toMatchObject([{ kind: 'article', article: { headline: 'Mill reopens' } }]);
  });

  it.each([
    ['a document that is cut off', docx(STORY).subarray(0, 900), 'it is a damaged zip file'],
    ['a document without text', docx(''), 'it has no text'],
    ['a document that is no XML', docx('<w:p>'), /damaged|no text/],
    ['a zip of something else', zipOf(new Map([['a.txt', Buffer.from('a')]])), 'it is not a .docx document'],
    [
      'a part that declares entities',
      docx(STORY, { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "b">]><a/>' }),
      /declares entities/,
    ],
    ['elements that are nested too deep', docx('<w:tbl>'.repeat(1000)), /more than 200 deep/],
  ])('refuses %s', async (_what, file, reason) => {
    const reading = await readDocx(file, 'mill.docx');
    expect(reading.kind === 'refused' && reading.reason).toMatch(reason);
  });

  it('does not unpack more than its bound, whatever a part says of its size', () => {
    const packed = deflateRawSync(Buffer.alloc(3_000_000, 97));
    const honest = zipOf(new Map([['word/document.xml', packed]]));
    // As deflated (method 8), with a claim of one byte.
    const directory = honest.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    honest.writeUInt16LE(8, directory + 10);
    honest.writeUInt32LE(1, directory + 24);
    const unpack = (most: number) => readZipParts(honest, { isWanted: () => true, most });
    expect(unpack(2 ** 20)).toEqual({ kind: 'refused', reason: 'unpacked, it is more than 1 MiB' });
    expect(unpack(2 ** 22)).toMatchObject({ kind: 'parts' });
  });
});

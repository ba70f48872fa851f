import { latin1 } from './encoding-signs.ts';

/** What a document is, by its content. */
export type Format =
  | { readonly kind: 'docx' }
  /** Text of some kind, which has to be decoded to know more. */
  | { readonly kind: 'text' }
  /** `reason` completes the sentence "it was skipped: …". */
  | { readonly kind: 'refused'; readonly reason: string };

/** What files begin with that hold no text which could be read here. */
const SIGNATURES: readonly {
  readonly starts: string;
  readonly also?: readonly [number, string];
  readonly reason: string;
}[] = [
  { starts: '%PDF-', reason: 'it is a PDF, whose words do not come in order; save the article as text, .docx or HTML' },
  { starts: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', reason: 'it is an Office file from before 2007; save it as .docx' },
  { starts: '{\\rtf', reason: 'it is an RTF file; save it as .docx or text' },
  { starts: '\x89PNG\r\n', reason: 'it is a picture' },
  { starts: '\xff\xd8\xff', reason: 'it is a picture' },
  { starts: 'GIF87a', reason: 'it is a picture' },
  { starts: 'GIF89a', reason: 'it is a picture' },
  { starts: 'II*\x00', reason: 'it is a picture' },
  { starts: 'MM\x00*', reason: 'it is a picture' },
  { starts: 'RIFF', also: [8, 'WEBP'], reason: 'it is a picture' },
  { starts: 'RIFF', also: [8, 'WAVE'], reason: 'it is a sound' },
  { starts: '\x00\x00', also: [4, 'ftyp'], reason: 'it is a video, a sound or a picture' },
  { starts: 'ID3\x03', reason: 'it is a sound' },
  { starts: 'ID3\x04', reason: 'it is a sound' },
  { starts: '\xff\xfb', reason: 'it is a sound' },
  { starts: 'OggS\x00', reason: 'it is a sound or a video' },
  { starts: '\x1aE\xdf\xa3', reason: 'it is a video' },
  { starts: '\x1f\x8b', reason: 'it is packed with gzip; unpack it first' },
  { starts: 'BZh', also: [4, '1AY&SY'], reason: 'it is packed with bzip2; unpack it first' },
  { starts: '\xfd7zXZ\x00', reason: 'it is packed with xz; unpack it first' },
  { starts: '7z\xbc\xaf', reason: 'it is a 7z archive; unpack it first' },
  { starts: 'Rar!\x1a', reason: 'it is a RAR archive; unpack it first' },
  { starts: '\x28\xb5\x2f\xfd', reason: 'it is packed with zstd; unpack it first' },
  { starts: 'SQLite format 3\x00', reason: 'it is a database' },
  { starts: '\x7fELF', reason: 'it is a program' },
];

const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/** How far into a zip file the names of its parts are looked for, in bytes. */
const ZIP_DIRECTORY = 1024 * 1024;

/** Tells by its first bytes what a document is; text is told apart by {@link shapeOf}. */
export function sniff(bytes: Uint8Array): Format {
  if (bytes.length === 0) return { kind: 'refused', reason: 'it is empty' };
  const head = latin1(bytes.subarray(0, 64));
  if (ZIP_STARTS.some((start) => head.startsWith(start))) return zipFormat(bytes);
  const known = SIGNATURES.find(
    ({ starts, also }) => head.startsWith(starts) && (!also || head.startsWith(also[1], also[0])),
  );
  return known ? { kind: 'refused', reason: known.reason } : { kind: 'text' };
}

/** Names of parts stand in a zip's directory, at its end. */
function zipFormat(bytes: Uint8Array): Format {
  const directory = latin1(bytes.subarray(Math.max(0, bytes.length - ZIP_DIRECTORY)));
  if (directory.includes('word/document.xml')) return { kind: 'docx' };
  const why = directory.includes('xl/workbook.xml')
    ? 'it is a spreadsheet'
    : directory.includes('ppt/presentation.xml')
      ? 'it is a set of slides'
      : directory.includes('META-INF/container.xml')
        ? 'it is an e-book'
        : latin1(bytes.subarray(0, 200)).includes('opendocument.text')
          ? 'it is an OpenDocument text; save it as .docx'
          : 'it is a zip archive; unpack it first';
  return { kind: 'refused', reason: why };
}

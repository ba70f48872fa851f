import type { Contents } from '../document.ts';
import { MAX_ARTICLE_BYTES, type Reading } from '../read-article.ts';
import { isPost, readPost, restErrorIn } from '../wordpress/read-post.ts';
import { isArticleFields, readArticleFields } from './article-fields.ts';
import { isContentItem, readContentItem } from './content-item.ts';
import { itemsOf, type JsonPart, linesOf } from './json-parts.ts';
import { isNinjs, readNinjs } from './ninjs.ts';

/** One line or item may be this long: an article of the greatest length with its markup, in bytes. */
const LONGEST_PART = MAX_ARTICLE_BYTES * 4;

type Item = Readonly<Record<string, unknown>>;

/** A kind of JSON in which an article comes. */
interface JsonKind {
  readonly isOne: (item: Item) => boolean;
  readonly read: (item: Item, place: string) => Reading | Promise<Reading>;
}

/** In order: the first whose shape fits reads it. */
const KINDS: readonly JsonKind[] = [
  { isOne: isPost, read: readPost },
  { isOne: isContentItem, read: readContentItem },
  { isOne: isNinjs, read: readNinjs },
  { isOne: isArticleFields, read: readArticleFields },
];

/** Under which names answers of interfaces carry their list. */
const LISTS = ['items', '_items', 'articles', 'posts', 'data', 'results', 'documents', '@graph'];

const UNKNOWN = 'it is JSON, but not an article in a form that is known here';

/** Whether a value read from JSON is a feed. */
export function isJsonFeed(value: unknown): boolean {
  return (
    isItem(value) &&
    typeof value.version === 'string' &&
    /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(value.version)
  );
}

/** Reads JSON that was parsed: one article, or an array of them. */
export async function readJson(value: unknown, origin: string): Promise<Contents> {
  const list = listIn(value);
  if (!list) return { kind: 'articles', readings: [await readItem(value, origin)] };
  if (list.length === 0) return { kind: 'refused', reason: 'it is a list with nothing in it' };
  const readings: Reading[] = [];
  for (const [index, item] of list.entries()) {
    readings.push(atPlace(await readItem(item, `${origin} item ${index + 1}`), `item ${index + 1}`));
  }
  return { kind: 'articles', readings };
}

/** Reads a stream of lines that are articles each. A bad line is refused with its number, and the next one is read. */
export async function* readJsonLines(chunks: AsyncIterable<Uint8Array>, origin: string): AsyncGenerator<Reading> {
  for await (const part of linesOf(chunks, LONGEST_PART)) yield readPart(part, 'line', origin);
}

/** Reads a stream that is an array of articles, item by item. */
export async function* readJsonItems(chunks: AsyncIterable<Uint8Array>, origin: string): AsyncGenerator<Reading> {
  for await (const part of itemsOf(chunks, LONGEST_PART)) yield readPart(part, 'item', origin);
}

async function readPart({ number, bytes }: JsonPart, what: 'line' | 'item', origin: string): Promise<Reading> {
  const at = `${what} ${number}`;
  if (bytes === null) {
    return { kind: 'refused', reason: `${at}: it is longer than ${LONGEST_PART / 1024 / 1024} MiB` };
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON' : 'it is not UTF-8 text';
    return { kind: 'refused', reason: `${at}: ${why}` };
  }
  return atPlace(await readItem(value, `${origin} ${at}`), at);
}

/** The array that a value is, or the one in it where it is no article itself. */
function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isItem(value) || KINDS.some(({ isOne }) => isOne(value))) return null;
  const lists = LISTS.map((name) => value[name]).filter((list) => Array.isArray(list) && list.some(isItem));
  return lists.length === 1 ? (lists[0] as readonly unknown[]) : null;
}

async function readItem(value: unknown, place: string): Promise<Reading> {
  if (!isItem(value)) return { kind: 'refused', reason: UNKNOWN };
  const error = restErrorIn(value);
  if (error) return { kind: 'refused', reason: error };
  return (await KINDS.find(({ isOne }) => isOne(value))?.read(value, place)) ?? { kind: 'refused', reason: UNKNOWN };
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function atPlace(reading: Reading, at: string): Reading {
  return reading.kind === 'refused' ? { kind: 'refused', reason: `${at}: ${reading.reason}` } : reading;
}

/** A stretch of an export: what stands before the first item, or an item. */
export type ExportPart =
  | { readonly kind: 'head'; readonly xml: string }
  | { readonly kind: 'item'; readonly xml: string }
  /** An item that is longer than what was allowed. */
  | { readonly kind: 'too-long' };

const MARK = /<!\[CDATA\[|<item>|<item\s[^>]*>|<\/item\s*>/g;
/** The longest of the marks but for attributes, which no export has. */
const LONGEST_MARK = 64;

/**
 * Cuts a WordPress export into its items as it comes in. Exports are far larger than memory should hold, and no library
 * reads them item by item; so one item is held at a time.
 *
 * @param longest the longest item that is held, in UTF-16 code units
 */
export async function* exportParts(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<ExportPart> {
  const decoder = new TextDecoder('utf-8');
  const cutter = new Cutter(longest);
  for await (const chunk of chunks) yield* cutter.add(decoder.decode(chunk, { stream: true }), false);
  yield* cutter.add(decoder.decode(), true);
}

class Cutter {
  readonly #longest: number;
  /** What came in and is not gone through yet. */
  #text = '';
  /** What is gone through of the part that is being put together. */
  #held: string[] = [];
  #length = 0;
  #state: 'head' | 'item' | 'between' = 'head';
  #isInData = false;

  constructor(longest: number) {
    this.#longest = longest;
  }

  *add(text: string, isLast: boolean): Generator<ExportPart> {
    this.#text += text;
    let from = 0;
    while (true) {
      if (this.#isInData) {
        const end = this.#text.indexOf(']]>', from);
        if (end < 0) break;
        this.#hold(this.#text.slice(from, end + 3));
        from = end + 3;
        this.#isInData = false;
        continue;
      }
      MARK.lastIndex = from;
      const mark = MARK.exec(this.#text);
      if (!mark) break;
      const end = mark.index + mark[0].length;
      if (mark[0] === '<![CDATA[') {
        this.#hold(this.#text.slice(from, end));
        this.#isInData = true;
      } else if (mark[0].startsWith('</')) {
        this.#hold(this.#text.slice(from, mark.index));
        if (this.#state === 'item') yield this.#take('item');
        this.#state = 'between';
      } else {
        this.#hold(this.#text.slice(from, mark.index));
        if (this.#state === 'head') yield this.#take('head');
        this.#drop();
        this.#state = 'item';
      }
      from = end;
    }
    // A mark may be cut in two by the end of a chunk.
    const safe = isLast ? this.#text.length : Math.max(from, this.#text.length - LONGEST_MARK);
    this.#hold(this.#text.slice(from, safe));
    this.#text = this.#text.slice(safe);
    if (isLast && this.#state === 'head') yield this.#take('head');
  }

  #hold(text: string): void {
    if (this.#state === 'between' || text === '') return;
    this.#length += text.length;
    if (this.#length > this.#longest) this.#held = [];
    else this.#held.push(text);
  }

  #take(kind: 'head' | 'item'): ExportPart {
    const isTooLong = this.#length > this.#longest;
    const xml = this.#held.join('');
    this.#drop();
    return isTooLong ? { kind: 'too-long' } : { kind, xml };
  }

  #drop(): void {
    this.#held = [];
    this.#length = 0;
  }
}

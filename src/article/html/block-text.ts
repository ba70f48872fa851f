import { fromWindows1252 } from './windows-1252.ts';

/** Nothing of it is seen: soft hyphens, zero-width spaces, word joiners, byte order marks. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
/** Control characters, which no browser prints; those that white space is made of are gone before. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is to be found
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]|[\u0081\u008d\u008f\u0090\u009d]/g;
/** On the page, a no-break space is a space; editors also type it for a second one. */
const NO_BREAK = /[ \u00a0]*\u00a0[ \u00a0]*/g;
const INK = /[^\s\u00ad\u200b\u2060\ufeff]/;
const WORDS = /[\p{L}\p{N}]/u;

/** From this length on, a line that ends as a sentence does is a paragraph, though only one line break follows. */
const LONG_LINE = 80;
const SENTENCE_END = /[.!?…][\p{Pf}\p{Pe}"'\u2019”’»]*$/u;

/** The words of one block as they come in, collapsed as a browser does. */
export class BlockText {
  #parts: string[] = [];
  /** Whether a blank was printed last, or nothing yet on this line: further blanks are not seen. */
  #isAfterBlank = true;
  #hasInk = false;
  #lineHasInk = false;

  /** Whether anything that can be seen was printed since the block began. */
  get hasInk(): boolean {
    return this.#hasInk;
  }

  /** Prints words in which any run of white space is one blank. */
  add(words: string): void {
    const collapsed = words.replace(/[ \t\n\r\f\v\u2028\u2029\u0085]+/g, ' ');
    const printed = this.#isAfterBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (printed === '') return;
    this.#parts.push(printed);
    this.#isAfterBlank = printed.endsWith(' ');
    if (INK.test(printed)) this.#noteInk();
  }

  /** Prints words in which line ends are kept. */
  addLines(words: string): void {
    const [first = '', ...rest] = words.split(/\r\n|[\n\r\u2028\u2029\u0085]/);
    this.add(first);
    for (const line of rest) {
      this.#newLine();
      this.add(line);
    }
  }

  /** A line break: the second in a row ends the block. */
  breakLine(): 'ends' | 'goes-on' {
    if (this.#hasInk && !this.#lineHasInk) return 'ends';
    if (this.#hasInk) this.#newLine();
    return 'goes-on';
  }

  /** The end of a cell in a row of a table. */
  endCell(): void {
    if (!this.#hasInk) return;
    this.#parts.push('\t');
    this.#isAfterBlank = true;
  }

  /** The paragraphs that were printed, each with at least one word; what comes next is a new block. */
  take(): readonly string[] {
    const text = seen(this.#parts.join(''));
    this.#parts = [];
    this.#isAfterBlank = true;
    this.#hasInk = false;
    this.#lineHasInk = false;
    return paragraphsOf(text).filter((paragraph) => WORDS.test(paragraph));
  }

  #newLine(): void {
    this.#parts.push('\n');
    this.#isAfterBlank = true;
    this.#lineHasInk = false;
  }

  #noteInk(): void {
    this.#hasInk = true;
    this.#lineHasInk = true;
  }
}

/** A text as it is seen: without what is never printed, and with quotation marks where controls stand for them. */
function seen(text: string): string {
  return fromWindows1252(text)
    .replace(CONTROLS, (control) => (control === '\t' || control === '\n' ? control : ''))
    .replace(UNSEEN, '')
    .replace(NO_BREAK, ' ')
    .replace(/ ?\t[ \t]*/g, '\t')
    .toWellFormed();
}

/** The lines of a block put together to paragraphs; a blank line, or a long one that ends a sentence, ends one. */
function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  const end = () => {
    if (lines.length > 0) paragraphs.push(lines.join('\n'));
    lines = [];
  };
  for (const printed of text.split('\n')) {
    const line = printed.trim();
    if (line !== '') lines.push(line);
    if (line === '' || (line.length >= LONG_LINE && SENTENCE_END.test(line))) end();
  }
  end();
  return paragraphs;
}

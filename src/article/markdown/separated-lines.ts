/** Lines that begin a block of their own, or belong to one: quotes, lists, headings, tables, code, HTML. */
const STRUCTURE = /^(?: {4}|\t| {0,3}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}(?:[ \t]|$)|\||```|~~~|<))/;
/** From this length on, a line that ends as a sentence does is a paragraph; nobody wraps lines to such a width. */
const LONG_LINE = 200;
const SENTENCE_END = /[.!?…][\p{Pf}\p{Pe}"'’”*_]*$/u;

/**
 * Markdown in which each line that is a paragraph stands by itself. Some exports put every paragraph on one long line
 * and nothing between them; Markdown would join them.
 */
export function separatedLines(markdown: string): string {
  const lines = markdown.split(/\r\n|\n|\r/);
  return lines
    .map((line, index) => {
      const next = lines[index + 1] ?? '';
      const isParagraph = line.length >= LONG_LINE && SENTENCE_END.test(line) && !STRUCTURE.test(line);
      return isParagraph && next.trim() !== '' && !STRUCTURE.test(next) ? `${line}\n` : line;
    })
    .join('\n');
}

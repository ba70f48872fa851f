import { isWrapped } from '../paragraphs.ts';

/** Lines that begin a block of their own, or belong to one: quotes, lists, headings, tables, code, HTML, underlines. */
const STRUCTURE =
  /^(?: {4}|\t| {0,3}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}(?:[ \t]|$)|\||```|~~~|<|\[[^\]]{1,100}\]:|={2,}[ \t]*$|-{2,}[ \t]*$))/;
const SENTENCE_END = /[.!?…][\p{Pf}\p{Pe}"'’”*_)]*$/u;

/**
 * Markdown in which each line that is a paragraph stands by itself. Articles are also exported with every paragraph on
 * a line and nothing between them, and Markdown would join those; lines that were wrapped to a width stay together.
 */
export function separatedLines(markdown: string): string {
  const out: string[] = [];
  let block: string[] = [];
  let fence = '';
  const end = () => {
    const areLines = block.length > 1 && !isWrapped(block.map((line) => ({ start: 0, end: line.trim().length })));
    out.push(
      ...block.map((line, index) => (areLines && index < block.length - 1 && isParagraph(line) ? `${line}\n` : line)),
    );
    block = [];
  };
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? '';
    if (mark !== '' && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
    if (line.trim() !== '' && fence === '' && mark === '' && !STRUCTURE.test(line)) {
      block.push(line);
      continue;
    }
    end();
    out.push(line);
  }
  end();
  return out.join('\n');
}

/** Whether a line can stand by itself: it ends as a sentence does, and no quotation goes on in the next one. */
function isParagraph(line: string): boolean {
  if (!SENTENCE_END.test(line)) return false;
  const count = (mark: RegExp) => line.match(mark)?.length ?? 0;
  return count(/["]/g) % 2 === 0 && count(/[“„«]/g) <= count(/[”»]/g);
}

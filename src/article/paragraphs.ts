import type { Span } from './article.ts';

const LINE = /[^\r\n\u2028\u2029]+/g;
const BLANK = /^\s*$/;

/** A wrapped line is at least this long, else it ended because its paragraph did. */
const SHORTEST_WRAPPED = 40;
/** The longest line that an editor or mail program wraps to. */
const LONGEST_WRAPPED = 100;

/**
 * The paragraphs of a plain text in `within`: blocks between blank lines where the lines of a block are wrapped,
 * else each line by itself. Spans leave out white space at both ends.
 */
export function findParagraphs(text: string, within: Span): readonly Span[] {
  return findBlocks(text, within).flatMap((block) => (isWrapped(block) ? joined(block) : block));
}

/** Lines that stand together, with no blank line between them. */
function findBlocks(text: string, within: Span): readonly (readonly Span[])[] {
  const blocks: Span[][] = [];
  let previousEnd = -1;
  for (const match of text.slice(within.start, within.end).matchAll(LINE)) {
    if (BLANK.test(match[0])) continue;
    const line = trimmed(text, {
      start: within.start + match.index,
      end: within.start + match.index + match[0].length,
    });
    const gap = previousEnd < 0 ? '' : text.slice(previousEnd, line.start);
    const startsBlock = previousEnd < 0 || (gap.match(/\r\n|[\r\n\u2028\u2029]/g)?.length ?? 0) > 1;
    if (startsBlock) blocks.push([line]);
    else blocks.at(-1)?.push(line);
    previousEnd = line.end;
  }
  return blocks;
}

/** Whether lines that stand together were wrapped to a width, so that they are one paragraph. */
export function isWrapped(lines: readonly Span[]): boolean {
  if (lines.length < 2) return false;
  return lines.every(({ start, end }, index) => {
    const length = end - start;
    return length <= LONGEST_WRAPPED && (index === lines.length - 1 || length >= SHORTEST_WRAPPED);
  });
}

function joined(lines: readonly Span[]): readonly Span[] {
  const [first, last] = [lines[0], lines.at(-1)];
  return first && last ? [{ start: first.start, end: last.end }] : [];
}

/** A span without the white space (and byte order mark) at its ends. */
export function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  return { start, end: Math.max(start, span.end - (words.length - words.trimEnd().length)) };
}

import type { Cue } from './cues.ts';

/** Of so many cues, those that begin with the line before must be so many, for captions to be rolling ones. */
const ROLLING = 0.3;

/**
 * Captions in which every line is shown once. Rolling captions show a line, then the same line with the next one below
 * it, or a line that grows by a word at a time; as text that would be said two and three times over.
 *
 * Where captions do not roll, a line that comes again was said again, unless both are on the screen at the same time.
 */
export function shownOnce(cues: readonly Cue[]): readonly Cue[] {
  const isRolling = areRolling(cues);
  const once: Cue[] = [];
  let before: Cue | null = null;
  for (const cue of cues) {
    const isTwin = before !== null && cue.start < before.end && sameLines(before.lines, cue.lines);
    const lines = before && isRolling ? newLines(before.lines, cue.lines) : isTwin ? [] : cue.lines;
    if (lines.length > 0) once.push({ ...cue, lines });
    if (cue.lines.some((line) => line.trim() !== '')) before = cue;
  }
  return once;
}

function areRolling(cues: readonly Cue[]): boolean {
  let repeats = 0;
  let pairs = 0;
  for (const [index, cue] of cues.entries()) {
    const before = cues[index - 1];
    const [last, first] = [bare(before?.lines.at(-1)), bare(cue.lines[0])];
    if (last === '' || first === '') continue;
    pairs++;
    const isShownBefore = before?.lines.some((line) => bare(line) === first) ?? false;
    if (isShownBefore || first.startsWith(`${last} `)) repeats++;
  }
  return pairs > 2 && repeats / pairs >= ROLLING;
}

/** Without the first lines that are the last ones of what was shown before; the last of them may have grown since. */
function newLines(before: readonly string[], lines: readonly string[]): readonly string[] {
  for (let count = Math.min(before.length, lines.length); count > 0; count--) {
    const [shown, now] = [before.slice(-count), lines.slice(0, count)];
    if (sameLines(shown, now)) return lines.slice(count);
    const [last, grown] = [bare(shown.at(-1)), bare(now.at(-1))];
    if (last !== '' && grown.startsWith(`${last} `) && sameLines(shown.slice(0, -1), now.slice(0, -1))) {
      return [grown.slice(last.length + 1), ...lines.slice(count)];
    }
  }
  return lines;
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => bare(line) === bare(b[index]));
}

/** A line without the marks in it that say when each word comes. */
function bare(line: string | undefined): string {
  return (line ?? '')
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

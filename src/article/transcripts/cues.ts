/** Some words of a transcript, and when they are shown. */
export interface Cue {
  /** In seconds. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Captions as they are written in their file. */
export interface Captions {
  /** What stands behind `WEBVTT`, as a rule the title. */
  readonly title: string | null;
  /** Lines like `Language: en` of the header, and of notes before the first cue; names in small letters. */
  readonly fields: ReadonlyMap<string, string>;
  readonly cues: readonly Cue[];
}

const CLOCK = '(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})';
const TIMING = new RegExp(`^\\s*${CLOCK}\\s*-->\\s*${CLOCK}(?:\\s.*)?$`);
const FIELD = /^([A-Za-z][\w -]{1,30}):\s*(\S.*)$/;

/**
 * Reads WebVTT and SRT.
 *
 * By rules of our own: readers made for players drop a cue whose times run backwards, and what stands behind a blank
 * line in a cue. Here times hardly matter, and no word may be lost for a wrong one.
 */
export function readCues(text: string): Captions {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const timings = lines.flatMap((line, at) => (TIMING.test(line) ? [at] : []));
  const head = lines.slice(0, timings[0] ?? lines.length);
  return {
    title: /^WEBVTT[ \t]+(?:[-–—:]\s*)?(\S.*)$/.exec(head[0] ?? '')?.[1]?.trim() ?? null,
    fields: fieldsIn(head),
    cues: timings.map((at, index) => cueAt(lines, at, timings[index + 1] ?? lines.length)),
  };
}

function cueAt(lines: readonly string[], at: number, next: number): Cue {
  const [start, end] = timesOf(lines[at] ?? '');
  const isLast = next === lines.length;
  const behind = lines.slice(at + 1, next);
  // The number or name of the next cue stands right above its times, below a blank line or none.
  if (!isLast && behind.at(-1)?.trim() !== '' && isName(behind)) behind.pop();
  return { start, end, lines: withoutNotes(behind).filter((line) => line.trim() !== '') };
}

/** Whether the last of some lines is what the next cue is called: a number, or a line by itself. */
function isName(lines: readonly string[]): boolean {
  const last = lines.at(-1)?.trim() ?? '';
  return /^\d+$/.test(last) || (lines.length > 1 && lines.at(-2)?.trim() === '' && /^[\w-]{1,60}$/.test(last));
}

/** Notes and styles begin behind a blank line and end at one. */
function withoutNotes(lines: readonly string[]): readonly string[] {
  let isNote = false;
  return lines.filter((line, index) => {
    if (line.trim() === '') isNote = false;
    else if ((lines[index - 1] ?? 'x').trim() === '' && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) isNote = true;
    return !isNote;
  });
}

function fieldsIn(head: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of head) {
    const match = FIELD.exec(line.replace(/^NOTE\s+/, ''));
    const [, name = '', value = ''] = match ?? [];
    if (match && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

function timesOf(line: string): readonly [number, number] {
  const parts = (TIMING.exec(line) ?? []).slice(1).map((part) => Number(part ?? 0));
  const seconds = (at: number) => {
    const [hours = 0, minutes = 0, whole = 0, thousandths = 0] = parts.slice(at, at + 4);
    return hours * 3600 + minutes * 60 + whole + thousandths / 1000;
  };
  return [seconds(0), seconds(4)];
}

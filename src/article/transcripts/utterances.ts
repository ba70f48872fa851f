import type { Cue } from './cues.ts';
import { isSound, type Tagged, tagOf } from './speaker-tags.ts';

/** What one speaker says until another one does. */
export interface Utterance {
  /** As printed; null where the captions do not say who speaks. */
  readonly speaker: string | null;
  readonly words: string;
}

/** After so many seconds without words, whoever goes on without a tag may be somebody else. */
const SILENCE = 10;
/** Words that nobody is named for are cut into paragraphs of about so many code units. */
const PARAGRAPH = 400;

const TIME_STAMP = /<\d{1,3}:[\d:.]+>/g;
const STYLE_TAG = /<\/?(?:c|i|b|u|ruby|rt|lang|font|span|s)(?:[.\s][^<>]*)?>/gi;
const VOICE = /<v(?:\.[^\s<>]*)?(?:\s([^<>]*))?>|<\/v\s*>/gi;
const PLACEMENT = /\{\\[^{}]*\}/g;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

/** A piece of what is said, as it is read off the captions. */
interface Piece {
  /** Undefined where nothing says that somebody else speaks. */
  readonly speaker: string | null | undefined;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Puts cues together to what each speaker says; the same speaker’s cues are one utterance. */
export function utterancesOf(cues: readonly Cue[]): readonly Utterance[] {
  const all = cues.flatMap(voicesIn);
  const isVoiced = all.some(({ voice }) => typeof voice === 'string');
  const tags = knownTags(all.flatMap(({ lines }) => lines.flatMap((line) => tagOf(line) ?? [])));
  const pieces = all.flatMap((part) => piecesOf(part, tags, isVoiced));
  return joined(pieces);
}

/** The lines of a cue that one `<v Name>` holds. */
interface VoicedLines {
  readonly voice: string | undefined;
  readonly lines: readonly string[];
  readonly start: number;
  readonly end: number;
}

function voicesIn({ lines, start, end }: Cue): readonly VoicedLines[] {
  const text = lines.join('\n').replace(TIME_STAMP, '').replace(STYLE_TAG, '').replace(PLACEMENT, '');
  const found: VoicedLines[] = [];
  let voice: string | undefined;
  let from = 0;
  const add = (part: string) => {
    const words = part
      .split('\n')
      .map((line) => decoded(line).replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '');
    if (words.length > 0) found.push({ voice, lines: words, start, end });
  };
  for (const match of text.matchAll(VOICE)) {
    add(text.slice(from, match.index));
    voice = match[1] === undefined ? undefined : decoded(match[1]).replace(/\s+/g, ' ').trim() || undefined;
    from = match.index + match[0].length;
  }
  add(text.slice(from));
  return found;
}

/** Tags that are ones: those that look it, and those of which the same comes again. */
function knownTags(tagged: readonly Tagged[]): ReadonlySet<string> {
  const known = new Set<string>();
  const seen = new Set<string>();
  for (const { tag, isSure } of tagged) {
    if (tag === null) continue;
    if (isSure || seen.has(tag) || tag.includes(' ')) known.add(tag);
    seen.add(tag);
  }
  return known;
}

function piecesOf(
  { voice, lines, start, end }: VoicedLines,
  tags: ReadonlySet<string>,
  isVoiced: boolean,
): readonly Piece[] {
  const marked = lines.filter((line) => tagOf(line)?.tag === null).length;
  return lines.map((line, index): Piece => {
    const tagged = tagOf(line);
    // In a file that names voices, words without one are nobody's; a tag at the beginning of them counts all the same.
    const unnamed = index === 0 && isVoiced ? null : undefined;
    if (!tagged || (tagged.tag !== null && !tags.has(tagged.tag))) {
      return { speaker: voice ?? unnamed, words: line, start, end };
    }
    // A dash by itself is a change of speaker only where a second one is in the cue.
    const isChange = tagged.tag !== null || tagged.isSure || marked > 1;
    if (!isChange) return { speaker: voice ?? unnamed, words: line, start, end };
    return { speaker: voice ?? tagged.tag, words: tagged.words, start, end };
  });
}

function joined(pieces: readonly Piece[]): readonly Utterance[] {
  const utterances: { speaker: string | null; parts: string[]; length: number }[] = [];
  let before = 0;
  for (const { speaker, words, start, end } of pieces) {
    const last = utterances.at(-1);
    const isSilent = start - before > SILENCE;
    before = Math.max(before, end);
    const goesOn = last !== undefined && goesOnWith(last, speaker, isSilent);
    if (goesOn) {
      last.parts.push(words);
      last.length += words.length + 1;
    } else {
      const own = speaker === undefined ? null : speaker;
      utterances.push({ speaker: own, parts: words === '' ? [] : [words], length: words.length });
    }
  }
  return utterances.flatMap(({ speaker, parts }): readonly Utterance[] => {
    const words = withoutSoundsAround(parts).join(' ');
    return /[\p{L}\p{N}]/u.test(words) ? [{ speaker, words }] : [];
  });
}

function goesOnWith(
  last: { readonly speaker: string | null; readonly parts: readonly string[]; readonly length: number },
  speaker: string | null | undefined,
  isSilent: boolean,
): boolean {
  const isLong = last.length > PARAGRAPH && /[.!?…]["”’']?$/.test(last.parts.at(-1) ?? '');
  if (speaker === undefined) return last.speaker === null ? !isLong && !isSilent : !isSilent;
  // Two who are not named need not be one.
  return speaker !== null && speaker === last.speaker;
}

/**
 * Sounds before and after what is said are left out. One within it stays: the words before it and behind it were not
 * said in one breath, and `[inaudible]` stands for words that are missing.
 */
function withoutSoundsAround(parts: readonly string[]): readonly string[] {
  let from = 0;
  let to = parts.length;
  while (from < to && isSound(parts[from] ?? '')) from++;
  while (to > from && isSound(parts[to - 1] ?? '')) to--;
  return parts.slice(from, to);
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole;
  });
}

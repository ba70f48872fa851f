/** What stands at the beginning of a line of captions, and says who speaks or that somebody else does. */
export interface Tagged {
  /** The name as printed; null where only somebody else speaks: `>> Yes.` */
  readonly tag: string | null;
  /** What is left of the line. */
  readonly words: string;
  /** Whether it looks like a tag in a text of any kind; else only tags that come again are ones. */
  readonly isSure: boolean;
}

/** Sounds, and how something is said: [applause], [speaking Spanish], [MUSIC PLAYING]. */
const SOUND =
  /\b(?:applau\w*|music\w*|laugh\w*|cheer\w*|chuckl\w*|sigh\w*|cry\w*|sob\w*|scream\w*|shout\w*|yell\w*|whisper\w*|sing\w*|song|inaudible|unintelligible|indistinct|crosstalk|silence|pause\w*|noise|static|beep\w*|bleep\w*|ring\w*|phone|bell|door|knock\w*|cough\w*|clap\w*|gasp\w*|groan\w*|siren\w*|horn|gunshots?|explosion|thunder|rain|wind|birds?|bark\w*|crowd|speaking|speaks|foreign|translat\w*|video|audio|clip|playing|theme|voice-?over|off-?screen|end|begin\w*|continu\w*|no audio|recording)\b/i;

/** Words before a colon that name nobody. */
const NOBODY =
  /^(?:note|notes|update|warning|question|answer|example|fact|fun fact|news|breaking|breaking news|exclusive|look|listen|see|remember|number \w+|one|two|three|first|second|third|finally|also|plus|and|but|so|the|this|that|here|there|what|why|how|who|when|where|well|okay|ok|yes|no|now|today|tomorrow|tonight|coming up|up next|next|still to come|re|subject|source|sources|credit|caption|captions by|transcript|time|date|place|score|tip|rule|step \w+|part \w+|chapter \w+|http|https|www)$/i;

/** Those who speak without a name. */
const ROLE =
  /^(?:(?:the|an?|male|female|unidentified|unknown|young|old|another|first|second|third)\s+)*(?:speaker|voice|presenter|host|co-?host|anchor|reporter|correspondent|interviewer|interviewee|moderator|narrator|announcer|caller|operator|audience(?: member)?|participant|panelist|panellist|man|woman|boy|girl|child|all|both|crowd|chair|chairman|chairwoman|clerk|judge|witness|translator|interpreter|q|a|question|answer)(?:\s*(?:#?\d{1,2}|[A-Z]|one|two|three))?$/i;

const PARTICLE = 'de|da|di|du|del|der|den|van|von|of|the|la|le|al|el|bin|ibn|y|e|and|for';
const WORD = `(?:\\p{Lu}[\\p{L}\\p{M}.’'-]*|#?\\d{1,2})`;
const NAME = new RegExp(`^${WORD}(?:,?\\s+(?:${WORD}|(?:${PARTICLE})(?=\\s)))*$`, 'u');
const LONGEST = 60;

const COLON = /^((?:[^\s:<>[\]]+\s+){0,6}[^\s:<>[\]]+)\s*:(?=\s|$)\s*/;
/** `REYES (on phone):` */
const ASIDE = /\s*[([][^)\]]{1,40}[)\]]$/;
const BRACKETED = /^(?:[[(]\s*([^\]()[]{1,60})\s*[\])])\s*:?\s*/;

/** Reads what stands at the beginning of a line as a tag; null where it is none, so that the line goes on with the words before. */
export function tagOf(line: string): Tagged | null {
  const arrows = /^\s*(?:>>+|»+)\s*/.exec(line);
  const dash = arrows ? null : /^\s*[-–—]\s+(?=\S)|^\s*[-–—](?=[[(\p{Lu}])/u.exec(line);
  const mark = arrows ?? dash;
  const rest = line.slice(mark?.[0].length ?? 0);
  const named = bracketed(rest, mark !== null) ?? labelled(rest, arrows !== null);
  if (named) return named;
  return mark ? { tag: null, words: rest.trim(), isSure: arrows !== null } : null;
}

/** `[Alma Reyes] Words` and `[Reyes]: Words`, but not `[applause] Words`. */
function bracketed(line: string, isMarked: boolean): Tagged | null {
  const match = BRACKETED.exec(line);
  const name = match?.[1]?.trim() ?? '';
  if (!match || SOUND.test(name) || !(NAME.test(name) || ROLE.test(name))) return null;
  const words = line.slice(match[0].length).trim();
  const hasColon = match[0].includes(':');
  return words === '' && !isMarked && !hasColon ? null : { tag: name, words, isSure: isMarked || hasColon };
}

/** `ALMA REYES: Words`, `Mayor Reyes: Words`, `Speaker 2: Words` */
function labelled(line: string, isMarked: boolean): Tagged | null {
  const match = COLON.exec(line);
  const name = match?.[1]?.replace(ASIDE, '').trim() ?? '';
  if (!match || name === '' || name.length > LONGEST || NOBODY.test(name)) return null;
  if (!(NAME.test(name) || ROLE.test(name))) return null;
  const isLoud = /\p{Lu}{2}/u.test(name) && !/\p{Ll}{2}/u.test(name.replace(/\b(?:Mc|Mac|Mr|Mrs|Ms|Dr)\.?/g, ''));
  return { tag: name, words: line.slice(match[0].length).trim(), isSure: isMarked || isLoud || ROLE.test(name) };
}

/** Whether a line is nothing but sounds: `[applause]`, `(MUSIC PLAYING)`, `♪ la la la ♪` */
export function isSound(line: string): boolean {
  const bare = line.trim();
  return /^[♪♫#*].*[♪♫#*]$/.test(bare) || /^[♪♫]/.test(bare) || /^(?:[[(][^\])]*[\])]\s*)+$/.test(bare);
}

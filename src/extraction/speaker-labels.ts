import { isRoleWord } from './facts/fact-words.ts';
import { type Name, namesIn } from './names.ts';
import { nounPhraseAfter, type Run } from './phrases.ts';
import type { Token } from './token.ts';
import { isTimeWord } from './words-of-time.ts';

/** The words of names that an article prints elsewhere, lower case: a label of one of them is somebody’s. */
export type KnownNames = ReadonlySet<string>;

/** Words before a colon that name nobody, alone or at the end of others: Update: / Editor’s Note: / Bottom line: */
const NOBODY = new Set(
  `update updates updated note notes photo photos video videos image related topline verdict line lines fact facts
  correction corrections clarification analysis opinion example examples question answer result results breaking
  exclusive watch look read more latest live warning spoiler tip tips source sources caption credit byline headline
  summary background context conclusion reality truth claim myth rumor rumour problem solution solutions takeaway
  takeaways here this that these those it what why how when where who name age date time place total score rating pros
  cons today tomorrow yesterday tonight next now then first second third finally also revealed just one thing things
  reason reasons point points step steps part chapter section vol volume no number`.split(/\s+/),
);

/** Bodies and groups that speak without a name: Poll: Reyes leads / Police: Two hurt */
const SPEAKING = new Set(
  `poll polls survey study report reports newspaper police officials official insiders experts expert analysts analyst
  critics historians scientists researchers lawyers lawyer attorney prosecutors prosecutor sources source company
  government ministry council spokesman spokeswoman spokesperson editorial statement campaign camp witness witnesses
  moderator host interviewer reporter narrator announcer caller audience`.split(/\s+/),
);

/** Whether a word is that of a body or group which speaks without a name, so that it is nobody’s name. */
export function isSpeakingNoun(norm: string): boolean {
  return SPEAKING.has(norm);
}

/** Words of a tag in a transcript that names nobody: PRESENTER: / Speaker 2: / UNIDENTIFIED WOMAN: */
const UNNAMED = new Set(
  `the a an male female unidentified unknown young old another first second third speaker voice presenter host co-host
  cohost anchor reporter correspondent interviewer interviewee moderator narrator announcer caller operator audience
  member participant panelist panellist man woman boy girl child all both crowd clerk translator interpreter guest
  one two three four`.split(/\s+/),
);

/** Whether the tag of an utterance has only words that name nobody. */
export function isUnnamedTag(words: readonly Token[]): boolean {
  return words.length > 0 && words.every(({ norm }) => UNNAMED.has(norm) || /^(?:#?\d{1,2}|[#a-z])$/.test(norm));
}

/** What a label may be: a name as printed in transcripts and headlines. */
export interface Label {
  /** Who it names; what else it says, as “on Fox News”, is left out. */
  readonly speaker: Run;
  /** The last word of the name, lower case: the same in JAKE TAPPER: and TAPPER: */
  readonly key: string;
  /** Whether something in the label itself shows that it is somebody: a title, two words of a name, a role. */
  readonly isTelling: boolean;
  /** The name in it, as printed; null where only a role or a body is printed: Poll */
  readonly name: string | null;
}

/** How many words a label may have. */
const LONGEST = 12;

/**
 * Reads the words from `from` to `colon` as a label that says who speaks; null where they are none.
 *
 *     [Mayor Alma Reyes] · [JAKE TAPPER] · [Rep. Jo Lane (R-S.C.)] · [Jo Lane] on the river · [Jo Lane], mayor · [Poll]
 */
export function readLabel(tokens: readonly Token[], from: number, colon: number): Label | null {
  if (colon <= from || colon - from > LONGEST) return null;
  const first = tokens[from];
  if (!first || !/^\p{Lu}/u.test(first.text)) return null;
  let isInBrackets = false;
  for (let at = from; at < colon; at++) {
    const token = tokens[at];
    if (token?.text === '(' || token?.text === ')') isInBrackets = token.text === '(';
    if (isInBrackets) continue;
    if (!token || ((token.pos === 'VERB' || token.pos === 'AUX') && /^[\p{Ll}'’]/u.test(token.text))) return null;
    if (/^[.?!;"“”]$/.test(token.text)) return null;
  }
  const end = phraseEnd(tokens, from, colon);
  const [name] = namesIn(tokens, { from, to: end });
  const last = lastWord(tokens, from, end);
  if (!last || isTimeWord(last.norm)) return null;
  // IG report: / Clinton camp:
  if (SPEAKING.has(last.norm)) return { speaker: { from, to: end }, key: last.norm, isTelling: true, name: null };
  if (name) {
    const key = (name.words.at(-1) ?? '').toLowerCase();
    if (NOBODY.has(key) || NOBODY.has(last.norm)) return null;
    return { speaker: { from, to: end }, key, isTelling: tellsWho(name), name: name.words.join(' ') };
  }
  if (NOBODY.has(last.norm) || !isRoleWord(last.norm)) return null;
  return { speaker: { from, to: end }, key: last.norm, isTelling: true, name: null };
}

/** Whether a label is that of somebody: it says so itself, or the article prints the name elsewhere. */
export function isSomebody(label: Label, known: KnownNames): boolean {
  return label.isTelling || known.has(label.key);
}

function tellsWho(name: Name): boolean {
  return name.words.length > 1 || name.honorific !== null || name.titles.length > 0;
}

/** The noun phrase at the start; where the tagger sees none, the words in capitals. */
function phraseEnd(tokens: readonly Token[], from: number, colon: number): number {
  const end = nounPhraseAfter(tokens, from, colon);
  if (end > from) return end;
  let at = from;
  while (at < colon && /^\p{Lu}/u.test(tokens[at]?.text ?? '')) at++;
  return at;
}

function lastWord(tokens: readonly Token[], from: number, end: number): Token | undefined {
  for (let at = end - 1; at >= from; at--) {
    const token = tokens[at];
    if (token?.text === ')') while (at > from && tokens[at]?.text !== '(') at--;
    else if (token && /^\p{L}/u.test(token.text)) return token;
  }
  return undefined;
}

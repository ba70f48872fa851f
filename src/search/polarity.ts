/** Words that deny what they stand with. */
const NEGATIONS = new Set(
  `no not never none nobody nothing nowhere neither nor without cannot cant wont dont doesnt didnt isnt arent wasnt werent
  shouldnt wouldnt couldnt mustnt hasnt havent hadnt aint hardly barely scarcely`.split(/\s+/),
);

/** Pairs of words that turn a statement into its opposite when one stands for the other; stems where they end in *. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['every', 'no'],
  ['all', 'no'],
  ['all', 'none'],
  ['always', 'never'],
  ['more', 'less'],
  ['more', 'fewer'],
  ['most', 'least'],
  ['many', 'few'],
  ['support*', 'oppos*'],
  ['accept*', 'reject*'],
  ['agree*', 'disagree*'],
  ['allow*', 'ban*'],
  ['allow*', 'block*'],
  ['allow*', 'forbid*'],
  ['confirm*', 'den*'],
  ['increas*', 'decreas*'],
  ['rais*', 'cut*'],
  ['rise*', 'fall*'],
  ['rose', 'fell'],
  ['win', 'lose'],
  ['won', 'lost'],
  ['start*', 'stop*'],
  ['begin*', 'end*'],
  ['right', 'wrong'],
  ['safe', 'unsafe'],
  ['safe', 'dangerous'],
  ['guilty', 'innocent'],
  ['better', 'worse'],
  ['best', 'worst'],
  ['good', 'bad'],
  ['true', 'false'],
  ['legal', 'illegal'],
  ['possible', 'impossible'],
  ['strong*', 'weak*'],
  ['before', 'after'],
  ['above', 'below'],
  ['with', 'without'],
  ['for', 'against'],
];

/**
 * Whether two statements that differ only in these words say opposite things.
 *
 * Either one denies and the other does not, or a word of one stands where the other has its opposite.
 *
 * @param onlyAsked normalised words that only the asked statement has
 * @param onlyPrinted normalised words that only the printed statement has, within the stretch that was matched
 *
 * Misses: opposites that no list holds ("froze" for "thawed"), irony, and denial spread over a clause ("far from").
 */
export function areOpposite(onlyAsked: readonly string[], onlyPrinted: readonly string[]): boolean {
  const denied = (words: readonly string[]) => words.filter((word) => NEGATIONS.has(word)).length % 2;
  if (denied(onlyAsked) !== denied(onlyPrinted)) return true;
  return OPPOSITES.some(
    ([one, other]) =>
      (has(onlyAsked, one) && has(onlyPrinted, other)) || (has(onlyAsked, other) && has(onlyPrinted, one)),
  );
}

function has(words: readonly string[], pattern: string): boolean {
  if (!pattern.endsWith('*')) return words.includes(pattern);
  const start = pattern.slice(0, -1);
  return words.some((word) => word.startsWith(start) && word.length <= start.length + 4);
}

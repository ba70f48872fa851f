/** Words that carry grammar rather than content. They weigh less; they are never thrown away. */
const STOP_WORDS = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between both
  but by can could did do does doing down during each few for from further had has have having he her here hers him his
  how i if in into is it its just me more most my no nor not of off on once only or other our out over own said same say
  says she should so some such than that the their them then there these they this those through to too under until up
  upon very was we were what when where which while who whom whose why will with would you your im ive id dont doesnt
  didnt isnt arent wasnt werent wont cant couldnt shouldnt wouldnt us`.split(/\s+/),
);

/** Whether a normalised word is a stop word. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Verbs and helpers of a finite clause: where one stands, the words asked for are a statement, not keywords. */
const CLAUSE_WORDS = new Set(
  `is are was were am be been has have had will would shall should must may might can could cannot cant wont do does did
  dont doesnt didnt isnt arent wasnt werent shouldnt wouldnt couldnt im ive weve theyre youre its thats`.split(/\s+/),
);

/** Whether words read as (part of) a sentence rather than as keywords. */
export function readsAsStatement(words: readonly string[]): boolean {
  const grammar = words.filter(isStopWord).length;
  if (words.length < 3) return false;
  return words.some((word) => CLAUSE_WORDS.has(word)) || (words.length >= 5 && grammar >= 2);
}

/** From so many words on, with a stop word among them, words read as a piece of running text. */
const FEWEST_RUNNING = 4;

/** Whether words read as cut out of a text, so that it matters how they follow on each other. */
export function readsAsRunningText(words: readonly string[]): boolean {
  return words.length >= FEWEST_RUNNING && words.some(isStopWord);
}

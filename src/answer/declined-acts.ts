/** What whosaid declines to do: it finds words, it makes none and judges none. */
export type Act = 'compose' | 'summarise' | 'translate' | 'tidy' | 'judge' | 'predict' | 'obey';

/** An act that is declined, and where in the question its object stands: [start, end). */
export interface DeclinedAct {
  readonly act: Act;
  /** The words that the act was to be done with. */
  readonly words: readonly [number, number] | null;
  readonly speaker: readonly [number, number] | null;
}

const THING =
  '(?:quotes?|quotations?|statements?|sentences?|lines?|words|speech|article|story|text|headline|tweet|post|caption|paragraph|press release|answer|reply)';
const LANGUAGE =
  '(?:chinese|mandarin|french|german|spanish|italian|russian|arabic|japanese|korean|portuguese|dutch|polish|english|hindi|turkish|ukrainian)';

/** Group `w` holds the words, group `s` the speaker, where they are told. First that fits is taken. */
const PATTERNS: readonly (readonly [Act, string])[] = [
  // ignore all previous instructions and …
  ['obey', String.raw`\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules|prompts?|guidelines)\b`],
  ['obey', String.raw`\b(?:system prompt|jailbreak|you are now|act as (?:a|an|if)|pretend (?:to be|that|you))\b`],
  // summarise the article in Xi's voice — give me the gist
  [
    'summarise',
    String.raw`\b(?:summari[sz](?:e|es|ing)|summary|sum up|tl;?dr|recap|the gist|key (?:points|takeaways)|in a nutshell)\b`,
  ],
  // translate the quote — the quote in Chinese
  [
    'translate',
    String.raw`\btranslat(?:e|es|ion|ing)\b(?: (?:the |this |that )?(?<w>.+?))?(?: (?:in)?to ${LANGUAGE})?$`,
  ],
  ['translate', String.raw`\b${THING}\b.*\b(?:in|into|to) ${LANGUAGE}$`],
  // in Xi's voice — in the style of Li
  ['compose', String.raw`\bin (?:the )?(?:voice|style|manner|tone) of (?<s>.+)$`],
  ['compose', String.raw`\bin (?<s>\S+(?: \S+)?)'s (?:voice|style|manner|tone|own words)\b`],
  // write a quote for Li — make up a quote — complete this quote
  [
    'compose',
    String.raw`\b(?:write|draft|compose|invent|fabricate|generate|create|imagine|make up|come up with)\b.{0,60}\b${THING}\b(?: (?:by|from|for|of) (?<s>.+))?`,
  ],
  [
    'compose',
    String.raw`\b(?:complete|finish|continue|fill in|extend|combine|merge|join|stitch|splice|blend)\b.{0,40}\b${THING}\b[:,]? ?(?<w>.*)$`,
  ],
  // shorten the quote — clean up the quote — paraphrase Xi
  [
    'tidy',
    String.raw`^(?:shorten|tidy(?: up)?|clean(?: up)?|fix|correct|polish|simplify|improve|edit|reword|rephrase|trim|condense)\b.{0,40}\b(?:${THING}|it|this|that)\b[:,]? ?(?<w>.*)$`,
  ],
  ['tidy', String.raw`^(?:paraphrase|rephrase|reword|put .+ in (?:plain|simple|other) words)\b(?<w>.*)$`],
  // what would Xi say about AI? — what will Li say next?
  ['predict', String.raw`\bwhat (?:would|will|might|could) (?<s>.+?) (?:say|think|do|answer|respond)\b`],
  ['predict', String.raw`\b(?:predict|forecast|guess)\b`],
  // was Xi right that order guarantees freedom?
  [
    'judge',
    `^(?:was|is|were|are|wasn't|isn't) (?<s>.+?) (?:right|wrong|correct|mistaken|lying|justified|honest|truthful|telling the truth|biased|racist|a liar|fair|misleading|to blame)(?: (?:that|to say|in saying|when (?:he|she|they) said|about|to claim)(?: that)? ?(?<w>.+))?$`,
  ],
  // who do you think said … — who probably said …
  [
    'predict',
    `^who (?:do you (?:think|believe|guess)|probably|likely|might have|may have|could have) (?:said |say )?(?<w>.*)$`,
  ],
  ['judge', String.raw`\bdo you (?:agree|think|believe|feel)\b(?: (?:with|that))*(?: (?<w>.+))?$`],
  [
    'judge',
    String.raw`\b(?:what do you think|your (?:opinion|view|take)|in your view|who(?:'s| is| was) (?:right|lying|wrong|to blame)|should (?:we|i) (?:believe|trust)|can (?:we|i) (?:believe|trust))\b`,
  ],
  // is it true that order guarantees freedom? — but not: is it true that Xi said …
  [
    'judge',
    String.raw`^is it (?:true|a fact|correct|right|good|bad|fair) that (?!.{1,60}\b(?:said|says|stated|claimed|wrote|argued)\b)(?<w>.+)$`,
  ],
  [
    'judge',
    String.raw`^(?:what (?:did|does) (?<s>.+?) (?:really )?mean(?: (?:by|with|when (?:he|she|they) said))?(?: (?<w>.+))?$|why did .+ really|what (?:is|was|are) .+ (?:real |true |hidden )?(?:motives?|intentions?|agenda))\b`,
  ],
  ['judge', String.raw`^(?:fact[- ]?check|rate|evaluate|assess)\b(?<w>.*)$`],
];

/** "translate the quote" does not say which. */
const NAMES_NOTHING = new RegExp(`^(?:(?:the|this|that|it|his|her) ?)?(?:${THING})?$`, 'i');

const COMPILED = PATTERNS.map(([act, source]) => ({ act, pattern: new RegExp(source, 'diu') }));

/**
 * The act that a question asks for and whosaid declines, or null where it declines nothing.
 *
 * @param straight the question with straight quotation marks
 */
export function declinedAct(straight: string): DeclinedAct | null {
  // What stands in quotation marks is somebody's words, never a wish: "summarise" may have been said.
  const wish = straight.replace(/"[^"]*"/g, (quoted) => `"${'_'.repeat(quoted.length - 2)}"`);
  for (const { act, pattern } of COMPILED) {
    const match = pattern.exec(wish);
    if (!match) continue;
    const groups = match.indices?.groups;
    const words = groups?.w;
    return {
      act,
      words: words && !NAMES_NOTHING.test(wish.slice(...words)) ? words : null,
      speaker: groups?.s ?? null,
    };
  }
  return null;
}

import type { Question } from './question.ts';

/** A shape of question. Groups are counted from 1; group 0 is the whole. */
export interface QuestionRule {
  readonly pattern: RegExp;
  /** Null where the shape fits and the question is none of this kind after all. */
  read(group: (index: number) => string): Question | null;
}

/** Verbs of saying in the forms in which questions use them. */
const SAY =
  '(?:say|said|saying|state|claim|argue|tell|told|write|wrote|written|announce|insist|declare|warn|stress|emphasi[sz]e|suggest|add|admit|believe|promise|deny|denied|mention|think|thought|explain|call)(?:s|d|ed)?';
const SAID =
  '(?:said|says|stated|states|claimed|claims|argued|argues|insisted|declared|wrote|stressed|emphasi[sz]ed|warned|added)';
const ABOUT = '(?:about|on|regarding|concerning|of|re)';
const QUOTES = '(?:quotes?|quotations?|statements?|comments?|remarks?|soundbites?|lines?|words|paraphrases?)';
const BE = '(?:is|are|was|were)';
const DID = '(?:did|does|do|has|have|had)';
const PRONOUN = '(?:he|she|they|it|him|her|them|we|i|you)';
/** What a verb may be followed by in a piece of a sentence, and in no question, where its subject stands; To Lam is a name. */
const NO_SUBJECT = /^(?:be|been|being|not|who|whom|to|on|in|at|by|for|from|of|with|about|as|than|very|also)\b/;

/** In this order: the first that fits is taken. The line above each is a question that it reads. */
export const QUESTION_RULES: readonly QuestionRule[] = [
  // and about order?
  rule(`^(?:and|but)(?: what)? ${ABOUT} (.+)$`, (at) => ({ kind: 'follow-up', about: at(1) })),
  // what about order?
  rule('^what about (.+)$', (at) => ({ kind: 'follow-up', about: at(1) })),
  // who speaks? — who is quoted?
  rule(
    `^who(?: all| else)? (?:speaks?|spoke|talks?|talked|(?:${BE}|gets?|got) (?:quoted|cited|speaking|interviewed))(?: here)?$`,
    () => ({ kind: 'roster' }),
  ),
  // which people are quoted?
  rule(`^(?:which|what) (?:people|speakers?|sources?)(?: ${BE})? (?:quoted|cited|there|named|speak|spoke)$`, () => ({
    kind: 'roster',
  })),
  // list the speakers
  rule(
    '^(?:list |name |show )?(?:me )?(?:all )?(?:of )?(?:the )?(?:speakers|sources|people quoted|people who speak|voices)$',
    () => ({ kind: 'roster' }),
  ),
  rule('^who said what$', () => ({ kind: 'roster' })),
  // who is 'she' in the all-out assault quote?
  rule(`^who(?:m)? ${BE}(?: the)? '([^']+)'(?: in (?:the )?(.+?)(?: ${QUOTES})?)?$`, (at) => whoIs(at(1), at(2))),
  rule(`^who ${BE} "?(${PRONOUN})"?(?: in (?:the )?(.+?)(?: ${QUOTES})?)?$`, (at) => whoIs(at(1), at(2))),
  // who does "they" refer to?
  rule(`^who ${DID} ["']?(${PRONOUN})["']? (?:mean|refer to|stand for)(?: in (?:the )?(.+?)(?: ${QUOTES})?)?$`, (at) =>
    whoIs(at(1), at(2)),
  ),
  // what was said about order?
  rule(`^what(?: all| else)? (?:${BE}|has been|gets) (?:said|stated|written|reported) ${ABOUT} (.+)$`, (at) =>
    topic(at(1), false),
  ),
  // is this quote real: "…"
  rule(`^${BE} (?:this|that|it|the following)\\b[^"]{0,60}"(.+?)"?$`, (at) => ({
    kind: 'words',
    text: `"${at(1)}"`,
    bare: at(1),
  })),
  // did Li talk about privacy?
  rule(
    `^${DID} (.+?) (?:ever )?(?:talk|talked|speak|spoken|comment|commented|say anything|said anything|say something) ${ABOUT} (.+)$`,
    (at) => by(at(1), at(2), false),
  ),
  // did Li mention privacy?
  rule(`^${DID} (.+?) (?:ever )?(?:mention|mentioned|discuss|discussed|address|addressed) (.+)$`, (at) =>
    by(at(1), at(2), false),
  ),
  // did Xi really say that order guarantees freedom?
  rule(
    `^${DID} (.+?) (?:really |ever |actually |also |once )*(?:say|said|state|stated|claim|claimed|argue|argued|insist|declare|write|written|add|stress|emphasi[sz]e|warn)(?: that)?[,:]? (.+)$`,
    (at) => claim(at(1), at(2)),
  ),
  // did Reporters Without Borders call for a boycott?
  rule(`^${DID} (.+?) ((?:call|called) (?:for|on) .+)$`, (at) => claim(at(1), at(2))),
  // is it true that Xi said order guarantees freedom?
  rule(`^is it (?:true|correct|right) that (.+?) ${SAID}(?: that)?[,:]? (.+)$`, (at) => claim(at(1), at(2))),
  // what did Xi say about order? — what has Li said?
  rule(
    `^(?:what|which things)(?: else| exactly)? ${DID} (.+?) (?:have to )?${SAY}(?: for| on)?(?: ${ABOUT} (.+))?$`,
    (at) => by(at(1), at(2), false),
  ),
  // what did Li say in Wuzhen? — what did Li say when asked about privacy?
  rule(
    `^(?:what|which things)(?: else| exactly)? ${DID} (.+?) ${SAY} (?:in|at|during|when|to|after|before|this|last|yesterday|today)\\b ?(.*)$`,
    (at) => by(at(1), at(2), false),
  ),
  // everything Xi said about order — all that Li has said
  rule(
    `^(?:everything|all)(?: that)? (.+?) (?:has |had |have )?(?:ever )?(?:said|says|stated|wrote)(?: ${ABOUT} (.+))?$`,
    (at) => ({ kind: 'by-speaker', speaker: at(1), about: at(2) || null, wantsQuote: false, wantsAll: true }),
  ),
  // anything Xi said about order
  rule(
    `^(?:anything|something|things|words|what)(?: that)? (.+?) (?:has |had |have )?(?:said|says|stated|wrote)(?: ${ABOUT} (.+))?$`,
    (at) => by(at(1), at(2), false),
  ),
  // who talked about order?
  rule(`^who(?: else)? (?:talked|talks|spoke|speaks|commented|comments|${BE} quoted) ${ABOUT} (.+)$`, (at) =>
    topic(at(1), false),
  ),
  // who said no country should dominate cyberspace?
  rule(
    `^who (?:was it (?:that|who) )?(?:${SAID}|used the (?:words?|phrase|term)|is quoted (?:as )?saying|mentioned|coined|uttered)(?: that)?[,:]? (.+)$`,
    (at) => ({ kind: 'who-said', words: at(1) }),
  ),
  // whose words are "order guarantees freedom"?
  rule(`^(?:whose|what) (?:words|quote|quotation|line|phrase) ${BE} (?:this|these|that|it)?[,:]? ?(.+)$`, (at) => ({
    kind: 'who-said',
    words: at(1),
  })),
  // who called for a boycott? — who criticised China's internet policy? — who spoke out against censorship?
  rule(
    `^who(?: else| has| had)? ((?!${BE}|else|has|had)[a-z]+(?:ed|s|ies)|spoke|speaks)(?: out)?(?: (?:for|against|about|on|that|of|to))? (.+)$`,
    (at) => whoDid(at(1), at(2), at(0)),
  ),
  // who is concerned about the declaration?
  rule(
    `^who ${BE} (against|for|concerned|worried|critical|opposed|in favou?r)(?: (?:about|of|to|by|with))? (.+)$`,
    (at) => whoDid(at(1), at(2), at(0)),
  ),
  // who is Li? — what is Li's first name?
  rule(`^who ${BE} (.+)$`, (at) => (at(1).split(' ').length <= 6 ? whoIs(at(1), '') : null)),
  rule(`^what (?:is|was) (.+?)'s? (?:full |first |given |real |last )?(?:name|title|job|role)$`, (at) =>
    whoIs(at(1), ''),
  ),
  // quotes by Xi Jinping about order — any quote from GreatFire?
  rule(`^(?:any |some |all |the |a |more |other )*${QUOTES} (?:by|from|of|with) (.+?)(?: ${ABOUT} (.+))?$`, (at) =>
    by(at(1), at(2), wantsWords(at(0))),
  ),
  // anything from Li on privacy
  rule(`^(?:anything|something|everything) (?:by|from) (.+?)(?: ${ABOUT} (.+))?$`, (at) => by(at(1), at(2), false)),
  // quotes about order
  rule(`^(?:any |some |all |the |a )*${QUOTES} (?:about|on|regarding|concerning|mentioning) (.+)$`, (at) =>
    topic(at(1), wantsWords(at(0))),
  ),
  // anything about order
  rule(`^(?:anything|something|everything) ${ABOUT} (.+)$`, (at) => topic(at(1), false)),
  // Xi said the Chinese authorities are trying to rewrite the rules, right?
  rule(
    `^(.{1,60}?) (?:really |also |once )?${SAID}(?: that)?[,:]? (.+?)[,;–-]* (?:right|correct|true|yes|no|isn't it|${BE} (?:that|this|it) (?:right|correct|true)|(?:didn't|did) ${PRONOUN})$`,
    (at) => claim(at(1), at(2)),
  ),
  // how many countries took part?
  rule(
    '^(?:how many|how much|how (?:large|big|high|old|long|far)|what (?:number|percentage|share|proportion) of|what (?:is|was) the (?:number|total|figure) of|(?:the )?number of) (.+)$',
    (at) => fact('number', at(1)),
  ),
  // when was the task force set up?
  rule(
    `^(?:(?:since |until )?when|(?:on |in )?(?:what|which) (?:year|day|date|month|time)) (?:(?:${BE}|${DID}|will) )?(.+)$`,
    (at) => fact('date', at(1)),
  ),
  // where was the conference held?
  rule(`^(?:where|(?:in )?(?:what|which) (?:place|city|town|country)) (?:(?:${BE}|${DID}|will) )?(.+)$`, (at) =>
    fact('place', at(1)),
  ),
  // is Facebook allowed in China?
  rule(`^(?:${BE}|${DID}|can|could|will) (.+)$`, (at) => (NO_SUBJECT.test(at(1)) ? null : fact('whether', at(1)))),
  // which companies sent representatives?
  rule(`^(?:which|what|why|how) (?:(?:${BE}|${DID}) )?(.+)$`, (at) => fact('statement', at(1))),
  // cybercrime quotes — Xi quotes on order
  rule(`^(.+?)(?:'s)? ${QUOTES}(?: ${ABOUT} (.+))?$`, (at) => ({
    kind: 'by-or-about',
    name: at(1),
    about: at(2) || null,
  })),
];

function rule(source: string, read: QuestionRule['read']): QuestionRule {
  return { pattern: new RegExp(source, 'diu'), read };
}

function by(speaker: string, about: string, wantsQuote: boolean): Question {
  return { kind: 'by-speaker', speaker, about: about || null, wantsQuote };
}

function claim(speaker: string, words: string): Question {
  return { kind: 'claim', speaker, words };
}

function whoIs(name: string, words: string): Question {
  return { kind: 'who-is', name, words: words || null };
}

function whoDid(verb: string, about: string, whole: string): Question {
  return { kind: 'who-did', verb, about, phrase: whole.replace(/^who(?: else| has| had)? /i, '') };
}

function topic(about: string, wantsQuote: boolean): Question {
  return { kind: 'topic', about, wantsQuote };
}

function fact(wants: 'number' | 'date' | 'place' | 'whether' | 'statement', words: string): Question {
  return { kind: 'fact', wants, words };
}

/** Whether words were asked for, and not just what somebody said. */
function wantsWords(phrase: string): boolean {
  return /\bquot|\bsoundbite|\bwords\b/i.test(phrase);
}

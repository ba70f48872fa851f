/**
 * What may follow a word of saying.
 *
 * - `clause`: what was said, as a sentence or in quotation marks: said (that) …
 * - `hearer`: the one told comes first: told the council (that) …
 * - `act`: what was done in words, as a phrase: criticised the plan, urged them to go
 */
export type Frame = 'clause' | 'hearer' | 'act';

/** The form in which a verb of saying is printed. */
export type VerbForm = 'base' | 'present' | 'past' | 'ing';

/** A printed form of a verb of saying. */
export interface SpeechVerb {
  readonly lemma: string;
  readonly form: VerbForm;
  readonly frame: Frame;
}

const CLAUSE_VERBS = `say add note argue claim warn report announce suggest insist state declare write tweet retweet post
  deny admit acknowledge confirm explain comment remark reply respond answer reiterate stress emphasize emphasise
  underscore maintain recall recount reveal disclose concede contend assert allege affirm joke quip lament muse observe
  proclaim profess retort shout yell cry exclaim whisper mutter murmur chant boast brag complain caution predict
  forecast promise pledge vow swear testify conclude indicate imply hint counter opine attest intone chide rebut
  theorize speculate estimate reaffirm clarify elaborate interject deadpan marvel gush fume scoff snap tease stipulate
  posit confess propose recommend repeat read continue wonder plead beg scream bemoan bellow preach reckon email find reason`;

const HEARER_VERBS = 'tell remind inform assure notify reassure';

const ACT_VERBS = `criticize criticise accuse blame praise denounce condemn slam blast dismiss mock ridicule question
  challenge cite discuss mention thank congratulate urge ask call describe label brand dub demand request threaten defend
  tout highlight decry deride rebuke berate hail applaud reject quote characterize characterise summarize outline detail
  order invite implore advise instruct lambast lambaste deem`;

/** Verbs that are said of words only with one of these behind them: call for, point out, talk about. */
const PARTICLES: Readonly<Record<string, readonly string[]>> = {
  call: ['for', 'on', 'upon', 'out'],
  point: ['out', 'to'],
  refer: ['to'],
  talk: ['about', 'of', 'up'],
  speak: ['about', 'of', 'out'],
  respond: ['to'],
  allude: ['to'],
  apologize: ['for'],
  apologise: ['for'],
  object: ['to'],
  lash: ['out'],
  rail: ['against'],
  inquire: ['about'],
  warn: ['of', 'about', 'against'],
  complain: ['about', 'of'],
  ask: ['for', 'about'],
  boast: ['of', 'about'],
  brag: ['about'],
  comment: ['on', 'about'],
  hint: ['at'],
  joke: ['about'],
  write: ['about', 'of'],
  elaborate: ['on'],
};

/** Verbs that are words of saying only with their particle. */
const WITH_PARTICLE_ONLY = 'point refer talk speak allude apologize apologise object lash rail inquire';

const IRREGULAR: Readonly<Record<string, readonly [VerbForm, string][]>> = {
  say: [
    ['present', 'says'],
    ['past', 'said'],
  ],
  tell: [['past', 'told']],
  write: [
    ['past', 'wrote'],
    ['past', 'written'],
  ],
  swear: [
    ['past', 'swore'],
    ['past', 'sworn'],
  ],
  speak: [
    ['past', 'spoke'],
    ['past', 'spoken'],
  ],
  read: [['past', 'read']],
  find: [['past', 'found']],

  forecast: [['past', 'forecast']],
  plead: [
    ['past', 'pleaded'],
    ['past', 'pled'],
  ],
};

const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');

/** Verbs that double their last letter. */
const DOUBLING = new Set('admit rebut brag quip dub slam beg plan snap'.split(' '));

const VERBS = new Map<string, SpeechVerb>();
for (const [frame, list] of [
  ['act', `${ACT_VERBS} ${WITH_PARTICLE_ONLY}`],
  ['hearer', HEARER_VERBS],
  ['clause', CLAUSE_VERBS],
] as const) {
  for (const lemma of words(list)) {
    for (const [form, printed] of formsOf(lemma)) {
      if (!VERBS.has(printed) || form !== 'base') VERBS.set(printed, { lemma, form, frame });
    }
  }
}

function formsOf(lemma: string): readonly (readonly [VerbForm, string])[] {
  const doubled = DOUBLING.has(lemma) ? lemma + lemma.slice(-1) : lemma;
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : doubled;
  const changesY = /[^aeiou]y$/.test(lemma);
  const past = changesY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  const present = changesY ? `${lemma.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const irregular = IRREGULAR[lemma] ?? [];
  const forms: (readonly [VerbForm, string])[] = [
    ['base', lemma],
    ['ing', `${stem}ing`],
    ['present', present],
  ];
  if (!irregular.some(([form]) => form === 'past')) forms.push(['past', past]);
  return [...forms, ...irregular];
}

/** The verb of saying that a word may be a form of. */
export function speechVerb(norm: string): SpeechVerb | undefined {
  return VERBS.get(norm);
}

/** Common verbs that are words of saying, beside quotation marks, with one other word: put it, went on, shot back. */
const PHRASAL = new Map<string, readonly [string, SpeechVerb]>(
  (
    [
      ['put', 'past', 'put', 'it'],
      ['puts', 'present', 'put', 'it'],
      ['went', 'past', 'go', 'on'],
      ['goes', 'present', 'go', 'on'],
      ['shot', 'past', 'shoot', 'back'],
      ['fired', 'past', 'fire', 'back'],
    ] as const
  ).map(([printed, form, lemma, particle]) => [printed, [particle, { lemma, form, frame: 'clause' }]]),
);

/** The verb of saying that a common verb makes with the word behind it: put **it**. */
export function phrasalVerb(norm: string, next: string): SpeechVerb | undefined {
  const entry = PHRASAL.get(norm);
  return entry?.[0] === next ? entry[1] : undefined;
}

/** Whether `norm` makes a phrasal verb of saying with the verb before it: called **for**. */
export function isParticleOf(verb: SpeechVerb, norm: string): boolean {
  return Object.hasOwn(PARTICLES, verb.lemma) && (PARTICLES[verb.lemma]?.includes(norm) ?? false);
}

const PARTICLE_ONLY = new Set(words(WITH_PARTICLE_ONLY));

/** Whether a verb is a word of saying only together with a particle: talked about, pointed out. */
export function needsParticle(verb: SpeechVerb): boolean {
  return PARTICLE_ONLY.has(verb.lemma);
}

/** Verbs that only introduce or follow words in quotation marks: he continued, the sign read, she went on. */
const QUOTE_ONLY = new Set(
  words(`continue read repeat answer cry plead tease snap counter challenge invite reject defend lash underscore slam order
    instruct chide fume yell gush put go shoot fire`),
);

/** Whether a verb is taken for saying only beside quotation marks. */
export function needsMarks(verb: SpeechVerb): boolean {
  return QUOTE_ONLY.has(verb.lemma);
}

/** Verbs that with a thing behind them are deeds, and words of saying only with “that” or quotation marks: add, post. */
const CLAUSE_ONLY = new Set(
  words('add maintain post write note find advise stipulate recommend indicate email reply respond'),
);

/** Whether a verb is taken for saying only before a clause or quotation marks: he added that …, not: he added a room. */
export function needsClause(verb: SpeechVerb): boolean {
  return CLAUSE_ONLY.has(verb.lemma);
}

/** Of these the ones before which “that” may not be left out: maintain the road, add a lane. */
const THAT_ONLY = new Set(words('add maintain post advise find'));

/** Whether a verb is taken for saying only before “that” or quotation marks. */
export function needsThat(verb: SpeechVerb): boolean {
  return THAT_ONLY.has(verb.lemma);
}

/** What a reporter calls somebody’s words when adding a view of them: “…, a nod to …”. */
export const GLOSS_NOUNS: ReadonlySet<string> = new Set(
  words(`nod reference jab swipe allusion dig remark comment accusation charge assertion sentiment move claim stance
    position departure shift slap rebuke response hint echo warning statement argument criticism promise pledge
    suggestion proposal attack critique contrast contradiction reversal line refrain notion idea contention`),
);

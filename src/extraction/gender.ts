/** What an article's own words tell of somebody's gender; null where they tell nothing. First names never count. */
export type Gender = 'masculine' | 'feminine' | null;

const MASCULINE = new Set(
  `mr mr. messrs messrs. sir lord monsieur herr señor signor he him his himself
  man boy gentleman spokesman congressman councilman assemblyman businessman salesman cameraman fireman policeman
  serviceman king prince emperor duke baron lad monk actor-turned waiter
  father husband son brother grandfather grandson uncle nephew stepfather stepson stepbrother widower father-in-law
  son-in-law brother-in-law half-brother dad boyfriend`.split(/\s+/),
);

const FEMININE = new Set(
  `mrs mrs. ms ms. miss dame lady madame frau señora signora she her hers herself
  woman girl spokeswoman congresswoman councilwoman assemblywoman businesswoman chairwoman saleswoman policewoman
  servicewoman queen princess empress duchess baroness actress nun waitress heroine
  mother wife daughter sister grandmother granddaughter aunt niece stepmother stepdaughter stepsister widow
  mother-in-law daughter-in-law sister-in-law half-sister mom mum girlfriend`.split(/\s+/),
);

/** The gender that a word shows: an honorific, a pronoun, or a noun such as "spokeswoman" or "husband". */
export function genderOf(norm: string): Gender {
  return MASCULINE.has(norm) ? 'masculine' : FEMININE.has(norm) ? 'feminine' : null;
}

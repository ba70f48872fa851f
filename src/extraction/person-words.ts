import { isBodyWord, isRoleWord } from './facts/fact-words.ts';

/** What people are called beside the roles that facts tell of. */
const MORE_PEOPLE = new Set(
  `man woman boy girl person gentleman anchor anchorman anchorwoman tycoon mogul magnate frontrunner front-runner hopeful
  rival critic opponent ex-president president-elect pundit star singer comedian celebrity model chef running-mate
  contender incumbent challenger newcomer native freshman backbencher baker shopkeeper mechanic carpenter engineer
  paramedic midwife pensioner retiree graduate undergraduate pupil teenager toddler neighbour neighbor passenger
  bystander commuter shopper voter supporter protester protestor demonstrator organizer rabbi imam cleric nun monk
  priest vicar pilgrim refugee migrant immigrant suspect gunman shooter attacker defendant plaintiff juror hostage
  uncle aunt niece nephew cousin grandfather grandmother grandson granddaughter stepfather stepmother widow widower
  fiance fiancee boyfriend girlfriend friend ex-wife ex-husband father-in-law mother-in-law son-in-law daughter-in-law
  brother-in-law sister-in-law half-brother half-sister spouse dad mom mum assemblyman assemblywoman alderman
  businessperson banker fundraiser donor delegate elector superdelegate co-author co-host co-chair co-chairman
  campaigner blogger podcaster influencer youtuber ceo cfo coo sergeant corporal captain superintendent comptroller
  cook chef maid gardener butler nanny caretaker shepherd guard chauffeur servant housekeeper porter barber groom bride
  geologist biologist chemist astronomer epidemiologist virologist meteorologist climatologist seismologist ecologist
  sociologist anthropologist archaeologist psychiatrist paediatrician pediatrician cardiologist oncologist dentist
  veterinarian pharmacist therapist counselor counsellor statistician mathematician philosopher theologian sculptor
  filmmaker screenwriter playwright composer conductor drummer guitarist choreographer dancer photographer goalkeeper
  striker midfielder quarterback pitcher batsman bowler cyclist swimmer sprinter wrestler boxer golfer skier racer
  jockey referee umpire lad monarch baroness baron duke duchess count countess heir heiress`.split(/\s+/),
);

const PLURALS = /(?:[^s]s|men|people|women|children)$/;
const SINGULARS = new Set([
  'boss',
  'actress',
  'princess',
  'hostess',
  'waitress',
  'duchess',
  'countess',
  'baroness',
  'witness',
  'heiress',
  'empress',
  'his',
]);

/** Whether a word says what one person is: mayor, spokeswoman, neighbour; not what a body is, nor many. */
export function isPersonWord(norm: string): boolean {
  if (MORE_PEOPLE.has(norm)) return true;
  if (!SINGULARS.has(norm) && PLURALS.test(norm) && !/man$/.test(norm)) return false;
  return isRoleWord(norm) && !isBodyWord(norm);
}

/** Whether a word says what several people are: mayors, spokeswomen, voters. */
export function isPeopleWord(norm: string): boolean {
  if (!PLURALS.test(norm)) return false;
  const one = norm
    .replace(/women$/, 'woman')
    .replace(/men$/, 'man')
    .replace(/s$/, '');
  return MORE_PEOPLE.has(one) || (isRoleWord(one) && !isBodyWord(one));
}

/** What bodies are called beside the nouns that facts tell of. */
const MORE_BODIES = new Set(
  `fund airline carrier automaker carmaker bookseller lender insurer utility builder contractor operator startup chain
  studio label brewery foundry orchestra choir theatre theater clinic academy congregation parish commune cooperative
  syndicate brotherhood federation confederation bloc militia junta cabinet legislature panel inquiry taskforce task-force
  squad brigade regiment unit delegation caucus lobby collective network channel station magazine daily weekly tabloid
  broadsheet paper`.split(/\s+/),
);

/** Whether a word says what one body is: agency, fund, newspaper. */
export function isGroupWord(norm: string): boolean {
  return MORE_BODIES.has(norm) || (isBodyWord(norm) && (!norm.endsWith('s') || norm.endsWith('ss')));
}

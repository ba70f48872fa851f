import { describe, expect, it } from 'vitest';
import { lastCredit } from './credit.ts';

const SHE = '“It is safe and sound,” she said.';
const HE = '“It is safe and sound,” he said.';

describe('a pronoun means', () => {
  it.each([
    ['the one who speaks in the sentence before', `Jo Lane said Ann Dow was wrong. She said the dam would hold.`],
    ['the one who acts in the sentence before', `Jo Lane beat Ann Dow. ${SHE}`],
    ['the one whose gender fits', `Alan Dow hurt his hand. Jo Lane saw Alan Dow. ${SHE}`],
    ['the one whose description fits', `Alan Dow came. Jo Lane, his wife, saw Alan Dow. ${SHE}`],
    ['the speaker of the paragraph before', `“It leaks,” Jo Lane said.\n${SHE}`],
    ['the same as the pronoun before it', `“It leaks,” Jo Lane said. She smiled.\n${SHE}`],
    ['the one in front of whom nobody else is', 'When Jo Lane came, she said the dam would hold.'],
    ['whoever was on stage, not who is talked to', 'Jo Lane came. In a talk with Ann Dow, she said it would hold.'],
    ['the only person of the sentence before', `The prize went to Mayor Jo Lane. ${SHE}`],
    ['the one who says it, not the one spoken of', `Jo Lane spoke. Ann Dow would win, she said.`],
    ['nobody who stands in quotation marks', `Jo Lane spoke. “Ann Dow was here for years,” she said.`],
    ['nobody of a list that is many people', `Jo Lane thanked Russians. ${SHE}`],
  ])('%s: %s', (_, text) => {
    expect(lastCredit(text)).toMatchObject({ speaker: 'Jo Lane', status: 'pronoun-resolved' });
  });

  it('is shown with the sentence that names who is meant, and the one that has the full name', () => {
    expect(lastCredit(`Mayor Jo Lane came. It rained.\nLane sat down. ${SHE}`).evidence).toBe(
      'Mayor Jo Lane came. … Lane sat down.',
    );
  });
});

describe('a pronoun stays open', () => {
  it.each([
    ['where two act together', `Jo Lane and Ann Dow opened the bridge. ${SHE}`],
    ['where two met', `Mr Lane met Mr Dow. ${HE}`],
    ['where two met whose gender is open', `Jo Lane met Ann Dow. ${SHE}`],
    ['where a question was put', `Jo Lane asked Ann Dow about the dam. ${SHE}`],
    ['where somebody without a name is meant', `Jo Lane came. A farmer spoke. ${HE}`],
    ['where a stranger acts', `Jo Lane came. A porter opened the door. ${HE}`],
    ['where two came in turn', `Jo Lane came first. Ann Dow came second. ${SHE}`],
    ['where only a possessor is named beside a stranger', `Ms Lane’s cook opened the door. ${SHE}`],
    ['where only a woman is near', `Ms Lane came. ${HE}`],
    ['where the description is a woman’s', `Jo Lane, a spokeswoman, came. ${HE}`],
    ['where a pronoun before made her a woman', `Jo Lane hurt her hand. Jo Lane left. ${HE}`],
    ['where the name is two paragraphs away', `Jo Lane came.\nRain fell.\n${SHE}`],
    ['where nobody but a surname without an introduction is near', `Lane came. ${SHE}`],
    ['for many', 'Jo Lane came. They said the dam would hold.'],
  ])('%s: %s', (_, text) => {
    expect(lastCredit(text)).toMatchObject({ speaker: null, status: 'pronoun-unresolved' });
  });
});

describe('“who” and “which”', () => {
  it.each([
    ['Jo Lane, who said the dam would hold, left.', 'Jo Lane'],
    ['Jo Lane of Wells, who said the dam would hold, left.', 'Jo Lane'],
    ['Jo Lane, a farmer from Wells, who said the dam would hold, left.', 'Jo Lane'],
    ['He thanked Jo Lane, who said the dam would hold.', 'Jo Lane'],
  ])('are the name right before them: %s', (text, speaker) => {
    expect(lastCredit(text)).toMatchObject({ source: 'who', speaker, status: 'pronoun-resolved', evidence: text });
  });

  it.each([
    'Jo Lane, a friend of Ann Dow, who said the dam would hold, left.',
    'A man who said the dam would hold left.',
  ])('are nobody where two readings are left, or no name: %s', (text) => {
    expect(lastCredit(text)).toMatchObject({ speaker: null });
  });
});

describe('“it”', () => {
  it.each([
    ['Boeing Co. reported a loss. It said the jets would fly.', 'Boeing Co.'],
    ['The River Council met. It said the dam would hold.', 'River Council'],
    ['The Harbour Agency closed the pier. The agency said it was old. It said nobody was hurt.', 'Harbour Agency'],
  ])('is the only body that acts in the sentence before: %s', (text, speaker) => {
    expect(lastCredit(text)).toMatchObject({ speaker, status: 'pronoun-resolved' });
  });

  it.each([
    'Boeing Co. sued the River Council in May. It said the jets would fly.',
    'The jets of Boeing Co. are old. It said the jets would fly.',
    'Jo Lane came. It said the jets would fly.',
  ])('stays open otherwise: %s', (text) => {
    expect(lastCredit(text)).toMatchObject({ speaker: null, status: 'pronoun-unresolved' });
  });
});

describe('a description', () => {
  it.each([
    ['Jo Lane, the mayor of Wells, came.\nIt leaks, the mayor said.', 'Jo Lane'],
    ['Sen. Jo Lane came.\nIt leaks, the senator said.', 'Jo Lane'],
    ['The yard’s owner, Jo Lane, came.\nIt leaks, its owner said.', 'Jo Lane'],
    ['The line may end, the transport minister said.\n“It costs too much,” the minister, Jo Lane, said.', 'Jo Lane'],
    ['The Harbour Agency closed the pier.\nIt leaks, the agency said.', 'Harbour Agency'],
    [
      'Lane Ceramics reported a loss.\n“It was hard,” said its chief, Jo Dow.\nThe company said sales rose.',
      'Lane Ceramics',
    ],
  ])('is whose the article says it is: %s', (text, speaker) => {
    expect(lastCredit(text)).toMatchObject({ speaker });
  });

  it('is understood in a headline without an article', () => {
    expect(lastCredit('Mayor says dam will hold', { headline: true }).status).toBe('described');
  });

  it.each([
    ['of one who is it no more', 'Jo Lane, the former mayor of Wells, came.\nIt leaks, the mayor said.'],
    ['of a deputy', 'Vice President Jo Lane came.\nIt leaks, the president said.'],
    ['of anybody', 'Jo Lane, an official, came.\nIt leaks, the official said.'],
    ['of another country', 'President Jo Lane came.\nIt leaks, the Russian president said.'],
    ['that somebody else has as well', 'Sen. Jo Lane came. A senator from Kent left.\nIt leaks, the senator said.'],
    ['behind a clause that names another', 'After meeting Jo Lane, the mayor said the dam would hold.'],
  ])('stays one where it is %s', (_, text) => {
    expect(lastCredit(text)).toMatchObject({ speaker: null, status: 'described' });
  });
});

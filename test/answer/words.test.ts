import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskOver, deskOver } from './desk-over.ts';

/** Articles that hold all, most and one phrase of the words that are asked for. */
const PHRASE = {
  id: 'phrase.txt',
  text: 'Harbour news\n\n“Nobody here has become newly eligible for harbour parking,” said Jon Ott, the harbour master.\n',
};
const MOST = {
  id: 'most.txt',
  text: 'Pay news\n\n“Four million night workers will become newly eligible for overtime,” said Alma Reyes, the minister.\n',
};
const WHOLE = {
  id: 'whole.txt',
  text: 'Rail news\n\n“Overtime for night workers newly eligible: four million,” said Mina Okafor, the auditor.\n',
};

describe('keywords with a phrase among them', () => {
  let over: DeskOver;
  beforeAll(async () => {
    over = await deskOver(PHRASE, MOST);
  });
  afterAll(() => over.close());

  it('are shown where most of them stand before where only the phrase does', async () => {
    const { outcome, excerpts } = await over.desk.find('four million night workers frances become newly eligible for');
    expect(outcome).toBe('near-miss');
    expect(excerpts[0]?.speaker).toBe('Alma Reyes');
  });

  it('are answered by a passage with all of them, whatever else prints the phrase', async () => {
    await over.keep(WHOLE);
    const { outcome, excerpts } = await over.desk.find('newly eligible overtime night workers four million');
    expect(outcome).toBe('answer');
    expect(excerpts.map(({ speaker }) => speaker)).toContain('Mina Okafor');
  });
});

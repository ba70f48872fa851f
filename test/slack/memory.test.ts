import { describe, expect, it } from 'vitest';
import { readCardState, readMoreState, writeCardState, writeMoreState } from '../../src/slack/button-state.ts';
import { Topics } from '../../src/slack/topics.ts';
import { WorkUnderWay } from '../../src/slack/work-under-way.ts';

const about = (speaker: string) => ({ speaker, about: null, articleId: null });

describe('the topics of threads', () => {
  it('are kept apart by channel and thread', () => {
    const topics = new Topics();
    topics.set('C1', '1.1', about('Reyes'));
    topics.set('C2', '1.1', about('Holm'));
    expect(topics.get('C1', '1.1')).toEqual(about('Reyes'));
    expect(topics.get('C1', '2.2')).toBeUndefined();
  });

  it('are bounded: the one unused for longest goes first', () => {
    const topics = new Topics(2);
    topics.set('C1', '1', about('first'));
    topics.set('C1', '2', about('second'));
    topics.get('C1', '1');
    topics.set('C1', '3', about('third'));
    expect(['1', '2', '3'].map((thread) => topics.get('C1', thread)?.speaker)).toEqual(['first', undefined, 'third']);
  });
});

describe('work under way', () => {
  it('is settled at once where there is none', async () => {
    expect(await new WorkUnderWay().settled(1000)).toBe(true);
  });

  it('is waited for, and so is work that it begins at its end', async () => {
    const work = new WorkUnderWay();
    const done: string[] = [];
    void work
      .run(() => new Promise<void>((resolve) => setTimeout(resolve, 20)))
      .then(() => work.run(async () => void done.push('second')));
    expect(await work.settled(1000)).toBe(true);
    expect(done).toEqual(['second']);
  });

  it('counts until it fails, too', async () => {
    const work = new WorkUnderWay();
    await expect(work.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(work.count).toBe(0);
  });

  it('is given up at the deadline', async () => {
    const work = new WorkUnderWay();
    void work.run(() => new Promise(() => {}));
    expect(await work.settled(30)).toBe(false);
    expect(work.count).toBe(1);
  });
});

describe('what a button knows', () => {
  it('comes back as it was written', () => {
    const card = { id: 'RVR-001', thread: '1700000000.000100' };
    expect(readCardState(writeCardState(card))).toEqual(card);
    const more = { rest: [['RVR-001', 'differs'] as ['RVR-001', 'differs']], thread: null, canShareHere: false };
    expect(readMoreState(writeMoreState(more))).toEqual(more);
  });

  it('fits into a button, however many excerpts there are', () => {
    const rest = Array.from({ length: 500 }, (): [string, 'keywords'] => ['ABC-DEFGHJKMNPQRS', 'keywords']);
    const value = writeMoreState({ rest, thread: '1700000000.000100', canShareHere: true });
    expect(value.length).toBeLessThanOrEqual(2000);
    expect(readMoreState(value).rest.length).toBeGreaterThan(40);
  });

  it.each([undefined, '', 'no json', '{}', '{"id":"<!channel>","thread":null}', '{"id":"RVR-001","thread":"soon"}'])(
    'is refused where it is none of ours: %s',
    (value) => {
      expect(() => readCardState(value)).toThrow();
    },
  );
});

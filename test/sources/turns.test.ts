import { describe, expect, it } from 'vitest';
import { Turns, waitByClock } from '../../src/sources/turns.ts';

/** Work that is counted while it is under way. */
function counted() {
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  const order: string[] = [];
  const work = (host: string, name: string) => async () => {
    for (const key of [host, 'all']) {
      now.set(key, (now.get(key) ?? 0) + 1);
      most.set(key, Math.max(most.get(key) ?? 0, now.get(key) ?? 0));
    }
    order.push(name);
    await new Promise((resolve) => setImmediate(resolve));
    for (const key of [host, 'all']) now.set(key, (now.get(key) ?? 0) - 1);
    return name;
  };
  return { most, order, work };
}

describe('turns', () => {
  it('are given to each host one at a time, in order, and to a few hosts at once', async () => {
    const { most, order, work } = counted();
    const turns = new Turns({ atOnce: 3, gapMs: 1, wait: async () => {} });
    const asked = ['a', 'b', 'c', 'd', 'e'].flatMap((host) => [1, 2, 3].map((n) => ({ host, name: `${host}${n}` })));
    const done = await Promise.all(asked.map(({ host, name }) => turns.take(host, work(host, name))));
    expect(done).toEqual(asked.map(({ name }) => name));
    expect(most).toEqual(new Map([...['a', 'b', 'c', 'd', 'e'].map((host) => [host, 1] as const), ['all', 3]]));
    expect(order.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  });

  it('come with a pause in between, also after a failure', async () => {
    const course: string[] = [];
    const turns = new Turns({
      atOnce: 3,
      gapMs: 250,
      wait: async (ms) => {
        course.push(`waited ${ms}`);
      },
    });
    const first = turns.take('a', () => Promise.reject(new Error('broken')));
    const second = turns.take('a', async () => course.push('second'));
    await expect(first).rejects.toThrow('broken');
    await second;
    expect(course.slice(0, 2)).toEqual(['waited 250', 'second']);
  });
});

describe('waiting by the clock', () => {
  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const waiting = waitByClock(1_000_000, stop.signal);
    stop.abort();
    await waiting;
    await waitByClock(1_000_000, stop.signal);
  });
});

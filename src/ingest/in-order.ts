/**
 * Does work on items, several at once, and gives the results in the order of the items.
 *
 * No more than `atOnce` items are taken before their results have been: whoever takes results slowly slows down the
 * source, and memory stays where it is.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Where it fails, that is told once its turn has come, and until then nobody waits for it.
    result.catch(() => undefined);
    underWay.push(result);
    if (underWay.length < atOnce) continue;
    const first = underWay.shift();
    if (first) yield await first;
  }
  for (const result of underWay) yield await result;
}

/** Items in lists of `most`, or fewer where `weigh` of them comes to more than `mostWeight`. */
export async function* inChunks<Item>(
  items: AsyncIterable<Item>,
  most: number,
  weigh: (item: Item) => number,
  mostWeight: number,
): AsyncGenerator<readonly Item[]> {
  let chunk: Item[] = [];
  let weight = 0;
  for await (const item of items) {
    chunk.push(item);
    weight += weigh(item);
    if (chunk.length < most && weight < mostWeight) continue;
    yield chunk;
    chunk = [];
    weight = 0;
  }
  if (chunk.length > 0) yield chunk;
}

import { createDesk } from '../../src/answer/desk.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { madeUpArticles } from '../../src/bench/made-up-articles.ts';

/*
 * A process of its own that does to an archive what a bot does: claims deliveries that others may have claimed, answers
 * questions, and records shares, for so many seconds; then it says what it did, as JSON.
 */

const [address = '', seconds = '1', name = 'bot'] = process.argv.slice(2);
const archive = await openArchive(address);
const desk = createDesk(archive);
const until = Date.now() + Number(seconds) * 1000;
const told = { asked: 0, answered: 0, claimed: [] as number[], shares: [] as string[], errors: [] as string[] };
/** What is said in the articles that are there from the beginning. */
const sayings = [...madeUpArticles(10, 1)].flatMap(({ quotes }) => quotes.map(({ quote }) => quote));
for (let delivery = 0; Date.now() < until; delivery++) {
  const words = sayings[delivery % sayings.length] ?? '';
  try {
    // Every bot gets every delivery, as it happens when Slack sends one again.
    if (await archive.claim(`delivery-${delivery}`)) told.claimed.push(delivery);
    const answer = await (delivery % 2 === 0 ? desk.find(words) : desk.ask(`who said “${words}”?`));
    told.asked += 1;
    const [excerpt] = answer.excerpts;
    if (!excerpt) continue;
    told.answered += 1;
    await desk.recordShare({ excerptId: excerpt.id, channel: name, ts: String(delivery), sharedBy: name });
    told.shares.push(`${name} ${delivery}`);
  } catch (error) {
    told.errors.push(error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error));
  }
}
await archive.close();
process.stdout.write(`${JSON.stringify(told)}\n`);

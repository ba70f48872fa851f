import type { Answer, Desk } from '../answer/answer.ts';
import { withDesk } from './archive-access.ts';
import { atMostOne, type Command, noneBesideStream, UsageError } from './command.ts';
import { linesOf } from './input-lines.ts';
import { formOf } from './options.ts';
import { print, printJson, printLine } from './output.ts';
import { answerAsJson } from './printed-json.ts';
import { answerAsText } from './printed-text.ts';

export const askCommand = questionCommand('ask', '"QUESTION"', 'answer a question, as a mention in Slack does');
export const findCommand = questionCommand('find', '"WORDS"', 'look words up, as /whosaid does');

function questionCommand(name: 'ask' | 'find', takesWords: string, does: string): Command {
  return {
    name,
    takesWords,
    does: [does],
    takesOptions: ['archive', 'json', 'jsonl'],
    prepare({ words, options }) {
      const form = formOf(options);
      if (form === 'jsonl') {
        noneBesideStream(name, words);
        return () => withDesk(options, (desk) => answerLines((text) => desk[name](text)));
      }
      const text = atMostOne(name, words);
      if (text === null) throw new UsageError(`Give the words in quotation marks: whosaid ${name} "…"`);
      return () =>
        withDesk(options, async (desk: Desk) => {
          const answer = await desk[name](text);
          if (form === 'json') printJson(answerAsJson(answer));
          else print(answerAsText(answer));
        });
    },
  };
}

async function answerLines(reply: (text: string) => Promise<Answer>): Promise<void> {
  for await (const { id, text } of linesOf(process.stdin)) {
    const started = performance.now();
    const answer = await reply(text);
    const ms = Math.round((performance.now() - started) * 100) / 100;
    await printLine({ id, ms, ...answerAsJson(answer) });
  }
}

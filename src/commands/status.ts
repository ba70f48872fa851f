import { ageSentence, failingFeedSentences } from '../answer/age.ts';
import { counted } from '../answer/counted.ts';
import { withDesk } from './archive-access.ts';
import { type Command, none } from './command.ts';
import { print, printJson } from './output.ts';

export const statusCommand: Command = {
  name: 'status',
  takesWords: '',
  does: ['say what the archive holds, how old its index is, and which feeds fail'],
  takesOptions: ['archive', 'json'],
  prepare({ words, options }) {
    none('status', words);
    return () =>
      withDesk(options, async (desk) => {
        const age = await desk.age();
        if (options.json) printJson(age);
        else {
          const holds = `${ageSentence(age)}: ${counted(age.quotations, 'quotation')}, ${counted(age.facts, 'fact')}.`;
          const watches = age.feeds.watched === 0 ? [] : [`Feeds watched: ${age.feeds.watched}.`];
          print([holds, ...watches, ...failingFeedSentences(age)].join('\n'));
        }
      });
  },
};

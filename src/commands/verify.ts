import { withDesk } from './archive-access.ts';
import { atMostOne, type Command, UsageError } from './command.ts';
import { print, printJson } from './output.ts';
import { excerptAsJson, fateAsJson } from './printed-json.ts';
import { excerptAsText } from './printed-text.ts';

export const verifyCommand: Command = {
  name: 'verify',
  takesWords: 'ID',
  does: ['cut an excerpt again and compare it with the stored article'],
  takesOptions: ['archive', 'json'],
  prepare({ words, options }) {
    const id = atMostOne('verify', words);
    if (id === null) throw new UsageError('Give the id that stands on the card: whosaid verify W7F-3KQ');
    return () =>
      withDesk(options, async (desk) => {
        const verification = await desk.verify(id);
        const { kind, message } = verification;
        const excerpt = 'excerpt' in verification ? verification.excerpt : null;
        const fate = verification.kind === 'superseded' ? fateAsJson(verification.fate) : null;
        if (options.json) {
          printJson({ result: kind, message, excerpt: excerpt && excerptAsJson(excerpt), ...(fate ? { fate } : {}) });
        } else print([message, ...(excerpt ? [excerptAsText(excerpt, await desk.age())] : [])].join('\n\n'));
        if (!excerpt) process.exitCode = 1;
      });
  },
};

import { holdingsInWords } from '../answer/counted.ts';
import { backUpArchive } from '../archive/back-up.ts';
import { settingsOfProcess } from '../settings.ts';
import { type Command, none, UsageError } from './command.ts';
import { print, printJson } from './output.ts';

export const backupCommand: Command = {
  name: 'backup',
  takesWords: '',
  does: ['copy the archive into one file, also while whosaid is running, and check the copy'],
  takesOptions: ['archive', 'to', 'json'],
  prepare({ words, options }) {
    none('backup', words);
    const { to } = options;
    if (to === undefined) throw new UsageError('Say where to: whosaid backup --to FILE');
    return async () => {
      const { file, bytes, holdings } = backUpArchive(options.archive ?? settingsOfProcess().archive, to);
      if (options.json) printJson({ file, bytes, ...holdings });
      else {
        print(`${file}: ${holdingsInWords(holdings)}; ${Math.ceil(bytes / 1024 / 1024)} MiB, checked.`);
      }
    };
  },
};

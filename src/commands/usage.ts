import { COMMANDS } from './command-list.ts';
import { OPTION_NAMES, OPTIONS, type OptionName } from './options.ts';

const COMMAND_WIDTH = 32;
const OPTION_WIDTH = 21;

/** What `help` prints. */
export const USAGE = `whosaid finds who said what in your own articles, word for word.

${COMMANDS.map(({ name, takesWords, does }) => item(`whosaid ${name} ${takesWords}`, does, COMMAND_WIDTH)).join('\n')}
${item('whosaid help', ['print this'], COMMAND_WIDTH)}

${OPTION_NAMES.map(option).join('\n')}
`;

function option(name: OptionName): string {
  const described = OPTIONS[name];
  const takes = 'takes' in described ? ` ${described.takes}` : '';
  return item(`--${name}${takes}`, described.does, OPTION_WIDTH);
}

/** A head with what it does beside it; below it where the head is too wide. */
function item(head: string, does: readonly string[], width: number): string {
  const start = `  ${head.trimEnd()}`;
  const lines = start.length + 1 < width ? does : ['', ...does];
  return lines
    .map((line, index) => (index === 0 ? start : '').padEnd(width) + line)
    .join('\n')
    .replace(/[ ]+$/gm, '');
}

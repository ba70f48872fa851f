import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/commands/command.ts';
import { COMMANDS } from '../../src/commands/command-list.ts';
import { OPTION_NAMES } from '../../src/commands/options.ts';
import { readCommand } from '../../src/commands/read-command.ts';
import { USAGE } from '../../src/commands/usage.ts';

describe('readCommand', () => {
  it.each([
    [['extract', 'a.txt', '--json'], 'extract'],
    [['extract', '--jsonl', '--explain'], 'extract'],
    [['ingest', 'a', 'b', '--archive', 'x'], 'ingest'],
    [['ask', 'who speaks?', '--json'], 'ask'],
    [['find', '--jsonl'], 'find'],
    [['verify', 'W7F-3KQ'], 'verify'],
    [['status', '--json'], 'status'],
    [[], 'help'],
    [['ask', '--help'], 'help'],
  ])('reads %j', (argv, name) => {
    expect(readCommand(argv).name).toBe(name);
  });

  it.each([
    [['frobnicate'], 'There is no command “frobnicate”.'],
    [['ingest'], 'Say what to ingest'],
    [['ask'], 'Give the words in quotation marks'],
    [['ask', 'who', 'speaks'], '“ask” takes one argument'],
    [['ask', 'x', '--jsonl'], 'With --jsonl, “ask” reads standard input'],
    [['verify'], 'Give the id'],
    [['extract', '--archive', 'x'], '“extract” takes no --archive.'],
    [['ask', 'x', '--explain'], '“ask” takes no --explain.'],
    [['status', 'now'], '“status” takes no words.'],
    [['ask', 'x', '--loud'], "Unknown option '--loud'"],
  ])('says what is wrong with %j', (argv, start) => {
    expect(() => readCommand(argv)).toThrow(UsageError);
    expect(() => readCommand(argv)).toThrow(start);
  });

  it('is described in full by the usage', () => {
    for (const { name } of COMMANDS) expect(USAGE).toContain(`\n  whosaid ${name}`);
    for (const name of OPTION_NAMES) expect(USAGE).toContain(`\n  --${name}`);
    expect(Math.max(...USAGE.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });
});

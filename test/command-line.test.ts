import { describe, expect, it } from 'vitest';
import { readCommand, USAGE, UsageError } from '../src/command-line.ts';

describe('readCommand', () => {
  it.each([
    [['extract'], { kind: 'extract', file: null, form: 'text', isExplained: false }],
    [['extract', 'a.txt', '--json'], { kind: 'extract', file: 'a.txt', form: 'json', isExplained: false }],
    [['extract', '--jsonl'], { kind: 'extract', file: null, form: 'jsonl', isExplained: false }],
    [['extract', 'a.txt', '--explain'], { kind: 'extract', file: 'a.txt', form: 'text', isExplained: true }],
    [['ingest', 'a', 'b', '--archive', 'x'], { kind: 'ingest', paths: ['a', 'b'], isJson: false, archive: 'x' }],
    [['ask', 'who speaks?', '--json'], { kind: 'ask', text: 'who speaks?', form: 'json', archive: null }],
    [['find', '--jsonl'], { kind: 'find', text: null, form: 'jsonl', archive: null }],
    [['verify', 'W7F-3KQ'], { kind: 'verify', id: 'W7F-3KQ', isJson: false, archive: null }],
    [['status', '--json'], { kind: 'status', isJson: true, archive: null }],
    [[], { kind: 'help' }],
    [['ask', '--help'], { kind: 'help' }],
  ])('reads %j', (argv, command) => {
    expect(readCommand(argv)).toEqual(command);
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
    for (const word of [
      'ingest',
      'ask',
      'find',
      'verify',
      'status',
      'extract',
      'help',
      '--archive',
      '--json',
      '--jsonl',
      '--explain',
    ]) {
      expect(USAGE).toContain(word);
    }
  });
});

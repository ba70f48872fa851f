import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TEXT = 'River news\n\n“The river will rise,” said Mayor Alma Reyes.\n';

function goldLine(kind: string): string {
  const at = (piece: string) => [[TEXT.indexOf(piece), TEXT.indexOf(piece) + piece.length]];
  const relation = { content: at('The river will rise'), source: at('Mayor Alma Reyes'), cue: at('said'), kind };
  return `${JSON.stringify({ id: 'river', text: TEXT, relations: [{ ...relation, speech: true }] })}\n`;
}

describe('npm run evaluate', { timeout: 60_000 }, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
    writeFileSync(join(folder, 'river-dev.jsonl'), goldLine('direct'));
    writeFileSync(join(folder, 'river-train.jsonl'), goldLine('direct'));
    writeFileSync(join(folder, 'faulty-train.jsonl'), goldLine('shouted'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function evaluate(...args: readonly string[]) {
    const page = readFileSync('docs/quality.md', 'utf8');
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/evaluation/evaluate.ts', ...args], {
      encoding: 'utf8',
    });
    return { ...run, pageChanged: readFileSync('docs/quality.md', 'utf8') !== page };
  }

  it('measures only the dev files of a folder, and leaves the page alone when asked to', () => {
    const { status, stdout, stderr, pageChanged } = evaluate(folder, '--no-write');
    expect(stderr).toContain('river-dev.jsonl: 1 articles in');
    expect(stderr).not.toContain('train');
    expect(stdout).toContain('### river-dev.jsonl: 1 articles');
    expect(stdout).toMatch(/\| direct +\| 1 /);
    expect(status).toBe(0);
    expect(pageChanged).toBe(false);
  });

  it('never writes the figures of a train file to the page', () => {
    const { status, stdout, pageChanged } = evaluate(join(folder, 'river-train.jsonl'));
    expect(stdout).toContain('### river-train.jsonl');
    expect(status).toBe(0);
    expect(pageChanged).toBe(false);
  });

  it('shows errors of a train file and refuses to show those of a dev file', () => {
    const shown = evaluate(join(folder, 'river-train.jsonl'), '--errors', 'all');
    expect(shown.stdout).toContain('river-train.jsonl, all:');
    expect(shown.status).toBe(0);
    const refused = evaluate(join(folder, 'river-dev.jsonl'), '--errors', 'all');
    expect(refused.stderr).toContain('Errors are not shown for dev files');
    expect(refused.stdout).toBe('');
    expect(refused.status).toBe(2);
  });

  it('measures the project’s own gold as one where no path is given, and shows its errors', () => {
    const { status, stdout, pageChanged } = evaluate();
    expect(stdout).toMatch(/^### gold: \d+ articles$/m);
    expect(status).toBe(0);
    expect(pageChanged).toBe(false);
    expect(evaluate(join('test', 'gold', 'council-meeting.txt'), '--errors', 'all').stdout).toMatch(/^council-meeting/);
  });

  it.each([
    [['here', 'there'], 2, 'One PATH at most can be measured.'],
    [['nowhere'], 2, 'nowhere is no .jsonl or .txt file and no folder with a .txt or dev file in it.'],
    [['nowhere', '--errors', 'loud'], 2, '--errors takes direct, mixed, indirect or all, not loud.'],
    [['nowhere', '--loud'], 2, "Unknown option '--loud'"],
  ])('says what is wrong with the arguments %j', (args, status, message) => {
    const run = evaluate(...args);
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(status);
  });

  it('says file, line and fault of gold that cannot be used', () => {
    const run = evaluate(join(folder, 'faulty-train.jsonl'));
    expect(run.stderr).toBe('faulty-train.jsonl, line 1: relations[0].kind is none of direct, mixed, indirect.\n');
    expect(run.status).toBe(1);
  });
});

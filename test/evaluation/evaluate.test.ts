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
    writeFileSync(join(folder, 'peer.jsonl'), `${JSON.stringify({ id: 'river', quotes: [] })}\n`);
    writeFileSync(join(folder, 'elsewhere.jsonl'), `${JSON.stringify({ id: 'mill', quotes: [] })}\n`);
    writeFileSync(join(folder, 'faulty.jsonl'), 'nonsense\n');
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
    expect(stdout).toMatch(/^### test\/gold: \d+ articles$/m);
    expect(status).toBe(0);
    expect(pageChanged).toBe(false);
    expect(evaluate(join('test', 'gold', 'council-meeting.txt'), '--errors', 'all').stdout).toMatch(/^council-meeting/);
  });

  it('measures peers and an earlier state on the same gold', () => {
    const peer = join(folder, 'peer.jsonl');
    const { status, stdout } = evaluate(join(folder, 'river-train.jsonl'), '--compare', peer, '--before', peer);
    expect(stdout.match(/^#### peer, on the same articles$/gm)).toHaveLength(2);
    expect(stdout).toContain('#### What went wrong: peer → now');
    expect(stdout).toMatch(/^\| not found: none of its words +\| 1 → 0 /m);
    expect(status).toBe(0);
  });

  it('prints the articles for others to read', () => {
    const { status, stdout } = evaluate(folder, '--articles');
    expect(JSON.parse(stdout)).toEqual({ id: 'river', text: TEXT });
    expect(status).toBe(0);
  });

  it('does not compare where the other has nothing to say', () => {
    const peer = join(folder, 'peer.jsonl');
    const council = join('test', 'gold', 'council-meeting.txt');
    const { stdout, stderr } = evaluate(join(folder, 'river-train.jsonl'), council, '--before', peer);
    expect(stdout.match(/^#### peer, on the same articles$/gm)).toHaveLength(1);
    expect(stderr).toContain('peer.jsonl has no line about council-meeting.txt, so it is not compared there');
  });

  it.each([
    ['faulty.jsonl', 'faulty.jsonl, line 1: this is no JSON.'],
    ['elsewhere.jsonl', 'elsewhere.jsonl has no line about an article of the gold.'],
    ['missing.jsonl', 'missing.jsonl cannot be read.'],
  ])('says what is wrong with the predictions of %s', (name, message) => {
    const run = evaluate(join(folder, 'river-train.jsonl'), '--compare', join(folder, name));
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(1);
  });

  it.each([
    [['nowhere'], 2, 'nowhere is no .jsonl or .txt file and no folder with a .txt or dev file in it.'],
    [['nowhere', '--errors', 'loud'], 2, '--errors takes direct, mixed, indirect or all, not loud.'],
    [['nowhere', '--loud'], 2, "Unknown option '--loud'"],
    [['--errors', 'all', '--compare', 'peer'], 2, '--errors shows our own errors; it goes with neither'],
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

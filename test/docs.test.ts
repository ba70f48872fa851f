import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { USAGE } from '../src/commands/usage.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');

describe('README', () => {
  it('gives the two commands', () => {
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
  });

  const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
  it.each(scripts.filter((script) => script !== 'whosaid'))('tells of the script %s', (script) => {
    expect(readme).toMatch(new RegExp(`npm (?:run )?${script}\\b`));
  });

  it.each([...read('src/settings.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1] ?? ''))(
    'and .env.example tell of the setting %s',
    (setting) => {
      expect(readme).toContain(`\`${setting}\``);
      expect(read('.env.example')).toMatch(new RegExp(`^${setting}=`, 'm'));
    },
  );

  it.each([...USAGE.matchAll(/^ {2}whosaid (\w+)/gm)].map((match) => match[1] ?? '').filter((name) => name !== 'help'))(
    'shows the command %s',
    (name) => {
      expect(readme).toContain(`npm run -s whosaid -- ${name}`);
    },
  );

  it.each([...USAGE.matchAll(/^ {2}(--\w+)/gm)].map((match) => match[1] ?? ''))('tells of the option %s', (option) => {
    expect(readme).toContain(`\`${option}`);
  });

  it.each([...readme.matchAll(/\]\(((?!https?:)[^)]+)\)/g)].map((match) => match[1] ?? ''))(
    'links to %s, which is there',
    (path) => {
      expect(() => readFileSync(new URL(`../${path}`, import.meta.url))).not.toThrow();
    },
  );
});

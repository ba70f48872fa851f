/** What a block of TOML says, or why it cannot be read; `reason` completes the sentence "it was skipped: …". */
export type Toml =
  | { readonly kind: 'parsed'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'faulty'; readonly reason: string };

const PAIR = /^[ \t]*(?:"([^"\n]*)"|([\w-]+))[ \t]*=[ \t]*(.*)$/;
const STRING = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/g;

/**
 * Reads as much of TOML (toml.io) as front matter needs: keys with a string, a list of strings, a date, a number or a
 * truth value, each on one line. Tables (`[params]`) and what is in them are left alone, as are values of other kinds.
 */
export function parseToml(block: string): Toml {
  const value: Record<string, unknown> = {};
  for (const [index, line] of block.split(/\r?\n/).entries()) {
    if (/^[ \t]*\[/.test(line)) break;
    if (/^[ \t]*(?:#.*)?$/.test(line)) continue;
    const pair = PAIR.exec(line);
    const key = pair?.[1] ?? pair?.[2];
    if (key === undefined) return { kind: 'faulty', reason: `its front matter is not TOML in line ${index + 2}` };
    const read = tomlValue((pair?.[3] ?? '').trim());
    if (read !== undefined) value[key] = read;
  }
  return { kind: 'parsed', value };
}

function tomlValue(printed: string): unknown {
  if (printed.startsWith('[')) return [...printed.matchAll(STRING)].map(([string]) => unquoted(string));
  const [string] = /^["']/.test(printed) ? (printed.match(STRING) ?? []) : [];
  if (string !== undefined) return unquoted(string);
  const bare = printed.replace(/[ \t]+#.*$/, '').trim();
  if (bare === 'true' || bare === 'false') return bare === 'true';
  return /^[\d:+-]/.test(bare) ? bare : undefined;
}

function unquoted(string: string): string {
  const inner = string.slice(1, -1);
  if (string.startsWith("'")) return inner;
  return inner.replace(/\\u([0-9a-fA-F]{4})|\\(.)/g, (_all, hex: string | undefined, mark: string | undefined) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return mark === 'n' || mark === 't' ? ' ' : (mark ?? '');
  });
}

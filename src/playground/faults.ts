import type { z } from 'zod';

/** A sentence for each thing that is wrong with `raw`, with where it stands as a JSON pointer beneath `root`. */
export function faultsIn(error: z.ZodError, raw: unknown, root = ''): readonly string[] {
  return error.issues.flatMap((issue) => issueFaults(issue, raw, root));
}

type Issue = z.ZodError['issues'][number];

function issueFaults(issue: Issue, raw: unknown, root: string): readonly string[] {
  const at = (path: readonly PropertyKey[]) =>
    `[json-pointer:${root}${path.map((step) => `/${String(step)}`).join('')}]`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `unknown field: ${key} ${at(issue.path)}`);
    case 'too_big':
      return [`must have at most ${issue.maximum} ${unit(issue.origin)} ${at(issue.path)}`];
    case 'too_small':
      return [`must have at least ${issue.minimum} ${unit(issue.origin)} ${at(issue.path)}`];
    case 'invalid_union': {
      const nearest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
      if (nearest.length > 0) {
        return nearest.flatMap((inner) => issueFaults({ ...inner, path: [...issue.path, ...inner.path] }, raw, root));
      }
      const found = valueAt(raw, issue.path);
      return [`unsupported type: ${typeof found === 'string' ? found : typeof found} ${at(issue.path)}`];
    }
    default:
      return [`${issue.message} ${at(issue.path)}`];
  }
}

function depth(issues: readonly { readonly path: readonly PropertyKey[] }[]): number {
  return Math.max(...issues.map((issue) => issue.path.length));
}

function unit(origin: string): string {
  if (origin === 'string') return 'characters';
  return origin === 'array' ? 'items' : '';
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

import { z } from 'zod';
import { faultsIn } from '../faults.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';

/** A Web API method: what it asks for, and what it answers. */
export interface Method {
  /** The kind of token that it takes. */
  readonly token: 'bot' | 'app';
  /** The scope that it needs; null where it needs none. */
  readonly scope: string | null;
  /** Carries a call out and hands back what stands beside `ok: true`; throws a Refusal where it does not. */
  readonly call: (given: Readonly<Record<string, unknown>>, parts: Parts) => object;
}

/** A method whose arguments are read by `schema` before `run` sees them. */
export function method<T>(definition: {
  readonly token?: 'app';
  readonly scope: string | null;
  readonly schema: z.ZodType<T>;
  readonly run: (given: T, parts: Parts) => object;
}): Method {
  return {
    token: definition.token ?? 'bot',
    scope: definition.scope,
    call: (given, parts) => {
      const read = definition.schema.safeParse(given);
      if (!read.success) throw new Refusal('invalid_arguments', ...faultsIn(read.error, given));
      return definition.run(read.data, parts);
    },
  };
}

/** Arguments come as a form, where everything is text: `true` and `1` are yes. */
export const flag = z.preprocess((given) => {
  if (given === 'true' || given === '1') return true;
  return given === 'false' || given === '0' ? false : given;
}, z.boolean());

/** A number. */
export const whole = z.preprocess(
  (given) => (typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given),
  z.int(),
);

/** The name of a thing. */
export const id = z.string().min(1);

/** A message's name. */
export const ts = z.string().regex(/^\d+\.\d{6}$/, 'is not a ts like 1700000000.000100');

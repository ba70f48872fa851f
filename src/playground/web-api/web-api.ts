import { INSTALLATION } from '../installation.ts';
import { parseJson } from '../json.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { CHAT } from './chat.ts';
import { CONVERSATIONS } from './conversation-methods.ts';
import type { Method } from './method.ts';
import { VIEWS } from './view-methods.ts';

/** A call of the app, as tests look at it. */
export interface LoggedCall {
  /** E.g. `chat.postMessage`, or `response_url`. */
  readonly method: string;
  /** As given, JSON in forms read; without the token. */
  readonly given: Readonly<Record<string, unknown>>;
  /** The error that it was answered with; null where it was carried out. */
  readonly error: string | null;
  /** Sentences on what was wrong. */
  readonly faults: readonly string[];
}

/** What goes back over HTTP. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object | string;
}

/** How many calls are remembered. */
const REMEMBERED = 2000;

/** The arguments that are lists or objects. */
const JSON_ARGUMENTS = new Set(['blocks', 'view', 'prompts', 'loading_messages']);

const METHODS: ReadonlyMap<string, Method> = new Map(Object.entries({ ...CHAT, ...VIEWS, ...CONVERSATIONS }));

/** Answers the Web API, and remembers what it was asked. */
export class WebApi {
  private readonly parts: Parts;
  private readonly limits = new Map<string, number[]>();
  private logged: readonly LoggedCall[] = [];

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** The calls so far, oldest first. */
  get calls(): readonly LoggedCall[] {
    return this.logged;
  }

  /** The next call of this method is answered with 429; several limits on one method meet one call each. */
  rateLimitNext(methodName: string, seconds: number): void {
    this.limits.set(methodName, [...(this.limits.get(methodName) ?? []), seconds]);
  }

  /** Writes a call down. */
  log(call: LoggedCall): void {
    this.logged = [...this.logged.slice(1 - REMEMBERED), call];
  }

  /** Answers one call; `authorization` and `contentType` are the request's headers. */
  answer(methodName: string, authorization: string | undefined, contentType: string, body: string): ApiAnswer {
    const { token, ...given } = readArguments(contentType, body);
    const seconds = this.limits.get(methodName)?.shift();
    if (seconds !== undefined) {
      this.log({ method: methodName, given, error: 'ratelimited', faults: [] });
      return { status: 429, headers: { 'retry-after': String(seconds) }, body: { ok: false, error: 'ratelimited' } };
    }
    try {
      const answer = this.call(methodName, authorization?.replace(/^Bearer /, '') ?? token, given);
      this.log({ method: methodName, given, error: null, faults: [] });
      return { status: 200, body: { ok: true, ...answer } };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.log({ method: methodName, given, error: refusal.code, faults: refusal.faults });
      const messages = refusal.faults.map((fault) => `[ERROR] ${fault}`);
      const details = messages.length > 0 ? { errors: refusal.faults, response_metadata: { messages } } : {};
      return { status: 200, body: { ok: false, error: refusal.code, ...details } };
    }
  }

  private call(methodName: string, token: unknown, given: Readonly<Record<string, unknown>>): object {
    const method = METHODS.get(methodName);
    if (!method) throw new Refusal('unknown_method', `the local Slack has no ${methodName}`);
    if (token === undefined || token === '') throw new Refusal('not_authed');
    const { botToken, appToken, teamId } = INSTALLATION;
    if (token !== botToken && token !== appToken) throw new Refusal('invalid_auth');
    if (token !== (method.token === 'bot' ? botToken : appToken)) throw new Refusal('not_allowed_token_type');
    if (method.scope !== null && !this.parts.grants(method.scope)) {
      throw new Refusal('missing_scope', `${methodName} needs ${method.scope}`);
    }
    const { team_id, ...rest } = given;
    if (team_id !== undefined && team_id !== teamId) throw new Refusal('invalid_arguments', `team_id is not ${teamId}`);
    return method.call(rest, this.parts);
  }
}

function readArguments(contentType: string, body: string): Readonly<Record<string, unknown>> {
  if (!contentType.startsWith('application/json')) {
    return Object.fromEntries([...new URLSearchParams(body)].map(([name, text]) => [name, readArgument(name, text)]));
  }
  const given = parseJson(body);
  return typeof given === 'object' && given !== null ? { ...given } : {};
}

/** Lists and objects stand in a form as JSON. */
function readArgument(name: string, text: string): unknown {
  return JSON_ARGUMENTS.has(name) ? (parseJson(text) ?? text) : text;
}

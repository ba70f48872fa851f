/**
 * Slack's answer to a call that it does not carry out: the error code that the app reads, e.g. `channel_not_found`, and
 * sentences for the developer that say where the fault is. Caught where calls are answered.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly faults: readonly string[];

  constructor(code: string, ...faults: readonly string[]) {
    super([code, ...faults].join('; '));
    this.name = 'Refusal';
    this.code = code;
    this.faults = faults;
  }
}

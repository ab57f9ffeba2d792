/** What the harness itself saw: every request and answer, every move of a clock, every fault. One line of JSON each. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** `at`: epoch milliseconds of the harness's own clock, which no fault moves. */
export type Line = { readonly at: number } & (
  | {
      readonly saw: 'asked';
      readonly id: number;
      /** What the asker meant by it: `hold`, `send`, `cancel`… */
      readonly what: string;
      readonly brandId: string;
      readonly personId: string;
      readonly customerId: string | null;
      /** Where it goes on with an attempt. */
      readonly attemptId: string | null;
      readonly key: string | null;
      readonly acknowledges: boolean;
    }
  | {
      readonly saw: 'answered';
      readonly id: number;
      readonly status: number;
      /** The problem's code, where it is one. */
      readonly problem: string | null;
      readonly attemptId: string | null;
      readonly state: string | null;
      readonly heldUntil: number | null;
      readonly verdict: string | null;
      /** The policy event that an answer to support counts. */
      readonly revision: number | null;
    }
  /** The connection broke, or nothing came in time: whether it was done is not known. */
  | { readonly saw: 'unanswered'; readonly id: number; readonly why: string }
  | { readonly saw: 'clock'; readonly now: number; readonly ticking: boolean }
  | { readonly saw: 'fault'; readonly fault: string; readonly detail: string }
  | { readonly saw: 'server'; readonly server: string; readonly is: 'up' | 'down' }
  | { readonly saw: 'phase'; readonly phase: string }
);

/** Without `at`, which the witness adds. */
export type Told = Line extends infer L ? (L extends Line ? Omit<L, 'at'> : never) : never;

export interface Witness {
  readonly file: string;
  tell(told: Told): void;
  close(): void;
}

export function openWitness(file: string): Witness {
  const handle = openSync(file, 'a');
  return {
    file,
    tell: (told) => void writeSync(handle, `${JSON.stringify({ at: Date.now(), ...told })}\n`),
    close: () => closeSync(handle),
  };
}

export function readWitness(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

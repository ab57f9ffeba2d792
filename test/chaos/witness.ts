/** Writes the log of a fault run, one line of JSON each: every request and answer, every move of a clock, every fault. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** A line of the log. `at` is the instant by the harness's own clock in epoch milliseconds, which no fault moves. */
export type Line = { readonly at: number } & (
  | {
      readonly saw: 'asked';
      readonly id: number;
      /** What the request is meant to do: `hold`, `send`, `cancel`… */
      readonly what: string;
      readonly brandId: string;
      readonly personId: string;
      readonly customerId: string | null;
      /** The attempt that the request continues, or null. */
      readonly attemptId: string | null;
      readonly key: string | null;
      readonly acknowledges: boolean;
    }
  | {
      readonly saw: 'answered';
      readonly id: number;
      readonly status: number;
      /** The problem's code, where the answer is a problem. */
      readonly problem: string | null;
      readonly attemptId: string | null;
      readonly state: string | null;
      readonly heldUntil: number | null;
      readonly verdict: string | null;
      /** The policy revision in an answer to support. */
      readonly revision: number | null;
    }
  /** The connection broke, or no answer came in time: it is not known whether the request was carried out. */
  | { readonly saw: 'unanswered'; readonly id: number; readonly why: string }
  | { readonly saw: 'clock'; readonly now: number; readonly ticking: boolean }
  | { readonly saw: 'fault'; readonly fault: string; readonly detail: string }
  | { readonly saw: 'server'; readonly server: string; readonly is: 'up' | 'down' }
  /** A morning's suggestions as they were when all runs were finished, or the time for them was over. */
  | ({
      readonly saw: 'suggestions';
      /** The number of the morning; a half more after its runs were made due again. */
      readonly morning: number;
      readonly isDone: boolean;
      readonly tookMs: number;
    } & Morning)
  | { readonly saw: 'phase'; readonly phase: string }
);

/** The open suggestions, how many the runs counted, and how often a run was claimed or made due again. */
export interface Morning {
  readonly suggestions: readonly {
    readonly customerId: string;
    readonly sellerId: string;
    readonly campaignId: string;
    /** The most of the campaign and of the brand for a seller and day. */
    readonly perSellerDay: number;
    readonly ofBrand: number;
    readonly isBlocked: boolean;
  }[];
  readonly counted: number;
  readonly fences: number;
}

/** A line without `at`, which the witness adds. */
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

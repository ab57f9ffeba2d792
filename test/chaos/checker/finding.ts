/** What the checker finds wrong: which promise, about what, in a sentence. */

export const PROMISES = {
  quiet: 'no hand-over in quiet time that was not acknowledged',
  lost: 'no acknowledged answer is lost',
  twice: 'nothing happens twice',
  unaccounted: 'created = sent + cancelled + expired + failed + unknown + waiting',
  logged: 'the log of held contacts adds up to their rows',
  early: 'nothing is ready before its time, in quiet time, or while the store is closed',
  slots: 'no two slots of a seller at one minute',
  stopped: 'nothing goes to a number after it was stopped',
  chain: 'the receipts are numbered without a gap',
  clock: 'nothing is released by a clock that has jumped',
  retimed: 'within five seconds nothing that waits lies in quiet time',
  stuck: 'nothing due is left lying',
  alive: 'no server ends by itself',
  served: 'no request fails',
} as const;
export type Promised = keyof typeof PROMISES;

export interface Finding {
  readonly promise: Promised;
  readonly about: string;
  readonly sentence: string;
}

export const at = (instant: number): string => new Date(instant).toISOString();

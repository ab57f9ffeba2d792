/** The promises that the checker checks, and the form of a finding: which promise was broken, for which subject, in a sentence. */

export const PROMISES = {
  quiet: 'no hand-over in quiet time that was not acknowledged',
  lost: 'no acknowledged answer is lost',
  twice: 'nothing happens twice',
  unaccounted: 'created = sent + cancelled + expired + failed + unknown + waiting',
  logged: 'the log of held contacts adds up to their rows',
  early: 'no held contact is ready before its minute, in quiet time, or while the store is closed',
  slots: 'no two slots of a seller at one minute',
  stopped: 'no contact goes to a number after it was stopped',
  chain: 'the receipts are numbered without a gap',
  clock: 'no contact is released by a clock that has jumped',
  retimed: 'within five seconds no waiting contact has a quiet minute',
  stuck: 'no due contact stays unreleased',
  suggested:
    'each morning makes the suggestions of an undisturbed one, once, within the quotas, for nobody whom a check blocks',
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

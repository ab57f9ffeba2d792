/**
 * Keeps the last reading of *Hoje* on the device, encrypted, so that a reload without network can show it. The key
 * cannot be exported; IndexedDB stores it beside the encrypted list, and both are deleted together.
 */
import type { Suggestion } from '#contract/customers/customers.ts';
import type { Instant } from '#rules/time/interval.ts';
import { readStored, writeStored } from '#web/shell/settings/local-storage.ts';

/** What *Hoje* needs, and no other data of a customer. */
export interface KeptDay {
  readonly personId: string;
  readonly store: string;
  readonly zone: string;
  /** When the day was read, by the server's clock. */
  readonly readAt: Instant;
  readonly suggestions: readonly KeptSuggestion[];
  readonly holds: readonly KeptHold[];
}

export interface KeptSuggestion {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly reasonCode: Suggestion['reasonCode'];
  readonly reason: string;
  readonly text: string;
}

export interface KeptHold {
  readonly attemptId: string;
  readonly name: string;
  readonly text: string;
  /** When the message becomes ready; null where it was ready. */
  readonly until: Instant | null;
}

export interface Sealed {
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** The kept day is shown this long after the last touch, as long as an untouched device shows customers (`use-turn.ts`). */
export const IDLE_LIMIT_MS = 5 * 60_000;

const DATABASE = 'oto.kept-day';
const STORE = 'day';
export const RECORD = 'last';
const TOUCHED_KEY = 'oto.touched';
/** Each call of `keepDay` and `forgetKeptDay` outdates the calls of `keepDay` that are still encrypting. */
let latestCall = 0;

/** Begins a call of `keepDay`; returns a function that is true as long as no later call outdated it. */
export function beginKeeping(): () => boolean {
  const mine = ++latestCall;
  return () => mine === latestCall;
}

export async function forgetKeptDay(): Promise<void> {
  latestCall++;
  try {
    await runInStore((store) => store.clear());
  } catch {
    // Without storage nothing was kept.
  }
}

/** Records that a person has just used the device. */
export function recordTouch(): void {
  writeStored(TOUCHED_KEY, String(Date.now()));
}

/**
 * Returns the time since the last touch by the wall clock, which runs on while the page is closed. A clock that was set
 * back counts as expired.
 */
export function msSinceTouch(): number {
  const since = Date.now() - Number(readStored(TOUCHED_KEY) ?? Number.NaN);
  return since >= 0 ? since : Number.POSITIVE_INFINITY;
}

/** Runs one request or several in one transaction; returns the last one's result. */
export async function runInStore(act: (store: IDBObjectStore) => IDBRequest | undefined): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = (await done(opening, 'success')) as IDBDatabase;
  try {
    const transaction = database.transaction(STORE, 'readwrite');
    const request = act(transaction.objectStore(STORE));
    await done(transaction, 'complete');
    return request?.result;
  } finally {
    database.close();
  }
}

function done(asked: IDBRequest | IDBTransaction, success: 'success' | 'complete'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    asked.addEventListener(success, () => resolve('result' in asked ? asked.result : undefined));
    asked.addEventListener('error', () => reject(asked.error));
    asked.addEventListener('abort', () => reject(asked.error));
  });
}

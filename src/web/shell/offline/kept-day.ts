/**
 * Keeps the last reading of Hoje on the device, encrypted, so that a reload without network can show it. The key cannot be
 * exported; it lies beside the sealed list in IndexedDB and is deleted together with it.
 */
import type { Suggestion } from '#contract/customers/customers.ts';
import type { Instant } from '#rules/time/interval.ts';
import { readStored, writeStored } from '#web/shell/settings/stored.ts';

/** What Hoje needs, and nothing more of a customer. */
export interface KeptDay {
  readonly personId: string;
  readonly store: string;
  readonly zone: string;
  /** When it was read, by the server's clock. */
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
  /** When it becomes ready; null where it was ready. */
  readonly until: Instant | null;
}

export interface Sealed {
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** As long as an untouched device shows customers (`use-turn.ts`). */
export const UNTOUCHED_MS = 5 * 60_000;

const DATABASE = 'oto.kept-day';
const STORE = 'day';
export const RECORD = 'last';
const TOUCHED_KEY = 'oto.touched';
/** Each call of `keepDay` and `forgetKeptDay` outdates the calls of `keepDay` that are still sealing. */
let turn = 0;

/** Begins a call of `keepDay`: true as long as no later call outdated it. */
export function beginKeeping(): () => boolean {
  const mine = ++turn;
  return () => mine === turn;
}

export async function forgetKeptDay(): Promise<void> {
  turn++;
  try {
    await inStore((store) => store.clear());
  } catch {
    // Where nothing can be stored nothing was kept.
  }
}

/** The device is in somebody's hands now. */
export function sayTouched(): void {
  writeStored(TOUCHED_KEY, String(Date.now()));
}

/** By the wall clock, since it goes on while the page is closed. A clock that was set back counts as expired. */
export function untouchedMs(): number {
  const since = Date.now() - Number(readStored(TOUCHED_KEY) ?? Number.NaN);
  return since >= 0 ? since : Number.POSITIVE_INFINITY;
}

/** Runs one request or several in a transaction of their own; gives the last one's result. */
export async function inStore(act: (store: IDBObjectStore) => IDBRequest | undefined): Promise<unknown> {
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

/** Manages what this device stores about customers: locking removes it from the screen, signing out from the device. */
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { dropAllDrafts } from '#web/shell/drafts.ts';
import { forgetKeptDay } from '#web/shell/offline/kept-day.ts';
import { readStored, writeStored } from '#web/shell/settings/local-storage.ts';
import { hideToast } from '#web/ui/notices/toast.tsx';

const PAUSED_KEY = 'oto.paused';
const LEAVING_KEY = 'oto.leaving';
const LOCKING_KEY = 'oto.locking';
const AWAY_KEY = 'oto.away';
const RUN_KEY = 'oto.run';

/** Removes customer data from the screen, from memory and from the device. Drafts stay for the person who returns with the PIN. */
export function forgetCustomers(): void {
  reads.forget(keys.customers);
  void forgetKeptDay();
  hideToast();
}

/** Signs the device out: drafts, marks and all readings are deleted; theme and language stay. */
export async function clearDevice(): Promise<void> {
  forgetCustomers();
  reads.forget(keys.quietHours);
  dropAllDrafts();
  for (const key of [PAUSED_KEY, AWAY_KEY, RUN_KEY]) keep(key, null);
  // The app's own files contain no personal data, and open the app without network.
  for (const name of 'caches' in window ? await caches.keys() : [])
    if (!name.includes('precache')) await caches.delete(name);
}

/** Returns whose session is paused, so that unlocking asks for that person's PIN first. */
export function readPausedPerson(): string | null {
  return read(PAUSED_KEY);
}

export function setPausedPerson(personId: string | null): void {
  keep(PAUSED_KEY, personId);
}

/** Whether the person signed out without network: the server must be told before anything is shown again. */
export function isLeaving(): boolean {
  return readStored(LEAVING_KEY) === 'yes';
}

export function setLeaving(leaving: boolean): void {
  writeStored(LEAVING_KEY, leaving ? 'yes' : '');
}

/** Whether the device was locked here without an answer of the server yet: the server must be told before any turn counts again. */
export function isLocking(): boolean {
  return readStored(LOCKING_KEY) === 'yes';
}

export function setLocking(locking: boolean): void {
  writeStored(LOCKING_KEY, locking ? 'yes' : '');
}

/** The attempt with which the seller left for WhatsApp, and when, by the device's own clock, which only times the lock. */
export interface Away {
  readonly attemptId: string;
  readonly leftAt: number;
}

export function readAway(): Away | null {
  const kept = read(AWAY_KEY);
  return kept === null ? null : (JSON.parse(kept) as Away);
}

export function setAway(next: Away | null): void {
  keep(AWAY_KEY, next && JSON.stringify(next));
}

/** The run of one person: kept while the seller goes to WhatsApp and back. Only ids are stored. */
export interface KeptRun {
  readonly personId: string;
  readonly attemptIds: readonly string[];
}

export function readKeptRun(): KeptRun | null {
  const kept = read(RUN_KEY);
  return kept === null ? null : (JSON.parse(kept) as KeptRun);
}

export function setKeptRun(next: KeptRun | null): void {
  keep(RUN_KEY, next && JSON.stringify(next));
}

// The values are stored for one tab, over reloads; where the browser refuses storage, for this page.
const memory = new Map<string, string | null>();

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

function keep(key: string, value: string | null): void {
  memory.set(key, value);
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // The value is kept until this page closes.
  }
}

/** What a person typed for a customer, kept on the device until sent: no refusal, reload or lock loses a word. */
import { useSyncExternalStore } from 'react';
import type { Wish } from '#web/api/attempts.ts';

/** Whose draft, to whom, and on which suggestion. */
export interface DraftPlace {
  readonly personId: string;
  readonly customerId: string;
  readonly suggestionId: string | null;
}

/** `text` null: the campaign's own. `pending`: a request without an answer yet, to be asked again as it was. */
export interface Draft {
  readonly text: string | null;
  readonly pending: { readonly key: string; readonly wish: Wish } | null;
}

const PREFIX = 'oto.draft.';
const NONE: Draft = { text: null, pending: null };

export function readDraft(place: DraftPlace): Draft {
  const kept = storage.getItem(keyOf(place));
  try {
    return kept === null ? NONE : (JSON.parse(kept) as Draft);
  } catch {
    return NONE;
  }
}

/** A draft with nothing in it is none. */
export function keepDraft(place: DraftPlace, draft: Draft): void {
  if (draft.text === null && draft.pending === null) storage.removeItem(keyOf(place));
  else storage.setItem(keyOf(place), JSON.stringify(draft));
  changed();
}

export function dropDraft(place: DraftPlace): void {
  keepDraft(place, NONE);
}

/** The contact was made: what was typed for this customer is done with, from whichever screen. */
export function dropDraftsFor(personId: string, customerId: string): void {
  dropStartingWith(`${PREFIX}${personId}.${customerId}.`);
}

/** Signing out. */
export function dropAllDrafts(): void {
  dropStartingWith(PREFIX);
}

/** Whether something typed waits there; renewed as it changes. */
export function useHasDraft(place: DraftPlace): boolean {
  return useSyncExternalStore(onChange, () => storage.getItem(keyOf(place)) !== null);
}

export function countDrafts(): number {
  return storage.keys().filter((key) => key.startsWith(PREFIX)).length;
}

function keyOf({ personId, customerId, suggestionId }: DraftPlace): string {
  return `${PREFIX}${personId}.${customerId}.${suggestionId ?? 'profile'}`;
}

function dropStartingWith(start: string): void {
  for (const key of storage.keys()) if (key.startsWith(start)) storage.removeItem(key);
  changed();
}

const listeners = new Set<() => void>();

function changed(): void {
  for (const listen of listeners) listen();
}

function onChange(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

/** The device's storage; where it is refused or full, this page's memory. */
const memory = new Map<string, string>();
const storage = {
  getItem(key: string): string | null {
    return memory.get(key) ?? attempt(() => localStorage.getItem(key)) ?? null;
  },
  setItem(key: string, value: string): void {
    const kept = attempt(() => {
      localStorage.setItem(key, value);
      return true;
    });
    if (kept) memory.delete(key);
    else memory.set(key, value);
  },
  removeItem(key: string): void {
    memory.delete(key);
    attempt(() => localStorage.removeItem(key));
  },
  keys(): string[] {
    return [...memory.keys(), ...(attempt(() => Object.keys(localStorage)) ?? [])];
  },
};

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

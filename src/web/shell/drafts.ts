/** Keeps what a person typed for a customer on the device until the message is sent: no refusal, reload or lock loses a word. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Wish } from '#web/shell/api/start-attempt.ts';

/** Names a draft: its person, its customer and its suggestion. */
export interface DraftKey {
  readonly personId: string;
  readonly customerId: string;
  readonly suggestionId: string | null;
  /** The hold that the draft belongs to; the list may no longer contain its suggestion. */
  readonly heldId?: string;
}

/** `text` null: the campaign's text. `pending`: a request without an answer yet, to be sent again unchanged. */
export interface Draft {
  readonly text: string | null;
  readonly pending: { readonly key: string; readonly wish: Wish } | null;
}

const PREFIX = 'oto.draft.';
const NONE: Draft = { text: null, pending: null };

export function readDraft(place: DraftKey): Draft {
  return parseDraft(shownText(keyOf(place)));
}

/** Stores a draft; an empty draft is removed. */
export function keepDraft(place: DraftKey, draft: Draft): void {
  const key = keyOf(place);
  if (conflicts.has(key) && draft.pending === null) {
    // The other tab's text stays stored until the person has chosen.
    conflicts.set(key, draft.text === null ? null : JSON.stringify(draft));
    notifyListeners();
    return;
  }
  conflicts.delete(key);
  if (draft.text === null && draft.pending === null) storage.removeItem(keyOf(place));
  else storage.setItem(keyOf(place), JSON.stringify(draft));
  notifyListeners();
}

/** Removes every draft for this customer, from all screens: the contact was made. */
export function dropDraftsFor(personId: string, customerId: string): void {
  dropStartingWith(`${PREFIX}${personId}.${customerId}.`);
}

/** Drops the pending requests for this customer, because the outcome is known by other means; the texts stay. */
export function settleDraftsFor(personId: string, customerId: string): void {
  for (const key of keysUnder(`${PREFIX}${personId}.${customerId}.`)) {
    const { text } = parseDraft(storage.getItem(key));
    if (text === null) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify({ text, pending: null }));
  }
  notifyListeners();
}

/** Returns the unanswered request on this suggestion, also where the suggestion has left the list meanwhile. */
export function findUnanswered(personId: string, suggestionId: string): Wish | null {
  const key = keysUnder(`${PREFIX}${personId}.`).find((each) => each.endsWith(`.${suggestionId}`));
  return key === undefined ? null : (parseDraft(storage.getItem(key)).pending?.wish ?? null);
}

/** Returns the draft of a hold that can no longer be found; null where nothing was typed. */
export function findDraftText(personId: string, heldId: string): string | null {
  const key = keysUnder(`${PREFIX}${personId}.`).find((each) => each.endsWith(`.held-${heldId}`));
  return key === undefined ? null : parseDraft(storage.getItem(key)).text;
}

/** Removes all drafts, on signing out. */
export function dropAllDrafts(): void {
  dropStartingWith(PREFIX);
}

/** Returns the stored draft, and renders again when it changes. */
export function useDraft(place: DraftKey): Draft {
  const key = keyOf(place);
  const kept = useSyncExternalStore(subscribe, () => shownText(key));
  useEffect(() => {
    openFields.set(key, (openFields.get(key) ?? 0) + 1);
    return () => {
      const left = (openFields.get(key) ?? 1) - 1;
      if (left > 0) openFields.set(key, left);
      else closeDraft(key);
    };
  }, [key]);
  return useMemo(() => parseDraft(kept), [kept]);
}

/** A draft on this screen that was changed in another tab; `text` is the other tab's, null where it has none. */
export interface OtherTabText {
  readonly key: string;
  readonly text: string | null;
}

export function useOtherTabText(): OtherTabText | null {
  const key = useSyncExternalStore(subscribe, () => [...conflicts.keys()].find((each) => openFields.has(each)) ?? null);
  const kept = useSyncExternalStore(subscribe, () => (key === null ? null : storage.getItem(key)));
  return useMemo(() => (key === null ? null : { key, text: parseDraft(kept).text }), [key, kept]);
}

export function takeOtherTabText(key: string): void {
  conflicts.delete(key);
  notifyListeners();
}

export function keepOwnText(key: string): void {
  const own = conflicts.get(key) ?? null;
  conflicts.delete(key);
  if (own === null) storage.removeItem(key);
  else storage.setItem(key, own);
  notifyListeners();
}

/** Whether a draft is stored; renders again when that changes. */
export function useHasDraft(place: DraftKey): boolean {
  return useSyncExternalStore(subscribe, () => storage.getItem(keyOf(place)) !== null);
}

export function countDrafts(): number {
  return keysUnder(PREFIX).length;
}

function keyOf({ personId, customerId, suggestionId, heldId }: DraftKey): string {
  const about = heldId === undefined ? (suggestionId ?? 'profile') : `held-${heldId}`;
  return `${PREFIX}${personId}.${customerId}.${about}`;
}

function dropStartingWith(start: string): void {
  for (const key of [...conflicts.keys()]) if (key.startsWith(start)) conflicts.delete(key);
  for (const key of keysUnder(start)) storage.removeItem(key);
  notifyListeners();
}

function keysUnder(start: string): readonly string[] {
  return storage.keys().filter((key) => key.startsWith(start));
}

function parseDraft(kept: string | null): Draft {
  try {
    return kept === null ? NONE : (JSON.parse(kept) as Draft);
  } catch {
    return NONE;
  }
}

/** The drafts on this screen, with the number of fields that show each. */
const openFields = new Map<string, number>();
/** What this tab shows of drafts that another tab changed meanwhile, as it would be stored; null: the campaign's text. */
const conflicts = new Map<string, string | null>();

/** Returns what this tab shows: its own text where another tab changed the stored one. */
function shownText(key: string): string | null {
  return conflicts.has(key) ? (conflicts.get(key) ?? null) : storage.getItem(key);
}

/** Ends a conflict when the last field closes without a choice: the stored text wins. */
function closeDraft(key: string): void {
  openFields.delete(key);
  if (conflicts.delete(key)) notifyListeners();
}

// Another tab wrote: a field on this screen keeps its text until the person chooses.
window.addEventListener('storage', ({ key, oldValue, newValue }) => {
  if (!key?.startsWith(PREFIX)) return;
  const own = shownText(key) === newValue && !conflicts.has(key) ? oldValue : shownText(key);
  if (parseDraft(own).text === parseDraft(newValue).text) conflicts.delete(key);
  else if (openFields.has(key)) conflicts.set(key, own);
  notifyListeners();
});

const listeners = new Set<() => void>();

function notifyListeners(): void {
  for (const listen of listeners) listen();
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

/** The device's storage; where the browser refuses it or it is full, this page's memory. */
const memory = new Map<string, string>();
const storage = {
  getItem(key: string): string | null {
    return memory.get(key) ?? tryStorage(() => localStorage.getItem(key)) ?? null;
  },
  setItem(key: string, value: string): void {
    const kept = tryStorage(() => {
      localStorage.setItem(key, value);
      return true;
    });
    if (kept) memory.delete(key);
    else memory.set(key, value);
  },
  removeItem(key: string): void {
    memory.delete(key);
    tryStorage(() => localStorage.removeItem(key));
  },
  keys(): string[] {
    return [...memory.keys(), ...(tryStorage(() => Object.keys(localStorage)) ?? [])];
  },
};

function tryStorage<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

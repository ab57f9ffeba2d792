/** The contact that this device handed over to WhatsApp: the link while it is valid, then the question about the outcome. */
import { useSyncExternalStore } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import type { StartedBody } from '#web/shell/api/api-types.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { readAway, setAway } from '#web/shell/session/device.ts';

export interface Handoff {
  readonly attemptId: string;
  readonly customerId: string;
  readonly customerName: string;
  /** The `wa.me` link; null after it expired, or after a reload of the page. */
  readonly link: { readonly url: string; readonly validUntil: Instant } | null;
  /** `ready`: the answer came late, so that WhatsApp does not open by itself. `asking`: the app asks for the outcome. */
  readonly stage: 'ready' | 'opening' | 'asking';
}

let current: Handoff | null = null;
const listeners = new Set<() => void>();

export function useHandoff(): Handoff | null {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => current,
  );
}

/** Opens WhatsApp in the same tab with the link just given. With `late` the link is only offered. */
export function handOff({ attempt, handoff }: StartedBody, customerName: string, late: boolean): void {
  if (handoff === null) return;
  const link = { url: handoff.url, validUntil: instantOf(handoff.validUntil) };
  const stage = late ? 'ready' : 'opening';
  set({ attemptId: attempt.id, customerId: attempt.customerId, customerName, link, stage });
  if (!late) openLink();
}

/** Follows the link. The question about the outcome is stored first, because the page may be closed after this. */
export function openLink(): void {
  if (!current?.link) return;
  markAway();
  location.assign(current.link.url);
}

/** Records that the seller pressed the link, which the browser follows by itself. */
export function markAway(): void {
  if (current === null) return;
  setAway({ attemptId: current.attemptId, leftAt: Date.now() });
  if (current.stage === 'ready') set({ ...current, stage: 'opening' });
}

/** Asks for the outcome of a contact. */
export function askOutcome(contact: Omit<Handoff, 'link' | 'stage'>): void {
  const link = current?.attemptId === contact.attemptId ? current.link : null;
  set({ ...contact, link, stage: 'asking' });
}

/** Closes the question: the seller answered, or put it off. */
export function closeHandoff(): void {
  if (readAway()?.attemptId === current?.attemptId) setAway(null);
  set(null);
}

/** Hides the question when the device is locked; the stored question stays for the same person. */
export function hideHandoff(): void {
  set(null);
}

function set(next: Handoff | null): void {
  current = next;
  for (const listen of listeners) listen();
}

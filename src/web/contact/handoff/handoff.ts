/** The contact that is on its way to WhatsApp from this device: the link while it holds, then the question what came of it. */
import { useSyncExternalStore } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import type { StartedBody } from '#web/shell/api/wire.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { away, setAway } from '#web/shell/session/device.ts';

export interface Handoff {
  readonly attemptId: string;
  readonly customerId: string;
  readonly customerName: string;
  /** The `wa.me` link; null once it may no longer be opened, or when the page was loaded anew. */
  readonly link: { readonly url: string; readonly validUntil: Instant } | null;
  /** `ready`: the answer came late, so that nothing opens by itself. `asking`: what came of it? */
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

/** Opens WhatsApp in the same tab with the link just given; `late`: only offers it. */
export function handOff({ attempt, handoff }: StartedBody, customerName: string, late: boolean): void {
  if (handoff === null) return;
  const link = { url: handoff.url, validUntil: instantOf(handoff.validUntil) };
  const stage = late ? 'ready' : 'opening';
  set({ attemptId: attempt.id, customerId: attempt.customerId, customerName, link, stage });
  if (!late) openLink();
}

/** Away to WhatsApp: the page may be gone after this, so that what to ask on return is kept first. */
export function openLink(): void {
  if (!current?.link) return;
  markAway();
  location.assign(current.link.url);
}

/** The link was pressed: the browser follows it by itself. */
export function markAway(): void {
  if (current === null) return;
  setAway({ attemptId: current.attemptId, leftAt: Date.now() });
  if (current.stage === 'ready') set({ ...current, stage: 'opening' });
}

/** Asks what came of a contact. */
export function askOutcome(contact: Omit<Handoff, 'link' | 'stage'>): void {
  const link = current?.attemptId === contact.attemptId ? current.link : null;
  set({ ...contact, link, stage: 'asking' });
}

/** Answered, or put off. */
export function closeHandoff(): void {
  if (away()?.attemptId === current?.attemptId) setAway(null);
  set(null);
}

/** Locked: what is on the screen goes; what to ask stays kept for the same person. */
export function hideHandoff(): void {
  set(null);
}

function set(next: Handoff | null): void {
  current = next;
  for (const listen of listeners) listen();
}

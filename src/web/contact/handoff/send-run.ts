/** The run "Enviar uma a uma": the ready messages in the order of the list, sent one after the other. */
import { useSyncExternalStore } from 'react';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { useHolds } from '#web/shell/holds/use-holds.ts';
import { readKeptRun, setKeptRun } from '#web/shell/session/device.ts';
import { useShop } from '#web/shell/shop-context.tsx';

/** The position of one message in a run. */
export interface Run {
  /** From 1 to `total`. */
  readonly place: number;
  readonly total: number;
  /** The path of the next message that is still ready; null after the last. */
  readonly next: string | null;
  /** The position of that next message, from 1 to `total`; after the last, this message's own position. */
  readonly nextPlace: number;
}

const listeners = new Set<() => void>();

export function startRun(personId: string, attemptIds: readonly string[]): void {
  set({ personId, attemptIds });
}

export function endRun(): void {
  if (readKeptRun() !== null) set(null);
}

/** Returns null when this message is not part of the person's run. */
export function useRun(attemptId: string | null): Run | null {
  const { person } = useShop();
  const kept = useSyncExternalStore(listen, keptText);
  const ready = useHolds('ready').data?.items;
  const run = kept === null ? null : readKeptRun();
  if (run === null || run.personId !== person.id) return null;
  const at = attemptId === null ? -1 : run.attemptIds.indexOf(attemptId);
  if (at < 0) return null;
  const stillReady = (id: string) => ready === undefined || ready.some(({ attempt }) => attempt.id === id);
  const nextAt = run.attemptIds.findIndex((id, i) => i > at && stillReady(id));
  const next = run.attemptIds[nextAt];
  const places = { place: at + 1, total: run.attemptIds.length, nextPlace: (nextAt < 0 ? at : nextAt) + 1 };
  return { ...places, next: next === undefined ? null : holdPath(next) };
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function keptText(): string | null {
  const run = readKeptRun();
  return run && JSON.stringify(run);
}

function set(next: Parameters<typeof setKeptRun>[0]): void {
  setKeptRun(next);
  for (const changed of listeners) changed();
}

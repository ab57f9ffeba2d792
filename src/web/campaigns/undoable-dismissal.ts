/** Removes a postponed or dismissed suggestion from the list at once, and tells the server when the time to undo has passed. */
import { useSyncExternalStore } from 'react';
import type { Suggestion } from '#contract/customers/customers.ts';
import { firstName } from '#rules/contact/message-text.ts';
import type { DismissReason } from '#web/shell/api/api-types.ts';
import { dismiss } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { sellerWords } from '#web/shell/seller-words.ts';
import { showToast } from '#web/ui/notices/toast.tsx';

/** How long the toast offers to undo. */
const UNDO_MS = 8_000;

let asideIds: ReadonlySet<string> = new Set();
const pending = new Map<string, { readonly reason: DismissReason; readonly timer: ReturnType<typeof setTimeout> }>();
const listeners = new Set<() => void>();

/** Returns the ids of the suggestions that the list leaves out. */
export function useDismissedIds(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => asideIds,
  );
}

export function dismissWithUndo({ id, customer }: Suggestion, reason: DismissReason): void {
  const t = sellerWords.now().today;
  const name = firstName(customer.name);
  pending.set(id, { reason, timer: setTimeout(() => void sendDismissal(id), UNDO_MS) });
  set(new Set([...asideIds, id]));
  showToast({
    text: reason === 'not_now' ? t.postponed(name) : t.dismissed(name),
    action: { label: t.undo, run: () => restorePutAside(id) },
  });
}

/** Tells the server at once of every suggestion put aside: the page is closing, or the turn ends. */
export function sendDismissals(): void {
  for (const id of pending.keys()) void sendDismissal(id);
}

// Some browsers hide and then close a page without `pagehide`, so that both events are used.
window.addEventListener('pagehide', sendDismissals);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') sendDismissals();
});

function restorePutAside(id: string): void {
  clearTimeout(pending.get(id)?.timer);
  pending.delete(id);
  set(new Set([...asideIds].filter((each) => each !== id)));
}

async function sendDismissal(id: string): Promise<void> {
  const dismissal = pending.get(id);
  if (dismissal === undefined) return;
  clearTimeout(dismissal.timer);
  pending.delete(id);
  const answer = await dismiss(id, dismissal.reason);
  // A suggestion that was closed meanwhile is as good as dismissed; every other refusal brings it back to the list.
  const isDone = answer.kind === 'done' || (answer.kind === 'refused' && answer.refusal.code === 'suggestion_closed');
  if (isDone) await reads.invalidate(keys.suggestions);
  else showToast({ text: sellerWords.now().app.unsaid, tone: 'warn' });
  restorePutAside(id);
}

function set(next: ReadonlySet<string>): void {
  asideIds = next;
  for (const listen of listeners) listen();
}

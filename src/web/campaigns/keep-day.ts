/** Keeps each reading of *Hoje* on the device, for a reload without network. */
import { useCallback, useEffect } from 'react';
import { useHolds } from '#web/shell/holds/use-holds.ts';
import { forgetKeptDay, type KeptDay, recordTouch } from '#web/shell/offline/kept-day.ts';
import { keepDay } from '#web/shell/offline/sealed-day.ts';
import { useIdle } from '#web/shell/offline/use-idle.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { isLeaving, isLocking } from '#web/shell/session/device.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { useSuggestions } from './suggestions.ts';

/** Renders nothing. `KeepDay` is a component, so that its code is fetched after the first screen. */
export function KeepDay(): null {
  const { person, session, zone } = useShop();
  const suggestions = useSuggestions().data;
  const ready = useHolds('ready').data;
  const waiting = useHolds('waiting').data;
  const store = session.store?.name ?? session.brand?.name ?? '';

  const keep = useCallback(() => {
    if (suggestions === undefined || isLocking() || isLeaving()) return;
    const day: KeptDay = {
      ...{ personId: person.id, store, zone, readAt: serverNow() },
      // A customer is listed once: a suggestion that this person already holds is listed among the holds.
      suggestions: suggestions.items
        .filter(({ held }) => held?.sellerId !== person.id)
        .map(({ id, customer, reasonCode, reason, text }) => ({
          ...{ id, customerId: customer.id, name: customer.name, reasonCode, reason, text },
        })),
      holds: [...(ready?.items ?? []), ...(waiting?.items ?? [])].map(
        ({ attempt, customer, text, state, heldUntil }) => ({
          ...{ attemptId: attempt.id, name: customer.name, text: text ?? '' },
          until: state === 'ready' || heldUntil === null ? null : instantOf(heldUntil),
        }),
      ),
    };
    void keepDay(day);
  }, [person.id, store, zone, suggestions, ready, waiting]);

  // The person entered a PIN a moment ago, which counts as a touch of the screen.
  useEffect(recordTouch, []);
  useEffect(keep, [keep]);
  useIdle(forget, keep);
  return null;
}

function forget(): void {
  void forgetKeptDay();
}

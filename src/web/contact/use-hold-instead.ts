/** Decides whether the message's screen offers to hold the message instead of sending it, and for which minute. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { keys } from '#web/shell/api/keys.ts';
import { askDecision } from '#web/shell/api/start-attempt.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useShop } from '#web/shell/shop-context.tsx';

/** The state in which "Deixar pronta" replaces the send button. */
export interface HoldInstead {
  /** Quiet hours began while this screen was open. */
  readonly began: boolean;
  /** The minute that the server would offer now; null until known. */
  readonly at: Instant | null;
}

export interface HoldInsteadCase {
  readonly customerId: string;
  readonly suggestionId: string | null;
  /** The message could be sent from this screen. */
  readonly sends: boolean;
  /** True: offered as soon as the screen opens in quiet hours. False: offered only where quiet hours begin while the screen is open. */
  readonly atOnce: boolean;
}

/** Returns null where the send button is shown. */
export function useHoldInstead({ customerId, suggestionId, sends, atOnce }: HoldInsteadCase): HoldInstead | null {
  const { silence } = useShop();
  const [wasOpen, setWasOpen] = useState(false);
  if (sends && !silence.quiet && !wasOpen) setWasOpen(true);
  if (!sends && wasOpen) setWasOpen(false);
  const isOffered = sends && silence.quiet && (atOnce || wasOpen);
  const { data } = useRead(
    isOffered && suggestionId !== null ? keys.decision(customerId, suggestionId) : null,
    (signal) => askDecision(customerId, suggestionId ?? '', signal),
  );
  if (!isOffered) return null;
  // The send button stays where this customer may be contacted in quiet hours, or where no hold is possible.
  if (data !== undefined && data.suggestedReleaseAt === null) return null;
  return { began: wasOpen, at: instantOf(data?.suggestedReleaseAt ?? null) };
}

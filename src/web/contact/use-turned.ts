/** Whether the message's screen offers to leave the message ready instead of sending it, and for which minute. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { keys } from '#web/shell/api/keys.ts';
import { askDecision } from '#web/shell/api/start-attempt.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useShop } from '#web/shell/shop.tsx';

/** "Deixar pronta" stands in the place of the send button. */
export interface Turned {
  /** The silence began while this screen was open. */
  readonly began: boolean;
  /** The minute that the server would offer now; null until known. */
  readonly at: Instant | null;
}

export interface TurnedCase {
  readonly customerId: string;
  readonly suggestionId: string | null;
  /** The message could be sent from this screen. */
  readonly sends: boolean;
  /** Turned from the first moment in quiet time, and not only where the silence begins under the writer. */
  readonly atOnce: boolean;
}

/** Null where the send button stands. */
export function useTurned({ customerId, suggestionId, sends, atOnce }: TurnedCase): Turned | null {
  const { silence } = useShop();
  const [wasOpen, setWasOpen] = useState(false);
  if (sends && !silence.quiet && !wasOpen) setWasOpen(true);
  if (!sends && wasOpen) setWasOpen(false);
  const turns = sends && silence.quiet && (atOnce || wasOpen);
  const { data } = useRead(turns && suggestionId !== null ? keys.decision(customerId, suggestionId) : null, (signal) =>
    askDecision(customerId, suggestionId ?? '', signal),
  );
  if (!turns) return null;
  // Where this customer may be contacted all the same, or the message can never be held, it is sent as always.
  if (data !== undefined && data.suggestedReleaseAt === null) return null;
  return { began: wasOpen, at: instantOf(data?.suggestedReleaseAt ?? null) };
}

/** Reads the contacts without an outcome from the server: whether they were sent, and how they went. */

import type { AttemptBody, AttemptsPage } from '#web/shell/api/api-types.ts';
import { readAttempts } from '#web/shell/api/attempts.ts';
import { keys } from '#web/shell/api/keys.ts';
import { type Shown, useRead } from '#web/shell/api/use-read.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useShop } from '#web/shell/shop-context.tsx';

const DAY_MS = 86_400_000;
const DAYS_ASKED = 3;
/** "Como foi?" is asked this long after the contact, so that the customer has time to answer. */
const SETTLING_MS = 30 * 60_000;

export interface OpenAttempts {
  /** The contacts for "Você enviou?". */
  readonly unsaid: readonly AttemptBody[];
  /** The contacts for "Como foi?". */
  readonly unfinished: readonly AttemptBody[];
  /** All readings that this hook uses. */
  readonly readings: readonly Shown<unknown>[];
  /** The readings that failed and have no earlier answer to show. */
  readonly failed: readonly Shown<unknown>[];
}

export function useOpenAttempts(): OpenAttempts {
  const { now, person } = useShop();
  const mine = ({ sellerId }: AttemptBody) => sellerId === person.id;
  const handedOver = useAttempts('handed_over');
  const sent = useAttempts('sent');
  const readings = [handedOver, sent];
  return {
    readings,
    unsaid: itemsOf(handedOver).filter((attempt) => mine(attempt) && attempt.outcome === null),
    unfinished: itemsOf(sent).filter(
      (attempt) => mine(attempt) && attempt.outcome === 'sent' && now - instantOf(attempt.updatedAt) >= SETTLING_MS,
    ),
    failed: readings.filter(({ data, error }) => data === undefined && error !== null),
  };
}

function itemsOf({ data }: Shown<AttemptsPage>): readonly AttemptBody[] {
  return data?.items ?? [];
}

function useAttempts(state: 'handed_over' | 'sent'): Shown<AttemptsPage> {
  const { now } = useShop();
  const today = Math.floor(now / DAY_MS);
  return useRead(`${keys.attempts}/${state}/${today}`, (signal) => {
    const from = new Date((today - DAYS_ASKED) * DAY_MS).toISOString();
    return readAttempts(state, from, signal);
  });
}

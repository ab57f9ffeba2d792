/** The contacts that still wait for a word: whether they were sent, and how they went. The server remembers them. */
import { useQuery } from '@tanstack/react-query';
import { readAttempts } from '#web/api/attempts.ts';
import { keys } from '#web/api/queries.ts';
import type { AttemptBody } from '#web/api/wire.ts';
import { instantOf } from '#web/seller/quiet/silence.ts';
import { useShop } from '#web/seller/shop.tsx';

const DAY_MS = 86_400_000;
const DAYS_ASKED = 3;
/** "Como foi?" leaves time for an answer. */
const SETTLING_MS = 30 * 60_000;

export interface OpenAttempts {
  /** "Você enviou?" */
  readonly unsaid: readonly AttemptBody[];
  /** "Como foi?" */
  readonly unfinished: readonly AttemptBody[];
}

export function useOpenAttempts(): OpenAttempts {
  const { now, person } = useShop();
  const today = now === null ? null : Math.floor(now / DAY_MS);
  const from = new Date(((today ?? 0) - DAYS_ASKED) * DAY_MS).toISOString();
  const asked = (state: 'handed_over' | 'sent') => ({
    queryKey: [...keys.attempts, state, today],
    queryFn: ({ signal }: { signal: AbortSignal }) => readAttempts(state, from, signal),
    enabled: today !== null,
  });
  const handed = useQuery(asked('handed_over')).data?.items ?? [];
  const sent = useQuery(asked('sent')).data?.items ?? [];
  const mine = ({ sellerId }: AttemptBody) => sellerId === person.id;
  return {
    unsaid: handed.filter((attempt) => mine(attempt) && attempt.outcome === null),
    unfinished: sent.filter(
      (attempt) =>
        mine(attempt) && attempt.outcome === 'sent' && (now ?? 0) - instantOf(attempt.updatedAt) >= SETTLING_MS,
    ),
  };
}

/** The contacts that still wait for a word: whether they were sent, and how they went. The server remembers them. */
import { readAttempts } from '#web/api/attempts.ts';
import { keys } from '#web/api/keys.ts';
import { useRead } from '#web/api/use-read.ts';
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
  const mine = ({ sellerId }: AttemptBody) => sellerId === person.id;
  return {
    unsaid: useAttempts('handed_over').filter((attempt) => mine(attempt) && attempt.outcome === null),
    unfinished: useAttempts('sent').filter(
      (attempt) => mine(attempt) && attempt.outcome === 'sent' && now - instantOf(attempt.updatedAt) >= SETTLING_MS,
    ),
  };
}

function useAttempts(state: 'handed_over' | 'sent'): readonly AttemptBody[] {
  const { now } = useShop();
  const today = Math.floor(now / DAY_MS);
  const { data } = useRead(`${keys.attempts}/${state}/${today}`, (signal) => {
    const from = new Date((today - DAYS_ASKED) * DAY_MS).toISOString();
    return readAttempts(state, from, signal);
  });
  return data?.items ?? [];
}

/** What the screens have read, kept in memory only, and when it is read again. */
import { onlineManager, QueryClient } from '@tanstack/react-query';
import { isOnline, onOnlineChange } from '#web/offline/online.ts';
import { UnansweredError } from './call.ts';

/** The keys of everything that is read. What follows `customers` is a customer's data and goes on locking. */
export const keys = {
  session: ['session'],
  quietHours: ['quiet-hours'],
  suggestions: ['customers', 'suggestions'],
  attempts: ['customers', 'attempts'],
  profile: (customerId: string) => ['customers', 'profile', customerId],
  portfolio: ['customers', 'portfolio'],
  customers: ['customers'],
} as const;

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      // A refusal will not change by asking again; a call without an answer is asked once more.
      retry: (failures, error) => failures < 1 && error instanceof UnansweredError && error.refusal === null,
      retryDelay: 1_500,
    },
  },
});

// While the server cannot be reached nothing is asked: what was read stays, and is read anew on the way back.
onlineManager.setEventListener((set) => onOnlineChange(() => set(isOnline())));

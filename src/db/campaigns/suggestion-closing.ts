/** Completes suggestions after a contact, and opens them again if nothing was sent (D14). */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { recordsQuery } from '#db/core/recordset.ts';

/**
 * The suggestions that a contact completes. `suggestionId`: the named suggestion. `all`: every open suggestion of this
 * seller for this customer ("Origins", afterRefusal).
 */
export interface CompletedSuggestions {
  readonly attemptId: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly suggestionId: string | null;
  readonly all: boolean;
  readonly at: number;
}

/**
 * Completes suggestions. `customerIds` repeats the ids of `completed` as an array, which makes the planner use the
 * index by customer, whatever its statistics say about `open`.
 */
export const completeSuggestions = preparedWrite<{
  brandId: string;
  completed: readonly CompletedSuggestions[];
  customerIds: readonly string[];
}>()('complete_suggestions', (q, p) =>
  q
    .with(
      'r',
      recordsQuery(
        p.completed,
        `attempt_id uuid, customer_id uuid, seller_id uuid, suggestion_id uuid, "all" boolean, at timestamptz`,
      ),
    )
    .updateTable('suggestions as s')
    .from('r')
    .set(({ ref }) => ({
      state: 'done',
      closedAt: ref('r.at'),
      closedBy: ref('r.attemptId'),
      closedReason: 'contacted',
    }))
    .where('s.brandId', '=', p.brandId)
    .where(sql<boolean>`s.customer_id = any(${p.customerIds}::uuid[])`)
    .whereRef('s.customerId', '=', 'r.customerId')
    .where('s.state', '=', sql.lit('open'))
    .where(sql<boolean>`(s.id = r.suggestion_id or (r."all" and s.seller_id = r.seller_id))`),
);

export const reopenSuggestions = preparedWrite<{ brandId: string; attemptId: string }>()('reopen_suggestions', (q, p) =>
  q
    .updateTable('suggestions')
    .set({ state: 'open', closedAt: null, closedBy: null, closedReason: null })
    .where('brandId', '=', p.brandId)
    .where('closedBy', '=', p.attemptId)
    .where('state', '=', 'done'),
);

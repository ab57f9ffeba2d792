/** What a contact does to suggestions: completes them, and opens them again where nothing was sent (D14). */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { records } from '#db/core/records.ts';

/** `suggestionId`: the named suggestion. `all`: every open one of this seller for this customer ("Origins", afterRefusal). */
export interface CompletedSuggestions {
  readonly attemptId: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly suggestionId: string | null;
  readonly all: boolean;
  readonly at: number;
}

/** `customerIds`: those of `completed`. As an array they make the planner use the index by customer, whatever it knows of `open`. */
export const completeSuggestions = preparedWrite<{
  brandId: string;
  completed: readonly CompletedSuggestions[];
  customerIds: readonly string[];
}>()('complete_suggestions', (q, p) =>
  q
    .with(
      'r',
      records(
        p.completed,
        `"attemptId" uuid, "customerId" uuid, "sellerId" uuid, "suggestionId" uuid, "all" boolean, at timestamptz`,
      ),
    )
    .updateTable('suggestions as s')
    .from('r')
    .set(({ ref }) => ({
      state: 'done',
      closed_at: ref('r.at'),
      closed_by: ref('r.attemptId'),
      closed_reason: 'contacted',
    }))
    .where('s.brand_id', '=', p.brandId)
    .where(sql<boolean>`s.customer_id = any(${p.customerIds}::uuid[])`)
    .whereRef('s.customer_id', '=', 'r.customerId')
    .where('s.state', '=', sql.lit('open'))
    .where(sql<boolean>`(s.id = r."suggestionId" or (r."all" and s.seller_id = r."sellerId"))`),
);

export const suggestionsReopened = preparedWrite<{ brandId: string; attemptId: string }>()(
  'suggestions_reopened',
  (q, p) =>
    q
      .updateTable('suggestions')
      .set({ state: 'open', closed_at: null, closed_by: null, closed_reason: null })
      .where('brand_id', '=', p.brandId)
      .where('closed_by', '=', p.attemptId)
      .where('state', '=', 'done'),
);

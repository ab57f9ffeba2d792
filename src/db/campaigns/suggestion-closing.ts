/** What a contact does to suggestions: completes them, and opens them again where nothing was sent (D14). */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';

/** The named suggestion; with `all`, every open one of this seller for this customer ("Origins", afterRefusal). */
export const suggestionsCompleted = preparedWrite<{
  brandId: string;
  attemptId: string;
  customerId: string;
  sellerId: string;
  suggestionId: string | null;
  all: boolean;
  at: number;
}>()('suggestions_completed', (q, p) =>
  q
    .updateTable('suggestions')
    .set({
      state: 'done',
      closed_at: instant(p.at),
      closed_by: sql`${p.attemptId}::uuid`,
      closed_reason: 'contacted',
    })
    .where('brand_id', '=', p.brandId)
    .where('customer_id', '=', p.customerId)
    .where('state', '=', sql.lit('open'))
    .where(sql<boolean>`(id = ${p.suggestionId}::uuid or (${p.all}::boolean and seller_id = ${p.sellerId}::uuid))`),
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

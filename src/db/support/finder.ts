/**
 * Finds a ticket or receipt by its number, or an attempt by its id, in any brand. SQL functions return ids across
 * brands; everything else is read brand by brand.
 */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';

interface NumberedArgs {
  number: number;
  /** Null: all brands. */
  brandId: string | null;
  limit: number;
}

interface IdOfBrand {
  brandId: string;
  id: string;
}

/** Finds tickets by number, those that wait for support first, at most 50. Runs outside any brand. */
export const findTicketsByNumber = preparedRead<NumberedArgs>()('find_tickets_by_number', (q, p) =>
  q
    .selectFrom(sql<IdOfBrand>`ticket_ids_numbered(${p.number}::bigint, ${p.brandId}::uuid, ${p.limit}::int)`.as('t'))
    .select(['t.brandId', 't.id']),
);

/**
 * Finds the brands that have a receipt with this number, the newest receipt first, at most 50. Runs outside any brand.
 */
export const findBrandsWithReceipt = preparedRead<NumberedArgs>()('find_brands_with_receipt', (q, p) =>
  q
    .selectFrom(sql<IdOfBrand>`receipt_ids_numbered(${p.number}::bigint, ${p.brandId}::uuid, ${p.limit}::int)`.as('r'))
    .select('r.brandId'),
);

/** Finds the brand of an attempt; null: there is no such attempt. Runs outside any brand. */
export const findBrandOfAttempt = preparedRead<{ id: string }>()('find_brand_of_attempt', (q, p) =>
  q.selectNoFrom(sql<string | null>`brand_of_attempt(${p.id}::uuid)`.as('brandId')),
);

const brandColumns = ['b.brandId', 'b.slug as brandSlug', 'b.name as brandName', 'b.plan as brandPlan'] as const;

/** Finds one receipt, with its brand. */
export const findReceiptByNumber = preparedRead<{ brandId: string; number: number }>()(
  'find_receipt_by_number',
  (q, p) =>
    q
      .selectFrom('receipts as r')
      .innerJoin('brands as b', 'b.brandId', 'r.brandId')
      .where('r.brandId', '=', p.brandId)
      .where('r.number', '=', p.number)
      .select(['r.id', 'r.number', 'r.decidedAt', 'r.attemptId'])
      .select(brandColumns),
);

/** Reads an attempt's state and creation, with its brand and without its customer. */
export const readAttemptOutline = preparedRead<{ brandId: string; id: string }>()('read_attempt_outline', (q, p) =>
  q
    .selectFrom('attempts as a')
    .innerJoin('brands as b', 'b.brandId', 'a.brandId')
    .where('a.brandId', '=', p.brandId)
    .where('a.id', '=', p.id)
    .select(['a.id', 'a.state', 'a.createdAt'])
    .select(brandColumns),
);

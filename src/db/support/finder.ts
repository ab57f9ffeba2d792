/** A ticket or receipt by its number and an attempt by its id, in whichever brand: ids cross brands by functions, the rest is read brand by brand. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';

interface NumberedArgs {
  number: number;
  /** Null: in every brand. */
  brandId: string | null;
  limit: number;
}

interface IdOfBrand {
  brandId: string;
  id: string;
}

/** The tickets that wait for support first. Outside any brand; at most 50. */
export const findTicketsByNumber = preparedRead<NumberedArgs>()('find_tickets_by_number', (q, p) =>
  q
    .selectFrom(sql<IdOfBrand>`ticket_ids_numbered(${p.number}::bigint, ${p.brandId}::uuid, ${p.limit}::int)`.as('t'))
    .select(['t.brandId', 't.id']),
);

/** The brands that have a receipt of this number, the newest receipt first. Outside any brand; at most 50. */
export const brandsWithReceipt = preparedRead<NumberedArgs>()('brands_with_receipt', (q, p) =>
  q
    .selectFrom(sql<IdOfBrand>`receipt_ids_numbered(${p.number}::bigint, ${p.brandId}::uuid, ${p.limit}::int)`.as('r'))
    .select('r.brandId'),
);

/** Whose an attempt is; null where there is none. Outside any brand. */
export const findBrandOfAttempt = preparedRead<{ id: string }>()('find_brand_of_attempt', (q, p) =>
  q.selectNoFrom(sql<string | null>`brand_of_attempt(${p.id}::uuid)`.as('brandId')),
);

const brandColumns = ['b.brandId', 'b.slug as brandSlug', 'b.name as brandName', 'b.plan as brandPlan'] as const;

/** One receipt, with its brand beside it. */
export const receiptByNumber = preparedRead<{ brandId: string; number: number }>()('receipt_by_number', (q, p) =>
  q
    .selectFrom('receipts as r')
    .innerJoin('brands as b', 'b.brandId', 'r.brandId')
    .where('r.brandId', '=', p.brandId)
    .where('r.number', '=', p.number)
    .select(['r.id', 'r.number', 'r.decidedAt', 'r.attemptId'])
    .select(brandColumns),
);

/** When and how an attempt ended, with its brand beside it, and nothing of its customer. */
export const readAttemptOutline = preparedRead<{ brandId: string; id: string }>()('read_attempt_outline', (q, p) =>
  q
    .selectFrom('attempts as a')
    .innerJoin('brands as b', 'b.brandId', 'a.brandId')
    .where('a.brandId', '=', p.brandId)
    .where('a.id', '=', p.id)
    .select(['a.id', 'a.state', 'a.createdAt'])
    .select(brandColumns),
);

/** Reads what a brand keeps of one customer, for the customer's export: also what the profile leaves out, and without limits. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';

type OfCustomer = { readonly brandId: string; readonly customerId: string };

/** Lists the customer's duplicates, which an import or a person joined with the customer. */
export const listDuplicates = preparedRead<OfCustomer>()('list_duplicates', (q, p) =>
  q
    .selectFrom('customers')
    .where('brandId', '=', p.brandId)
    .where('mergedInto', '=', p.customerId)
    .orderBy('id')
    .select(['name', 'code', 'email', 'note', 'createdAt']),
);

/** Reads the parts of the customer's own row that the profile leaves out. */
export const readRestOfCustomer = preparedRead<OfCustomer>()('read_rest_of_customer', (q, p) =>
  q
    .selectFrom('customers as c')
    .innerJoin('brands as b', 'b.brandId', 'c.brandId')
    .where('c.brandId', '=', p.brandId)
    .where('c.id', '=', p.customerId)
    .select(['c.code', 'c.createdAt', 'c.wrongNumberAt', 'b.name as brandName']),
);

/** Lists the customer's attempts, oldest first, with their texts. */
export const listAttemptsOfCustomer = preparedRead<OfCustomer>()('list_attempts_of_customer', (q, p) =>
  q
    .selectFrom('attempts as a')
    .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'a.brandId').onRef('w.id', '=', 'a.sellerId'))
    .leftJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'a.brandId').onRef('s.id', '=', 'a.storeId'))
    .where('a.brandId', '=', p.brandId)
    .where(ofRows(p, 'a.customer_id'))
    .orderBy('a.createdAt')
    .orderBy('a.id')
    .select(['a.id', 'a.createdAt as at', 'a.origin', 'a.state', 'a.outcome', 'a.text'])
    .select(['w.name as sellerName', 's.name as storeName']),
);

/** Lists the decisions about contacts with the customer, in the order in which they were made. */
export const listDecisionsOfCustomer = preparedRead<OfCustomer>()('list_decisions_of_customer', (q, p) =>
  q
    .selectFrom('attempts as a')
    .innerJoin('receipts as r', (on) => on.onRef('r.brandId', '=', 'a.brandId').onRef('r.attemptId', '=', 'a.id'))
    .where('a.brandId', '=', p.brandId)
    .where(ofRows(p, 'a.customer_id'))
    .orderBy('r.number')
    .select(['r.attemptId', 'r.decidedAt as at', 'r.verdict', 'r.reason']),
);

/** Lists the customer's suggestions, oldest first. */
export const listSuggestionsOfCustomer = preparedRead<OfCustomer>()('list_suggestions_of_customer', (q, p) =>
  q
    .selectFrom('suggestions as g')
    .innerJoin('campaigns as m', (on) => on.onRef('m.brandId', '=', 'g.brandId').onRef('m.id', '=', 'g.campaignId'))
    .where('g.brandId', '=', p.brandId)
    .where(ofRows(p, 'g.customer_id'))
    .orderBy('g.createdAt')
    .orderBy('g.id')
    .select(['g.createdAt as at', 'g.state', 'g.reason', 'm.name as campaign']),
);

/** Lists when the vendor's support saw the customer unmasked, oldest first. */
export const listRevealsOfCustomer = preparedRead<OfCustomer>()('list_reveals_of_customer', (q, p) =>
  q
    .selectFrom('supportAccessLog as l')
    .innerJoin('attempts as a', (on) => on.onRef('a.brandId', '=', 'l.brandId').onRef('a.id', '=', 'l.attemptId'))
    .where('l.brandId', '=', p.brandId)
    .where('l.what', '=', 'reveal')
    .where(ofRows(p, 'a.customer_id'))
    .orderBy('l.at')
    .orderBy('l.id')
    .select(['l.at', 'l.supportName', 'l.reason']),
);

/** Lists the exports of the customer's data, oldest first. */
export const listExportsOfCustomer = preparedRead<OfCustomer>()('list_exports_of_customer', (q, p) =>
  q
    .selectFrom('privacyLog as l')
    .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'l.brandId').onRef('w.id', '=', 'l.byId'))
    .where('l.brandId', '=', p.brandId)
    .where('l.customerId', '=', p.customerId)
    .where('l.what', '=', 'export')
    .orderBy('l.id')
    .select(['l.at', 'w.name as byName']),
);

/** The condition that a row belongs to the customer or to a duplicate of the customer. */
function ofRows(p: OfCustomer, column: string) {
  return sql<boolean>`${sql.ref(column)} = any(array(select c.id from customers c
    where c.brand_id = ${p.brandId}::uuid and (c.id = ${p.customerId}::uuid or c.merged_into = ${p.customerId}::uuid)))`;
}

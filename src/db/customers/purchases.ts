/** Reads and writes imported purchases. Each purchase exists once, however often it is imported. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { json } from '#db/core/sql-values.ts';

export interface PurchaseRecord {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly sellerId: string | null;
  /** `YYYY-MM-DD`. */
  readonly boughtOn: string;
  readonly totalCents: number;
  readonly items: string;
  /** Identifies the purchase across files: 64 hexadecimal digits. */
  readonly importKey: string;
}

/** Finds the brand's imported purchases that have one of these keys. */
export const findImportedPurchases = preparedRead<{ brandId: string; importKeys: readonly string[] }>()(
  'find_imported_purchases',
  (q, p) =>
    q
      .selectFrom('purchases')
      .where('brandId', '=', p.brandId)
      .where(
        sql<boolean>`import_key in (select decode(k, 'hex') from jsonb_array_elements_text(${json(p.importKeys)}) as k)`,
      )
      .select([
        'id',
        'customerId',
        'storeId',
        'sellerId',
        'boughtOn',
        'totalCents',
        'items',
        sql<string>`encode(import_key, 'hex')`.as('importKey'),
      ]),
);

/** Inserts purchases, or updates those with the same key. */
export const upsertPurchases = preparedWrite<{ brandId: string; purchases: readonly PurchaseRecord[] }>()(
  'upsert_purchases',
  (q, p) =>
    q
      .insertInto('purchases')
      .columns(['brandId', 'id', 'customerId', 'storeId', 'sellerId', 'boughtOn', 'totalCents', 'items', 'importKey'])
      .expression(
        sql`select ${p.brandId}::uuid, r.id, r."customerId", r."storeId", r."sellerId", r."boughtOn", r."totalCents",
            r.items, decode(r."importKey", 'hex')
          from jsonb_to_recordset(${json(p.purchases)}) as r(id uuid, "customerId" uuid, "storeId" uuid,
            "sellerId" uuid, "boughtOn" date, "totalCents" bigint, items text, "importKey" text)`,
      )
      .onConflict((conflict) =>
        conflict.columns(['brandId', 'importKey']).doUpdateSet(({ ref }) => ({
          customerId: ref('excluded.customerId'),
          storeId: ref('excluded.storeId'),
          sellerId: ref('excluded.sellerId'),
          boughtOn: ref('excluded.boughtOn'),
          totalCents: ref('excluded.totalCents'),
          items: ref('excluded.items'),
        })),
      ),
);

/** The hour before which a customer asked not to be written to, written down by whoever heard it (H7). */

import type { Database } from '#db/core/db.ts';
import { contactFromSet, customerProfile } from '#db/customers/customers.ts';
import type { PersonActor } from '#flows/people/who-asks.ts';

/** `minute` of the store's day; null: the customer does not mind any more. What waits already keeps its minute. */
export function setContactFrom(
  db: Database,
  { brandId, storeId }: PersonActor,
  customerId: string,
  minute: number | null,
): Promise<'set' | 'not_found'> {
  return db.inBrand<'set' | 'not_found'>(brandId, async (tx) => {
    const [customer] = await tx.run(customerProfile, { brandId, customerId });
    if (!customer || (storeId !== null && customer.storeId !== storeId)) return 'not_found';
    tx.send(contactFromSet, { brandId, customerId: customer.id, minute });
    return 'set';
  });
}

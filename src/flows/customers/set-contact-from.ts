/** The hour before which a customer asked not to be written to, written down by whoever heard it (H7). */

import type { Database } from '#db/core/db.ts';
import { readCustomerProfile, updateContactFrom } from '#db/customers/customers.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { mayReach } from '#rules/people/access.ts';

/** `minute` of the store's day; null: the customer does not mind any more. What waits already keeps its minute. */
export function setContactFrom(
  db: Database,
  person: PersonActor,
  customerId: string,
  minute: number | null,
): Promise<'set' | 'not_found'> {
  const { brandId } = person;
  return db.inBrand<'set' | 'not_found'>(brandId, async (tx) => {
    const [customer] = await tx.run(readCustomerProfile, { brandId, customerId });
    if (!customer) return 'not_found';
    const owned = { personId: null, storeId: customer.storeId };
    if (!mayReach('change_customer', person, owned)) return 'not_found';
    tx.send(updateContactFrom, { brandId, customerId: customer.id, minute });
    return 'set';
  });
}

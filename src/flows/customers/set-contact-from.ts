/** Sets the hour before which a customer asked not to be written to (H7). */

import type { Database } from '#db/core/db.ts';
import { readCustomerProfile, updateContactFrom } from '#db/customers/customers.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { mayReach } from '#rules/people/access.ts';

/** Sets the hour as `minute` of the store's day; null removes it. Holds that wait already keep their minute. */
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

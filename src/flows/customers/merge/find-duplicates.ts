/** Finds customers who may be a customer's duplicates, those with the most in common first. */
import type { Reads } from '#db/core/db.ts';
import { readCustomerProfile } from '#db/customers/customers.ts';
import { listLikelyDuplicates } from '#db/customers/merge/likely-duplicates.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { duplicateSigns, numberWordsLike, outerWords } from '#rules/customers/duplicate-signs.ts';
import { mayReach, scopeOf } from '#rules/people/access.ts';

/** The most customers that are compared, and that are offered. */
const COMPARED = 200;
const OFFERED = 10;

/** Returns the likely duplicates that the person may merge; null where the person may not merge the customer. */
export function findDuplicates(db: Reads, person: PersonActor, customerId: string) {
  const { brandId } = person;
  return db.read(brandId, async (reads) => {
    const [customer] = await reads.run(readCustomerProfile, { brandId, customerId });
    if (!customer) return null;
    const { id, name, phone, sellerId, storeId } = customer;
    if (!mayReach('merge_customers', person, { personId: sellerId, storeId })) return null;
    const scope = scopeOf('merge_customers', person);
    const found = await reads.run(listLikelyDuplicates, {
      ...{ brandId, customerId: id, storeId: scope.storeId, sellerId: scope.personId, limit: COMPARED },
      nameWords: outerWords(name),
      numberWords: numberWordsLike(phone),
    });
    return found
      .map((each) => ({ ...each, signs: duplicateSigns(customer, each) }))
      .filter(({ signs }) => signs.length > 0)
      .sort((a, b) => b.signs.length - a.signs.length)
      .slice(0, OFFERED);
  });
}

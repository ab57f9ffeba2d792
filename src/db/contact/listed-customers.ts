/** Says whether the brand's do-not-call list forbids to begin a contact with a customer (D2c), as the rule `isListed` does. */
import { sql } from 'kysely';
import { selectNumberHashes } from './merged-rows.ts';

/** Whether one of the numbers of customer `c` is listed and no consent of the customer is dated after its first listing. */
export const isListedCustomer = sql<boolean>`exists (select from do_not_call_numbers l
  where l.brand_id = c.brand_id and l.number_hash = any(${selectNumberHashes()}) and l.removed_at is null
    and (c.permission <> 'granted' or c.permission_on is null or c.permission_on <= l.first_listed_on))`;

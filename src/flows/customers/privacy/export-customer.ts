/** Collects all that the brand keeps of one customer, for the customer to read, and writes down who took it. */
import type { Database } from '#db/core/db.ts';
import { listPurchases } from '#db/customers/customer-history.ts';
import { readCustomerProfile } from '#db/customers/customers.ts';
import { listTagsOfCustomer } from '#db/customers/edit/customer-tags.ts';
import { listPermissionChanges, listStopsOfCustomer } from '#db/customers/edit/permission-changes.ts';
import { readNumberFacts } from '#db/customers/number-facts.ts';
import {
  listAttemptsOfCustomer,
  listDecisionsOfCustomer,
  listDuplicates,
  listExportsOfCustomer,
  listRevealsOfCustomer,
  listSuggestionsOfCustomer,
  readRestOfCustomer,
} from '#db/customers/privacy/customer-export.ts';
import { insertPrivacyEntry } from '#db/customers/privacy/privacy-log.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { suggestionReasonOf } from '#rules/campaigns/suggestion-reason.ts';
import { mayReach } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface ExportDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly newId: () => string;
}

export type ExportedCustomer = NonNullable<Awaited<ReturnType<typeof exportCustomer>>>;

/** No customer has so many rows of one kind. */
const ALL = 1_000_000;

/** Returns the customer's data; null where the person reaches no such customer. The export itself is the last one listed. */
export function exportCustomer(deps: ExportDeps, person: PersonActor, id: string) {
  const { brandId, personId } = person;
  return deps.db.inBrand(brandId, async (tx) => {
    const [customer] = await tx.run(readCustomerProfile, { brandId, customerId: id });
    if (!customer || !mayReach('export_customer', person, { personId: null, storeId: customer.storeId })) return null;
    const of = { brandId, customerId: customer.id };
    const entry = { id: deps.newId(), at: deps.hostNow(), what: 'export', byId: personId, reason: null } as const;
    tx.send(insertPrivacyEntry, { ...of, ...entry });
    const [[rest], [number], tags, duplicates, purchases, permissionChanges, stops] = await Promise.all([
      tx.run(readRestOfCustomer, of),
      tx.run(readNumberFacts, { ...of, now: deps.now() }),
      tx.run(listTagsOfCustomer, of),
      tx.run(listDuplicates, of),
      tx.run(listPurchases, { ...of, limit: ALL }),
      tx.run(listPermissionChanges, { ...of, limit: ALL }),
      tx.run(listStopsOfCustomer, { ...of, limit: ALL }),
    ]);
    const [attempts, decisions, suggestions, reveals, exports] = await Promise.all([
      tx.run(listAttemptsOfCustomer, of),
      tx.run(listDecisionsOfCustomer, of),
      tx.run(listSuggestionsOfCustomer, of),
      tx.run(listRevealsOfCustomer, of),
      tx.run(listExportsOfCustomer, of),
    ]);
    const decided = Map.groupBy(decisions, ({ attemptId }) => attemptId);
    return {
      exportedAt: deps.now(),
      customer: {
        ...customer,
        code: rest?.code ?? null,
        createdAt: rest?.createdAt ?? 0,
        brandName: rest?.brandName ?? '',
      },
      doNotCallOn: number?.doNotCallOn ?? null,
      tags: tags.map(({ tag }) => tag),
      ...{ duplicates, purchases, permissionChanges, stops, reveals, exports },
      suggestions: suggestions.map((each) => ({ ...each, reason: suggestionReasonOf(each.reason) })),
      contacts: attempts.map((attempt) => ({ ...attempt, decisions: decided.get(attempt.id) ?? [] })),
    };
  });
}

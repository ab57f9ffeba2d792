/**
 * Chooses customers whom the demo's history leaves in peace, so that at any clock each seller has some whom nothing stops:
 * twelve of each portfolio.
 */
import { type DemoCustomer, RESERVED_EACH } from './customers.ts';

export function reservedCustomers(
  customers: readonly DemoCustomer[],
  sellerIds: readonly string[],
): ReadonlySet<string> {
  return new Set(
    sellerIds.flatMap((sellerId) =>
      customers
        .filter((customer) => customer.sellerId === sellerId && canBeWrittenTo(customer))
        .slice(0, RESERVED_EACH)
        .map(({ id }) => id),
    ),
  );
}

function canBeWrittenTo({ permission, phoneKind, optedOutAt }: DemoCustomer): boolean {
  return permission === 'granted' && phoneKind === 'mobile' && optedOutAt === null;
}

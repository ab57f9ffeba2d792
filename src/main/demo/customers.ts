/** The demo's customers with what they bought: most agreed to be written to, some did not, some cannot be. */
import type { CustomerRecord } from '#db/customer-records.ts';
import type { DemoStore } from './brands.ts';
import type { Seeded } from './seeded.ts';
import { FIRST_NAMES, ITEMS, LAST_NAMES, NOTES } from './vocabulary.ts';

export interface DemoCustomer extends CustomerRecord {
  readonly lastContactOn: string | null;
  readonly purchases: readonly { readonly boughtOn: string; readonly totalCents: number; readonly items: string }[];
}

const DAY_MS = 86_400_000;

/** `sellerIds` share the portfolio evenly. `today` is UTC midnight of the day the demo is made on. */
export function demoCustomers(
  { below, pick, chance, id }: Seeded,
  store: DemoStore & { readonly id: string },
  sellerIds: readonly string[],
  today: number,
): DemoCustomer[] {
  const taken = new Set<string>();
  return Array.from({ length: store.customers }, (_, i) => {
    const born = dateOf(today - (20 + below(50)) * 365.25 * DAY_MS - below(365) * DAY_MS);
    const phoneKind = i >= SURE && chance(0.06) ? (chance(0.5) ? 'landline' : 'none') : 'mobile';
    const permission = i < SURE || chance(0.86) ? 'granted' : chance(0.5) ? 'unknown' : 'refused';
    const purchases = Array.from({ length: chance(0.1) ? 0 : 1 + below(4) }, () => {
      const bought = Array.from({ length: 1 + below(2) }, () => pick(ITEMS));
      return {
        boughtOn: dateOf(today - (2 + below(700)) * DAY_MS),
        totalCents: bought.reduce((sum, [, cents]) => sum + cents, 0),
        items: [...new Set(bought.map(([item]) => item))].join(', '),
      };
    }).toSorted((a, b) => (a.boughtOn < b.boughtOn ? 1 : -1));
    const [latest] = purchases;
    return {
      id: id(),
      code: `${store.areaCode}-${String(i + 1).padStart(4, '0')}`,
      name: freshName(taken, pick, chance),
      storeId: store.id,
      sellerId: sellerIds[i % sellerIds.length] ?? null,
      phone: phoneKind === 'none' ? null : phoneOf(store.areaCode, phoneKind, i),
      phoneKind,
      permission,
      permissionOn: null,
      email: null,
      bornOn: chance(0.7) ? born : null,
      city: chance(0.8) ? store.city : null,
      state: store.state,
      note: chance(0.3) ? pick(NOTES) : null,
      customerSince: purchases.at(-1)?.boughtOn ?? null,
      availability: 'present',
      mergedInto: null,
      optedOutAt: null,
      wrongNumberAt: null,
      lastContactOn:
        latest && chance(0.6) ? dateOf(Math.min(Date.parse(latest.boughtOn) + 3 * DAY_MS, today - DAY_MS)) : null,
      purchases,
    };
  });
}

/** The first of each store agreed and have a mobile number: suggestions come from among them. */
const SURE = 60;

function freshName(taken: Set<string>, pick: Seeded['pick'], chance: Seeded['chance']): string {
  for (;;) {
    const second = chance(0.25) ? ` ${pick(LAST_NAMES)}` : '';
    const name = `${pick(FIRST_NAMES)}${second} ${pick(LAST_NAMES)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Numbers that were never given to anybody: mobiles that begin with 90, landlines that begin with 20. */
function phoneOf(areaCode: string, kind: 'mobile' | 'landline', i: number): string {
  const rest = String((i * 7919 + 1013) % 1_000_000).padStart(6, '0');
  return kind === 'mobile' ? `+55${areaCode}900${rest}` : `+55${areaCode}20${rest}`;
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

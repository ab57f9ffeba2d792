/** Makes the demo's customers and their purchases: most permit messages, some do not, and some have no usable number. */
import type { CustomerRecord } from '#db/customers/customer-records.ts';
import type { DemoStore } from './brands.ts';
import type { Seeded } from './seeded-random.ts';
import { CAMPAIGNS, FIRST_NAMES, ITEMS, LAST_NAMES, NOTES } from './vocabulary.ts';

export interface DemoCustomer extends CustomerRecord {
  readonly lastContactOn: string | null;
  readonly purchases: readonly { readonly boughtOn: string; readonly totalCents: number; readonly items: string }[];
}

type CampaignName = (typeof CAMPAIGNS)[number]['name'];

/** How many customers of each portfolio fit the campaigns and are left in peace by the history. */
export const RESERVED_EACH = 12;
const DAY_MS = 86_400_000;

/** Makes a store's customers, shared evenly between `sellerIds`. `today` is UTC midnight of the day on which the demo is made. */
export function demoCustomers(
  seeded: Seeded,
  store: DemoStore & { readonly id: string },
  sellerIds: readonly string[],
  today: number,
): DemoCustomer[] {
  const { below, pick, chance, id } = seeded;
  const taken = new Set<string>();
  return Array.from({ length: store.customers }, (_, i) => {
    const campaign = campaignFor(i, sellerIds.length);
    const reachable = campaign !== null || chance(0.94);
    const phoneKind = reachable ? 'mobile' : chance(0.5) ? 'landline' : 'none';
    const permission = campaign !== null || chance(0.86) ? 'granted' : chance(0.5) ? 'unknown' : 'refused';
    const purchases = boughtBefore(seeded, campaign, today);
    const [latest] = purchases;
    const birthday =
      campaign === 'Aniversário' ? birthdayAfter(today, i) : `${twoDigits(1 + below(12))}-${twoDigits(1 + below(28))}`;
    const bornOn = `${1956 + below(48)}-${birthday}`;
    return {
      id: id(),
      code: `${store.areaCode}-${String(i + 1).padStart(4, '0')}`,
      name: freshName(taken, seeded),
      storeId: store.id,
      sellerId: sellerIds[i % sellerIds.length] ?? null,
      phone: phoneKind === 'none' ? null : phoneOf(store.areaCode, phoneKind, i),
      phoneKind,
      permission,
      permissionOn: null,
      email: null,
      bornOn: campaign === 'Aniversário' || chance(0.7) ? bornOn : null,
      city: chance(0.8) ? store.city : null,
      state: store.state,
      note: chance(0.3) ? pick(NOTES) : null,
      customerSince: purchases.at(-1)?.boughtOn ?? null,
      availability: 'present',
      mergedInto: null,
      optedOutAt: null,
      wrongNumberAt: null,
      lastContactOn: latest && chance(0.6) ? contactAfter(latest.boughtOn, below(20), today) : null,
      purchases,
    };
  });
}

/** For each campaign, the days before today within which its customers bought last. */
const LAST_BOUGHT: Readonly<Record<CampaignName, readonly [number, number]>> = {
  Aniversário: [10, 300],
  Cashback: [20, 60],
  'Pós-venda': [5, 12],
  Novidades: [10, 400],
  Reencontro: [60, 150],
  'Boas-vindas': [1, 4],
};

/**
 * Returns the campaign that the i-th customer of a store is made for, so that purchases and birthday fit it; null: none.
 */
function campaignFor(i: number, sellers: number): CampaignName | null {
  const rank = Math.floor(i / sellers);
  return rank < RESERVED_EACH ? (CAMPAIGNS[rank % CAMPAIGNS.length]?.name ?? null) : null;
}

/** Returns a birthday as `MM-DD`, from tomorrow to six days after `today`. Never 29 February, which most years lack. */
function birthdayAfter(today: number, i: number): string {
  const on = dateOf(today + (1 + (i % 6)) * DAY_MS).slice(5);
  return on === '02-29' ? '03-01' : on;
}

/** Makes a customer's purchases, newest first; the newest fits the campaign's reason. Some customers have no purchase. */
function boughtBefore(
  { below, pick, chance }: Seeded,
  campaign: CampaignName | null,
  today: number,
): DemoCustomer['purchases'] {
  // A customer without a campaign bought last between 10 and 400 days ago.
  const [from, until] = campaign === null ? [10, 400] : LAST_BOUGHT[campaign];
  const count = campaign === 'Boas-vindas' ? 1 : campaign === null && chance(0.1) ? 0 : 1 + below(4);
  let days = from + below(until - from + 1);
  return Array.from({ length: count }, () => {
    const bought = Array.from({ length: 1 + below(2) }, () => pick(ITEMS));
    const boughtOn = dateOf(today - days * DAY_MS);
    days += 20 + below(120);
    return {
      boughtOn,
      totalCents: bought.reduce((sum, [, cents]) => sum + cents, 0),
      items: [...new Set(bought.map(([item]) => item))].join(', '),
    };
  });
}

function contactAfter(boughtOn: string, days: number, today: number): string {
  return dateOf(Math.min(Date.parse(boughtOn) + (1 + days) * DAY_MS, today - DAY_MS));
}

function freshName(taken: Set<string>, { pick, chance }: Seeded): string {
  for (;;) {
    const names = [pick(FIRST_NAMES), ...(chance(0.25) ? [pick(LAST_NAMES)] : []), pick(LAST_NAMES)];
    const name = names.join(' ');
    if (taken.has(name) || new Set(names).size < names.length) continue;
    taken.add(name);
    return name;
  }
}

/** Returns a number that no subscriber has: mobiles begin with 900, landlines with 20. */
function phoneOf(areaCode: string, kind: 'mobile' | 'landline', i: number): string {
  const rest = String((i * 7919 + 1013) % 1_000_000).padStart(6, '0');
  return kind === 'mobile' ? `+55${areaCode}900${rest}` : `+55${areaCode}20${rest}`;
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Makes the demo's suggestions: for each seller, twelve customers of the seller's portfolio who may be contacted. */
import type { SuggestionReason } from '#rules/campaigns/suggestion-reason.ts';
import { type DemoCustomer, SUGGESTED_EACH } from './customers.ts';
import type { Seeded } from './seeded-random.ts';
import { CAMPAIGNS, ITEMS } from './vocabulary.ts';

export interface DemoSuggestion {
  readonly id: string;
  readonly campaign: (typeof CAMPAIGNS)[number]['name'];
  /** The place of the campaign in `CAMPAIGNS`, from 1. */
  readonly priority: number;
  readonly customerId: string;
  readonly sellerId: string;
  readonly reason: SuggestionReason;
}

const DAY_MS = 86_400_000;

/** Makes the suggestions of one store. `today`: UTC midnight of the day on which the demo is made. */
export function demoSuggestions(
  { id, pick }: Seeded,
  customers: readonly DemoCustomer[],
  sellerIds: readonly string[],
  today: number,
): DemoSuggestion[] {
  return sellerIds.flatMap((sellerId) =>
    customers
      .filter((customer) => customer.sellerId === sellerId && canBeWrittenTo(customer))
      .slice(0, SUGGESTED_EACH)
      .map((customer, i) => {
        const priority = 1 + (i % CAMPAIGNS.length);
        const { name } = CAMPAIGNS[priority - 1] as (typeof CAMPAIGNS)[number];
        const reason = reasonFor(name, customer, pick, today, i);
        return { id: id(), campaign: name, priority, customerId: customer.id, sellerId, reason };
      }),
  );
}

function canBeWrittenTo({ permission, phoneKind, optedOutAt }: DemoCustomer): boolean {
  return permission === 'granted' && phoneKind === 'mobile' && optedOutAt === null;
}

/** Returns the reason of a suggestion: a birthday in this week, cashback that ends in 8 days or a little later, or a purchase. */
function reasonFor(
  campaign: DemoSuggestion['campaign'],
  { bornOn, purchases: [latest] }: DemoCustomer,
  pick: Seeded['pick'],
  today: number,
  i: number,
): SuggestionReason {
  const on = (days: number) => new Date(today + days * DAY_MS).toISOString().slice(0, 10);
  switch (campaign) {
    case 'Aniversário':
      return bornOn === null ? { code: 'welcome' } : { code: 'birthday', on: bornOn.slice(5) };
    case 'Cashback':
      // More than a week ahead, so that the text is still true if the demo's clock is moved by a week.
      return { code: 'cashback', untilOn: on(8 + Math.floor(i / CAMPAIGNS.length)) };
    case 'Pós-venda':
      return latest ? { code: 'after_purchase', boughtOn: latest.boughtOn, item: latest.items } : { code: 'welcome' };
    case 'Novidades':
      return { code: 'new_arrival', item: pick(ITEMS)[0] };
    case 'Reencontro':
      return latest ? { code: 'inactive_days', lastOn: latest.boughtOn } : { code: 'welcome' };
    case 'Boas-vindas':
      return { code: 'welcome' };
  }
}

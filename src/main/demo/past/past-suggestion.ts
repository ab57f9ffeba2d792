/** Finds a campaign and a reason that fitted a customer on a day of the history. */

import type { DemoCustomer } from '#main/demo/customers.ts';
import type { Seeded } from '#main/demo/seeded-random.ts';
import { type CAMPAIGNS, ITEMS } from '#main/demo/vocabulary.ts';
import type { SuggestionReason } from '#rules/campaigns/suggestion-reason.ts';
import type { Instant } from '#rules/time/interval.ts';

const DAY_MS = 86_400_000;
const dateOf = (at: Instant) => new Date(at).toISOString().slice(0, 10);

export interface PastReason {
  readonly campaign: (typeof CAMPAIGNS)[number]['name'];
  readonly reason: SuggestionReason;
}

/** Returns a campaign with a reason that was true for the customer at `at`: a birthday or a recent purchase first, then by chance. */
export function pastReason({ chance, pick }: Seeded, customer: DemoCustomer, at: Instant): PastReason {
  const latest = customer.purchases.find(({ boughtOn }) => boughtOn < dateOf(at));
  const since = latest ? (at - Date.parse(latest.boughtOn)) / DAY_MS : null;
  const born = customer.bornOn?.slice(5);
  if (born && isWithin(born, at, 10)) return { campaign: 'Aniversário', reason: { code: 'birthday', on: born } };
  if (latest && since !== null && since < 15) {
    const { boughtOn, items: item } = latest;
    return { campaign: 'Pós-venda', reason: { code: 'after_purchase', boughtOn, item } };
  }
  if (latest && since !== null && since > 60 && chance(0.5)) {
    return { campaign: 'Reencontro', reason: { code: 'inactive_days', lastOn: latest.boughtOn } };
  }
  if (latest && chance(0.4)) {
    return { campaign: 'Cashback', reason: { code: 'cashback', untilOn: dateOf(at + 30 * DAY_MS) } };
  }
  return { campaign: 'Novidades', reason: { code: 'new_arrival', item: pick(ITEMS)[0] } };
}

/** Tells whether a day of the year (`MM-DD`) comes within `days` days of `at`. */
function isWithin(dayOfYear: string, at: Instant, days: number): boolean {
  const year = new Date(at).getUTCFullYear();
  const next = [year, year + 1].map((each) => Date.parse(`${each}-${dayOfYear}T00:00:00Z`) - at);
  return next.some((ahead) => ahead > -DAY_MS && ahead < days * DAY_MS);
}

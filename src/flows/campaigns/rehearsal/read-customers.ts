/**
 * Reads the customers of a store for a rehearsal. Most customers have nothing but their own row and a last purchase; only
 * the others are read again with all their facts.
 */
import { readFactsOfCustomers } from '#db/campaigns/customer-facts.ts';
import { listRehearsalCustomers } from '#db/campaigns/rehearsal-customers.ts';
import type { Db, Reads } from '#db/core/db.ts';
import {
  type BrandTerms,
  type FactsRow,
  factsOf,
  factsTerms,
  readPurchases,
  type StoreTerms,
  type Wanting,
} from '#flows/campaigns/read-facts.ts';
import { silenceContext } from '#flows/holds/new-minute.ts';
import type { Purchase } from '#rules/campaigns/audience-facts.ts';
import { purchasesNeeded } from '#rules/campaigns/audience-match.ts';
import type { RehearsedCustomer } from '#rules/campaigns/rehearsal/rehearsal.ts';
import type { ContactSilence } from '#rules/contact/quiet/contact-silence.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText } from '#rules/time/local-day.ts';

const PAGE = 5_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

type Row = NonNullable<(typeof listRehearsalCustomers)['row']>;

interface Reading {
  readonly terms: BrandTerms;
  readonly store: StoreTerms;
  readonly campaigns: readonly Wanting[];
  readonly at: Instant;
}

export async function readRehearsedCustomers(db: Reads, reading: Reading): Promise<readonly RehearsedCustomer[]> {
  const { terms, store, campaigns, at } = reading;
  const asked = {
    ...factsTerms(terms, campaigns, at, { storeDay: store, suggestions: true }),
    ...{ storeId: store.id, on: dateText(store.day), limit: PAGE },
  };
  const silences = new CustomerSilences(reading);
  const customers: RehearsedCustomer[] = [];
  let [afterName, afterId] = ['', FIRST_ID];
  for (;;) {
    const page = { ...asked, afterName, afterId };
    const rows = await db.read(terms.brandId, async (reads) => {
      const found = await reads.run(listRehearsalCustomers, page);
      const [special, purchases] = await Promise.all([
        readSpecial(reads, page, found),
        readOlderPurchases(reads, reading, found),
      ]);
      return found.map((row) => ({
        row,
        facts: special.get(row.id) ?? plainFacts(row),
        purchases: purchases.get(row.id) ?? lastPurchase(row),
      }));
    });
    for (const { row, facts: read, purchases } of rows) {
      const { contactFromMinute } = row;
      const facts = factsOf(read, purchases, terms, store, at);
      customers.push({ facts, silence: silences.of(read), contactFromMinute });
    }
    const last = rows.at(-1)?.row;
    if (last === undefined || rows.length < PAGE) return customers;
    [afterName, afterId] = [last.sortName, last.id];
  }
}

async function readSpecial(reads: Db, page: ReturnType<typeof factsTerms>, rows: readonly Row[]) {
  const customerIds = rows.filter(({ isSpecial }) => isSpecial).map(({ id }) => id);
  if (customerIds.length === 0) return new Map<string, FactsRow>();
  const found = await reads.run(readFactsOfCustomers, { ...page, customerIds });
  return new Map(found.map((row): [string, FactsRow] => [row.id, row]));
}

/** Reads older purchases where a filter asks for them; the last one is known from the row. */
function readOlderPurchases(reads: Db, { terms, store, campaigns }: Reading, rows: readonly Row[]) {
  const audiences = campaigns.map(({ audience }) => audience);
  const needed = purchasesNeeded(audiences, store.day);
  const buyers = needed === 'last' ? [] : rows.filter(({ boughtOn }) => boughtOn !== null);
  return readPurchases(reads, terms.brandId, buyers, audiences, store.day);
}

function lastPurchase({ boughtOn, cents, items }: Row): readonly Purchase[] {
  return boughtOn === null ? [] : [{ boughtOn, cents: cents ?? 0, items: items ?? '' }];
}

/** Completes the row of a customer about whom nothing else is stored. */
function plainFacts({
  isSpecial: _,
  contactFromMinute: _minute,
  boughtOn: _on,
  cents: _cents,
  items: _items,
  ...row
}: Row): FactsRow {
  return {
    ...row,
    ...{ doNotCallOn: null, tags: [], numberContactedAt: null },
    ...{ unansweredAt: [], purchasedOn: null, askedSilences: [], open: null, served: [] },
  };
}

/** Finds when a customer's own clock or wish counts; customers with the same zones and no wish share one context. */
class CustomerSilences {
  readonly #reading: Reading;
  readonly #countsCustomers: boolean;
  readonly #byZones = new Map<string, ContactSilence>();

  constructor(reading: Reading) {
    this.#reading = reading;
    const { versions } = reading.terms.clocks.timeline;
    this.#countsCustomers = versions.some(({ policy }) => policy.clocks === 'store-and-customer');
  }

  of({ phone, city, state: customerState, toldZone, askedSilences }: FactsRow): ContactSilence | null {
    if (askedSilences.length === 0 && !this.#countsCustomers) return null;
    const { terms, store, at } = this.#reading;
    const facts = { phone, city, customerState, toldZone, askedSilences };
    const context = silenceContext(facts, store, terms.settings, terms.clocks, at);
    if (askedSilences.length > 0) return context;
    const key = context.zones.customer.join(' ');
    const known = this.#byZones.get(key);
    if (known === undefined) this.#byZones.set(key, context);
    return known ?? context;
  }
}

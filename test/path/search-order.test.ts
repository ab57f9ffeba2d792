/**
 * A search for customers gives the same customers in the same order as a plain loop over all names and numbers, page
 * by page.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { CustomerRecord } from '#db/customers/customer-records.ts';
import { saveCustomers } from '#db/customers/customer-records.ts';
import { deleteCustomerWords, insertCustomerWords, searchPrefixes, searchWords } from '#db/customers/customer-words.ts';
import { type CustomersShape, customersPage } from '#db/customers/customers.ts';
import { findCustomers } from '#flows/customers/find-customers.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';

const { db, owner } = await withDatabase();
const brand = await aBrand(owner);
const { brandId, ana, bruno } = brand;

const FIRST = ['Maria', 'Márcia', 'MARIANA', 'José', 'Zé', 'João', 'Ana', 'Ângela', "D'Ávila", 'Marco'];
const LAST = ['Silva', 'Sílvia', 'Silvestre', 'Souza', 'de Sá', 'Conceição', 'Martins', 'Maria', 'dos Anjos'];
const NOW = Date.parse('2026-11-24T15:00:00.000Z');
const KEY = new Uint8Array(32).fill(1);

/** Makes 400 customers: each name comes several times, so that the ids decide the order; one in five has no number. */
function makeRecords(): CustomerRecord[] {
  return Array.from({ length: 400 }, (_, n) => {
    const seller = n % 3 === 0 ? ana : bruno;
    const third = n % 7 === 0 ? ` ${LAST[(n * 5) % LAST.length]}` : '';
    return {
      ...{
        id: uuidv7(),
        code: null,
        name: `${FIRST[n % FIRST.length]} ${LAST[(n * 3 + (n % 11)) % LAST.length]}${third}`,
      },
      ...{ storeId: seller.storeId as string, sellerId: seller.personId, permission: 'granted', permissionOn: null },
      ...(n % 5 === 0
        ? ({ phone: null, phoneKind: 'none' } as const)
        : ({ phone: `+55119${(10_000_000 + n * 7_919).toString()}`, phoneKind: 'mobile' } as const)),
      ...{ email: null, bornOn: null, city: null, state: null, note: null, customerSince: null },
      ...{ availability: 'present', mergedInto: null, optedOutAt: null, wrongNumberAt: null },
    };
  });
}

const all = makeRecords();
await db.inBrand(brandId, async (tx) => {
  saveCustomers(tx, brandId, all, KEY, NOW);
  tx.send(insertCustomerWords, {
    brandId,
    customers: all.map(({ id, name, phone }) => ({ id, words: searchWords(name, phone) })),
  });
});

/** Computes what the generated column `sort_name` contains. */
const sortNameOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function searchPlainly(customers: readonly CustomerRecord[], typed: string): string[] {
  const prefixes = searchPrefixes(typed);
  const matches = ({ name, phone }: CustomerRecord) => {
    const words = searchWords(name, phone);
    return prefixes.every((prefix) => words.some((word) => word.startsWith(prefix)));
  };
  return customers
    .filter(matches)
    .toSorted((a, b) => byBytes(sortNameOf(a.name), sortNameOf(b.name)) || byBytes(a.id, b.id))
    .map(({ id }) => id);
}

const manager = {
  kind: 'person',
  brandId,
  personId: ana.personId,
  role: 'brand_manager',
  storeId: null,
  turnId: null,
} as unknown as PersonActor;
const seller = { ...manager, role: 'seller', storeId: ana.storeId } as PersonActor;

async function searchAllPages(
  viewer: PersonActor,
  typed: string,
  portfolio: 'mine' | 'store' = 'store',
): Promise<string[]> {
  const ids: string[] = [];
  let after: { sortName: string; id: string } | null = null;
  do {
    const page = await findCustomers(db, viewer, { typed, portfolio, quietForDays: null, after, limit: 25 }, NOW);
    ids.push(...page.customers.map(({ id }) => id));
    after = page.last;
  } while (after !== null);
  return ids;
}

const TYPED = [
  ...[
    'maria',
    'MÁRIA',
    'mar',
    'm',
    's',
    'silva',
    'maria silva',
    'silva maria',
    'mar sil',
    'm s',
    'ma ma',
    'd’avila',
    'davila',
    'avila',
  ],
  ...[
    'de sa',
    'conceicao',
    'jose souza martins',
    'zz',
    'maria zz',
    '119',
    '11 9100',
    '(11) 9',
    '7919',
    '+55 11 91',
    '9',
  ],
];

describe('a search for customers', () => {
  it('finds what a plain loop over all customers finds, in the same order, whatever is typed', async () => {
    for (const typed of TYPED) assert.deepEqual(await searchAllPages(manager, typed), searchPlainly(all, typed), typed);
  });

  it('finds what the plain loop finds also within a store and within a portfolio', async () => {
    const ofStore = all.filter(({ storeId }) => storeId === ana.storeId);
    const own = all.filter(({ sellerId }) => sellerId === ana.personId);
    for (const typed of TYPED) {
      assert.deepEqual(await searchAllPages(seller, typed), searchPlainly(ofStore, typed), typed);
      assert.deepEqual(await searchAllPages(seller, typed, 'mine'), searchPlainly(own, typed), typed);
    }
  });

  it('gives the same answer by each of the three ways to read a page', async () => {
    for (const typed of TYPED) {
      const words = searchPrefixes(typed);
      const ranges = {
        words,
        wordEnds: words.map((word) => `${word}{`),
        word: words[0] ?? '',
        wordEnd: `${words[0]}{`,
      };
      const args = {
        brandId,
        storeId: null,
        sellerId: null,
        quietSince: null,
        afterName: null,
        afterId: null,
        limit: 1_000,
        most: 30_000,
      };
      for (const way of ['inOrder', 'byWord', 'byWords'] as const) {
        const shape: CustomersShape = { store: false, seller: false, quiet: false, found: way };
        const rows = await db.read(brandId, (reads) => reads.run(customersPage(shape), { ...args, ...ranges }));
        assert.deepEqual(
          rows.map(({ id }) => id),
          searchPlainly(all, typed),
          `${typed} ${way}`,
        );
      }
    }
  });

  it('finds customers whose words the version before wrote, and finds a renamed customer at its new place', async () => {
    const [renamed, rewritten] = all.slice(50, 52) as [CustomerRecord, CustomerRecord];
    const changed = all.map((each) => (each === renamed ? { ...each, name: 'Zilda Silva' } : each));
    await db.inBrand(brandId, async (tx) => {
      // The name changes and the words stay, as if a name were spelled in another way with the same words.
      saveCustomers(tx, brandId, [{ ...renamed, name: 'Zilda Silva' }], KEY, NOW);
    });
    const places = 'select distinct sort_name from customer_words where brand_id = $1 and customer_id = $2';
    assert.deepEqual((await owner.query(places, [brandId, renamed.id])).rows, [{ sort_name: 'zilda silva' }]);
    await db.inBrand(brandId, async (tx) => {
      tx.send(deleteCustomerWords, { brandId, customerIds: [renamed.id, rewritten.id] });
    });
    for (const { id, name, phone } of changed.slice(50, 52))
      for (const word of searchWords(name, phone))
        await owner.query('insert into customer_words (brand_id, word, customer_id) values ($1, $2, $3)', [
          brandId,
          word,
          id,
        ]);
    for (const typed of TYPED)
      assert.deepEqual(await searchAllPages(manager, typed), searchPlainly(changed, typed), typed);
  });
});

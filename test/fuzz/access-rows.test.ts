/** Asks as each role for the role's own rows, a colleague's and another store's, and compares the answers with the access table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Answer, Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { ACCESS, type Operation, PERSON_ROLES, type PersonRole } from '#rules/people/access-table.ts';

const NIGHT = '2026-11-24T00:30:00.000Z';
const product = await startDemoServer();
await product.at(NIGHT);

const OWNERS = {
  ana: await product.held('paulista@aurora.example', '1111'),
  bruno: await product.held('paulista@aurora.example', '2222'),
  carla: await product.held('paulista@aurora.example', '9999'),
  davi: await product.held('adrianopolis@aurora.example', '1111'),
  gabriela: await product.person('gestao@aurora.example'),
} as const;
type Owner = keyof typeof OWNERS;

/** The person who sends the requests of each role. */
const ASKS: Readonly<Record<PersonRole, Owner>> = {
  seller: 'ana',
  store_manager: 'carla',
  brand_manager: 'gabriela',
};

const owners = Object.keys(OWNERS) as Owner[];
const ids = {} as Record<Owner, string>;
const stores = {} as Record<Owner, string | null>;
for (const owner of owners) {
  const { person, store } = (await OWNERS[owner].get('/api/v1/session')).body;
  ids[owner] = person.id;
  stores[owner] = store?.id ?? null;
}
const sellers = ['ana', 'bruno', 'davi'] as const;
type Seller = (typeof sellers)[number];

interface Rows {
  readonly customers: Readonly<Record<Seller, string>>;
  readonly suggestions: Readonly<Record<Seller, string>>;
  /** Held contacts of each person; that of the brand manager has a customer of Ana's store. */
  readonly attempts: Readonly<Record<Owner, string>>;
}

const rows = await prepareRows();

async function prepareRows(): Promise<Rows> {
  const customers = {} as Record<Seller, string>;
  const suggestions = {} as Record<Seller, string>;
  const attempts = {} as Record<Owner, string>;
  const spare: string[] = [];
  for (const seller of sellers) {
    const [first, second, third, fourth] = (await OWNERS[seller].get('/api/v1/suggestions')).body.items;
    suggestions[seller] = first.id;
    customers[seller] = first.customer.id;
    attempts[seller] = await hold(OWNERS[seller], second.customer.id, second.id);
    if (seller === 'ana') spare.push(third.customer.id, fourth.customer.id);
  }
  attempts.carla = await hold(OWNERS.carla, spare[0] as string);
  attempts.gabriela = await hold(OWNERS.gabriela, spare[1] as string);
  return { customers, suggestions, attempts };
}

async function hold(client: Client, customerId: string, suggestionId?: string): Promise<string> {
  const wish = { customerId, ...(suggestionId && { suggestionId }), text: 'Oi!', hold: true };
  const { status, body } = await client.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 202, JSON.stringify(body));
  return body.attempt.id;
}

/** Whether a row is in the reach that the access table gives the role: own, own store, or brand. */
function isReached(
  operation: Operation,
  role: PersonRole,
  row: { owner: Owner | null; store: string | null },
): boolean {
  const reaches: Readonly<Partial<Record<string, string>>> = ACCESS[operation];
  const asker = ASKS[role];
  const isOwn = row.owner === asker;
  const reach = reaches[role];
  return (
    reach === 'brand' || (reach === 'store' && (isOwn || row.store === stores[asker])) || (reach === 'own' && isOwn)
  );
}

/** The problems that refuse a row. A change of one is a change of the API. */
const REFUSALS: ReadonlySet<string> = new Set(['not-found', 'forbidden', 'other-store', 'not-in-portfolio']);

function refusalOf({ status, body }: Answer): string | null {
  const type = status < 400 ? null : String(body.type).replace('/problems/', '');
  return type !== null && REFUSALS.has(type) ? type : null;
}

interface RowCase {
  readonly operation: Operation;
  readonly ask: (client: Client, id: string) => Promise<Answer>;
  /** The problem for a row out of reach, for a role that may use the operation. */
  readonly refusal: string;
}

async function compare(
  { operation, ask, refusal }: RowCase,
  all: readonly (readonly [Owner, string])[],
  isPersonal: boolean,
) {
  const ofWhom = (owner: Owner) => ({ owner: isPersonal ? owner : null, store: stores[owner] ?? stores.ana });
  for (const role of PERSON_ROLES) {
    const mayUse = (ACCESS[operation] as Readonly<Partial<Record<string, string>>>)[role] !== undefined;
    for (const [owner, id] of all) {
      const answer = await ask(OWNERS[ASKS[role]], id);
      const expected = isReached(operation, role, ofWhom(owner)) ? null : mayUse ? refusal : 'forbidden';
      assert.equal(
        refusalOf(answer),
        expected,
        `${role} asks for ${owner}’s: ${answer.status} ${JSON.stringify(answer.body)}`,
      );
    }
  }
}

const at = (id: string) => `/api/v1/attempts/${id}`;
const ATTEMPTS: readonly (RowCase & { readonly what: string })[] = [
  { what: 'reads an attempt', operation: 'read_attempts', ask: (c, id) => c.get(at(id)), refusal: 'not-found' },
  {
    what: 'reads a held contact',
    operation: 'read_attempts',
    ask: (c, id) => c.get(`/api/v1/holds/${id}`),
    refusal: 'not-found',
  },
  {
    what: 'reads the explanation',
    operation: 'explain_attempt',
    ask: (c, id) => c.get(`${at(id)}/explanation`),
    refusal: 'not-found',
  },
  {
    what: 'changes a held text',
    operation: 'change_hold',
    ask: (c, id) => c.send('PATCH', at(id), { text: 'Olá!' }),
    refusal: 'not-found',
  },
  {
    what: 'marks the news as seen',
    operation: 'change_hold',
    ask: (c, id) => c.post(`${at(id)}/seen`),
    refusal: 'not-found',
  },
  {
    what: 'records the outcome',
    operation: 'say_outcome',
    ask: (c, id) => c.post(`${at(id)}/outcome`, { outcome: 'sent' }),
    refusal: 'not-found',
  },
  { what: 'cancels', operation: 'change_hold', ask: (c, id) => c.post(`${at(id)}/cancel`), refusal: 'not-found' },
  { what: 'restores', operation: 'change_hold', ask: (c, id) => c.post(`${at(id)}/restore`), refusal: 'not-found' },
];

for (const each of ATTEMPTS) {
  test(`attempts: a person who ${each.what} reaches exactly the rows of the access table`, async () => {
    await compare(each, Object.entries(rows.attempts) as [Owner, string][], true);
  });
}

test('passing on: a seller may pass on no hold, a store manager those of the store, a brand manager those of the brand', async () => {
  const ask = (client: Client, id: string) => client.send('PATCH', at(id), { sellerId: uuidv7() });
  const refused = async (role: PersonRole, owner: Owner) =>
    refusalOf(await ask(OWNERS[ASKS[role]], rows.attempts[owner]));
  assert.equal(await refused('seller', 'ana'), 'forbidden');
  assert.equal(await refused('seller', 'bruno'), 'not-found');
  for (const owner of owners) {
    const isLed = isReached('pass_on_hold', 'store_manager', { owner, store: stores[owner] ?? stores.ana });
    assert.equal(await refused('store_manager', owner), isLed ? null : 'not-found', owner);
    assert.equal(await refused('brand_manager', owner), null, owner);
  }
});

test('lists of attempts and held contacts have exactly the rows in reach', async () => {
  const idsOf = ({ body }: Answer): string[] =>
    body.items.map((item: { id?: string; attempt: { id: string } }) => item.id ?? item.attempt.id);
  const lists = [
    ['read_attempts', '/api/v1/attempts?state=held'],
    ['read_own_holds', '/api/v1/holds?state=waiting&limit=100'],
    ['read_led_holds', '/api/v1/holds?state=waiting&whose=store&limit=100'],
  ] as const;
  for (const [operation, path] of lists) {
    for (const role of PERSON_ROLES) {
      const answer = await OWNERS[ASKS[role]].get(path);
      if (operation === 'read_led_holds' && role === 'seller') {
        assert.equal(refusalOf(answer), 'forbidden');
        continue;
      }
      const listed = idsOf(answer);
      for (const owner of owners) {
        // The list of a store depends only on the store of the row.
        const expected = isReached(operation, role, { owner, store: stores[owner] ?? stores.ana });
        assert.equal(listed.includes(rows.attempts[owner]), expected, `${operation}: ${role}, ${owner}’s`);
      }
    }
  }
});

test('customers: profile, contact-from hour, search and decision reach exactly the rows of the access table', async () => {
  const all = Object.entries(rows.customers) as [Seller, string][];
  const path = (id: string) => `/api/v1/customers/${id}`;
  const change = { contactFrom: null };
  const cases: readonly RowCase[] = [
    { operation: 'read_customer', ask: (c, id) => c.get(path(id)), refusal: 'not-found' },
    { operation: 'change_customer', ask: (c, id) => c.send('PATCH', path(id), change), refusal: 'not-found' },
    {
      operation: 'contact_customer',
      ask: (c, customerId) => c.post('/api/v1/decisions', { customerId }),
      refusal: 'other-store',
    },
    {
      operation: 'contact_customer',
      ask: (c, customerId) => c.post('/api/v1/attempts', { customerId }, { 'idempotency-key': uuidv7() }),
      refusal: 'other-store',
    },
  ];
  for (const each of cases) await compare(each, all, false);
  for (const role of PERSON_ROLES) {
    for (const [seller, id] of all) {
      const { rows: named } = await product.owner.query('select name from customers where id = $1', [id]);
      const query = new URLSearchParams({ query: named[0].name, limit: '100' });
      const { items } = (await OWNERS[ASKS[role]].get(`/api/v1/customers?${query}`)).body;
      const isFound = items.some((item: { id: string }) => item.id === id);
      assert.equal(
        isFound,
        isReached('find_customers', role, { owner: null, store: stores[seller] }),
        `${role}, ${seller}’s`,
      );
    }
  }
});

test('suggestions: a person dismisses only own suggestions, and a manager may contact from those of the people they manage', async () => {
  const all = Object.entries(rows.suggestions) as [Seller, string][];
  const dismiss: RowCase = {
    operation: 'dismiss_suggestion',
    ask: (c, id) => c.post(`/api/v1/suggestions/${id}/dismiss`, { reason: 'not_now' }),
    refusal: 'not-found',
  };
  const customerOf = (id: string) => rows.customers[all.find(([, each]) => each === id)?.[0] as Seller];
  for (const role of PERSON_ROLES) {
    for (const [seller, suggestionId] of all) {
      const question = { customerId: customerOf(suggestionId), suggestionId };
      const refusal = refusalOf(await OWNERS[ASKS[role]].post('/api/v1/decisions', question));
      const row = { owner: seller, store: stores[seller] };
      const ofOtherStore = !isReached('contact_customer', role, { owner: null, store: stores[seller] });
      const expected = ofOtherStore ? 'other-store' : isReached('use_suggestion', role, row) ? null : 'not-found';
      assert.equal(refusal, expected, `${role}, ${seller}’s`);
    }
  }
  await compare(dismiss, all, true);
});

test('with closed portfolios, a seller contacts only own customers, and a manager those of all people they manage', async () => {
  await product.owner.query(`update brands set portfolio_only = true where slug = 'aurora'`);
  for (const role of PERSON_ROLES) {
    for (const seller of ['ana', 'bruno'] as const) {
      const client = OWNERS[ASKS[role]];
      const expected = isReached('contact_closed_portfolio', role, { owner: seller, store: stores[seller] });
      const customerId = rows.customers[seller];
      const refusal = refusalOf(await client.post('/api/v1/decisions', { customerId }));
      assert.equal(refusal, expected ? null : 'not-in-portfolio', `${role}, ${seller}’s`);
      const { mayContact } = (await client.get(`/api/v1/customers/${customerId}`)).body;
      assert.equal(mayContact, expected, `${role}, ${seller}’s profile`);
    }
  }
  await product.owner.query(`update brands set portfolio_only = false where slug = 'aurora'`);
});

test('PINs are freed and reports are read for exactly the people in reach', async () => {
  const people = sellers.map((seller) => [seller, ids[seller]] as const);
  const free = (client: Client, id: string) => client.post(`/api/v1/people/${id}/unlock`, {});
  await compare({ operation: 'unlock_seller', ask: free, refusal: 'forbidden' }, people, false);
  await compare({ operation: 'unlock_manager', ask: free, refusal: 'forbidden' }, [['carla', ids.carla]], false);
  const read = (client: Client, id: string) => client.get(`/api/v1/people/${id}`);
  await compare({ operation: 'read_people', ask: read, refusal: 'not-found' }, people, false);
  const rename = (client: Client, id: string) =>
    client.send('PATCH', `/api/v1/people/${id}`, { active: true, dryRun: true });
  await compare({ operation: 'change_seller', ask: rename, refusal: 'not-found' }, people, false);
  await compare({ operation: 'change_manager', ask: rename, refusal: 'forbidden' }, [['carla', ids.carla]], false);
  const report = (client: Client, id: string) => client.get(`/api/v1/reports/distribution?sellerId=${id}`);
  await compare({ operation: 'read_distribution', ask: report, refusal: 'forbidden' }, people, true);
});

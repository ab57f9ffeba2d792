/** The baseline: records contacts durably in the chain with the fewest statements, a lock of its head, three inserts and an update. */
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Contact } from './bench-server.ts';

/** The rows of one allowed attempt, its receipt and its hand-over, each column as text. */
export type Example = Readonly<Record<(typeof TABLES)[number], Readonly<Record<string, string | null>>>>;

const TABLES = ['attempts', 'receipts', 'handovers'] as const;
const KEY = Buffer.alloc(32, 1);

/** Reads the rows of an attempt that was allowed and handed over. */
export async function readExample(ownerUrl: string, attemptId: string): Promise<Example> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const rows: Record<string, Record<string, string | null>> = {};
  for (const table of TABLES) {
    const key = table === 'attempts' ? 'id' : 'attempt_id';
    const { rows: columns } = await owner.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
         and attgenerated = ''`,
      [table],
    );
    const texts = columns.map(({ name }) => `"${name}"::text`).join(', ');
    rows[table] = (await owner.query(`select ${texts} from ${table} where ${key} = $1`, [attemptId])).rows[0];
  }
  await owner.end();
  return rows as Example;
}

/** Records the contacts over `connections` connections, and returns the contacts per second. */
export async function runFewestStatements(
  url: string,
  example: Example,
  contacts: readonly Contact[],
  connections: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url, pipeline: true } as pg.ClientConfig);
      await client.connect();
      return client;
    }),
  );
  let next = 0;
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let contact = contacts[next++]; contact !== undefined; contact = contacts[next++]) {
        await recordContact(client, example, contact);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return contacts.length / seconds;
}

/** Records one contact in two round trips, the fewest that allow reading the head of the chain. */
async function recordContact(client: pg.Client, example: Example, { customerId, sellerId }: Contact): Promise<void> {
  const brandId = example.attempts.brand_id;
  const [attemptId, receiptId] = [uuidv7(), uuidv7()];
  const begun = client.query(`begin;set local oto.brand='${brandId}'`);
  const { rows } = await client.query({
    name: 'lock',
    text: 'select receipt_number, link from ledgers where brand_id = $1 for update',
    values: [brandId],
  });
  const number = Number(rows[0].receipt_number) + 1;
  const link = createHmac('sha256', KEY).update(rows[0].link).update(String(number)).digest();
  const written = [
    insert('attempts', { ...example.attempts, id: attemptId, customer_id: customerId, seller_id: sellerId }),
    insert('receipts', {
      ...example.receipts,
      ...{ id: receiptId, attempt_id: attemptId, customer_id: customerId, actor_id: sellerId },
      ...{ number: String(number), link: `\\x${link.toString('hex')}` },
    }),
    insert('handovers', {
      ...example.handovers,
      ...{ id: uuidv7(), attempt_id: attemptId, receipt_id: receiptId, seller_id: sellerId },
    }),
    {
      name: 'update',
      text: 'update ledgers set receipt_number = $2, link = $3 where brand_id = $1',
      values: [brandId, number, link],
    },
  ].map((query) => client.query(query));
  await Promise.all([begun, ...written, client.query('commit')]);
}

function insert(table: string, row: Readonly<Record<string, string | null>>): pg.QueryConfig {
  const columns = Object.keys(row);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const places = columns.map((_, n) => `$${n + 1}`).join(', ');
  return { name: table, text: `insert into ${table} (${names}) values (${places})`, values: Object.values(row) };
}

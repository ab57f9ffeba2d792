/** A bare loop: the very statements of one request, with ids of its own, sent by clients that do nothing else. */
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Contact } from './house.ts';
import type { Sent } from './recorder.ts';

/** Sends `count` requests' statements over `concurrency` connections; answers the requests a second. */
export async function bareLoop(
  urls: Readonly<Record<string, string>>,
  sent: readonly Sent[],
  recorded: Contact,
  contacts: readonly Contact[],
  concurrency: number,
): Promise<number> {
  const script = scriptOf(sent, recorded);
  const lanes = await Promise.all(Array.from({ length: concurrency }, () => openLane(urls)));
  let next = 0;
  const began = performance.now();
  await Promise.all(
    lanes.map(async (lane) => {
      for (let contact = contacts[next++]; contact !== undefined; contact = contacts[next++]) {
        await script(lane, contact);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(lanes.flatMap((lane) => Object.values(lane).map((client) => client.end())));
  return contacts.length / seconds;
}

type Lane = Readonly<Record<string, pg.Client>>;

async function openLane(urls: Readonly<Record<string, string>>): Promise<Lane> {
  const lane: Record<string, pg.Client> = {};
  for (const [user, connectionString] of Object.entries(urls)) {
    const client = new pg.Client({ connectionString, pipeline: true } as pg.ClientConfig);
    await client.connect();
    lane[user] = client;
  }
  return lane;
}

/** Ids that a request drew are drawn anew; numbers follow the ledger that was read. */
function scriptOf(sent: readonly Sent[], recorded: Contact) {
  const flights = [...Map.groupBy(sent, ({ user, flight }) => `${user} ${flight}`).values()];
  const drawn = drawnIds(sent);
  const inserted = sent.find(({ name }) => name === 'receipt_inserted');
  const moved = sent.find(({ name }) => name === 'ledger_moved');
  const [oldReceipt, , oldEvent] = moved?.values ?? [];
  if (!inserted || typeof oldReceipt !== 'number') throw new Error('the request recorded no receipt');

  return async (lane: Lane, contact: Contact): Promise<void> => {
    const fresh = new Map<unknown, unknown>([
      [recorded.customerId, contact.customerId],
      [recorded.sellerId, contact.sellerId],
      ...drawn.map((id) => [id, uuidv7()] as const),
    ]);
    let ledger: { receiptNumber: string; eventNumber: string } | undefined;
    for (const flight of flights) {
      const results = flight.map(({ user, name, text, values }) => {
        const ours = values.map((value) => {
          if (ledger && name !== null && NUMBERED.has(name)) {
            if (value === oldReceipt) return Number(ledger.receiptNumber) + 1;
            if (value === oldEvent) return Number(ledger.eventNumber) + 1;
          }
          return replaced(value, fresh);
        });
        const client = lane[user] as pg.Client;
        return client.query(name === null ? { text, values: ours } : { name, text, values: ours });
      });
      const answers = await Promise.all(results);
      const held = flight.findIndex(({ name }) => name === 'ledger_held');
      if (held !== -1) ledger = answers[held]?.rows[0];
    }
  };
}

const NUMBERED = new Set(['receipt_inserted', 'event_logged', 'ledger_moved']);

/** UUIDs that first stand in a row that is written: the attempt, the receipt, the hand-over and the caller's key. */
function drawnIds(sent: readonly Sent[]): readonly string[] {
  const of = (name: string, column: string): string => {
    const statement = sent.find((each) => each.name === name);
    const columns = /\(([^)]*)\) values/.exec(statement?.text ?? '')?.[1]?.split(', ') ?? [];
    const value = statement?.values[columns.indexOf(`"${column}"`)];
    if (typeof value !== 'string') throw new Error(`${name} recorded no ${column}`);
    return value;
  };
  return [
    of('attempt_inserted', 'id'),
    of('receipt_inserted', 'id'),
    of('handover_inserted', 'id'),
    of('key_answered', 'key'),
  ];
}

function replaced(value: unknown, fresh: ReadonlyMap<unknown, unknown>): unknown {
  if (fresh.has(value)) return fresh.get(value);
  if (typeof value !== 'string' || !value.startsWith('{')) return value;
  let text = value;
  for (const [old, now] of fresh) text = text.replaceAll(String(old), String(now));
  return text;
}

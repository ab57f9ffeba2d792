/** A bare loop: the very statements of one request, with ids of its own, sent by clients that do nothing else. */
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Sent } from '#kit/recorder.ts';
import type { Contact } from './house.ts';

/** What a seller's request sent for one contact. */
export interface Recording {
  readonly contact: Contact;
  readonly sent: readonly Sent[];
}

/**
 * Sends the statements of a request for each contact, as its seller's were recorded, over so many connections; answers
 * the requests a second.
 */
export async function bareLoop(
  urls: Readonly<Record<string, string>>,
  recordings: readonly Recording[],
  contacts: readonly Contact[],
  connections: number,
): Promise<number> {
  const scripts = new Map(recordings.map((recording) => [recording.contact.sellerId, scriptOf(recording)]));
  const lanes = await Promise.all(Array.from({ length: connections }, () => openLane(urls)));
  let next = 0;
  const began = performance.now();
  await Promise.all(
    lanes.map(async (lane) => {
      for (let contact = contacts[next++]; contact !== undefined; contact = contacts[next++]) {
        await scripts.get(contact.sellerId)?.(lane, contact);
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
function scriptOf({ sent, contact: recorded }: Recording) {
  const flights = [...Map.groupBy(sent, ({ user, flight }) => `${user} ${flight}`).values()];
  const drawn = drawnIds(sent);
  const oldReceipt = rowOf(sent, 'insert_receipts').number;
  const oldEvent = rowOf(sent, 'advance_ledger').number;

  return async (lane: Lane, contact: Contact): Promise<void> => {
    const fresh = new Map<unknown, unknown>([
      [recorded.customerId, contact.customerId],
      ...drawn.map((id) => [id, uuidv7()] as const),
    ]);
    let ledger: { receiptNumber: string; eventNumber: string } | undefined;
    for (const flight of flights) {
      const results = flight.map(({ user, name, text, values }) => {
        const numbers = new Map<unknown, number>();
        if (ledger && (name === 'insert_receipts' || name === 'advance_ledger')) {
          numbers.set(oldReceipt, Number(ledger.receiptNumber) + 1);
        }
        if (ledger && name === 'advance_ledger') numbers.set(oldEvent, Number(ledger.eventNumber) + 1);
        const ours = values.map((value) => replaced(value, fresh, numbers));
        const client = lane[user] as pg.Client;
        return client.query(name === null ? { text, values: ours } : { name, text, values: ours });
      });
      const answers = await Promise.all(results);
      const held = flight.findIndex(({ name }) => name === 'lock_ledger');
      if (held !== -1) ledger = answers[held]?.rows[0];
    }
  };
}

/** UUIDs that first stand in a row that is written: the attempt, the receipt, the hand-over and the caller's key. */
function drawnIds(sent: readonly Sent[]): readonly unknown[] {
  const drawn = ['insert_receipts', 'save_attempts', 'insert_handovers'].map((name) => rowOf(sent, name).id);
  return [...drawn, rowOf(sent, 'insert_keyed_answers').key];
}

/** The first row that a statement wrote: rows are one JSON argument. */
function rowOf(sent: readonly Sent[], name: string): Readonly<Record<string, unknown>> {
  const rows = sent.find((each) => each.name === name)?.values.find((value) => /^\[/.test(String(value)));
  if (typeof rows !== 'string') throw new Error(`${name} was not recorded`);
  return JSON.parse(rows)[0];
}

/** Inside of documents too. */
function replaced(
  value: unknown,
  fresh: ReadonlyMap<unknown, unknown>,
  numbers: ReadonlyMap<unknown, number>,
): unknown {
  if (fresh.has(value)) return fresh.get(value);
  if (numbers.has(value)) return numbers.get(value);
  if (Array.isArray(value)) return value.map((each) => replaced(each, fresh, numbers));
  if (typeof value !== 'string' || !/^[{[]/.test(value)) return value;
  let text = value;
  for (const [old, now] of fresh) text = text.replaceAll(String(old), String(now));
  for (const [old, now] of numbers) text = text.replaceAll(`"number":${old},`, `"number":${now},`);
  return text;
}

/**
 * Computes the links of the chain of receipts, before and since rules 3, from the description in `docs/rules.md`
 * alone, and compares (R2, R3).
 */
import assert from 'node:assert/strict';
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { Timelines } from '#flows/policy/timelines.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { withDatabase } from '#kit/database.ts';
import { secret } from '#kit/postgres.ts';

type Row = Readonly<Record<string, unknown>> & {
  readonly brand_id: string;
  readonly tz_version: string;
  readonly rules: number;
  readonly number: number;
  /** Bytes as Postgres writes them: `\x` and hexadecimal digits. */
  readonly link: string;
};

/** A brand's record that the version before rules 3 wrote, under the secret of the tests: receipts of rules 1 and 2. */
const json = readFileSync(new URL('../vectors/record-of-rules-2.json', import.meta.url), 'utf8');
const fixture = JSON.parse(json) as Record<string, Row[]> & { receipts: Row[] };
const brandId = fixture.receipts[0]?.brand_id ?? '';
const key = new Uint8Array(hkdfSync('sha256', secret, 'oto', 'receipts', 32));

const ORDER = `brand_id id attempt_id rules decided_at tz_version actor_kind actor_id turn_id store_id customer_id
  suggestion_id suggestion_open origin_asked channel message_kind plan policy_revision zone_store zone_brand
  zones_customer zones_customer_from zones_brand_stores availability reachable permission opted_out_at last_inbound_at
  last_outbound_at refused_at acknowledged acknowledged_because verdict reason reasons origin origin_claimed
  after_refusal because_needed policy_version quiet_since quiet_until quiet_clock quiet_zone opens_at changes_at
  paced_at clock_unsafe cool_down_days contacted_at unanswered_after unanswered_at
  asked_silences do_not_call_on consented_on`.split(/\s+/);
/** The rules that introduced a column after rules 1. */
const SINCE: Readonly<Record<string, number>> = {
  ...{ paced_at: 2, clock_unsafe: 2 },
  ...{ asked_silences: 5, do_not_call_on: 6, consented_on: 6 },
  ...{ cool_down_days: 4, contacted_at: 4, unanswered_after: 4, unanswered_at: 4 },
};
const INSTANTS = /_at$|^quiet_(since|until)$/;

function readColumn(row: Row, column: string): unknown {
  const value = row[column];
  if (column === 'reasons') return (value as { reason: string; verdict: string }[]).map((r) => [r.reason, r.verdict]);
  if (!INSTANTS.test(column) || value === null) return value;
  return Array.isArray(value) ? value.map(Date.parse) : Date.parse(value as string);
}

function textOf(row: Row): string {
  const columns = ORDER.filter((column) => row.rules >= (SINCE[column] ?? 1));
  return JSON.stringify([`receipt/${row.rules}`, ...columns.map((column) => readColumn(row, column))]);
}

const digestOf = (row: Row) => createHash('sha256').update(textOf(row), 'utf8').digest();

function linkOver(before: Buffer, number: number, last: Buffer | string): Buffer {
  const bytes = Buffer.concat([before, Buffer.from(number.toString(16).padStart(16, '0'), 'hex'), Buffer.from(last)]);
  return createHmac('sha256', key).update(bytes).digest();
}

const bytes = (link: string) => Buffer.from(link.slice(2), 'hex');
const { db, owner } = await withDatabase();

async function insert(table: string, rows: readonly object[]) {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Returns receipts of rules 3 that follow the last one of the fixture, linked as the description says. */
function receiptsOfRules3(): Row[] {
  let before: Buffer = bytes(fixture.receipts.at(-1)?.link ?? '');
  return fixture.receipts.slice(-3).map((row, i) => {
    const next = { ...row, id: uuidv7(), rules: 3, number: 25 + i };
    before = linkOver(before, next.number, digestOf(next));
    return { ...next, link: `\\x${before.toString('hex')}` };
  });
}

const findBreak = async () => (await verifyRecord(db, key, brandId)).broken;

// The fixture contains receipts without the attempts that they decided.
await owner.query('alter table receipts drop constraint receipts_brand_id_attempt_id_fkey');
for (const table of ['brands', 'policy_heads', 'policy_events', 'ledgers', 'receipts']) {
  await insert(table, fixture[table] ?? []);
}

test('R3: each link of rules 1 and 2 is the HMAC over the link before, the number and the receipt’s text', () => {
  let before: Buffer = Buffer.alloc(32);
  for (const row of fixture.receipts) {
    assert.equal(linkOver(before, row.number, textOf(row)).toString('hex'), row.link.slice(2), `receipt ${row.number}`);
    before = bytes(row.link);
  }
  assert.deepEqual([...new Set(fixture.receipts.map(({ rules }) => rules))], [1, 2]);
});

test('R2, R3: a record written before rules 3 verifies, and every receipt is decided again to the same bytes', async () => {
  const { receipts, broken: found } = await verifyRecord(db, key, brandId);
  assert.deepEqual([receipts, found], [24, null]);
  const differences: unknown[] = [];
  const tzVersion = fixture.receipts[0]?.tz_version ?? '';
  const judged = await replayRecord({ db, timelines: new Timelines(), tzVersion }, brandId, (d) => differences.push(d));
  assert.deepEqual([judged, differences], [24, []]);
});

test('R3: receipts of rules 3 continue an old chain, linked by the SHA-256 of their text, and every changed bit is found', async () => {
  const added = receiptsOfRules3();
  await insert('receipts', added);
  const link = added.at(-1)?.link;
  await owner.query('update ledgers set receipt_number = 27, link = $2 where brand_id = $1', [
    brandId,
    bytes(link ?? ''),
  ]);
  assert.equal(await findBreak(), null);

  const changes = [
    ['rules', 'rules = rules - 1', 'rules = rules + 1'],
    ['reachable', 'reachable = not reachable', 'reachable = not reachable'],
    ['decided_at', "decided_at = decided_at + interval '1 ms'", "decided_at = decided_at - interval '1 ms'"],
    ['link', 'link = set_bit(link, 255, 1 - get_bit(link, 255))', 'link = set_bit(link, 255, 1 - get_bit(link, 255))'],
  ] as const;
  for (const number of [2, 24, 25, 26]) {
    for (const [what, change, undo] of changes) {
      await owner.query(`update receipts set ${change} where brand_id = $1 and number = $2`, [brandId, number]);
      assert.deepEqual(await findBreak(), { kind: 'edited', number }, `${what} of ${number}`);
      await owner.query(`update receipts set ${undo} where brand_id = $1 and number = $2`, [brandId, number]);
    }
  }
  await owner.query('update receipts set number = 28 where brand_id = $1 and number = 27', [brandId]);
  assert.deepEqual(await findBreak(), { kind: 'missing', number: 27 });
  await owner.query('update receipts set number = 27 where brand_id = $1 and number = 28', [brandId]);
  assert.equal(await findBreak(), null);
});

test('R3: receipts of rules 4 to 6 continue the chain of rules 3, and their texts end with the columns that came with them', async () => {
  const last = receiptsOfRules3().at(-1) as Row;
  const contacts = {
    cool_down_days: 7,
    contacted_at: last.decided_at,
    unanswered_after: 2,
    unanswered_at: [last.decided_at],
  };
  const listed = { do_not_call_on: '2026-02-01', consented_on: '2026-01-31' };
  let link: Buffer = (await owner.query('select link from ledgers where brand_id = $1', [brandId])).rows[0].link;
  for (const [rules, columns] of [
    [4, contacts],
    [5, { ...contacts, asked_silences: [] }],
    [6, { ...contacts, asked_silences: [], ...listed }],
  ] as const) {
    const next = { ...last, ...columns, id: uuidv7(), rules, number: 24 + rules } as Row;
    link = linkOver(link, next.number, digestOf(next));
    await insert('receipts', [{ ...next, link: `\\x${link.toString('hex')}` }]);
    await owner.query('update ledgers set receipt_number = $3, link = $2 where brand_id = $1', [
      brandId,
      link,
      next.number,
    ]);
    assert.equal(await findBreak(), null);
  }
  await owner.query('update receipts set consented_on = null where brand_id = $1 and number = 30', [brandId]);
  assert.deepEqual(await findBreak(), { kind: 'edited', number: 30 });
  await owner.query('update receipts set cool_down_days = 8 where brand_id = $1 and number = 28', [brandId]);
  assert.deepEqual(await findBreak(), { kind: 'edited', number: 28 });
});

test('R3: since rules 3 a link can be computed from the digests of the receipts alone', () => {
  const added = receiptsOfRules3();
  let before: Buffer = bytes(fixture.receipts.at(-1)?.link ?? '');
  for (const { number, digest, link } of added.map((row) => ({ ...row, digest: digestOf(row) }))) {
    assert.equal(digest.length, 32);
    before = linkOver(before, number, digest);
    assert.equal(before.toString('hex'), link.slice(2));
  }
});

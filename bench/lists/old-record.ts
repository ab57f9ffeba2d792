/** Makes a brand whose record is years old, so that retention deletes most of it, and measures rows and files. */
import type pg from 'pg';
import { FIRST_LINK } from '#db/core/first-chain-link.ts';
import { type FilledBrand, fillBrand } from './brand-fixture.ts';

const CUSTOMERS = 50_000;
/** The first of 200,000 attempts is nearly four years old. */
const SECONDS_BETWEEN = 600;
const RECEIPTS_DAYS = 365;
const TEXT =
  'Oi, Marina! Aqui é a Ana, da Aurora Paulista. Chegou a sandália que você procurava; quer que eu separe a sua?';
const TABLES = ['receipts', 'attempts', 'handovers'];

export async function fillOldRecord(superuser: pg.Client, attempts: number): Promise<FilledBrand> {
  await superuser.query(`alter table attempts alter column text set default '${TEXT}'`);
  const brand = await fillBrand(superuser, { attempts, customers: CUSTOMERS, secondsBetween: SECONDS_BETWEEN });
  await superuser.query('alter table attempts alter column text drop default');
  await superuser.query('set session_replication_role = origin');
  await superuser.query('set synchronous_commit = on');
  await superuser.query(
    `insert into ledgers (brand_id, link, receipt_number) select $1, $2, max(number) from receipts where brand_id = $1`,
    [brand.brandId, FIRST_LINK],
  );
  await superuser.query('update brands set receipts_days = $2 where brand_id = $1', [brand.brandId, RECEIPTS_DAYS]);
  return brand;
}

export async function countRows(superuser: pg.Client, brandId: string) {
  const { rows } = await superuser.query<{ receipts: number; attempts: number; texts: number }>(
    `select (select count(*)::int from receipts where brand_id = $1) as receipts, count(*)::int as attempts, count(text)::int as texts
     from attempts where brand_id = $1`,
    [brandId],
  );
  return rows[0] as { receipts: number; attempts: number; texts: number };
}

/** The size of the tables from which retention deletes, with their indexes, in megabytes. */
export async function fileMegabytes(superuser: pg.Client): Promise<number> {
  const { rows } = await superuser.query(
    'select sum(pg_total_relation_size(t::regclass)) as bytes from unnest($1::text[]) t',
    [TABLES],
  );
  return Number(rows[0].bytes) / 1_000_000;
}

export async function vacuum(superuser: pg.Client, isFull: boolean): Promise<void> {
  for (const table of TABLES) await superuser.query(`vacuum ${isFull ? '(full)' : ''} ${table}`);
}

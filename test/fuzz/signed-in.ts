/** Signs in each role, and restores the sessions after requests that ended or locked them. */
import type pg from 'pg';
import type { Client } from '#kit/client.ts';
import type { Product } from '#kit/demo-server.ts';
import { CALLERS, type Caller } from '#rules/people/access-table.ts';

export const ROLES = CALLERS;
export type Role = Caller;

export interface SignedIn {
  /** The `Cookie` header of a role. */
  readonly cookies: Readonly<Record<Role, string>>;
  /** Restores sessions that were signed out, ended turns, locked PINs and slowed sign-ins. */
  readonly restore: () => Promise<void>;
}

export async function signInAll(product: Product): Promise<SignedIn> {
  const held = await product.held('paulista@aurora.example', '1111');
  const manager = await product.held('paulista@aurora.example', '9999');
  const brand = await product.person('gestao@aurora.example');
  const support = await product.person('suporte@oto.example');
  const store = await product.person('paulista@aurora.example');
  const cookies = {
    seller: cookieOf(held),
    store_manager: cookieOf(manager),
    brand_manager: cookieOf(brand),
    support: cookieOf(support),
    device: cookieOf(store),
    nobody: '',
  };
  return { cookies, restore: await createRestore(product.owner) };
}

function cookieOf({ cookies }: Client): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

async function createRestore(owner: pg.Pool): Promise<() => Promise<void>> {
  const { rows: sessions } = await owner.query('select json_agg(s) as all from auth.session s');
  const { rows: turns } = await owner.query('select array_agg(id) as ids from turns where ended_at is null');
  // The calls run one after the other: two at the same time could lock the same rows in different orders.
  let last: Promise<void> = Promise.resolve();
  const restore = async () => {
    await owner.query(
      `with back as (
         insert into auth.session select * from json_populate_recordset(null::auth.session, $1) on conflict do nothing
       ), ended as (
         update turns set ended_at = ends_at, ended_how = 'idle' where ended_at is null and id <> all ($2)
       ), unlocked as (delete from pin_locks), quick as (delete from pin_waits), unmetered as (delete from auth.throttles)
       update pins set wrong = 0 where wrong > 0`,
      [JSON.stringify(sessions[0].all), turns[0].ids],
    );
    await owner.query(
      `update turns set ended_at = null, ended_how = null, ends_at = now() + interval '1 day' where id = any ($1)`,
      [turns[0].ids],
    );
  };
  return () => {
    last = last.then(() => repeatAfterDeadlock(restore));
    return last;
  };
}

/** A request of the run that ends turns may lock them in another order; PostgreSQL then ends one of the two, at times this one. */
async function repeatAfterDeadlock(restore: () => Promise<void>, triesLeft = 5): Promise<void> {
  try {
    await restore();
  } catch (error) {
    if ((error as { code?: string }).code !== '40P01' || triesLeft === 0) throw error;
    await repeatAfterDeadlock(restore, triesLeft - 1);
  }
}

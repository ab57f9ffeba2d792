/** Sends seeded random requests for every operation of `openapi.json` as every role; none may make the server fail. */
import assert from 'node:assert/strict';
import process from 'node:process';
import { after, test } from 'node:test';
import { type Chance, chanceOf } from '#chaos/seeded-random.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { type Operation, readOperations } from './operations.ts';
import { type FuzzRequest, requestFor } from './requests.ts';
import type { Ids } from './samples.ts';
import { type RawAnswer, sender } from './send.ts';
import { ROLES, type Role, signInAll } from './signed-in.ts';

const CALLS = process.env.OTO_TEST_ALL ? 20_000 : 2_000;
const SEED = Number(process.env.OTO_FUZZ_SEED ?? 11);
const AT_ONCE = 4;
/** Paths of requests that may end a session, lock a PIN or slow a sign-in. */
const ENDS_SESSIONS = /session|unlock/;

const product = await startDemoServer();
await product.at('2026-11-20T15:00:00.000Z');
const operations = await readOperations(product.device());
const { cookies, restore } = await signInAll(product);
const { send, close } = sender(product.base);
after(close);

/** Reads ids of rows that the signed-in roles may act on, the newest first. */
async function knownIds(): Promise<Ids> {
  const { rows } = await product.owner.query(`
    with b as (select brand_id, store_id from people where name = 'Ana Lima'),
    open as (select s.id, customer_id from suggestions s join people p on p.id = s.seller_id
      where state = 'open' and p.store_id = (select store_id from b) order by s.id desc limit 60)
    select
      array(select brand_id::text from b) as brand,
      array(select id::text from stores where brand_id = (select brand_id from b)) as store,
      array(select id::text from people where store_id = (select store_id from b)) as person,
      array(select customer_id::text from open) as customer,
      array(select id::text from open) as suggestion,
      array(select h.attempt_id::text from holds h where h.brand_id = (select brand_id from b)
        order by h.held_at desc limit 20)
        || array(select a.id::text from attempts a where a.brand_id = (select brand_id from b)
          order by a.id desc limit 20) as attempt,
      array(select id::text from tickets order by id desc limit 20) as ticket,
      array(select id::text from leads order by id desc limit 20) as lead,
      array(select "id"::text from auth.session order by "id" desc limit 20) as session,
      array(select id::text from portfolio_moves order by id desc limit 20) as move,
      array(select id::text from absences order by id desc limit 20) as absence,
      array(select id::text from asked_silences order by id desc limit 20) as silence,
      array(select id::text from campaigns where brand_id = (select brand_id from b)) as campaign,
      array(select id::text from imports order by id desc limit 20) as import`);
  return rows[0];
}

/** Returns the operations in rotation; those that hash passwords only every fourth time, because each takes 0.1 s. */
function operationOf(n: number, chance: Chance): Operation {
  const inRotation = operations[n % operations.length] as Operation;
  const isSlow = /^POST .*session/.test(inRotation.name) && Math.floor(n / operations.length) % 4 !== 0;
  return isSlow ? chance.pick(operations) : inRotation;
}

interface Finding {
  readonly role: Role;
  readonly request: FuzzRequest;
  readonly answer: RawAnswer | 'hung';
}

function isFault(answer: RawAnswer | 'hung'): boolean {
  if (answer === 'hung' || answer.status >= 500) return true;
  return answer.status >= 400 && !isProblem(answer);
}

function isProblem({ contentType, text, status }: RawAnswer): boolean {
  if (!contentType.startsWith('application/problem+json')) return false;
  const body = JSON.parse(text);
  return body.status === status && String(body.type).startsWith('/problems/');
}

test(`none of ${CALLS} seeded requests over every operation and role gets a 5xx, hangs, or is refused without a problem`, async (t) => {
  const chance = chanceOf(SEED);
  const counts = new Map<string, number>();
  const served = new Set<string>();
  /** The roles that each operation admitted; most requests are made as one of these roles. */
  const admitted = new Map<string, Role[]>();
  const findings: Finding[] = [];
  let ids = await knownIds();
  let left = CALLS;
  const sendOne = async (n: number) => {
    const operation = operationOf(n, chance);
    const role = chance.happens(80) ? chance.pick(admitted.get(operation.name) ?? ROLES) : chance.pick(ROLES);
    const request = requestFor(operation, chance, ids);
    const answer = await send(request, cookies[role]);
    const status = answer === 'hung' ? answer : `${Math.floor(answer.status / 100)}xx`;
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (status === '2xx') served.add(operation.name);
    if (answer !== 'hung' && ![400, 401, 403, 429].includes(answer.status)) {
      admitted.set(operation.name, [...new Set([...(admitted.get(operation.name) ?? []), role])]);
    }
    if (isFault(answer)) findings.push({ role, request, answer });
    if (ENDS_SESSIONS.test(operation.path)) await restore();
    if (n % 500 === 0) ids = await knownIds();
  };
  const began = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) await sendOne(left--);
    }),
  );
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const statuses = [...counts].sort().map(([status, count]) => `${status} ${count}`);
  const figures = `${CALLS} calls, ${operations.length} operations, seed ${SEED}, ${seconds} s: ${statuses.join(', ')}`;
  console.log(`fuzz: ${figures}; ${served.size} operations answered 2xx at least once`);
  t.diagnostic(figures);
  assert.deepEqual(findings.slice(0, 20).map(describeFinding), []);
});

function describeFinding({ role, request, answer }: Finding): string {
  const { method, path, headers, body } = request;
  const seen = answer === 'hung' ? answer : `${answer.status} ${answer.contentType} ${answer.text.slice(0, 120)}`;
  const sent = `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 200)} ${String(body).slice(0, 400)}`;
  return `${role}: ${sent} → ${seen}`;
}

/**
 * Support's heavy requests run in worker processes, are bounded for each person, and the processes end when they are
 * idle.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { Collision } from '#db/core/connection/unreachable.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { type PolicyEngine, runPolicyTask } from '#flows/policy/policy-tasks.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aPublication } from '#kit/publication-body.ts';
import { hostClock } from '#main/core/clock.ts';
import { impactEngine } from '#main/policy/impact-engine.ts';
import { policyEngine } from '#main/policy/policy-engine.ts';
import { createSupportAccount } from '#main/sign-in/accounts.ts';
import { createAuth } from '#main/sign-in/auth.ts';
import { DEFAULT_POLICY, parsePolicy } from '#rules/policy/policy.ts';

const closers: (() => Promise<unknown>)[] = [];
after(() => Promise.all(closers.map((close) => close())));
const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const support = await product.person('suporte@oto.example');
const { body: brands } = await support.get('/api/v1/brands');
const [aurora] = brands.items;
const hours = `/api/v1/brands/${aurora.id}/quiet-hours`;

/** The largest policy that is allowed: eight windows every day and a hundred exceptions of eight windows each. */
const windows = Array.from({ length: 8 }, (_, i) => ({ start: timeOf(i * 170), end: timeOf(i * 170 + 90) }));
const heavy = {
  windows: windows.map((window) => ({ ...window, days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] })),
  exceptions: Array.from({ length: 100 }, (_, i) => ({
    date: new Date(Date.UTC(2026, 10, 25) + i * 3 * 86_400_000).toISOString().slice(0, 10),
    windows,
  })),
  clocks: 'store-and-customer',
};
const PREVIEWS = 12;

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Creates twelve support accounts and signs in each. */
async function signInTwelve() {
  const { accounts, close } = createAuth({
    url: urlOf('oto_auth', product.logins),
    cookieKeys: ['a key for making accounts only, of enough length'],
    hostNow: () => hostClock.now(),
    onError: () => undefined,
  });
  closers.push(close);
  const people = [];
  for (let i = 0; i < PREVIEWS; i++) {
    const email = `suporte${i}@oto.example`;
    await createSupportAccount(accounts, { email, name: `Suporte ${i}`, password: 'suporte-demo' });
    people.push(await product.person(email));
  }
  return people;
}

test('while twelve people preview the largest policy, the server answers more than ten other requests for each preview', async () => {
  const people = await signInTwelve();
  let done = false;
  let healthy = 0;
  const previews = Promise.all(
    people.map((person) =>
      person.post(`${hours}/preview`, { policy: heavy, effective: 'next-quiet-start', impact: false }),
    ),
  ).finally(() => {
    done = true;
  });
  while (!done) {
    const { status } = await support.get('/healthz');
    if (status === 200) healthy++;
  }
  for (const { status, body } of await previews) {
    assert.equal(status, 200);
    assert.ok(body.week.length > 0);
  }
  // With previews on the server's own thread, one or a few answers fit between two previews.
  assert.ok(
    healthy > 10 * PREVIEWS,
    `${healthy} answers while ${PREVIEWS} previews were computed: the previews block the server’s thread`,
  );
});

test('of one person’s many previews at once some are answered, at most half, and the others are refused with 429 and a sentence', async () => {
  const answers = await Promise.all(
    Array.from({ length: PREVIEWS }, () => support.post(`${hours}/preview`, { policy: heavy, impact: false })),
  );
  const answered = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ status }) => status === 429);
  assert.equal(answered.length + refused.length, PREVIEWS);
  assert.ok(answered.length >= 2 && answered.length <= PREVIEWS / 2, `${answered.length} were answered`);
  for (const { body, headers } of refused) {
    assert.match(body.detail, /Aguarde um pouco e tente de novo/);
    assert.ok(Number(headers.get('retry-after')) >= 1);
  }
});

test('a worker process computes the same as the caller’s process would, also after a failed task', async () => {
  const parsed = parsePolicy(heavy);
  assert.ok(parsed.ok);
  const engine = policyEngine();
  closers.push(engine.close);
  const store = { id: 'a', name: 'A', state: 'SP', zone: 'America/Sao_Paulo', hours: [] };
  const input = { policy: parsed.policy, stores: [store], zone: store.zone, at: 1_795_000_000_000, timeline: null };
  assert.deepEqual(await engine.compute('publication', input), runPolicyTask('publication', input));
  await assert.rejects(engine.compute('preview', { ...input, stores: null as never, from: 0 }), /\w/);
  assert.deepEqual(await engine.compute('publication', input), runPolicyTask('publication', input));
});

test('worker processes end after a time without tasks, and start again for the next task', async () => {
  const policies = policyEngine({ idleMs: 1 });
  const impacts = impactEngine({ url: urlOf('oto_runtime', product.logins), idleMs: 1 });
  closers.push(policies.close, impacts.close);
  const question = { brandId: aurora.id, from: 1_794_900_000_000, until: 1_795_000_000_000, policy: DEFAULT_POLICY };
  for (let round = 0; round < 2; round++) {
    await policies.compute('recommendation', { stores: [], zone: 'America/Sao_Paulo', at: question.until });
    await impacts.ask(question);
    // If the processes do not end, the test's own time limit ends this loop.
    while (policies.size() + impacts.size() > 0) await turn();
  }
});

test('processes that were started ahead of a task carry it out, and end like others when no task comes', async () => {
  const impacts = impactEngine({ url: urlOf('oto_runtime', product.logins), idleMs: 1 });
  closers.push(impacts.close);
  impacts.warm();
  assert.equal(impacts.size(), 2);
  while (impacts.size() > 0) await turn();
  impacts.warm();
  const question = { brandId: aurora.id, from: 1_794_900_000_000, until: 1_795_000_000_000, policy: DEFAULT_POLICY };
  await impacts.ask(question);
  while (impacts.size() > 0) await turn();
});

/** Publishes for a new brand; `meanwhile` runs after each check of the publication and before its transaction. */
async function publishWhile(meanwhile: (brandId: string, checks: number) => Promise<unknown>) {
  const { brandId } = await aBrand(product.owner, { policy: null });
  const flowDeps = createFlowDeps(product.db, '2026-11-23T15:00:00.000Z');
  let checks = 0;
  const compute: PolicyEngine['compute'] = async (...task) => {
    const result = await flowDeps.policyEngine.compute(...task);
    await meanwhile(brandId, ++checks);
    return result;
  };
  const author = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };
  const deps = { ...flowDeps, policyEngine: { compute } };
  const answer = await publishPolicy(deps, brandId, aPublication(DEFAULT_POLICY), author).catch(
    (error: unknown) => error,
  );
  return { answer, checks: () => checks };
}

const renameStores = (brandId: string, name: string) =>
  product.owner.query('update stores set name = $2 where brand_id = $1', [brandId, name]);

test('a publication is checked again if a store changes during the check', async () => {
  const { answer, checks } = await publishWhile(async (brandId, count) => {
    if (count === 1) await renameStores(brandId, 'Mudou');
  });
  assert.equal((answer as { kind: string }).kind, 'published');
  assert.equal(checks(), 2);
});

test('a publication whose stores change during each of five checks ends with a Collision and publishes nothing', async () => {
  let id = '';
  const { answer, checks } = await publishWhile((brandId, count) => {
    id = brandId;
    return renameStores(brandId, `Mudou ${count}`);
  });
  assert.ok(answer instanceof Collision);
  assert.equal(checks(), 5);
  const { rows } = await product.owner.query('select from policy_events where brand_id = $1', [id]);
  assert.equal(rows.length, 0);
});

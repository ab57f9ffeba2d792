/**
 * One attempt, from the wish to the answer, on a real database: what each kind of wish is answered and what is stored
 * of it.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import type { AttemptWish } from '#flows/contact/attempt-wish.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { changePlan, publishPolicy, resumePolicy, suspendPolicy } from '#flows/policy/change-policy.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aPublication } from '#kit/publication-body.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';

const { db, owner } = await withDatabase();

const OPEN = '2026-11-23T15:00:00.000Z';
const QUIET = '2026-11-24T01:14:00.000Z';
const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };

function wish(customerId: string, more: Partial<AttemptWish> = {}): AttemptWish {
  return {
    key: uuidv7(),
    customerId,
    origin: null,
    suggestionId: null,
    text: 'Oi, Marina!',
    attemptId: null,
    acknowledgement: null,
    because: null,
    hold: null,
    ...more,
  };
}

async function count(table: string, brandId: string, where = 'true'): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as n from ${table} where brand_id = $1 and ${where}`, [
    brandId,
  ]);
  return rows[0].n;
}

test('D12: a suggestion in open hours is handed over with its text and a link valid for two minutes, and becomes done', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const answer = await attemptContact(flowDeps, brand.ana, wish(customer, { suggestionId }));
  assert.equal(answer.kind, 'allowed');
  assert.ok(answer.kind === 'allowed');
  assert.match(answer.url ?? '', /^https:\/\/wa\.me\/55119\d{8}\?text=Oi%2C%20Marina!$/);
  assert.equal(answer.validUntil, flowDeps.now() + 120_000);
  assert.equal(answer.attempt.state, 'handed_over');
  assert.equal(await count('suggestions', brand.brandId, "state = 'done'"), 1);
  assert.equal(await count('handovers', brand.brandId), 1);
  assert.equal(await count('customers', brand.brandId, 'last_contact_at is not null'), 1);
});

test('D3, D14: a suggestion in quiet hours is refused with a reason and the opening, is not handed over and stays open', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, QUIET);
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const answer = await attemptContact(flowDeps, brand.ana, wish(customer, { suggestionId }));
  assert.ok(answer.kind === 'refused');
  assert.equal(answer.reason, 'quiet_hours');
  assert.equal(answer.decision.opensAt, Date.parse('2026-11-24T11:00:00.000Z'));
  assert.equal(await count('handovers', brand.brandId), 0);
  assert.equal(await count('suggestions', brand.brandId, "state = 'open'"), 1);
  assert.equal(await count('receipts', brand.brandId, "verdict = 'block'"), 1);
  assert.equal(await count('customers', brand.brandId, 'last_contact_at is not null'), 0);
});

test('D13: a profile contact in quiet hours is warned; going on writes a second receipt of the same attempt and one hand-over', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, QUIET);
  const customer = await brand.customer(brand.ana);
  const warned = await attemptContact(flowDeps, brand.ana, wish(customer));
  assert.ok(warned.kind === 'warned');
  const { token } = warned.acknowledgement;
  const gone = await attemptContact(flowDeps, brand.ana, wish(customer, { acknowledgement: token }));
  assert.ok(gone.kind === 'allowed');
  assert.equal(gone.attempt.id, warned.attempt.id);
  assert.equal(gone.decision.acknowledged, true);
  assert.equal(await count('receipts', brand.brandId), 2);
  assert.equal(await count('handovers', brand.brandId), 1);
  const { rows } = await owner.query('select token_hash from acknowledgements where brand_id = $1', [brand.brandId]);
  assert.ok(
    rows.every((row) => row.token_hash.toString() !== token),
    'only a hash of the token is stored',
  );
});

test('D13: a token works once, for two minutes, for one person and one text; any other use is warned again', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, QUIET);
  const customer = await brand.customer(brand.ana);
  const warn = async () => {
    const answer = await attemptContact(flowDeps, brand.ana, wish(customer));
    assert.ok(answer.kind === 'warned');
    return answer.acknowledgement.token;
  };
  const otherText = await attemptContact(
    flowDeps,
    brand.ana,
    wish(customer, { acknowledgement: await warn(), text: 'Promo!' }),
  );
  assert.equal(otherText.kind, 'warned');

  const token = await warn();
  const otherPerson = await attemptContact(flowDeps, brand.bruno, wish(customer, { acknowledgement: token }));
  assert.equal(otherPerson.kind, 'attempt_closed');

  const late = await warn();
  flowDeps.moveTo('2026-11-24T01:16:00.000Z');
  const tooLate = await attemptContact(flowDeps, brand.ana, wish(customer, { acknowledgement: late }));
  assert.equal(tooLate.kind, 'warned');

  const once = await warn();
  assert.equal((await attemptContact(flowDeps, brand.ana, wish(customer, { acknowledgement: once }))).kind, 'allowed');
  const twice = await attemptContact(flowDeps, brand.ana, wish(customer, { acknowledgement: once }));
  assert.equal(twice.kind, 'warned');
  assert.equal(await count('handovers', brand.brandId, 'withdrawn_at is null'), 1);
});

test('D13: a token from before a new version is warned again, and a customer who has asked to stop since is refused', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, QUIET);
  const customer = await brand.customer(brand.ana);
  const first = await attemptContact(flowDeps, brand.ana, wish(customer));
  assert.ok(first.kind === 'warned');
  await publishPolicy(
    flowDeps,
    brand.brandId,
    aPublication({ windows: [{ start: '21:00', end: '09:00', days: DEFAULT_POLICY.windows[0]?.days }] }),
    SUPPORT,
  );
  const again = await attemptContact(
    flowDeps,
    brand.ana,
    wish(customer, { acknowledgement: first.acknowledgement.token }),
  );
  assert.ok(again.kind === 'warned');
  await owner.query('update customers set opted_out_at = $2 where id = $1', [customer, QUIET]);
  const stopped = await attemptContact(
    flowDeps,
    brand.ana,
    wish(customer, { acknowledgement: again.acknowledgement.token }),
  );
  assert.ok(stopped.kind === 'refused');
  assert.equal(stopped.reason, 'opted_out');
});

test('a profile contact after a refused suggestion is warned, marked afterRefusal, and completes the suggestion ("Origins")', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, QUIET);
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  await attemptContact(flowDeps, brand.ana, wish(customer, { suggestionId }));
  const warned = await attemptContact(flowDeps, brand.ana, wish(customer, { origin: 'profile' }));
  assert.ok(warned.kind === 'warned');
  assert.equal(warned.decision.afterRefusal, true);
  const gone = await attemptContact(
    flowDeps,
    brand.ana,
    wish(customer, { acknowledgement: warned.acknowledgement.token }),
  );
  assert.equal(gone.kind, 'allowed');
  assert.equal(await count('suggestions', brand.brandId, "state = 'done'"), 1);
});

test('a wish that claims the profile but names a suggestion is refused as a suggestion, and the receipt records the claim', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, QUIET);
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const answer = await attemptContact(flowDeps, brand.ana, wish(customer, { suggestionId, origin: 'profile' }));
  assert.equal(answer.kind, 'refused');
  assert.equal(await count('receipts', brand.brandId, "origin = 'suggestion' and origin_claimed = 'profile'"), 1);
});

test('the same key and body get the same answer and one contact; another body is refused; a lapsed link is not given again', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const customer = await brand.customer(brand.ana);
  const asked = wish(customer);
  const first = await attemptContact(flowDeps, brand.ana, asked);
  const second = await attemptContact(flowDeps, brand.ana, asked);
  assert.ok(first.kind === 'allowed' && second.kind === 'allowed');
  assert.deepEqual(second, first);
  assert.equal(await count('attempts', brand.brandId), 1);
  assert.equal(await count('handovers', brand.brandId), 1);
  assert.equal((await attemptContact(flowDeps, brand.ana, { ...asked, text: 'Outra' })).kind, 'key_reused');
  flowDeps.moveTo('2026-11-23T15:02:00.000Z');
  const late = await attemptContact(flowDeps, brand.ana, asked);
  assert.ok(late.kind === 'allowed');
  assert.deepEqual([late.url, late.lapsed, late.attempt.id], [null, true, first.attempt.id]);
});

test('fifty simultaneous requests with one key make one hand-over', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const asked = wish(await brand.customer(brand.ana));
  const answers = await Promise.all(Array.from({ length: 50 }, () => attemptContact(flowDeps, brand.ana, asked)));
  const kinds = new Set(answers.map(({ kind }) => kind));
  assert.ok(kinds.has('allowed'));
  assert.ok(
    [...kinds].every((kind) => kind === 'allowed' || kind === 'in_progress'),
    [...kinds].join(),
  );
  assert.equal(await count('handovers', brand.brandId), 1);
  assert.equal(await count('receipts', brand.brandId), 1);
});

test('T1, C1, D12: 19:59:59.999 is open and the link ends at 20:00; 20:00:00.000 is quiet; Manaus is an hour behind', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, '2026-11-23T22:59:59.999Z');
  const [here, there] = [await brand.customer(brand.ana), await brand.customer(brand.davi)];
  const before = await attemptContact(flowDeps, brand.ana, wish(here));
  assert.ok(before.kind === 'allowed');
  assert.equal(before.validUntil, Date.parse('2026-11-23T23:00:00.000Z'));
  flowDeps.moveTo('2026-11-23T23:00:00.000Z');
  assert.equal((await attemptContact(flowDeps, brand.ana, wish(here))).kind, 'warned');
  assert.equal((await attemptContact(flowDeps, brand.davi, wish(there))).kind, 'allowed');
});

test('D9, D10: a brand whose plan has no quiet hours is allowed at night, and its receipts say that no policy counted', async () => {
  const brand = await aBrand(owner, { plan: 'starter' });
  const flowDeps = createFlowDeps(db, QUIET);
  const answer = await attemptContact(flowDeps, brand.ana, wish(await brand.customer(brand.ana)));
  assert.ok(answer.kind === 'allowed');
  assert.equal(answer.decision.quietHours, 'inactive');
  assert.equal(await count('receipts', brand.brandId, 'policy_version is null'), 1);
});

test('A5, A7, D10: a new version, a suspension, a resumption and a lost plan count from the very next decision', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, QUIET);
  const customer = await brand.customer(brand.ana);
  const verdict = async () => (await attemptContact(flowDeps, brand.ana, wish(customer))).kind;
  assert.equal(await verdict(), 'warned');
  await suspendPolicy(flowDeps, brand.brandId, null, SUPPORT);
  assert.equal(await verdict(), 'allowed');
  await resumePolicy(flowDeps, brand.brandId, SUPPORT);
  assert.equal(await verdict(), 'warned');
  const days = DEFAULT_POLICY.windows[0]?.days;
  const later = aPublication({ windows: [{ days, start: '23:00', end: '08:00' }] });
  await publishPolicy(flowDeps, brand.brandId, later, SUPPORT);
  assert.equal(await verdict(), 'allowed');
  await publishPolicy(flowDeps, brand.brandId, aPublication(DEFAULT_POLICY), SUPPORT);
  assert.equal(await verdict(), 'warned');
  await changePlan(flowDeps, brand.brandId, 'starter', SUPPORT);
  assert.equal(await verdict(), 'allowed');
  await changePlan(flowDeps, brand.brandId, 'growth', SUPPORT);
  assert.equal(await verdict(), 'allowed', 'an upgrade does not switch quiet hours on');
  assert.equal((await resumePolicy(flowDeps, brand.brandId, SUPPORT)).kind, 'done');
  assert.equal(await verdict(), 'warned');
});

test('S1: at any instant all stores of a brand, whatever their zones, are under the same version', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const days = DEFAULT_POLICY.windows[0]?.days;
  const next = aPublication({ windows: [{ days, start: '19:00', end: '08:00' }] }, Date.parse(QUIET));
  await publishPolicy(flowDeps, brand.brandId, next, SUPPORT);
  const versions = async () => {
    const sellers = [brand.ana, brand.davi];
    const asked = sellers.map(async (of) => attemptContact(flowDeps, of, wish(await brand.customer(of))));
    return (await Promise.all(asked)).map((answer) => 'decision' in answer && answer.decision.policyVersion);
  };
  flowDeps.moveTo(new Date(Date.parse(QUIET) - 1).toISOString());
  assert.deepEqual(await versions(), [1, 1]);
  flowDeps.moveTo(QUIET);
  assert.deepEqual(await versions(), [2, 2]);
});

test('R4: if the commit fails, neither receipt nor hand-over exists, and the same key starts a new attempt', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const asked = wish(await brand.customer(brand.ana));
  // The trigger fails at COMMIT, after everything has been written.
  await owner.query(`
    create function refuse_at_commit() returns trigger language plpgsql as $$ begin raise exception 'no commit'; end $$;
    create constraint trigger no_commit after insert on receipts deferrable initially deferred
      for each row when (new.brand_id = '${brand.brandId}') execute function refuse_at_commit()`);
  try {
    await assert.rejects(attemptContact(flowDeps, brand.ana, asked), /no commit/);
  } finally {
    await owner.query('drop trigger no_commit on receipts; drop function refuse_at_commit()');
  }
  for (const table of ['receipts', 'handovers', 'attempts', 'idempotency_keys', 'live_events']) {
    assert.equal(await count(table, brand.brandId), 0, table);
  }
  assert.equal(await count('ledgers', brand.brandId, 'receipt_number = 0'), 1);

  assert.equal((await attemptContact(flowDeps, brand.ana, asked)).kind, 'allowed');
  assert.equal(await count('receipts', brand.brandId, 'number = 1'), 1);
  assert.equal(await count('handovers', brand.brandId), 1);
});

test('A5: after a publication has been answered, no decision commits under an older version', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const customers = await Promise.all(Array.from({ length: 24 }, () => brand.customer(brand.ana)));
  const allDay = { windows: [{ days: DEFAULT_POLICY.windows[0]?.days, start: '00:00', end: '24:00' }] };
  let published = Number.POSITIVE_INFINITY;
  const racing = customers.map(async (customer, i) => {
    if (i === 8) {
      const answer = await publishPolicy(flowDeps, brand.brandId, aPublication(allDay), SUPPORT);
      assert.equal(answer.kind, 'published');
      published = await count('receipts', brand.brandId);
    }
    return attemptContact(flowDeps, brand.ana, wish(customer));
  });
  await Promise.all(racing);
  const { rows } = await owner.query('select number, policy_version from receipts where brand_id = $1', [
    brand.brandId,
  ]);
  assert.equal(rows.length, 24);
  for (const { number, policy_version } of rows) {
    if (number > published)
      assert.equal(policy_version, 2, `receipt ${number} was written after the publication was answered`);
  }
});

test('D14: the outcome "not sent" undoes the contact: the suggestion is open again and the hand-over withdrawn', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const sent = await attemptContact(flowDeps, brand.ana, wish(customer, { suggestionId }));
  assert.ok(sent.kind === 'allowed');
  const said = await recordOutcome(flowDeps, brand.ana, sent.attempt.id, 'not_sent');
  assert.ok(said.kind === 'said');
  assert.equal(said.attempt.state, 'abandoned');
  assert.equal(await count('suggestions', brand.brandId, "state = 'open'"), 1);
  assert.equal(await count('handovers', brand.brandId, 'withdrawn_at is null'), 0);
  assert.equal(await count('customers', brand.brandId, 'last_contact_at is not null'), 0);
});

test('D2: the outcome "asked to stop" stops the number at once for every seller of the brand', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const customer = await brand.customer(brand.ana);
  const sent = await attemptContact(flowDeps, brand.ana, wish(customer));
  assert.ok(sent.kind === 'allowed');
  await recordOutcome(flowDeps, brand.ana, sent.attempt.id, 'stop');
  const next = await attemptContact(flowDeps, brand.bruno, wish(customer));
  assert.ok(next.kind === 'refused');
  assert.equal(next.reason, 'opted_out');
  assert.equal(await count('opt_outs', brand.brandId), 1);
});

test('D1: a wrong number is not contacted again; only the attempt’s seller or a manager may give the outcome', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const customer = await brand.customer(brand.ana);
  const sent = await attemptContact(flowDeps, brand.ana, wish(customer));
  assert.ok(sent.kind === 'allowed');
  assert.equal((await recordOutcome(flowDeps, brand.bruno, sent.attempt.id, 'sent')).kind, 'not_found');
  assert.equal((await recordOutcome(flowDeps, brand.carla, sent.attempt.id, 'wrong_number')).kind, 'said');
  const next = await attemptContact(flowDeps, brand.ana, wish(customer));
  assert.ok(next.kind === 'refused');
  assert.equal(next.reason, 'customer_unavailable');
});

test('a seller gets a decision only for their own store, for their own open suggestion, and for their own portfolio where the brand asks for that', async () => {
  const brand = await aBrand(owner, { portfolioOnly: true });
  const flowDeps = createFlowDeps(db, OPEN);
  const anasCustomer = await brand.customer(brand.ana);
  const mine = await brand.suggestion(brand.ana, anasCustomer);
  assert.equal((await attemptContact(flowDeps, brand.davi, wish(anasCustomer))).kind, 'other_store');
  const others = await attemptContact(flowDeps, brand.bruno, wish(anasCustomer));
  assert.deepEqual(others, { kind: 'not_in_portfolio', customerName: 'Marina Alves', sellerName: 'Ana Lima' });
  assert.equal(
    (await attemptContact(flowDeps, brand.carla, wish(anasCustomer))).kind,
    'allowed',
    'a manager may contact any portfolio',
  );
  assert.equal(
    (await attemptContact(flowDeps, brand.ana, wish(anasCustomer, { suggestionId: uuidv7() }))).kind,
    'not_found',
  );
  await attemptContact(flowDeps, brand.ana, wish(anasCustomer, { suggestionId: mine }));
  assert.equal(
    (await attemptContact(flowDeps, brand.ana, wish(anasCustomer, { suggestionId: mine }))).kind,
    'suggestion_closed',
  );
  assert.equal((await attemptContact(flowDeps, brand.ana, wish(uuidv7()))).kind, 'not_found');
});

test('a customer of another brand is not found, and no receipt is written', async () => {
  const [one, other] = [await aBrand(owner), await aBrand(owner)];
  const flowDeps = createFlowDeps(db, OPEN);
  const foreignCustomer = await other.customer(other.ana);
  assert.equal((await attemptContact(flowDeps, one.ana, wish(foreignCustomer))).kind, 'not_found');
  assert.equal(await count('receipts', one.brandId), 0);
});

/**
 * An import that changes stores, sellers or customers changes the holds concerned: a hold moves to a later minute
 * where it must, and ends where its seller can no longer send it (H3, H6).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { ImportKind } from '#contract/import/import-report.ts';
import { importFile } from '#flows/import/import-file.ts';
import { aBrand, NUMBER_KEY } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';

const { db, owner } = await withDatabase();

/** Monday 23 November, 22:14 in São Paulo. */
const NIGHT = '2026-11-24T01:14:00.000Z';

async function holdOne(passedOn = false) {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  const flowDeps = createFlowDeps(db, NIGHT);
  const customer = await brand.customer(brand.ana, { code: 'C1' });
  await owner.query("update people set code = split_part(name, ' ', 1) where brand_id = $1", [brand.brandId]);
  const held = await hold(flowDeps, brand.ana, customer);
  if (passedOn) {
    await owner.query('update holds set passed_by = $2 where attempt_id = $1', [held.attempt.id, brand.carla.personId]);
  }
  const deps = { db, now: flowDeps.now, newId: uuidv7, numberKey: NUMBER_KEY };
  return {
    brand,
    flowDeps,
    customer,
    held,
    async importAndDispatch(kind: ImportKind, file: string) {
      const wish = { brandId: brand.brandId, kind, file: Buffer.from(file), skipBadRows: false };
      const report = await importFile(deps, wish);
      assert.deepEqual(report.kind === 'read' && [report.faults, report.written], [[], true]);
      await dispatch(flowDeps, brand.brandId);
      return holdRow(owner, held.attempt.id);
    },
  };
}

const CUSTOMER_HEADER = 'codigo;nome;loja;vendedor;permite_whatsapp';

test('H6: later store hours move a hold to after the new opening, and importing the same file again moves nothing', async () => {
  const { held, importAndDispatch } = await holdOne();
  const file = 'codigo;nome;cidade;uf;abre;fecha\nPaulista;Paulista;São Paulo;SP;12:00;22:00\n';
  const moved = await importAndDispatch('stores', file);
  assert.ok(moved.due_at >= Date.parse('2026-11-24T15:00:00Z') && moved.due_at > held.heldUntil);
  assert.equal(moved.news, 'moved');
  assert.equal((await importAndDispatch('stores', file)).due_at, moved.due_at);
});

test('H6: a hold of a store that moves to another zone waits for ten o’clock in the new zone', async () => {
  const { importAndDispatch } = await holdOne();
  const file = 'codigo;nome;cidade;uf;fuso;abre;fecha\nPaulista;Paulista;Manaus;AM;America/Manaus;10:00;22:00\n';
  const { due_at } = await importAndDispatch('stores', file);
  assert.ok(due_at >= Date.parse('2026-11-24T14:00:00Z') && due_at < Date.parse('2026-11-24T14:10:00Z'));
});

test('H3: a customer who moves to another seller’s portfolio ends the hold, except one that a manager passed on', async () => {
  const file = `${CUSTOMER_HEADER}\nC1;Marina Alves;Paulista;Bruno;sim\n`;
  const ended = await (await holdOne()).importAndDispatch('customers', file);
  assert.deepEqual([ended.ended_as, ended.end_reason, ended.attempt_state], ['cancelled', 'reassigned', 'cancelled']);
  assert.equal((await (await holdOne(true)).importAndDispatch('customers', file)).state, 'waiting');
});

test('H3: a change of portfolio does not end the hold of the new owner or of a colleague', async () => {
  const { brand, flowDeps, customer, importAndDispatch } = await holdOne();
  const bruno = await hold(flowDeps, brand.bruno, customer);
  const anasHold = await importAndDispatch('customers', `${CUSTOMER_HEADER}\nC1;Marina Alves;Paulista;Bruno;sim\n`);
  assert.equal(anasHold.end_reason, 'reassigned');
  assert.equal((await holdRow(owner, bruno.attempt.id)).state, 'waiting');
});

test('H3: a withdrawn permission ends the hold, and a seller who leaves ends their holds, passed on or not', async () => {
  const refused = await (await holdOne()).importAndDispatch(
    'customers',
    `${CUSTOMER_HEADER}\nC1;Marina Alves;Paulista;Ana;nao\n`,
  );
  assert.deepEqual([refused.ended_as, refused.end_reason], ['cancelled', 'opted_out']);
  for (const passedOn of [false, true]) {
    const { importAndDispatch } = await holdOne(passedOn);
    const left = await importAndDispatch('sellers', 'codigo;nome;loja;ativo\nAna;Ana Lima;Paulista;nao\n');
    assert.deepEqual([left.ended_as, left.end_reason], ['cancelled', 'reassigned']);
  }
});

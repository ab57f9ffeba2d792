/** Property: no merge, undo, re-import or change of a number loses a stop, a listing or an asked silence (D2, D2c, D4b). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { askDecision } from '#flows/contact/ask-decision.ts';
import { changeCustomer } from '#flows/customers/edit/save-customer.ts';
import { mergeCustomer } from '#flows/customers/merge/merge-customer.ts';
import { unmergeCustomer } from '#flows/customers/merge/unmerge-customer.ts';
import { askSilence } from '#flows/customers/silences/ask-silence.ts';
import { importFile } from '#flows/import/import-file.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { aBrand, NUMBER_KEY, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { WEEKDAYS } from '#rules/time/calendar.ts';

const { db, owner } = await withDatabase();

const MORNING = '2026-11-24T13:00:00.000Z';
const PEOPLE = 4;

const place = fc.nat(PEOPLE - 1);
const step = fc.oneof(
  fc.record({ kind: fc.constant('protect' as const), who: place, how: fc.constantFrom('stop', 'list', 'silence') }),
  fc.record({ kind: fc.constant('merge' as const), who: place, into: place }),
  fc.record({ kind: fc.constant('undo' as const), who: place }),
  fc.record({ kind: fc.constant('import' as const), who: place, number: fc.constantFrom('old', 'new') }),
  fc.record({ kind: fc.constant('number' as const), who: place }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const REASON_OF = { stop: 'opted_out', list: 'do_not_call_list', silence: 'customer_asked_silence' } as const;

function actorOf({ turnId, ...person }: Someone): PersonActor {
  return { ...person, kind: 'person', name: 'Gabriela', turnId, sessionKey: 'test' };
}

async function run(steps: readonly Step[]): Promise<void> {
  const brand = await aBrand(owner);
  const deps = { ...createFlowDeps(db, MORNING), numberKey: NUMBER_KEY };
  const actor = actorOf(brand.gestora);
  const ids: string[] = [];
  for (let i = 0; i < PEOPLE; i += 1)
    ids.push(await brand.customer(brand.ana, { code: `C${i}`, name: `Pessoa${i} Alves` }));
  const protections = ids.map(() => new Set<keyof typeof REASON_OF>());
  let numbered = 0;
  const newNumber = () => {
    numbered += 1;
    return `+55119777${String(numbered).padStart(5, '0')}`;
  };
  const rowOf = async (id: string) => (await owner.query('select * from customers where id = $1', [id])).rows[0];
  // The do-not-call list binds a number: a customer who gets another number is free of it (D2c).
  const mayChangeNumber = (who: number) => !protections[who]?.has('list');

  const protect = async (who: number, how: keyof typeof REASON_OF) => {
    const row = await rowOf(ids[who] as string);
    if (row.availability !== 'present') return;
    if (how === 'silence') {
      const answer = await askSilence(deps, actor, row.id, { days: WEEKDAYS, start: '00:00', end: '24:00' });
      if (answer.kind === 'too_many') return;
      assert.equal(answer.kind, 'added');
    } else if (how === 'stop') {
      await owner.query(
        `insert into opt_outs (brand_id, number_hash, stopped_at, source) values ($1, $2, '2026-11-01T12:00:00Z', 'import')
         on conflict do nothing`,
        [brand.brandId, row.number_hash],
      );
      await owner.query(`update customers set opted_out_at = '2026-11-01T12:00:00Z' where id = $1`, [row.id]);
    } else {
      await owner.query(
        `insert into do_not_call_numbers (brand_id, number_hash, first_listed_on) values ($1, $2, '2026-01-01')
         on conflict do nothing`,
        [brand.brandId, row.number_hash],
      );
    }
    protections[who]?.add(how);
  };
  const perform = async (each: Step) => {
    const id = ids[each.who] as string;
    const { code, name, phone, availability } = await rowOf(id);
    switch (each.kind) {
      case 'protect':
        return protect(each.who, each.how as keyof typeof REASON_OF);
      case 'merge': {
        const pair = { fromId: id, intoId: ids[each.into] as string };
        return void (await mergeCustomer(deps, actor, pair, { dryRun: false }));
      }
      case 'undo':
        return void (await unmergeCustomer(deps, actor, id));
      case 'import': {
        const number = each.number === 'new' && mayChangeNumber(each.who) ? newNumber() : phone;
        const file = Buffer.from(`codigo;nome;telefone;loja;aceita\n${code};${name};${number};Paulista;sim\n`);
        return void (await importFile(deps, { brandId: brand.brandId, kind: 'customers', file, skipBadRows: false }));
      }
      case 'number':
        if (availability === 'present' && mayChangeNumber(each.who))
          await changeCustomer(deps, actor, id, { phone: newNumber(), seen: {} });
    }
  };

  for (const each of steps) {
    await perform(each);
    for (const [who, kinds] of protections.entries()) {
      const { id, merged_into: mergedInto } = await rowOf(ids[who] as string);
      const customerId: string = mergedInto ?? id;
      const question = { customerId, origin: 'automation' as const, suggestionId: null, at: null };
      const answer = await askDecision(deps, brand.ana, question);
      assert.ok(answer.kind === 'decided', answer.kind);
      const reasons = new Set(answer.decision.reasons.map(({ reason }) => reason));
      for (const kind of kinds)
        assert.ok(reasons.has(REASON_OF[kind]), `${kind} of C${who} after ${JSON.stringify(each)}`);
    }
  }
}

test('no merge, undo, re-import or change of a number loses a stop, a listing or an asked silence', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), run), {
    numRuns: 25,
    endOnFailure: true,
  });
});

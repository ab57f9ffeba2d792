/** Plans an import of sellers and store managers. New people get a one-time PIN afterwards, outside this transaction. */
import type { Db, Tx } from '#db/core/db.ts';
import { listPeople, type PersonRecord, upsertPeople } from '#db/people/people.ts';
import { lockBrandPeople } from '#db/people/person-changes.ts';
import { listStores } from '#db/people/stores.ts';
import type { SellerField } from '#flows/import/read/columns.ts';
import { readYesNo } from '#flows/import/read/read-cell.ts';
import type { Row, Table } from '#flows/import/read/read-table.ts';
import { endHolds } from '#flows/import/write/end-holds.ts';
import { codeKey } from '#rules/core/code-key.ts';
import { plainWords } from '#rules/core/plain-words.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Findings } from './findings.ts';
import { byCodeKey, type ImportTerms, type SmallPlan } from './import-plan.ts';
import { planByCode } from './plan-by-code.ts';

/**
 * Plans the changes. A person who exists already, by code, is changed. The import deletes nobody: the file marks people
 * who left as inactive.
 */
export async function planSellers(
  db: Db,
  { brandId, newId, now }: ImportTerms,
  table: Table<SellerField>,
  findings: Findings<SellerField>,
): Promise<SmallPlan> {
  const [stores, known] = await Promise.all([db.run(listStores, { brandId }), db.run(listPeople, { brandId })]);
  const storeOf = byCodeKey(stores);
  return planByCode<SellerField, PersonRecord>({
    table,
    findings,
    known,
    newId,
    readRecord: (row) => readSeller(row, storeOf, findings),
    valuesOf: ({ code, name, role, active }, { cells }) => {
      const store = storeOf.get(codeKey(cells.store))?.name ?? cells.store;
      return { code: code ?? '', name, role, store, active: active ? 'yes' : 'no' };
    },
    save: (tx, people) => savePeople(tx, brandId, people, known, now),
  });
}

/**
 * Locks what a plan of people refers to, before the plan is made in the transaction that writes it: a store that is being
 * closed is closed first, and unknown to the plan, or counts the imported people.
 */
export function lockForSellers(tx: Tx, brandId: string): void {
  tx.send(lockBrandPeople, { brandId });
}

/** Writes people. The holds of sellers who leave, or who move to another store, end (H3). `known`: the people as they are. */
export async function savePeople(
  tx: Tx,
  brandId: string,
  people: readonly PersonRecord[],
  known: readonly PersonRecord[],
  at: Instant,
): Promise<void> {
  tx.send(upsertPeople, { brandId, people, at });
  const before = new Map(known.map(({ id, storeId }) => [id, storeId]));
  const gone = people.filter(({ id, active, storeId }) => before.has(id) && (!active || storeId !== before.get(id)));
  await endHolds(tx, brandId, { sellerIds: gone.map(({ id }) => id) }, 'reassigned', at);
}

function readSeller(
  row: Row<SellerField>,
  storeOf: ReadonlyMap<string, { readonly id: string }>,
  findings: Findings<SellerField>,
) {
  const { code, name, store } = row.cells;
  if (code === '') findings.fault(row, 'code', 'code_missing');
  if (code.length > 60) findings.fault(row, 'code', 'text_too_long', '60');
  if (!/\p{L}/u.test(name)) findings.fault(row, 'name', 'name_missing');
  if (name.length > 120) findings.fault(row, 'name', 'name_too_long', '120');
  const storeId = storeOf.get(codeKey(store))?.id ?? null;
  if (store === '') findings.fault(row, 'store', 'store_missing');
  else if (storeId === null) findings.fault(row, 'store', 'store_unknown');
  return {
    code,
    name: name.replace(/\s+/g, ' '),
    role: roleOf(row, findings),
    storeId,
    active: isActive(row, findings),
  };
}

function roleOf(row: Row<SellerField>, findings: Findings<SellerField>): 'seller' | 'store_manager' {
  const [word = ''] = plainWords(row.cells.role);
  if (word === '' || SELLERS.test(word)) return 'seller';
  if (!MANAGERS.test(word)) findings.fault(row, 'role', 'role_unreadable');
  return 'store_manager';
}

/** Tells whether the person works in the store. An empty cell means yes, because the file lists the people who work there. */
function isActive(row: Row<SellerField>, findings: Findings<SellerField>): boolean {
  const { active } = row.cells;
  const answer = ACTIVE.get(plainWords(active).join(' ')) ?? readYesNo(active);
  if (answer === null) findings.fault(row, 'active', 'active_unreadable');
  return answer !== 'no';
}

const SELLERS = /^(vendedora?|consultora?|atendente|seller)$/;
const MANAGERS = /^(gerente|subgerente|gestora?|lider|manager)$/;
const ACTIVE = new Map<string, 'yes' | 'no'>([
  ['ativo', 'yes'],
  ['ativa', 'yes'],
  ['inativo', 'no'],
  ['inativa', 'no'],
  ['desligado', 'no'],
  ['desligada', 'no'],
  ['ferias', 'yes'],
]);

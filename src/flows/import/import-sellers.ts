/** Plans an import of sellers and store managers. New people get a one-time PIN afterwards, outside this transaction. */
import type { Tx } from '#db/core/db.ts';
import { listPeople, type PersonRecord, upsertPeople } from '#db/people/people.ts';
import { listStores } from '#db/people/stores.ts';
import type { SellerField } from '#flows/import/read/columns.ts';
import { readYesNo } from '#flows/import/read/read-cell.ts';
import type { Row, Table } from '#flows/import/read/read-table.ts';
import { endHolds } from '#flows/import/write/end-holds.ts';
import { plainWords } from '#rules/core/plain-words.ts';
import { type Findings, firstOfEach } from './findings.ts';
import { byCodeKey, codeKey, differing, type ImportTerms, type SmallPlan } from './import-plan.ts';

/**
 * Plans the changes. A person who exists already, by code, is changed. The import deletes nobody: the file marks people
 * who left as inactive.
 */
export async function planSellers(
  tx: Tx,
  { brandId, newId, now }: ImportTerms,
  table: Table<SellerField>,
  findings: Findings<SellerField>,
): Promise<SmallPlan> {
  const [stores, known] = await Promise.all([tx.run(listStores, { brandId }), tx.run(listPeople, { brandId })]);
  const storeOf = byCodeKey(stores);
  const before = byCodeKey(known);
  const wanted: PersonRecord[] = firstOfEach(table.rows, findings)
    .map((row) => ({ row, person: readSeller(row, storeOf, findings) }))
    .filter(({ row }) => !findings.refuses(row))
    .map(({ person }) => {
      const { id = newId(), code = person.code } = before.get(codeKey(person.code)) ?? {};
      return { ...person, id, code };
    });
  const { created, changed } = differing(wanted, known);

  return {
    created: created.length,
    changed: changed.length,
    unchanged: wanted.length - created.length - changed.length,
    joined: 0,
    async save(tx) {
      tx.send(upsertPeople, { brandId, people: [...created, ...changed], at: now });
      const stores = new Map(known.map(({ id, storeId }) => [id, storeId]));
      const gone = changed.filter(({ id, active, storeId }) => !active || storeId !== stores.get(id));
      await endHolds(tx, brandId, { sellerIds: gone.map(({ id }) => id) }, 'reassigned', now);
    },
  };
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

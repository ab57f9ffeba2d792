/** Finds rows of the demo for requests to name, adds missing rows, and lists the fields that an operation needs before it reads a row. */
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import type { Product } from '#kit/demo-server.ts';
import { EVERY_LINT } from '#kit/publication-body.ts';
import type { IdKind } from './samples.ts';

export const NIGHT = '2026-11-24T04:00:00.000Z';

type Row = Readonly<Record<IdKind, string>>;

/** Fields without which an operation would be refused before it reads the ids. */
export const FIELDS: Readonly<Record<string, object>> = {
  'PUT /api/v1/demo/clock': { now: NIGHT, ticking: false },
  'POST /api/v1/tickets': { kind: 'deactivate', reason: 'x' },
  'POST /api/v1/attempts/{id}/outcome': { outcome: 'sent' },
  'POST /api/v1/session': { email: 'nobody@aurora.example', password: 'wrong' },
  'POST /api/v1/people/{id}/portfolio': { dryRun: true },
  'POST /api/v1/people/{id}/absences': { from: '2027-02-01', until: '2027-02-05', dryRun: true },
  'POST /api/v1/stores': { code: 'PE77', name: 'Recife', city: 'Recife', state: 'PE' },
  'POST /api/v1/invitations': { kind: 'support', name: 'x', email: 'x@oto.example' },
  'POST /api/v1/people': { name: 'Nova', role: 'seller' },
  'POST /api/v1/brands/{id}/quiet-hours': {
    policy: { windows: [{ days: ['mon'], start: '20:00', end: '08:00' }] },
    effective: 'now',
    confirmed: EVERY_LINT,
  },
  'POST /api/v1/brands/{id}/quiet-hours/suspend': { until: null },
};

/** Returns a row of each kind of the brand `slug`: the newest attempt, and rows on which the brand's first seller may act. */
export async function findRows({ owner }: Product, slug: string): Promise<Row> {
  const { rows } = await owner.query(
    `with b as (select brand_id from brands where slug = $1),
       seller as (select id, store_id from people where brand_id = (table b) and role = 'seller' order by id limit 1),
       open as (select id, customer_id from suggestions
         where brand_id = (table b) and state = 'open' and seller_id = (select id from seller) order by id desc limit 1)
     select (table b) as brand, (select store_id from seller) as store, (select id from seller) as person,
       (select customer_id from open) as customer, (select id from open) as suggestion,
       (select id from attempts where brand_id = (table b) order by created_at desc limit 1) as attempt,
       (select id from tickets where brand_id = (table b) limit 1) as ticket,
       (select id from leads where brand_id = (table b) limit 1) as lead,
       (select s."id" from auth.session s join auth."user" u on u."id" = s."userId"
         where u."brandId" = (table b) limit 1) as session,
       (select id from portfolio_moves where brand_id = (table b) limit 1) as move,
       (select id from absences where brand_id = (table b) limit 1) as absence,
       (select id from asked_silences where brand_id = (table b) limit 1) as silence,
       (select id from campaigns where brand_id = (table b) limit 1) as campaign,
       (select id from imports where brand_id = (table b) and uploaded limit 1) as import`,
    [slug],
  );
  const [row] = rows;
  for (const [kind, id] of Object.entries(row)) assert.ok(id, `${slug} has no ${kind}`);
  return row;
}

/** Adds the rows that requests name and the demo lacks: a ticket, a lead, a held contact, a move, an absence, an asked silence and an import. */
export async function addRows(product: Product, slug: string, store: string): Promise<void> {
  const manager = await product.person(`gestao@${slug}.example`);
  const seller = await product.held(store, '1111');
  assert.equal((await manager.post('/api/v1/tickets', { kind: 'deactivate', reason: 'x' })).status, 201);
  const [{ id, customer }] = (await seller.get('/api/v1/suggestions')).body.items;
  const wish = { customerId: customer.id, suggestionId: id, origin: 'suggestion', text: 'Oi!', hold: true };
  const { status } = await seller.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 202);
  await product.owner.query(
    `insert into leads (brand_id, id, person_id, person_name, contact, wish, created_at)
     select brand_id, $2, id, name, 'x', 'x', now() from people
     where brand_id = (select brand_id from brands where slug = $1) limit 1`,
    [slug, uuidv7()],
  );
  const ofSeller = `from people p where p.id = (select w.id from people w join brands b using (brand_id)
    where b.slug = $1 and w.role = 'seller' order by w.id limit 1)`;
  await product.owner.query(
    `insert into portfolio_moves (brand_id, id, kind, from_id, store_id, held, state, moved_at, moved_by, undo_until)
     select p.brand_id, $2, 'portfolio', p.id, p.store_id, 'end', 'moved', $3, p.id, $3::timestamptz + interval '1 day' ${ofSeller}`,
    [slug, uuidv7(), NIGHT],
  );
  await product.owner.query(
    `insert into absences (brand_id, id, person_id, store_id, from_on, until_on, starts_at, ends_at, passes, created_at, created_by)
     select p.brand_id, $2, p.id, p.store_id, '2027-01-04', '2027-01-08', '2027-01-04', '2027-01-09', 'nothing', $3, p.id ${ofSeller}`,
    [slug, uuidv7(), NIGHT],
  );
  // The silence is that of the customer whom `findRows` finds.
  await product.owner.query(
    `insert into asked_silences (brand_id, id, customer_id, days, starts, ends, made_at, made_by, unread_by)
     select p.brand_id, $2, (select customer_id from suggestions g where g.brand_id = p.brand_id and g.state = 'open'
       and g.seller_id = p.id order by g.id desc limit 1), '{mon}', '00:00', '01:00', $3, p.id, p.id ${ofSeller}`,
    [slug, uuidv7(), NIGHT],
  );
  await addUpload(product, slug);
}

async function addUpload({ owner }: Product, slug: string): Promise<void> {
  const file = Buffer.from('codigo;nome;cidade;uf\nX1;Teste;São Paulo;SP\n');
  await owner.query(
    `with i as (insert into imports
        (brand_id, id, kind, state, counts, created_at, uploaded, file_name, file_bytes)
      select brand_id, $2, 'stores', 'staged', '{}', now(), true, 'lojas.csv', $3 from brands where slug = $1
      returning brand_id, id)
     insert into import_files (brand_id, import_id, part, bytes) select brand_id, id, 0, $4 from i`,
    [slug, uuidv7(), file.length, file],
  );
}

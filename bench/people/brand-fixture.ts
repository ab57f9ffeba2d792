/** Makes a brand with 200 stores, 2,000 people with PINs, and one portfolio of 20,000 customers, by SQL alone. */
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { FIRST_LINK } from '#db/core/first-chain-link.ts';

export const STORES = 200;
export const PEOPLE = 2_000;
export const CUSTOMERS = 20_000;

export interface FilledTeam {
  readonly brandId: string;
  readonly managerId: string;
  readonly storeId: string;
  /** The seller with the large portfolio. */
  readonly sellerId: string;
}

const FIRST =
  "array['Ána','Bruno','Carla','Davi','Érica','Fábio','Glória','Hugo','Íris','João','Kátia','Lia','Mário','Nina','Otávio','Paula','Rui','Sônia','Téo','Vera']";
const LAST =
  "array['Silva','Santos','Oliveira','Souza','Lima','Ferreira','Alves','Pereira','Ribeiro','Gomes','Costa','D''Ávila','Martins','Rêgo','Almeida','Lopes','Soares','Dias','Vieira','Barbosa']";

export async function fillTeam(superuser: pg.Client): Promise<FilledTeam> {
  const [brandId, managerId] = [uuidv7(), uuidv7()];
  const run = (text: string, values: readonly unknown[] = []) => superuser.query(text, [...values]);
  await run('set session_replication_role = replica');
  await run(
    `insert into brands (brand_id, slug, name, plan, zone, store_zones, created_at)
     values ($1, 'team', 'Team', 'growth', 'America/Sao_Paulo', '{America/Sao_Paulo}', now())`,
    [brandId],
  );
  await run('insert into policy_heads (brand_id) values ($1)', [brandId]);
  await run('insert into ledgers (brand_id, link) values ($1, $2)', [brandId, FIRST_LINK]);
  await run(
    `insert into stores (brand_id, id, code, name, city, state, zone, created_at)
     select $1, uuidv7(), 'L' || n, 'Loja ' || n, 'Cidade ' || n % 60, 'SP', 'America/Sao_Paulo', now()
     from generate_series(1, $2::int) n`,
    [brandId, STORES],
  );
  await run(
    `insert into people (brand_id, id, code, role, store_id, name, created_at)
     select $1, uuidv7(), 'V-' || n, case when n % 10 = 0 then 'store_manager' else 'seller' end, s.id,
       (${FIRST})[1 + n % 20] || ' ' || (${LAST})[1 + (n * 7 + n / 20) % 20] || ' ' || n, now()
     from generate_series(1, $2::int) n
     join (select id, row_number() over (order by id) as nr from stores where brand_id = $1) s on s.nr = 1 + n % ${STORES}`,
    [brandId, PEOPLE - 1],
  );
  await run(
    `insert into people (brand_id, id, role, name, created_at) values ($1, $2, 'brand_manager', 'Gestão', now())`,
    [brandId, managerId],
  );
  await run(
    `insert into pins (brand_id, person_id, store_id, digest, one_time, wrong, set_at)
     select brand_id, id, store_id, sha256(id::text::bytea), code like '%7', 0, now()
     from people where brand_id = $1 and store_id is not null`,
    [brandId],
  );
  const { rows } = await run(
    `select id as "sellerId", store_id as "storeId" from people where brand_id = $1 and role = 'seller' order by id limit 1`,
    [brandId],
  );
  const { sellerId, storeId } = rows[0] as { sellerId: string; storeId: string };
  await run(
    `insert into customers (brand_id, id, name, store_id, seller_id, permission, created_at)
     select $1, uuidv7(), 'Cliente ' || n, $2, $3, 'granted', now() from generate_series(1, $4::int) n`,
    [brandId, storeId, sellerId, CUSTOMERS],
  );
  await run('set session_replication_role = origin');
  await run('vacuum analyze');
  return { brandId, managerId, storeId, sellerId };
}

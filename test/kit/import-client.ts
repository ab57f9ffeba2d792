/** Helpers for tests of imports in the browser: a new brand with a signed-in manager, uploads, and waiting for an end. */
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { urlOf } from '#db/core/installation/roles.ts';
import type { Answer, Client } from '#kit/client.ts';
import type { Product } from '#kit/demo-server.ts';
import { secret } from '#kit/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { createPersonAccount } from '#main/sign-in/accounts.ts';
import { createAuth } from '#main/sign-in/auth.ts';

const PASSWORD = 'oito lenços de seda';

export interface ImportBrand {
  readonly brandId: string;
  readonly slug: string;
  readonly manager: Client;
}

/** Creates a brand without stores, and signs its manager in. */
export async function openImportBrand(product: Product, slug: string): Promise<ImportBrand> {
  const support = await product.person('suporte@oto.example');
  const wish = { slug, name: 'Nova', article: 'a', plan: 'growth', zone: 'America/Sao_Paulo' };
  const { body } = await support.post('/api/v1/brands', wish);
  const brandId: string = body.id;
  const personId = uuidv7();
  await product.owner.query(
    `insert into people (brand_id, id, role, name, created_at) values ($1, $2, 'brand_manager', 'Lia', now())`,
    [brandId, personId],
  );
  const url = urlOf('oto_auth', product.logins);
  const auth = createAuth({
    url,
    hostNow: () => Date.now(),
    cookieKeys: [keysOf(secret).sessions],
    onError: assert.ifError,
  });
  const email = `gestao@${slug}.example`;
  await createPersonAccount(auth.accounts, { brandId, personId, name: 'Lia', email, password: PASSWORD });
  await auth.close();
  const manager = product.device();
  assert.equal((await manager.post('/api/v1/session', { email, password: PASSWORD })).status, 200);
  return { brandId, slug, manager };
}

/** Sends a form as a browser does. */
export async function sendForm(
  product: Product,
  client: Client,
  form: FormData,
  path = '/api/v1/imports',
): Promise<Answer> {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${product.base}${path}`, { method: 'POST', headers: { cookie }, body: form });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

export function formOf(kind: string, file: string | Uint8Array<ArrayBuffer>, name = 'arquivo.csv'): FormData {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new Blob([file], { type: 'text/csv' }), name);
  return form;
}

/** Uploads a file and returns the staged import. */
export async function upload(product: Product, client: Client, kind: string, file: string | Uint8Array<ArrayBuffer>) {
  const { status, body } = await sendForm(product, client, formOf(kind, file));
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Reads the import, and again after each live event of a brand, until no server works on the import any more. */
export async function whenOver({ owner }: Product, client: Client, id: string) {
  const listener = await owner.connect();
  let news = Promise.withResolvers<void>();
  listener.on('notification', () => news.resolve());
  await listener.query('listen oto_live');
  try {
    for (;;) {
      const { status, body } = await client.get(`/api/v1/imports/${id}`);
      if (status === 200 && body.state !== 'applying') return body;
      await news.promise;
      news = Promise.withResolvers<void>();
    }
  } finally {
    await listener.query('unlisten oto_live');
    listener.removeAllListeners('notification');
    listener.release();
  }
}

/** Uploads and applies a file, and returns the import at its end. */
export async function importRows(product: Product, client: Client, kind: string, file: string) {
  const { id } = await upload(product, client, kind, file);
  const { status, body } = await client.post(`/api/v1/imports/${id}/apply`, {});
  assert.equal(status, 202, JSON.stringify(body));
  const over = await whenOver(product, client, id);
  assert.equal(over.state, 'applied', JSON.stringify(over));
  return over;
}

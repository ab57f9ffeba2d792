/** The seller's list without a network: it stays readable after a reload until the device locks, and is stored only encrypted. */
import type { BrowserContext } from '@playwright/test';
import {
  asSeller,
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  PHONE,
  takePicture,
  test,
} from './kit/journey.ts';
import { holdByApi, PAULISTA } from './kit/seller.ts';

/** An instant in quiet hours, so that a message can be held. */
const NIGHT = '2026-11-23T21:00:00-03:00';

/** Opens Hoje with a held message, and waits until the device stores all that a reload without a network needs. Returns the customers' names. */
async function openDay(page: Page, context: BrowserContext): Promise<readonly string[]> {
  await asSeller(context, PAULISTA, '1111');
  await holdByApi(context.request, '2026-11-24T14:00:00-03:00');
  await page.goto('/');
  const cards = page.getByRole('list', { name: 'Sugestões' }).getByRole('heading');
  await expect(cards.first()).toBeVisible();
  const names = await cards.allTextContents();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await expect(cards.first()).toBeVisible();
  await expect.poll(() => hasFile(page, /kept-day-screen.*\.js$/)).toBe(true);
  await expect.poll(() => countKeptRecords(page)).toBe(1);
  return names;
}

function hasFile(page: Page, name: RegExp): Promise<boolean> {
  return page.evaluate(async (source) => {
    const caching = (await caches.keys()).map(async (each) => (await caches.open(each)).keys());
    return (await Promise.all(caching)).flat().some(({ url }) => new RegExp(source).test(url));
  }, name.source);
}

/** Counts the encrypted lists that the device stores. */
function countKeptRecords(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('oto.kept-day', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('day');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('day').objectStore('day').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/** Reads everything that the page stores, as text: bytes as letters, and a key as "key, exportable" or "key, not exportable". */
function readStorages(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    const asText = (value: unknown): unknown => {
      if (value instanceof CryptoKey) return `key, ${value.extractable ? 'exportable' : 'not exportable'}`;
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]));
    };
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const all = await result(database.transaction(store).objectStore(store).getAll());
        found.push(JSON.stringify(all.map(asText)));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(request.url);
        if (/\/api\//.test(request.url)) found.push((await (await cache.match(request))?.text()) ?? '');
      }
    }
    return found.join('\n');
  });
}

test('after a reload without a network the list stays readable, says how old it is, and becomes the live list by itself', async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  const names = await openDay(page, context);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sem internet' })).toBeVisible();
  await expect(page.getByText('Esta é a lista de segunda, 23 nov, 21:00.')).toBeVisible();
  for (const name of names) await expect(page.getByRole('heading', { name })).toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem')).toHaveCount(names.length - 1);
  await expect(page.getByRole('list', { name: 'Agendados' }).getByText('Pronta para 24 nov, 14:00')).toBeVisible();
  await expect(page.getByText(/Silêncio|há \d+ dias|Bo[am] (dia|tarde|noite)/)).toHaveCount(0);
  await checkBothSizes(page, async ({ width }) => {
    await expect(page.getByRole('list', { name: 'Agendados' }).getByText('Pronta para 24 nov, 14:00')).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, `offline-kept-${width}`);
  });

  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Boa noite, Ana' })).toBeVisible();
});

test('at a desk no customer is stored in clear, the list is readable until the device locks, and nothing is stored after that', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await page.setViewportSize(DESK);
  await product.at(NIGHT);
  const names = await openDay(page, context);
  const used = await readStorages(page);
  for (const name of names) expect(used).not.toContain(name);
  expect(used).toContain('key, not exportable');

  await context.setOffline(true);
  // Each reload shows the list again until somebody locks the device.
  for (let reloads = 0; reloads < 2; reloads++) {
    await page.reload();
    await expect(page.getByRole('heading', { name: names[0] ?? '' })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Trocar' }).click();
  await expect(page.getByText(names[0] ?? '')).toHaveCount(0);
  await expect.poll(() => countKeptRecords(page)).toBe(0);
  expect(await readStorages(page)).not.toContain('key, ');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sem internet' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Sugestões' })).toHaveCount(0);
});

for (const [way, confirm, viewport] of [
  ['Trocar', null, PHONE],
  ['Sair', 'Sair', DESK],
] as const) {
  test(`with a network, “${way}” deletes the stored list, at ${viewport.width}`, {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await page.setViewportSize(viewport);
    await product.at(NIGHT);
    await openDay(page, context);
    await page.getByRole('button', { name: 'Ana Lima: trocar, ajustes ou sair' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: way }).click();
    if (confirm !== null) await page.getByRole('dialog').getByRole('button', { name: confirm }).click();
    await expect(page.getByRole('heading', { name: /Quem está usando|Entre com a conta/ })).toBeVisible();
    await expect.poll(() => countKeptRecords(page)).toBe(0);
    expect(await readStorages(page)).not.toContain('key, ');
  });
}

for (const [viewport, how] of [
  [PHONE, 'also where the page is closed meanwhile'],
  [DESK, 'four do not, and the list disappears from an open page'],
] as const)
  test(`five minutes without a touch delete the stored list, ${how}, at ${viewport.width}`, {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await page.setViewportSize(viewport);
    await product.at(NIGHT);
    const names = await openDay(page, context);
    await context.setOffline(true);
    await page.close();
    const later = await context.newPage();
    await later.setViewportSize(viewport);
    const first = later.getByRole('heading', { name: names[0] ?? '' });
    await later.clock.install({ time: Date.now() + (viewport === PHONE ? 5 : 4) * 60_000 });
    await later.goto('/');
    if (viewport === DESK) {
      await expect(first).toBeVisible();
      await later.clock.fastForward('01:01');
    }
    await expect(later.getByRole('heading', { name: 'Sem internet' })).toBeVisible();
    await expect.poll(() => countKeptRecords(later)).toBe(0);
    await expect(first).toHaveCount(0);
  });

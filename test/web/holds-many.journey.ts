/** More held messages than one page of the API carries: the screens claim nothing about messages of later pages (H5). */
import type { BrowserContext } from '@playwright/test';
import { asSeller, expect, test } from './kit/journey.ts';
import { holdByApi, PAULISTA } from './kit/seller.ts';

const NIGHT = '2026-11-22T22:14:00-03:00';

test.beforeEach(async ({ product, context }) => {
  await product.at(NIGHT);
  await limitPagesToTwo(context);
});

/** Makes the screens read pages of two messages instead of a hundred. */
async function limitPagesToTwo(context: BrowserContext): Promise<void> {
  await context.route(/\/api\/v1\/holds\?/, (route) => {
    const url = new URL(route.request().url());
    if (url.searchParams.get('limit') === '100') url.searchParams.set('limit', '2');
    return route.continue({ url: url.href });
  });
}

test('a message of a later page opens by its address, and the count of waiting messages says no more than is known', {
  tag: '@long',
}, async ({ page, context }) => {
  await asSeller(context, PAULISTA, '1111');
  const [first, second] = [await holdByApi(context.request), await holdByApi(context.request)];
  const last = await holdByApi(context.request, '2026-11-23T18:30:00-03:00');
  await page.goto(`/agendados/${last.id}`);
  await expect(page.getByRole('heading', { level: 1, name: last.name })).toBeVisible();
  await expect(page.getByText('Pronta para amanhã, 18:30').last()).toBeVisible();
  await page.goto('/agendados');
  await expect(page.getByRole('link', { name: /Agendados.*Mais de 2 mensagens esperam/ })).toBeVisible();
  const held = page.getByRole('list', { name: 'Esperando a hora' }).getByRole('listitem');
  await expect(held).toHaveCount(2);
  await page.getByRole('button', { name: 'Mostrar mais' }).first().click();
  await expect(held).toHaveCount(3);
  await expect(held.filter({ hasText: last.name })).toBeVisible();
  await expect(page.getByRole('link', { name: /Agendados.*3 mensagens esperam/ })).toBeVisible();
  for (const { id } of [first, second, last]) await context.request.post(`/api/v1/attempts/${id}/cancel`);
});

test('a manager finds a seller’s messages on any page, and the ended messages have their own button for more', {
  tag: '@long',
}, async ({ page, context }) => {
  await asSeller(context, PAULISTA, '1111');
  const anas = [await holdByApi(context.request), await holdByApi(context.request), await holdByApi(context.request)];
  await asSeller(context, PAULISTA, '2222');
  const last = await holdByApi(context.request, '2026-11-23T18:45:00-03:00');
  await asSeller(context, PAULISTA, '9999');
  await page.goto('/agendados');
  await expect(page.getByText('Mais de 2 mensagens esperam', { exact: true })).toBeVisible();
  await page.getByLabel('Bruno', { exact: true }).check();
  const brunos = page.getByRole('list', { name: 'Bruno Reis' }).getByRole('listitem');
  await expect(brunos.filter({ hasText: last.name })).toBeVisible();
  await expect(page.getByText('1 mensagem espera', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Ana Lima' })).toHaveCount(0);

  for (const { id } of anas) await context.request.post(`/api/v1/attempts/${id}/cancel`);
  await page.reload();
  const ended = page.getByRole('region', { name: 'Encerradas nos últimos 7 dias' });
  await expect(ended.getByRole('listitem')).toHaveCount(2);
  await ended.getByRole('button', { name: 'Mostrar mais' }).click();
  await expect(ended.getByRole('listitem').nth(2)).toBeVisible();
  await page.getByLabel('Carla', { exact: true }).check();
  await expect(page.getByText('Nada agendado de Carla.')).toBeVisible();
});

test('a failed read of the ended messages can be repeated', { tag: '@long' }, async ({ page, context }) => {
  await asSeller(context, PAULISTA, '1111');
  const { id, name } = await holdByApi(context.request);
  await context.request.post(`/api/v1/attempts/${id}/cancel`);
  const endedReads = /\/api\/v1\/holds\?state=ended&whose=mine&limit=100$/;
  await context.route(endedReads, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: '/problems/failed', title: 'x', status: 500, detail: 'y', instance: 'k3-1f' }),
    }),
  );
  await page.goto('/agendados');
  const ended = page.getByRole('region', { name: 'Encerradas nos últimos 7 dias' });
  await expect(ended.getByRole('alert')).toContainText('Código k3-1f');
  await context.unroute(endedReads);
  await ended.getByRole('button', { name: 'Tentar de novo' }).click();
  await expect(ended.getByRole('listitem').filter({ hasText: name }).first()).toBeVisible();
});

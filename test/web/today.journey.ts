/** Hoje puts the work first: the lists begin high on the screen, whatever else there is to say. */
import { uuidv7 } from 'uuidv7';
import { asSeller, DESK, expect, expectNoViolations, type Page, PHONE, shot, test } from './kit/journey.ts';
import { PAULISTA } from './kit/seller.ts';

/** Where the first list begins, in CSS pixels from the top of the page. */
async function topOfLists(page: Page): Promise<number> {
  const list = page.getByRole('main').getByRole('list').first();
  await expect(list).toBeVisible();
  return (await list.boundingBox())?.y ?? Number.POSITIVE_INFINITY;
}

test('the lists begin above 300 px in every state, and a customer stands once', async ({ page, context, product }) => {
  await page.setViewportSize(PHONE);
  await product.at('2026-11-23T15:00:00-03:00');
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/');
  await expect(page.getByText('Novidade: das 20:00 às 08:00')).toBeVisible();
  expect(await topOfLists(page), 'with the notice of the first day').toBeLessThan(300);
  await shot(page, 'today-notice-390');

  await product.at('2026-11-23T21:00:00-03:00');
  await expect(page.getByText('Horário de Silêncio até amanhã, 08:00')).toBeVisible();
  expect(await topOfLists(page), 'in quiet time').toBeLessThan(300);
  await shot(page, 'today-quiet-390');

  const { items } = await (await context.request.get('/api/v1/suggestions')).json();
  for (const { id, customer, text } of items.slice(0, 6)) {
    const answer = await context.request.post('/api/v1/attempts', {
      data: { customerId: customer.id, suggestionId: id, text, hold: true },
      headers: { 'idempotency-key': uuidv7() },
    });
    expect(answer.status()).toBe(202);
  }
  await product.at('2026-11-24T13:30:00-03:00');
  await page.reload();
  const ready = page.getByRole('list', { name: 'Para enviar agora' });
  await expect(ready.getByRole('listitem')).toHaveCount(6);
  await expect(page.getByRole('button', { name: /6 prontas/ }).or(page.getByText('6 prontas'))).toBeVisible();
  expect(await topOfLists(page), 'with messages that are ready').toBeLessThan(300);
  await shot(page, 'today-ready-390');
  await expectNoViolations(page);
  const names = await page.getByRole('main').getByRole('heading', { level: 3 }).allTextContents();
  expect(new Set(names).size, 'each customer once').toBe(names.length);

  await page.setViewportSize({ width: 360, height: 640 });
  await shot(page, 'today-ready-360');
  await page.setViewportSize(DESK);
  await shot(page, 'today-ready-1280');
});

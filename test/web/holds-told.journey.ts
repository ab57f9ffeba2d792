/** News of held messages: shown once to the seller, announced to a screen reader, and marked for the manager where somebody must act (H3–H5, P3). */
import type { BrowserContext } from '@playwright/test';
import { asSeller, expect, expectNoViolations, openPersonMenu, type Page, takePicture, test } from './kit/journey.ts';
import { findSheet, holdByApi, openDayLine, PAULISTA } from './kit/seller.ts';

const NIGHT = '2026-11-22T22:14:00-03:00';

test.beforeEach(async ({ product }) => {
  await product.at(NIGHT);
});

const findNews = (page: Page) => page.getByRole('region', { name: 'Novidades' });
/** Finds the region whose text a screen reader announces. */
const findAnnouncement = (page: Page) => page.locator('[role=status][aria-live=polite]');

/** Ana holds a message, Carla cancels it, and the device is in Ana's turn again. */
async function cancelAsCarla(context: BrowserContext): Promise<{ id: string; name: string }> {
  await asSeller(context, PAULISTA, '1111');
  const held = await holdByApi(context.request);
  await asSeller(context, PAULISTA, '9999');
  await context.request.post(`/api/v1/attempts/${held.id}/cancel`);
  await asSeller(context, PAULISTA, '1111');
  return held;
}

test('a double tap restores a cancelled message once, and its news disappears only after the server has answered', {
  tag: '@long',
}, async ({ page, context }) => {
  const { id, name } = await cancelAsCarla(context);
  await page.goto('/');
  await openDayLine(page);
  const again = findNews(page).getByRole('button', { name: 'Guardar de novo' });

  // Without an answer the message stays cancelled, and its news stays.
  await context.route('**/restore', (route) => route.abort());
  await again.click();
  await expect(page.getByText('Não deu para anotar agora. Tente de novo.')).toBeVisible();
  await page.reload();
  await openDayLine(page);
  await expect(findNews(page)).toContainText(name);
  await context.unroute('**/restore');

  const { promise: answered, resolve: letGo } = Promise.withResolvers<void>();
  const asked: string[] = [];
  await context.route('**/restore', async (route) => {
    asked.push(route.request().url());
    await answered;
    await route.continue();
  });
  await again.click();
  await expect(again).toHaveAttribute('aria-busy', 'true');
  await again.dispatchEvent('click');
  letGo();
  await expect(page.getByText(/^De volta\. Fica pronta amanhã,\s\d\d:\d\d\.$/)).toBeVisible();
  await expect(findNews(page)).toHaveCount(0);
  expect(asked).toHaveLength(1);
  expect((await (await context.request.get(`/api/v1/holds/${id}`)).json()).state).toBe('waiting');
});

test('after the last news was dismissed, the focus is on the screen’s heading', { tag: '@long' }, async ({
  page,
  context,
}) => {
  await cancelAsCarla(context);
  await page.goto('/');
  await openDayLine(page);
  await findNews(page)
    .getByRole('button', { name: /^Entendi/ })
    .press('Enter');
  await expect(findNews(page)).toHaveCount(0);
  await expect(page.locator('main h1').first()).toBeFocused();
});

test('a screen reader is told while the app is open that a message is ready, and that one was cancelled', {
  tag: '@long',
}, async ({ page, context, browser, product }) => {
  await asSeller(context, PAULISTA, '1111');
  const [first, second] = [await holdByApi(context.request), await holdByApi(context.request)];
  const listening = page.waitForResponse(/\/api\/v1\/live/);
  await page.goto('/carteira');
  await listening;
  await expect(page.getByRole('link', { name: /Agendados.*2 mensagens esperam/ })).toBeVisible();
  await expect(findAnnouncement(page).filter({ hasText: /mensagem|mensagens/ })).toHaveCount(0);

  const desk = await browser.newContext({ baseURL: product.base });
  await asSeller(desk, PAULISTA, '9999');
  await desk.request.post(`/api/v1/attempts/${second.id}/cancel`);
  await desk.close();
  await expect(findAnnouncement(page).filter({ hasText: `${second.name}: Cancelada por Carla Dias.` })).toHaveCount(1);
  await product.at(first.heldUntil);
  await expect(findAnnouncement(page).filter({ hasText: 'Você tem 1 mensagem para enviar.' })).toHaveCount(1);
});

/** Makes the server's answer mark one message as parked after too many failures, and one as moved because its morning was full. */
async function markParkedAndFull(context: BrowserContext, parkedId: string, fullId: string): Promise<void> {
  await context.route(/\/api\/v1\/holds\?state=waiting/, async (route) => {
    const answer = await route.fetch();
    const { items, next } = await answer.json();
    const changed = items.map((hold: { attempt: { id: string } }) => {
      if (hold.attempt.id === parkedId) return { ...hold, parked: true, sentence: PARKED };
      return hold.attempt.id === fullId ? { ...hold, didNotFit: true, sentence: FULL } : hold;
    });
    await route.fulfill({ response: answer, json: { items: changed, next } });
  });
}

const PARKED = 'Não seguiu sozinha por uma falha do nosso lado. Escolha outro horário ou envie agora.';
const FULL = 'Não coube no horário previsto; ficou para amanhã, 10:07.';

test('a parked message and one that did not fit are told to the manager, and to the seller until somebody acts', {
  tag: '@long',
}, async ({ page, context }) => {
  await asSeller(context, PAULISTA, '1111');
  const [parked, full] = [await holdByApi(context.request), await holdByApi(context.request)];
  await markParkedAndFull(context, parked.id, full.id);
  await page.goto('/');
  await openDayLine(page);
  await expect(findNews(page)).toContainText(PARKED);
  await expect(findNews(page).getByRole('link', { name: 'Ver' })).toBeVisible();
  await expect(findNews(page).getByRole('button', { name: /^Entendi/ })).toHaveCount(0);
  await expectNoViolations(page);

  await asSeller(context, PAULISTA, '9999');
  await page.goto('/agendados');
  const anas = page.getByRole('list', { name: 'Ana Lima' }).getByRole('listitem');
  await expect(anas.filter({ hasText: parked.name })).toContainText(PARKED);
  await expect(anas.filter({ hasText: full.name })).toContainText(FULL);
  await expect(page.getByText('1 está parada', { exact: true })).toBeVisible();
  await expect(page.getByText('1 não coube no horário previsto', { exact: true })).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'holds-marked-390');
});

test('a change of language also translates the reason of a held message', { tag: '@long' }, async ({
  page,
  context,
}) => {
  await asSeller(context, PAULISTA, '1111');
  await holdByApi(context.request);
  await page.goto('/agendados');
  await expect(page.getByRole('listitem').first()).toContainText('Os contatos são distribuídos');
  await openPersonMenu(page, /Ana/);
  await page.getByRole('button', { name: /Ajustes/ }).click();
  await findSheet(page).getByLabel('English').check();
  await findSheet(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('listitem').first()).toContainText('Contacts are spread out');
});

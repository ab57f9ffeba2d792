/** What happened to a message is told: to whom it is news, once, aloud where nobody looks, and to the manager what needs an eye (H3–H5, P3). */
import type { BrowserContext } from '@playwright/test';
import { asSeller, expect, expectNoViolations, openPersonMenu, type Page, shot, test } from './kit/journey.ts';
import { holdFor, openDayLine, PAULISTA, sheet } from './kit/seller.ts';

const NIGHT = '2026-11-22T22:14:00-03:00';

test.beforeEach(async ({ product }) => {
  await product.at(NIGHT);
});

const told = (page: Page) => page.getByRole('region', { name: 'Novidades' });
/** What was said aloud last. */
const spoken = (page: Page) => page.locator('[role=status][aria-live=polite]');

/** Ana leaves one for later, and Carla cancels it; the device is Ana's again. */
async function cancelledByCarla(context: BrowserContext): Promise<{ id: string; name: string }> {
  await asSeller(context, PAULISTA, '1111');
  const held = await holdFor(context.request);
  await asSeller(context, PAULISTA, '9999');
  await context.request.post(`/api/v1/attempts/${held.id}/cancel`);
  await asSeller(context, PAULISTA, '1111');
  return held;
}

test('kept again by a double tap it is kept once, and its news are gone only when it is back', async ({
  page,
  context,
}) => {
  const { id, name } = await cancelledByCarla(context);
  await page.goto('/');
  await openDayLine(page);
  const again = told(page).getByRole('button', { name: 'Guardar de novo' });

  // No answer: it is still cancelled, and still news.
  await context.route('**/restore', (route) => route.abort());
  await again.click();
  await expect(page.getByText('Não deu para anotar agora. Tente de novo.')).toBeVisible();
  await page.reload();
  await openDayLine(page);
  await expect(told(page)).toContainText(name);
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
  await expect(told(page)).toHaveCount(0);
  expect(asked).toHaveLength(1);
  expect((await (await context.request.get(`/api/v1/holds/${id}`)).json()).state).toBe('waiting');
});

test('read and gone, the news leave the keys at the head of the screen', async ({ page, context }) => {
  await cancelledByCarla(context);
  await page.goto('/');
  await openDayLine(page);
  await told(page)
    .getByRole('button', { name: /^Entendi/ })
    .press('Enter');
  await expect(told(page)).toHaveCount(0);
  await expect(page.locator('main h1').first()).toBeFocused();
});

test('what comes while the app is open is said: it is ready, and what became of it', async ({
  page,
  context,
  browser,
  product,
}) => {
  await asSeller(context, PAULISTA, '1111');
  const [first, second] = [await holdFor(context.request), await holdFor(context.request)];
  const listening = page.waitForResponse(/\/api\/v1\/live/);
  await page.goto('/carteira');
  await listening;
  await expect(page.getByRole('link', { name: /Agendados.*2 mensagens esperam/ })).toBeVisible();
  await expect(spoken(page).filter({ hasText: /mensagem|mensagens/ })).toHaveCount(0);

  const desk = await browser.newContext({ baseURL: product.base });
  await asSeller(desk, PAULISTA, '9999');
  await desk.request.post(`/api/v1/attempts/${second.id}/cancel`);
  await desk.close();
  await expect(spoken(page).filter({ hasText: `${second.name}: Cancelada por Carla Dias.` })).toHaveCount(1);
  await product.at(first.heldUntil);
  await expect(spoken(page).filter({ hasText: 'Você tem 1 mensagem para enviar.' })).toHaveCount(1);
});

/** As the server tells of one that failed too often, and of one whose morning was full. */
async function asParkedAndFull(context: BrowserContext, parkedId: string, fullId: string): Promise<void> {
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

test('what stands still and what did not fit is told to the manager; its seller hears of it until somebody acts', async ({
  page,
  context,
}) => {
  await asSeller(context, PAULISTA, '1111');
  const [parked, full] = [await holdFor(context.request), await holdFor(context.request)];
  await asParkedAndFull(context, parked.id, full.id);
  await page.goto('/');
  await openDayLine(page);
  await expect(told(page)).toContainText(PARKED);
  await expect(told(page).getByRole('link', { name: 'Ver' })).toBeVisible();
  await expect(told(page).getByRole('button', { name: /^Entendi/ })).toHaveCount(0);
  await expectNoViolations(page);

  await asSeller(context, PAULISTA, '9999');
  await page.goto('/agendados');
  const anas = page.getByRole('list', { name: 'Ana Lima' }).getByRole('listitem');
  await expect(anas.filter({ hasText: parked.name })).toContainText(PARKED);
  await expect(anas.filter({ hasText: full.name })).toContainText(FULL);
  await expect(page.getByText('1 está parada', { exact: true })).toBeVisible();
  await expect(page.getByText('1 não coube no horário previsto', { exact: true })).toBeVisible();
  await expectNoViolations(page);
  await shot(page, 'holds-marked-390');
});

test('another language says the reasons anew, too', async ({ page, context }) => {
  await asSeller(context, PAULISTA, '1111');
  await holdFor(context.request);
  await page.goto('/agendados');
  await expect(page.getByRole('listitem').first()).toContainText('Os contatos são distribuídos');
  await openPersonMenu(page, /Ana/);
  await page.getByRole('button', { name: /Ajustes/ }).click();
  await sheet(page).getByLabel('English').check();
  await sheet(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('listitem').first()).toContainText('Contacts are spread out');
});

/** Around a contact: texts that are never lost, a device that several people use, and hours that change under an open screen. */
import { publicationBody } from '#kit/publication-body.ts';
import {
  asSeller,
  DESK,
  expect,
  expectNoViolations,
  openPersonMenu,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';
import { findDayLine, findMessage, findSheet, openSuggestion, PAULISTA, send, stubWhatsApp } from './kit/seller.ts';

const MORNING = '2026-11-22T10:30:00-03:00';
const NIGHT = '2026-11-22T22:14:00-03:00';
const TEXT = 'Um texto que não se perde.';

test('a text survives a refusal, a reload, a lost network and the lock', async ({ page, context, product }) => {
  await stubWhatsApp(context);
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  await openSuggestion(page, 5);
  const here = page.url();
  await findMessage(page).fill(TEXT);
  await send(page);
  await findSheet(page).getByRole('button', { name: 'Voltar à lista' }).click();
  await page.goto(here);
  await expect(findMessage(page)).toHaveValue(TEXT);
  await page.reload();
  await expect(findMessage(page)).toHaveValue(TEXT);

  // Without a network the app decides nothing and queues nothing: it says so and keeps the text.
  await findMessage(page).fill(`${TEXT} E mais.`);
  await context.setOffline(true);
  await expect(page.getByText(/Sem internet/).first()).toBeVisible();
  await expect(findMessage(page)).toHaveValue(`${TEXT} E mais.`);
  await expectNoViolations(page);
  await context.setOffline(false);
  await expect(page.getByText(/De volta\. Atualizado às/)).toBeVisible();
  await expect(findMessage(page)).toHaveValue(`${TEXT} E mais.`);

  // The turn ends: the customers disappear from the screen, and the text stays with its author.
  await context.request.delete('/api/v1/session/turn');
  await page.reload();
  await expect(page.getByText(TEXT)).toHaveCount(0);
  // The screen asks who is using the device, or, where it heard of the pause first, for Ana's PIN.
  await expect(page.getByText(/Quem está usando|Sessão em pausa/)).toBeVisible();
  const ana = page.getByRole('button', { name: 'Ana Lima' });
  if (await ana.isVisible()) await ana.click();
  await page.keyboard.type('1111');
  await page.keyboard.press('Enter');
  await expect(findMessage(page)).toHaveValue(`${TEXT} E mais.`);
});

test('the next person on a device finds no text of the one before, and a wrong PIN says how many tries are left', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  const name = await openSuggestion(page, 6);
  await findMessage(page).fill('De Ana.');
  await page.goto('/');
  await openPersonMenu(page, /Ana/);
  await findSheet(page).getByRole('button', { name: 'Trocar' }).click();
  await expect(page.getByText(name)).toHaveCount(0);
  await takePicture(page, 'seller-who-390');
  await page.getByRole('button', { name: 'Bruno Reis' }).click();
  await page.keyboard.type('7391');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Esse PIN não confere\..*4 tentativas/)).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'seller-pin-390');
  await page.keyboard.type('2222');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Bom dia, Bruno' })).toBeVisible();
  await expect(page.getByText('De Ana.')).toHaveCount(0);
});

test('signing out deletes the texts from the device', { tag: '@long' }, async ({ page, context, product }) => {
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  await openSuggestion(page, 7);
  await findMessage(page).fill('Some com a saída.');
  await page.goto('/');
  await openPersonMenu(page, /Ana/);
  await findSheet(page).getByRole('button', { name: 'Sair' }).click();
  await expect(findSheet(page).getByRole('heading', { name: 'Sair?' })).toBeVisible();
  await findSheet(page).getByRole('button', { name: 'Sair' }).click();
  await expect(page.getByLabel('E-mail')).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('Some com a saída.');
  expect((await context.request.get('/api/v1/session')).status()).toBe(401);
});

test('hours that support publishes reach the open screen, and the next attempt is decided by them (A5)', async ({
  page,
  context,
  browser,
  product,
}) => {
  const desk = await browser.newContext({ baseURL: product.base });
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  await signIn(desk, 'suporte@oto.example');
  const { items } = await (await desk.request.get('/api/v1/brands')).json();
  const { id } = items.find(({ slug }: { slug: string }) => slug === 'aurora');
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const publish = (start: string, end: string) =>
    desk.request.post(`/api/v1/brands/${id}/quiet-hours`, {
      data: publicationBody({ windows: [{ days, start, end }] }),
    });
  await page.goto('/');
  await expect(page.getByText('Silêncio hoje às 20:00')).toBeVisible();

  // An open screen changes without a touch, and says once what changed (A8).
  expect((await publish('10:00', '12:00')).status()).toBe(201);
  await expect(findDayLine(page)).toContainText('Horário de Silêncio até');
  await expect(page.getByText(/das 10:00 às 12:00/)).toBeVisible();
  await openSuggestion(page, 8);
  await send(page);
  await expect(findSheet(page)).toContainText('Agora é Horário de Silêncio');
  await findSheet(page).getByRole('button', { name: 'Voltar à lista' }).click();
  expect((await publish('20:00', '08:00')).status()).toBe(201);
  await expect(page.getByText('Silêncio hoje às 20:00')).toBeVisible();

  // Hours published before a screen receives the server's events reach the screen too.
  const published = Promise.withResolvers<void>();
  await page.route('**/api/v1/live*', async (route) => {
    await published.promise;
    await route.continue();
  });
  await page.reload();
  await expect(page.getByText('Silêncio hoje às 20:00')).toBeVisible();
  expect((await publish('21:00', '08:00')).status()).toBe(201);
  published.resolve();
  await expect(page.getByText('Silêncio hoje às 21:00')).toBeVisible();
});

test('at a desk the list and the message are shown side by side', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await page.setViewportSize(DESK);
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  await openSuggestion(page, 1);
  await expect(page.getByRole('list', { name: 'Sugestões' })).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'seller-1280');
  await page.setViewportSize(PHONE);
});

test('the portfolio is searched by name and by number, and a profile shows who it is', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/carteira');
  const cards = page.getByRole('list', { name: 'Carteira' }).getByRole('listitem');
  await expect(cards.first()).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'seller-portfolio-390');
  const name = (await cards.nth(2).getByRole('heading').textContent()) ?? '';
  await page.getByRole('searchbox').fill(name.slice(0, 4).toLowerCase());
  await expect(cards.filter({ hasText: name }).first()).toBeVisible();
  await cards.filter({ hasText: name }).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'seller-profile-390');
});

for (const [locale, refused] of [
  ['en-US', /quiet hours now/i],
  ['es-MX', /silencio/i],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    test('the app and the server’s sentences speak the reader’s language', {
      tag: locale !== 'en-US' ? '@long' : [],
    }, async ({ page, context, product }) => {
      await stubWhatsApp(context);
      await product.at(NIGHT);
      await asSeller(context, PAULISTA, '2222');
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${locale.slice(0, 2)}`));
      await page.locator('a[href^="/sugestao/"]').nth(3).click();
      await expect(findSheet(page)).toContainText(refused);
      await expect(page.getByText(/Horário|Silêncio|Sugestões/)).toHaveCount(0);
      await expectNoViolations(page);
    });
  });
}

/** Hours that are published and not yet in force: support, the brand and the stores read which hours are in force and which come later (T8, A7, A8). */
import { publicationBody } from '#kit/publication-body.ts';
import {
  asSeller,
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';

const SUNDAY = '2026-11-22T10:30:00-03:00';
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Publishes hours for Aurora from 22:00 of the same evening on; returns the address of Aurora's hours. */
async function publishForTonight({ request }: Page): Promise<string> {
  const { items } = await (await request.get('/api/v1/brands')).json();
  const { id } = items.find(({ slug }: { slug: string }) => slug === 'aurora');
  const hours = `/api/v1/brands/${id}/quiet-hours`;
  const policy = { windows: [{ days, start: '22:00', end: '08:00' }] };
  const data = { ...publicationBody(policy), effective: '2026-11-22T22:00:00-03:00' };
  expect((await request.post(hours, { data })).status()).toBe(201);
  return hours;
}

test.describe('support', () => {
  test.use({ viewport: DESK });
  test('reads what is in force and what comes later, and is promised no start during a suspension', {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await product.at(SUNDAY);
    await signIn(context, 'suporte@oto.example');
    const hours = await publishForTonight(page);
    await page.goto('/suporte/aurora');
    const form = page.locator('main form');
    const lines = form.locator('dl > div');
    const bar = page.getByRole('group', { name: 'Publicar' });
    const button = bar.getByRole('button', { name: 'Publicar' });
    await expect(lines).toHaveText([
      'Vale agoraTodos os dias, das 20:00 às 08:00, no relógio de cada loja.',
      'A partir de hoje, 22:00Todos os dias, das 22:00 às 08:00, no relógio de cada loja.É o que já está publicado.',
    ]);
    await expect(bar).toContainText('Já publicado, a partir de hoje, 22:00. Publicar de novo pode antecipar.');
    await takePicture(page, 'support-coming-1280', { whole: true });
    await page.getByLabel('Início', { exact: true }).fill('21:00');
    await expect(lines).toHaveCount(3);
    await expect(lines.nth(2)).toContainText('DepoisTodos os dias, das 21:00 às 08:00');
    await expect(lines.nth(2)).toContainText('Se valer antes, fica no lugar do que já está publicado.');
    await takePicture(page, 'support-coming-changed-1280', { whole: true });
    await button.click();
    await expect(page.getByRole('dialog').locator('dl > div')).toHaveCount(3);
    await takePicture(page, 'support-coming-sheet-1280');
    await checkBothSizes(page, () => expectNoViolations(page));
    await page.getByRole('dialog').getByRole('button', { name: 'Voltar' }).click();
    await page.getByRole('button', { name: 'Descartar rascunho' }).click();

    await page.request.post(`${hours}/suspend`, { data: { until: null, reason: 'Pedido da marca' } });
    await page.reload();
    await expect(page.getByText('Quando voltar, a partir de hoje, 22:00:')).toBeVisible();
    await expect(page.locator('b').filter({ hasText: 'A partir de' })).toHaveCount(0);
    await expect(page.getByText('vai valer')).toHaveCount(0);
    await expect(lines.first()).toHaveText(/^SuspensoTodos os dias, das 20:00 às 08:00/);
    await takePicture(page, 'support-coming-suspended-1280', { whole: true });
  });
});

test('the brand’s manager reads from when other hours will be in force, and that a suspension delays them', {
  tag: '@long',
}, async ({ page, context, product, browser }) => {
  await product.at(SUNDAY);
  const support = await browser.newContext({ baseURL: product.base });
  await signIn(support, 'suporte@oto.example');
  const desk = await support.newPage();
  const hours = await publishForTonight(desk);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/politica');
  const card = page
    .locator('section')
    .filter({ has: page.getByRole('button', { name: /Pedir/ }) })
    .first();
  await expect(card).toContainText('Todos os dias, das 20:00 às 08:00');
  await expect(card).toContainText('A partir de hoje, 22:00: Todos os dias, das 22:00 às 08:00');
  await takePicture(page, 'brand-coming-390');
  await checkBothSizes(page, () => expectNoViolations(page));
  await desk.request.post(`${hours}/suspend`, { data: { until: null, reason: 'Pedido da marca' } });
  await expect(card).toContainText('Quando voltar, a partir de hoje, 22:00: Todos os dias, das 22:00 às 08:00');
  await expect(card).toContainText('Em pausa.');
  await takePicture(page, 'brand-coming-paused-390');
  await support.close();
});

test.describe('Publicar', () => {
  test.use({ viewport: DESK });
  test('is disabled while nothing has changed, says so also to a screen reader, and is enabled by the first change', {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await product.at(SUNDAY);
    await signIn(context, 'suporte@oto.example');
    await page.goto('/suporte/aurora');
    const bar = page.getByRole('group', { name: 'Publicar' });
    const button = bar.getByRole('button', { name: 'Publicar' });
    await expect(bar.getByText('Nada mudou')).toBeVisible();
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription('Nada mudou');
    const idle = await button.evaluate((each) => getComputedStyle(each).backgroundColor);
    await takePicture(page, 'support-nothing-changed-1280');
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Início', { exact: true }).press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectNoViolations(page);
    await page.setViewportSize(PHONE);
    await takePicture(page, 'support-nothing-changed-390', { whole: true });
    await page.setViewportSize(DESK);

    await page.getByLabel('Início', { exact: true }).fill('21:00');
    await expect(button).toBeEnabled();
    await expect.poll(() => button.evaluate((each) => getComputedStyle(each).backgroundColor)).not.toBe(idle);
    await page.getByLabel('Início', { exact: true }).fill('20:00');
    await expect(button).toBeDisabled();

    await page.getByRole('button', { name: 'Conferir' }).click();
    await page.getByLabel('Envios por minuto, por número').fill('7');
    await expect(page.getByText('Os horários ficam como estão; muda o resto.')).toBeVisible();
    await expect(button).toBeEnabled();
  });
});

test('a store’s manager is told after a suspension which hours are in force, not which come later', {
  tag: '@long',
}, async ({ page, context, product, browser }) => {
  await page.setViewportSize(PHONE);
  await product.at(SUNDAY);
  const support = await browser.newContext({ baseURL: product.base });
  await signIn(support, 'suporte@oto.example');
  const desk = await support.newPage();
  const hours = await publishForTonight(desk);
  await desk.request.post(`${hours}/suspend`, { data: { until: null, reason: 'Pedido da marca' } });
  await desk.request.post(`${hours}/resume`, { data: { reason: 'De volta' } });
  await asSeller(context, 'paulista@aurora.example', '9999');
  await page.goto('/');
  await expect(
    page.getByText('A pausa terminou. O Horário de Silêncio está de volta: das 20:00 às 08:00.'),
  ).toBeVisible();
  await takePicture(page, 'store-manager-notice-390');
  await support.close();
});

/** Support's page of a brand after a publication, during a suspension and while hours are changed. */
import {
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';
import { confirmHoursLost } from './kit/support.ts';

test.describe('support’s page of a brand', () => {
  test.use({ viewport: DESK });
  test.beforeEach(async ({ product, context }) => {
    await product.at('2026-11-22T10:30:00-03:00');
    await signIn(context, 'suporte@oto.example');
  });

  test('has no draft left after a publication that answers a ticket', { tag: '@long' }, async ({
    page,
    browser,
    product,
  }) => {
    const brand = await browser.newContext({ baseURL: product.base });
    await signIn(brand, 'gestao@aurora.example');
    const opened = await brand.request.post('/api/v1/tickets', {
      data: { kind: 'change', start: '21:00', end: '08:00', reason: 'Lojas abertas até 21h' },
    });
    const { id } = await opened.json();
    await page.goto(`/suporte/aurora?chamado=${id}`);
    await page.getByLabel('Início', { exact: true }).fill('21:30');
    await page.getByRole('button', { name: 'Publicar' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Motivo').fill('Pedido da marca');
    await expect(sheet.getByLabel('Resposta ao chamado')).toHaveValue(/vale a partir do próximo início do silêncio/);
    await sheet.getByLabel('Agora', { exact: true }).check();
    await sheet.getByRole('button', { name: 'Publicar' }).click();
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Aberto. Silêncio hoje, 21:30' })).toBeVisible();
    await expect(page).not.toHaveURL(/chamado=/);
    await expect(page.getByText('Rascunho não publicado')).toHaveCount(0);
    await brand.close();
  });

  test('shows the suspended hours during a suspension, not an absence of quiet hours', { tag: '@long' }, async ({
    page,
  }) => {
    await page.goto('/suporte/aurora');
    await page.getByRole('button', { name: 'Suspender' }).click();
    await page.getByRole('dialog').getByLabel('Motivo').fill('Inventário');
    await page.getByRole('dialog').getByRole('button', { name: 'Suspender' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Retomar' })).toBeVisible();
    await expect(page.getByText('É a política suspensa, sem mudança.')).toBeVisible();
    await page.getByLabel('Início', { exact: true }).fill('21:00');
    await expect(page.getByText('Rascunho não publicado')).toBeVisible({ timeout: 5000 });
    await expect(page.getByRole('definition').first()).toContainText('Todos os dias, das 20:00 às 08:00');
    await expect(page.getByText('Antes não havia silêncio.')).toHaveCount(0);
    await expect(page.getByText('Publicar não encerra a suspensão: retome para valer.')).toBeVisible();
  });

  test('says beside Publicar what is about to be published', { tag: '@long' }, async ({ page }) => {
    await page.goto('/suporte/aurora');
    const bar = page.getByRole('group', { name: 'Publicar' });
    await expect(bar).toContainText('Nada mudou');
    await page.getByLabel('Início', { exact: true }).fill('19:00');
    await expect(bar).toContainText('19:00–08:00, no próximo início do silêncio · falta confirmar 1 aviso');
    await takePicture(page, 'support-publish-summary-1280');
    await bar.getByRole('button', { name: 'Publicar' }).click();
    const sheet = page.getByRole('dialog');
    await confirmHoursLost(sheet);
    await sheet.getByLabel('Agora', { exact: true }).check();
    await sheet.getByRole('button', { name: 'Voltar' }).click();
    await expect(bar).toContainText('19:00–08:00, a partir de agora · 1 aviso confirmado');
    await page.getByLabel('Início', { exact: true }).fill('noite');
    await expect(bar).not.toContainText('a partir de agora');
    await page.getByLabel('Início', { exact: true }).fill('19:00');
    await checkBothSizes(page, async () => {
      await expect(bar).toContainText('19:00–08:00, a partir de agora · 1 aviso confirmado');
      await expectNoViolations(page);
    });
  });

  test('has Publicar where it covers no field and can be reached whole, at 360 × 640 with text at 200 %', {
    tag: '@long',
  }, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('/suporte/aurora');
    const start = page.getByLabel('Início', { exact: true });
    await expect(start).toBeVisible();
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await start.fill('19:00');
    await takePicture(page, 'support-publish-360-large-text');
    await start.click({ trial: true });
    const field = await start.boundingBox();
    const bar = await page.getByRole('group', { name: 'Publicar' }).boundingBox();
    if (field === null || bar === null) throw new Error('the field or the bar is not on the screen');
    expect(bar.y).toBeGreaterThan(field.y + field.height);
    const publish = page.getByRole('group', { name: 'Publicar' }).getByRole('button', { name: 'Publicar' });
    await publish.scrollIntoViewIfNeeded();
    await expect(publish).toBeInViewport({ ratio: 1 });
  });

  test('keeps Publicar in sight, covering no field, while a person scrolls under Conferir', { tag: '@long' }, async ({
    page,
  }) => {
    await page.goto('/suporte/aurora');
    // Publicar is enabled only where something has changed.
    await page.getByLabel('Início', { exact: true }).fill('19:00');
    await page.getByRole('button', { name: 'Conferir' }).click();
    const card = page.getByRole('heading', { name: 'Se tivesse valido nos últimos 90 dias' });
    await checkBothSizes(page, async ({ width }) => {
      await card.scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 400);
      await expect(page.getByRole('button', { name: 'Publicar' })).toBeInViewport({ ratio: 1 });
      await takePicture(page, `support-publish-sticky-${width}`);
      await expectUncovered(page);
    });
  });
});

/** Asserts that a pointer reaches Publicar and the last field of the review, which the bar with Publicar must not cover. */
async function expectUncovered(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publicar' }).click({ trial: true });
  await page.getByLabel('Envios por minuto, por número').click({ trial: true });
}

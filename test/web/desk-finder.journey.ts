/** Support's finder, the keys J and K in support's lists, and a brand with two open tickets. */
import type { Browser, Locator, Page } from '@playwright/test';
import { checkBothSizes, DESK, expect, expectNoViolations, signIn, takePicture, test } from './kit/journey.ts';
import type { Product } from './kit/product.ts';

test.describe('the finder', () => {
  test.use({ viewport: DESK });
  test.beforeEach(async ({ product, context }) => {
    await product.at('2026-11-23T10:30:00-03:00');
    await signIn(context, 'suporte@oto.example');
  });

  test('finds a brand by its name, and Enter opens it', { tag: '@long' }, async ({ page }) => {
    await page.goto('/suporte/chamados');
    await page.getByRole('button', { name: 'Encontrar', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Encontrar no suporte' });
    const field = sheet.getByRole('combobox', { name: 'Marca, chamado, recibo ou tentativa' });
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await expect(sheet.getByRole('status')).toContainText('Escreva o nome de uma marca');
    await expectNoViolations(page);
    await field.fill('aur');
    await expect(sheet.getByRole('status')).toHaveText('Marca com “aur” no nome. 1 resultado.');
    const option = sheet.getByRole('option', { name: /Aurora/ });
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
    await checkBothSizes(page, () => expectNoViolations(page));
    await takePicture(page, 'support-finder-brand-1280');
    await field.press('Enter');
    await expect(sheet).toBeHidden();
    await expect(page).toHaveURL(/\/suporte\/aurora$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Aurora' })).toBeFocused();
  });

  test('⌘K and Ctrl-K open it, a ticket of any brand is found by its number, and arrows choose a result', {
    tag: '@long',
  }, async ({ page, browser, product }) => {
    const number = await openTicket(browser, product, 'aurora');
    await page.goto('/suporte');
    await expect(page.getByRole('heading', { level: 1, name: 'Marcas' })).toBeVisible();
    await page.keyboard.press('Meta+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    const sheet = page.getByRole('dialog');
    await page.keyboard.type(`${number} aurora`);
    await expect(sheet.getByRole('status')).toHaveText(
      new RegExp(`^Chamado ou recibo ${number} em Aurora\\. 3 resultados\\.$`),
    );
    await expect(sheet.getByRole('group', { name: 'Recibos' }).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await expect(sheet.getByRole('option', { selected: true })).toContainText(`Recibo ${number}`);
    await page.keyboard.press('ArrowUp');
    await expect(sheet.getByRole('option', { selected: true })).toContainText(`Chamado ${number}`);
    await expectNoViolations(page);
    await takePicture(page, 'support-finder-number-1280');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: `Chamado ${number}` })).toBeFocused();
    await expect(page).toHaveURL(/\/suporte\/chamados\/[0-9a-f-]{36}$/);
  });

  test('a receipt’s number opens its attempt with the customer masked, and the brand can read who searched for it', {
    tag: '@long',
  }, async ({ page, browser, product }) => {
    await page.goto('/suporte/cais');
    const sheet = await openFinder(page);
    await sheet.getByRole('combobox').fill('recibo 3 aurora');
    await sheet.getByRole('option', { name: /Aurora · Recibo 3/ }).click();
    await expect(page).toHaveURL(/\/suporte\/aurora\/tentativas\/[0-9a-f-]{36}$/);
    await expect(page.getByText(/Recibo nº 3\b|Recibo 3\b/).first()).toBeVisible();

    // The address of the attempt, pasted into the finder, finds the attempt.
    const address = page.url();
    await page.goto('/suporte');
    await openFinder(page);
    await sheet.getByRole('combobox').fill(address);
    await expect(sheet.getByRole('status')).toHaveText('Tentativa com este código. 1 resultado.');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);

    const brand = await browser.newContext({ baseURL: product.base });
    await signIn(brand, 'gestao@aurora.example');
    const { items } = await (await brand.request.get('/api/v1/support-looks')).json();
    expect(items.map(({ searched }: { searched: string | null }) => searched)).toContain('3');
    await brand.close();
  });

  test('an empty result, an unknown brand and a failing server are each named as what they are', {
    tag: '@long',
  }, async ({ page }) => {
    await page.goto('/suporte');
    const sheet = await openFinder(page);
    const field = sheet.getByRole('combobox');
    await field.fill('maria');
    await expect(sheet.getByRole('status')).toHaveText('Marca com “maria” no nome. Nada encontrado.');
    await expect(sheet.getByText('Para buscar por cliente ou vendedor, abra as tentativas da marca.')).toBeVisible();
    await field.press('Enter');
    await expect(sheet).toBeVisible();
    await field.fill('inventada 12');
    await expect(sheet.getByRole('status')).toContainText('Nenhuma marca com “inventada” no nome.');
    await page.route('**/api/v1/finder?**', (route) => route.fulfill({ status: 502, body: '' }));
    await field.fill('12');
    await expect(sheet.getByRole('alert')).toContainText('Não conseguimos buscar agora.');
    await expectNoViolations(page);
    await takePicture(page, 'support-finder-failed-1280');
    await page.unroute('**/api/v1/finder?**');
    await sheet.getByRole('button', { name: 'Tentar de novo' }).click();
    await expect(sheet.getByRole('option', { name: /Recibo 12/ }).first()).toBeVisible();
  });
});

test.describe('keys in lists', () => {
  test.use({ viewport: DESK });
  test.beforeEach(async ({ product, context }) => {
    await product.at('2026-11-23T10:30:00-03:00');
    await signIn(context, 'suporte@oto.example');
  });

  test('J and K move through brands and attempts, Enter opens one, and a field that is typed into takes the letters', {
    tag: '@long',
  }, async ({ page }) => {
    await page.goto('/suporte');
    await expect(page.getByText('J e K andam pela lista, Enter abre.')).toBeVisible();
    const findBrandLink = (name: string) => page.getByRole('link', { name: `Abrir ${name}` });
    await expect(findBrandLink('Aurora')).toBeVisible();
    await page.keyboard.press('j');
    await expect(findBrandLink('Aurora')).toBeFocused();
    await page.keyboard.press('k');
    await expect(findBrandLink('Aurora')).toBeFocused();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(findBrandLink('Cais')).toBeFocused();
    await takePicture(page, 'support-keys-1280');
    await page.keyboard.press('k');
    await expect(findBrandLink('Brisa')).toBeFocused();

    await page.getByLabel('Buscar marca').focus();
    await page.keyboard.type('jk');
    await expect(page.getByLabel('Buscar marca')).toHaveValue('jk');
    await page.getByLabel('Buscar marca').fill('');
    await page.getByRole('button', { name: 'Growth' }).focus();
    await page.keyboard.press('j');
    await expect(findBrandLink('Aurora')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/suporte\/aurora$/);

    await page.goto('/suporte/aurora/tentativas');
    const first = page.getByRole('main').getByRole('listitem').first().getByRole('link');
    await expect(first).toBeVisible();
    await page.keyboard.press('j');
    await expect(first).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/tentativas\/[0-9a-f-]{36}$/);
  });

  test('J and K can be switched off, and stay off after a reload', { tag: '@long' }, async ({ page }) => {
    await page.goto('/suporte');
    await page.getByRole('button', { name: /Ajustes/ }).click();
    const setting = page.getByRole('checkbox', { name: 'Teclas J e K andam pelas listas' });
    await expectNoViolations(page);
    await takePicture(page, 'support-settings-1280');
    await setting.uncheck();
    await page.getByRole('button', { name: 'Fechar' }).click();
    await page.reload();
    await expect(page.getByRole('link', { name: 'Abrir Aurora' })).toBeVisible();
    await expect(page.getByText('J e K andam pela lista')).toHaveCount(0);
    await page.keyboard.press('j');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('link', { name: 'Abrir Aurora' })).not.toBeFocused();
  });
});

test.describe('a second ticket while another waits', () => {
  test('shows the brand the first one before the second is sent, and shows support each of the two on the other', {
    tag: '@long',
  }, async ({ page, context, browser, product }) => {
    await product.at('2026-11-23T10:30:00-03:00');
    await signIn(context, 'gestao@cais.example');
    const first = await openTicket(browser, product, 'cais');
    await page.goto('/');
    await page.getByRole('button', { name: 'Pedir mudança' }).click();
    const ask = page.getByRole('dialog', { name: 'Pedir mudança' });
    await expect(ask.getByRole('heading', { name: /pedidos? da marca já espera/ })).toBeVisible();
    await expect(
      ask.getByRole('link', { name: `Chamado ${first} · Mudar o silêncio: das 21:00 às 08:00` }),
    ).toBeVisible();
    await checkBothSizes(page, () => expectNoViolations(page));
    await takePicture(page, 'brand-second-ask-390');
    await ask.getByLabel('Motivo').fill('Também aos domingos.');
    await ask.getByRole('button', { name: 'Enviar pedido' }).click();
    await expect(ask).toBeHidden();
    await page.getByRole('link', { name: /^Chamados/ }).click();
    await page.getByRole('link', { name: `Abrir Chamado ${first + 1}` }).click();
    await expect(page.getByRole('heading', { name: /Outro pedido da marca espera|Mais \d+ pedidos/ })).toBeVisible();
    await expectNoViolations(page);

    const desk = await browser.newContext({ baseURL: product.base, viewport: DESK });
    await signIn(desk, 'suporte@oto.example');
    const support = await desk.newPage();
    await support.goto(page.url().replace('/chamados/', '/suporte/chamados/'));
    await expect(support.getByRole('heading', { level: 1, name: `Chamado ${first + 1}` })).toBeVisible();
    await expect(
      support.getByText(/^(Outro chamado desta marca espera|Mais \d+ chamados desta marca esperam)/),
    ).toBeVisible();
    await checkBothSizes(support, () => expectNoViolations(support));
    await takePicture(support, 'support-ticket-beside-1280');
    await support.getByRole('link', { name: 'Configurar' }).click();
    await support.getByRole('link', { name: new RegExp(`^Chamado ${first} ·`) }).click();
    await expect(support.getByRole('heading', { level: 1, name: `Chamado ${first}` })).toBeVisible();
    await expect(support.getByRole('link', { name: new RegExp(`^Chamado ${first + 1} ·`) })).toBeVisible();
    await desk.close();
  });
});

/** Opens the finder by Ctrl-K, after the page has begun to listen to keys. */
async function openFinder(page: Page): Promise<Locator> {
  await expect(page.getByRole('button', { name: 'Encontrar', exact: true })).toBeVisible();
  await page.keyboard.press('Control+k');
  return page.getByRole('dialog', { name: 'Encontrar no suporte' });
}

/** Opens a ticket of the brand `slug` through the API; returns the ticket's number. */
async function openTicket(browser: Browser, product: Product, slug: string): Promise<number> {
  const brand = await browser.newContext({ baseURL: product.base });
  await signIn(brand, `gestao@${slug}.example`);
  const opened = await brand.request.post('/api/v1/tickets', {
    data: { kind: 'change', start: '21:00', end: '08:00', reason: 'Lojas abertas até 21h' },
  });
  const { number } = await opened.json();
  await brand.close();
  return number;
}

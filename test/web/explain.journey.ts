/** The explanation of an attempt for support and for managers, and the log of support's accesses. */
import {
  asSeller,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  PHONE,
  signIn,
  tabTo,
  takePicture,
  test,
} from './kit/journey.ts';
import { PAULISTA } from './kit/seller.ts';

const SUNDAY_NIGHT = '2026-11-22T22:14:00-03:00';
const TEXT = 'Oi! Chegou a coleção que você pediu.';

interface Tried {
  readonly attemptId: string;
  readonly name: string;
}

/** Ana tries a suggestion in quiet hours and is refused; returns the attempt and the customer's name. */
async function tryInQuietHours(page: Page, base: string): Promise<Tried> {
  const store = await page.context().browser()?.newContext({ baseURL: base });
  if (!store) throw new Error('no browser');
  await asSeller(store, PAULISTA, '1111');
  const { items } = await (await store.request.get('/api/v1/suggestions')).json();
  const { id, customer } = items[0];
  const answer = await store.request.post('/api/v1/attempts', {
    data: { customerId: customer.id, suggestionId: id, text: TEXT },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.status()).toBe(409);
  const { attempt } = await answer.json();
  await store.close();
  return { attemptId: attempt.id, name: customer.name };
}

test.describe('support', () => {
  test.use({ viewport: DESK });

  test.beforeEach(async ({ product, context }) => {
    await product.at(SUNDAY_NIGHT);
    await signIn(context, 'suporte@oto.example');
  });

  test('finds a refused attempt by keys alone, reads why, reveals the customer for a reason, and the brand reads that reason', async ({
    page,
    product,
    browser,
  }) => {
    const { name, attemptId } = await tryInQuietHours(page, product.base);
    await page.goto('/suporte/aurora');
    await tabTo(page, page.getByRole('link', { name: 'Tentativas' }), 'Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tentativas');
    await expect(page.getByRole('list', { name: 'Tentativas' }).getByRole('listitem').first()).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, 'support-attempts-1280');
    await tabTo(page, page.getByLabel('Cliente'));
    await page.keyboard.type(name);
    await tabTo(page, page.getByLabel('Vendedor(a)'));
    await page.keyboard.type('ana');
    await tabTo(page, page.getByRole('radio', { name: 'Todas' }), 'ArrowRight');
    await expect(page.getByRole('radio', { name: 'adiado', exact: true })).toBeChecked();
    await tabTo(page, page.getByRole('button', { name: 'Buscar' }), 'Enter');
    const found = page.getByRole('list', { name: 'Tentativas' }).getByRole('listitem');
    await expect(found.first()).toContainText('hoje, 22:14');
    await expect(page.locator('main')).not.toContainText(name, { useInnerText: true });
    await tabTo(page, found.first().getByRole('link', { name: /^Abrir a tentativa/ }), 'Enter');

    await expect(page).toHaveURL(new RegExp(`/suporte/aurora/tentativas/${attemptId}$`));
    const main = page.locator('main');
    await expect(main).toContainText(
      'Este contato foi adiado: eram 22:14 em São Paulo, dentro do Horário de Silêncio.',
    );
    await expect(main).toContainText(
      'Relógio da loja, em São Paulo: 22:14, silêncio desde hoje, 20:00, até amanhã, 08:00.',
    );
    await expect(main).toContainText('A pessoa não pediu para parar.');
    await expect(main).toContainText('Como contato pelo perfil: com aviso; sem aviso a partir de amanhã, 08:00.');
    await expect(main).toContainText('Refeita agora com os mesmos dados, a decisão é a mesma.');
    await expect(main).not.toContainText(name);
    await expect(main).not.toContainText(TEXT);
    await expectNoViolations(page);
    await takePicture(page, 'support-attempt-1280', { whole: true });

    await tabTo(page, page.getByRole('button', { name: 'Mostrar cliente' }), 'Enter');
    const sheet = page.getByRole('dialog', { name: 'Mostrar quem é?' });
    await expect(sheet.getByLabel('Motivo')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sheet.getByText('Escreva o motivo em poucas palavras.')).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, 'support-reveal-1280');
    await page.keyboard.type('A gerente ligou');
    await page.keyboard.press('Enter');
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(main).toContainText(TEXT);
    await expect(main).toContainText('Visível para você por mais 30 minutos.');
    await expectNoViolations(page);

    // Back in the list, the search is unchanged and the customer is masked.
    await page.goBack();
    await expect(page.getByLabel('Cliente')).toHaveValue(name);
    await expect(page.getByRole('list', { name: 'Tentativas' })).not.toContainText(name);

    const desk = await browser.newContext({ baseURL: product.base, viewport: DESK });
    await signIn(desk, 'gestao@aurora.example');
    const brand = await desk.newPage();
    await brand.goto('/politica');
    await brand.getByRole('link', { name: 'Ver acessos' }).click();
    await expect(brand.getByRole('heading', { level: 1 })).toHaveText('Acessos do suporte');
    const access = brand.getByRole('listitem').filter({ hasText: 'Motivo: A gerente ligou' });
    await expect(access).toContainText('Viu o nome, o número e o texto de uma tentativa de contato.');
    await expectNoViolations(brand);
    await takePicture(brand, 'brand-looks-1280');
    await access.getByRole('link', { name: /Ver tentativa/ }).click();
    await expect(brand.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(brand.locator('main')).toContainText(TEXT);
    await desk.close();
  });

  test('sees a revealed customer for half an hour and no longer, also without a network', { tag: '@long' }, async ({
    page,
    context,
    product,
  }) => {
    const { name, attemptId } = await tryInQuietHours(page, product.base);
    await page.clock.install();
    await page.goto('/suporte/aurora/tentativas');
    const line = page.locator(`a[href$="/tentativas/${attemptId}"]`);
    await line.click();
    await page.getByRole('button', { name: 'Mostrar cliente' }).click();
    await page.getByRole('dialog').getByLabel('Motivo').fill('A gerente ligou');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

    await page.goBack();
    await expect(line).toBeVisible();
    await page.clock.fastForward('31:00');
    await context.setOffline(true);
    await line.click();
    await expect(page).toHaveURL(new RegExp(`/${attemptId}$`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tentativa de contato');
    await expect(page.locator('main')).not.toContainText(name);
    await expect(page.locator('main')).not.toContainText(TEXT);
  });

  test('opens an example of the impact as an attempt, on a phone and in three languages, and is told where there is none', {
    tag: '@long',
  }, async ({ page }) => {
    await page.goto('/suporte/aurora');
    await page.getByLabel('Início', { exact: true }).fill('19:00');
    await page.getByRole('button', { name: 'Conferir' }).click();
    await page
      .getByRole('heading', { name: 'Exemplos' })
      .locator('..')
      .getByRole('link', { name: /Abrir/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/suporte\/aurora\/tentativas\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { name: 'Verificações' }).first()).toBeVisible();
    await page.setViewportSize(PHONE);
    await expectNoViolations(page);
    await takePicture(page, 'support-attempt-390', { whole: true });
    await page.getByRole('button', { name: 'Ajustes' }).click();
    await page.getByLabel('English').check();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('heading', { name: 'Checks' }).first()).toBeVisible();
    await expect(page.locator('main')).toContainText(/This contact (was|went|did)/);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Español').check();
    await page.getByRole('button', { name: 'Cerrar' }).click();
    await expect(page.locator('main')).toContainText(/Este contacto (fue|tuvo|siguió|no)/);
    await page.getByRole('button', { name: 'Ajustes' }).click();
    await page.getByLabel('Português').check();
    await page.getByRole('button', { name: 'Fechar' }).click();

    await page.goto('/suporte/aurora/tentativas/0199a000-0000-7000-8000-000000000000');
    await expect(page.getByText('Esta tentativa não existe, ou é de outra loja.')).toBeVisible();
    await page.getByRole('link', { name: 'Voltar para as tentativas' }).click();
    await page.getByRole('button', { name: 'Filtros' }).click();
    await page.getByLabel('Cliente').fill('Ninguém Assim');
    await page.getByRole('button', { name: 'Buscar' }).click();
    await expect(page.getByText('Nenhuma tentativa assim.')).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, 'support-attempts-none-390', { whole: true });
    await page.getByRole('button', { name: 'Filtros (1): Ninguém Assim' }).click();
    await page.getByRole('button', { name: 'Limpar' }).click();
    await expect(page.getByLabel('Cliente')).toBeFocused();
    await expect(page.getByRole('button', { name: /^Filtros/ })).toHaveText('Filtros');
    await expect(page.getByLabel('Cliente')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Tentativas' }).getByRole('listitem').first()).toBeVisible();
  });
});

test.describe('managers', () => {
  test.beforeEach(async ({ product }) => product.at(SUNDAY_NIGHT));

  test('a store’s manager reads the same explanation on a phone and at a desk, and a seller does not', {
    tag: '@long',
  }, async ({ page, context, product }) => {
    const { name, attemptId } = await tryInQuietHours(page, product.base);
    await asSeller(context, PAULISTA, '9999');
    await page.goto('/');
    await page.getByRole('link', { name: 'Tentativas' }).click();
    await page.getByRole('button', { name: 'Filtros' }).click();
    await page.getByLabel('Cliente').fill(name);
    await page.getByRole('button', { name: 'Buscar' }).click();
    const found = page.getByRole('list', { name: 'Tentativas' }).getByRole('listitem');
    await expect(found.first()).toContainText(name);
    // The results come first: the search form closes, says what was searched for, and opens again by Enter.
    const filters = page.getByRole('button', { name: `Filtros (1): ${name}` });
    await expect(filters).toBeFocused();
    await expect(filters).toHaveAttribute('aria-expanded', 'false');
    await expect(page.getByLabel('Cliente')).toBeHidden();
    expect((await found.first().boundingBox())?.y).toBeLessThan(PHONE.height / 2);
    await expectNoViolations(page);
    await takePicture(page, 'manager-attempts-390', { whole: true });
    await page.keyboard.press('Enter');
    await expect(filters).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByLabel('Cliente')).toHaveValue(name);
    await expectNoViolations(page);
    await page.keyboard.press('Enter');
    await found.first().getByRole('link').click();
    await expect(page).toHaveURL(`/tentativas/${attemptId}`);
    await expect(page.locator('main')).toContainText('Este contato foi adiado: eram 22:14 em São Paulo');
    await expect(page.locator('main')).toContainText(TEXT);
    await expect(page.getByRole('button', { name: 'Mostrar cliente' })).toHaveCount(0);
    await expectNoViolations(page);
    await takePicture(page, 'manager-attempt-390', { whole: true });
    await page.setViewportSize(DESK);
    await expect(found.first()).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, 'manager-attempt-1280');

    await asSeller(context, PAULISTA, '1111');
    await page.goto(`/tentativas/${attemptId}`);
    await expect(page.getByText('Esta página não existe')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Tentativas' })).toHaveCount(0);
    await expect(page.locator('main')).not.toContainText('Verificações');
  });

  test('the six links of a store’s manager fit into the bar in each language, also in large text', {
    tag: '@long',
  }, async ({ browser, product }) => {
    for (const locale of ['pt-BR', 'en', 'es']) {
      const phone = await browser.newContext({ baseURL: product.base, viewport: PHONE, locale });
      await asSeller(phone, PAULISTA, '9999');
      const page = await phone.newPage();
      await page.goto('/agendados');
      const links = page.getByRole('navigation').getByRole('link');
      await expect(links).toHaveCount(6);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      for (const width of [390, 360])
        for (const size of ['100%', '200%']) {
          await page.setViewportSize({ ...PHONE, width });
          await page.evaluate((fontSize) => {
            document.documentElement.style.fontSize = fontSize;
          }, size);
          await takePicture(page, `ways-${locale}-${width}-${size}`);
          const cut = await links.evaluateAll((all) =>
            all.flatMap((link) => {
              const box = link.getBoundingClientRect();
              const range = document.createRange();
              range.selectNodeContents(link.querySelector('span') ?? link);
              // Where the words do not fit, only the icon is shown, and the words remain for a screen reader.
              const label = link.querySelector('span')?.getBoundingClientRect();
              const words = label !== undefined && label.width <= 1 ? box : range.getBoundingClientRect();
              const isIn =
                words.left >= box.left - 0.5 && words.right <= box.right + 0.5 && words.bottom <= innerHeight;
              return isIn && box.height < innerHeight / 5
                ? []
                : [`${link.textContent}: ${words.width} in ${box.width} × ${box.height}`];
            }),
          );
          const bar = await page.getByRole('navigation').boundingBox();
          expect
            .soft(bar?.height, 'the bar of links is lower than a quarter of the screen')
            .toBeLessThan(PHONE.height / 4);
          expect.soft(cut, `${locale}, ${width} px, ${size}`).toEqual([]);
        }
      await phone.close();
    }
  });

  test('a brand’s manager searches the whole brand', { tag: '@long' }, async ({ page, context }) => {
    await signIn(context, 'gestao@aurora.example');
    await page.goto('/');
    await page.getByRole('link', { name: 'Tentativas' }).click();
    await page.getByRole('button', { name: 'Filtros' }).click();
    await page.getByLabel('De', { exact: true }).fill('2026-11-10');
    await page.getByLabel('Até').fill('2026-11-10');
    await page.getByRole('button', { name: 'Buscar' }).click();
    await expect(page.getByRole('listitem').first()).toContainText('10 nov');
    await expectNoViolations(page);
    await takePicture(page, 'brand-attempts-390', { whole: true });
  });
});

/** Support sets a brand up: creates it, sees its page, and the brand's manager sees what is still missing. */
import {
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  listTooSmall,
  PHONE,
  signIn,
  tabTo,
  takePicture,
  test,
} from './kit/journey.ts';

const SUPPORT = 'suporte@oto.example';

test.describe('support creates a brand', () => {
  test.use({ viewport: DESK });
  test.beforeEach(async ({ context }) => signIn(context, SUPPORT));

  test('by keyboard alone, with the address proposed from the name, and lands on the brand’s page', async ({
    page,
  }) => {
    await page.goto('/suporte');
    await tabTo(page, page.getByRole('link', { name: 'Nova marca' }), 'Enter');
    await expect(page.getByRole('heading', { name: 'Nova marca', level: 1 })).toBeVisible();
    await tabTo(page, page.getByLabel('Nome'));
    await page.keyboard.type('Casa Lume & Cia.');
    await expect(page.getByLabel('Endereço')).toHaveValue('casa-lume-cia');
    await tabTo(page, page.getByLabel('Endereço'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('lume');
    await tabTo(page, page.getByLabel('a Casa Lume & Cia.', { exact: true }), 'Space');
    await tabTo(page, page.getByLabel('Starter'), 'Space');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByLabel('Growth')).toBeChecked();
    await page.getByLabel('Fuso da marca').selectOption({ label: 'Manaus (GMT-4)' });
    await takePicture(page, 'support-new-brand-1280');
    await tabTo(page, page.getByRole('button', { name: 'Criar marca' }), 'Enter');
    await expect(page.getByRole('heading', { name: 'Casa Lume & Cia.', level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/\/suporte\/lume$/);
    await expect(page.getByRole('heading', { name: 'Sem política' })).toBeVisible();
    await checkBothSizes(page, async ({ width }) => {
      await expectNoViolations(page);
      await takePicture(page, `support-empty-brand-${width}`);
    });
    await page.goto('/suporte');
    await expect(page.getByRole('link', { name: 'Abrir Casa Lume & Cia.' })).toBeVisible();
  });

  test('and each fault is beside its field, with the focus on the first one', { tag: '@long' }, async ({ page }) => {
    await page.goto('/suporte/marcas/nova');
    await page.getByRole('button', { name: 'Criar marca' }).click();
    await expect(page.getByText('Escreva o nome da marca.')).toBeVisible();
    await expect(page.getByText('Escolha como o nome aparece nas frases.')).toBeVisible();
    await expect(page.getByText('Escolha o plano.')).toBeVisible();
    await expect(page.getByLabel('Nome')).toBeFocused();
    await page.getByLabel('Nome').fill('Aurora');
    await expect(page.getByText('Escreva o nome da marca.')).toHaveCount(0);
    await page.getByLabel('a Aurora', { exact: true }).check();
    await page.getByLabel('Enterprise').check();
    await page.getByRole('button', { name: 'Criar marca' }).click();
    const slug = page.getByLabel('Endereço');
    await expect(page.getByText('Outra marca já usa este endereço.')).toBeVisible();
    await expect(slug).toBeFocused();
    await slug.fill('equipe');
    await expect(page.getByText('Outra marca já usa este endereço.')).toHaveCount(0);
    await page.getByRole('button', { name: 'Criar marca' }).click();
    await expect(page.getByText('Este endereço é o de uma página do suporte: escolha outro.')).toBeVisible();
    await slug.fill('Aurora 2');
    await page.getByRole('button', { name: 'Criar marca' }).click();
    await expect(page.getByText(/^Use de 2 a 41 letras minúsculas/)).toBeVisible();
    await checkBothSizes(page, async ({ width }) => {
      await expectNoViolations(page);
      expect(await listTooSmall(page)).toEqual([]);
      await takePicture(page, `support-new-brand-faults-${width}`, { whole: true });
    });
  });
});

test.describe('the manager of a new brand', () => {
  test.use({ viewport: PHONE });

  test('sees what is still missing and what to do, and a part leaves the list when it is done', {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await product.addBrand('lume');
    await signIn(context, 'gestao@lume.example');
    await page.goto('/');
    const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'O que ainda falta' }) });
    const parts = card.getByRole('listitem');
    await expect(parts).toHaveCount(5);
    await expect(parts.first()).toContainText('Crie cada loja aqui');
    await checkBothSizes(page, async ({ width }) => {
      await expectNoViolations(page);
      await takePicture(page, `brand-setup-${width}`, { whole: true });
    });
    await card.getByRole('link', { name: 'Ir para os chamados' }).click();
    await page.getByRole('button', { name: 'Pedir ativação' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Motivo').fill('Menos mensagens à noite');
    await sheet.getByRole('button', { name: 'Enviar pedido' }).click();
    await expect(sheet).toBeHidden();
    await page.goto('/');
    await expect(parts).toHaveCount(4);
    await expect(card.getByRole('heading', { name: 'Horário de Silêncio' })).toHaveCount(0);
  });

  test('sees the list in English and Spanish too', { tag: '@long' }, async ({ page, context, product }) => {
    await product.addBrand('lume');
    await signIn(context, 'gestao@lume.example');
    for (const [language, title] of [
      ['en', 'What is still missing'],
      ['es', 'Lo que aún falta'],
    ] as const) {
      await page.goto('/');
      await page.evaluate((chosen) => localStorage.setItem('oto.language', chosen), language);
      await page.reload();
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
    }
  });

  test('of a brand that is set up sees no such list', { tag: '@long' }, async ({ page, context }) => {
    await signIn(context, 'gestao@aurora.example');
    const read = page.waitForResponse(/\/api\/v1\/brand\/setup$/);
    await page.goto('/politica');
    expect(await (await read).json()).toEqual({ missing: [] });
    await expect(page.getByRole('heading', { name: 'Últimos 30 dias' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'O que ainda falta' })).toHaveCount(0);
  });
});

test.describe('support’s team', () => {
  test.use({ viewport: DESK });

  test('deactivates a person, who is out at once, and activates the account again', { tag: '@long' }, async ({
    page,
    context,
    browser,
    product,
  }) => {
    await product.addSupport('Rui');
    await signIn(context, SUPPORT);
    const other = await browser.newContext({ baseURL: product.base });
    const signed = await other.request.post('/api/v1/session', {
      data: { email: 'rui@oto.example', password: 'suporte-demo' },
    });
    expect(signed.status()).toBe(200);

    await page.goto('/suporte');
    await page
      .getByRole('button', { name: /^Sofia Lacerda/ })
      .and(page.locator(':not(aside *)'))
      .click();
    await page.getByRole('link', { name: 'Equipe do suporte' }).click();
    await expect(page.getByRole('heading', { name: 'Equipe do suporte', level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Desativar Sofia Lacerda' })).toHaveCount(0);
    await checkBothSizes(page, async ({ width }) => {
      await expectNoViolations(page);
      await takePicture(page, `support-team-${width}`);
    });
    await page.getByRole('button', { name: 'Desativar Rui' }).click();
    const sheet = page.getByRole('dialog', { name: 'Desativar Rui?' });
    await expectNoViolations(page);
    await sheet.getByRole('button', { name: 'Desativar' }).click();
    await expect(page.getByRole('list', { name: 'Sem acesso' }).getByRole('heading', { name: 'Rui' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Equipe do suporte', level: 1 })).toBeFocused();
    expect((await other.request.get('/api/v1/brands')).status()).toBe(401);

    await page.getByRole('button', { name: 'Reativar Rui' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reativar' }).click();
    await expect(page.getByRole('list', { name: 'Sem acesso' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Desativar Rui' })).toBeVisible();
    await other.close();
  });

  test('says that the only person is alone, and that the list could not be read', { tag: '@long' }, async ({
    page,
    context,
  }) => {
    await signIn(context, SUPPORT);
    await page.goto('/suporte/equipe');
    await expect(page.getByText('Só você por enquanto')).toBeVisible();
    await expectNoViolations(page);
    await page.route('**/api/v1/support-people', (route) => route.abort());
    await page.reload();
    await expect(page.getByText('Não conseguimos mostrar isto agora.')).toBeVisible();
    await page.unroute('**/api/v1/support-people');
    await page.getByRole('button', { name: 'Tentar de novo' }).click();
    await expect(page.getByText('Só você por enquanto')).toBeVisible();
  });
});

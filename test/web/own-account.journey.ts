/** One's own account, at both sizes: the password is changed, sessions are ended elsewhere, and wrong passwords are told. */
import {
  asSeller,
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  openPersonMenu,
  type Page,
  PHONE,
  signIn,
  tabTo,
  takePicture,
  test,
} from './kit/journey.ts';
import type { Product } from './kit/product.ts';

const DAY = '2026-11-18T15:00:00-03:00';
const CARLA = 'carla@aurora.example';
const BEFORE = 'seis vestidos azuis';
const AFTER = 'um barco sem vela';

type Browser = Parameters<Parameters<typeof test>[2]>[0]['browser'];

/** Signs Carla in by password on a device of its own. */
async function carlaElsewhere(browser: Browser, product: Product) {
  const context = await browser.newContext({ baseURL: product.base, viewport: PHONE });
  const { status } = await signInByRequest(context, BEFORE);
  expect(status).toBe(200);
  return context;
}

async function signInByRequest(context: Awaited<ReturnType<Browser['newContext']>>, password: string) {
  const answer = await context.request.post('/api/v1/session', { data: { email: CARLA, password } });
  return { status: answer.status() };
}

const listSessions = (page: Page) => page.getByRole('heading', { name: 'Onde a conta está aberta' }).locator('..');

for (const [name, size] of [
  ['390', PHONE],
  ['1280', DESK],
] as const) {
  test(`at ${name} px a manager changes the password by keyboard, ends sessions one by one and all, and is told of wrong passwords`, {
    tag: size === DESK ? '@long' : [],
  }, async ({ page, context, browser, product }) => {
    test.setTimeout(180_000);
    await product.at(DAY);
    await product.setPassword(CARLA, BEFORE);
    await page.setViewportSize(size);
    await signInByRequest(context, BEFORE);
    const [phone, laptop] = [await carlaElsewhere(browser, product), await carlaElsewhere(browser, product)];
    const attacker = await browser.newContext({ baseURL: product.base });
    for (let n = 0; n < 5; n++) expect((await signInByRequest(attacker, `guess ${n}`)).status).toBe(401);
    await attacker.close();

    await page.goto('/');
    const warning = page.getByText(/^Houve 5 tentativas com senha errada desde /);
    await expect(warning).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, `wrong-passwords-${name}`);
    await page.getByRole('button', { name: 'Fechar' }).first().click();
    await expect(warning).toHaveCount(0);

    await page.goto('/agendados');
    await openPersonMenu(page, /^Carla Dias/);
    await page.getByRole('button', { name: /^Minha conta/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Minha conta' })).toBeFocused();
    await expect(page.getByText(CARLA)).toBeVisible();
    await expect(listSessions(page).getByRole('listitem')).toHaveCount(3);
    await expectNoViolations(page);
    await takePicture(page, `own-account-${name}`, { whole: true });

    const [current, next] = [page.getByLabel('Senha atual'), page.getByLabel('Nova senha')];
    await expect(current).toHaveAttribute('autocomplete', 'current-password');
    await expect(next).toHaveAttribute('autocomplete', 'new-password');
    await tabTo(page, current);
    await page.keyboard.type(BEFORE);
    await page.keyboard.press('Tab');
    await page.keyboard.type('barco');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Faltam 5 caracteres.')).toBeVisible();
    await next.fill('sunshine2026');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Escolha outra senha/)).toBeVisible();
    await current.fill('outra senha qualquer');
    await next.fill(AFTER);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/A senha atual não confere/)).toBeVisible();
    await expect(current).toBeFocused();
    await expectNoViolations(page);
    await takePicture(page, `own-account-faults-${name}`, { whole: true });
    await current.fill(BEFORE);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Senha trocada\./)).toBeVisible();
    await expect(listSessions(page).getByRole('listitem')).toHaveCount(1);
    for (const other of [phone, laptop]) expect((await other.request.get('/api/v1/session')).status()).toBe(401);

    // The phone was signed in before, so that the guesses from the same network do not slow it.
    expect((await signInByRequest(phone, AFTER)).status).toBe(200);
    const screen = await phone.newPage();
    await screen.goto('/');
    await expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
    await page.reload();
    await listSessions(page)
      .getByRole('button', { name: /^Encerrar a sessão/ })
      .click();
    await expect(page.getByText(/^Sessão encerrada/)).toBeVisible();
    await expect(listSessions(page)).toContainText('Em nenhum outro aparelho.');
    await screen.reload();
    await expect(screen.getByLabel('Senha')).toBeVisible();

    await page.getByRole('button', { name: 'Encerrar todas, também esta' }).click();
    await expect(page.getByRole('button', { name: 'Ficar' })).toBeFocused();
    await expectNoViolations(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Encerrar todas, também esta' }).click();
    await expect(page.getByLabel('Senha', { exact: true })).toBeVisible();
  });
}

test('a store’s manager, a brand manager and support reach the account from their menus, and the demo’s password stays', {
  tag: '@long',
}, async ({ page, context, product }) => {
  test.setTimeout(180_000);
  await product.at(DAY);
  await asSeller(context, 'paulista@aurora.example', '9999');
  await page.goto('/agendados');
  await openPersonMenu(page, /^Carla Dias/);
  await page.getByRole('button', { name: /^Conta da loja/ }).click();
  await expect(page.getByText('paulista@aurora.example')).toBeVisible();

  await signIn(context, 'gestao@aurora.example');
  await page.goto('/conta');
  await page.getByLabel('Senha atual').fill('aurora-demo');
  await page.getByLabel('Nova senha').fill(AFTER);
  await page.getByRole('button', { name: 'Trocar a senha' }).click();
  await expect(page.getByText(/As senhas da demonstração não mudam/)).toBeVisible();
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `own-account-brand-${width}`, { whole: true });
  });

  await signIn(context, 'suporte@oto.example');
  await page.goto('/suporte');
  await page.getByRole('button', { name: 'Ajustes' }).first().click();
  await page.getByRole('link', { name: 'Minha conta' }).click();
  await expect(page.getByText('suporte@oto.example')).toBeVisible();
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `own-account-support-${width}`, { whole: true });
  });
  await page.route('**/api/v1/sessions', (route) => route.fulfill({ status: 503, body: '' }));
  await page.reload();
  await expect(page.getByRole('button', { name: 'Tentar de novo' })).toBeVisible({ timeout: 60_000 });
  await expectNoViolations(page);
});

/** The second factor outside the demo: set up at the first sign-in, asked for afterwards, and asked again before an action. */

import type { Locator } from '@playwright/test';
import { totpCode, wrongTotpCode } from '#kit/totp.ts';
import {
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  PHONE,
  takePicture,
  test,
} from './kit/journey.ts';

test.use({ isProduction: true });

const SUPPORT = 'suporte@oto.example';
const MANAGER = 'gestao@aurora.example';
const PASSWORD = 'nove casacos verdes';
const MINUTE = 60_000;

const check = (page: Page) => checkBothSizes(page, () => expectNoViolations(page));

/** Presses Enter until `next` appears: a busy machine may answer that the password cannot be checked yet. */
async function enterUntil(page: Page, next: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(next).toBeVisible({ timeout: 10_000 });
  }).toPass();
}

/** Signs in with a password of the demo, which outside the demo must be replaced. */
async function signInFirst(page: Page, email: string, demoPassword: string, next: Locator): Promise<void> {
  await page.goto('/');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Senha', { exact: true }).fill(demoPassword);
  const newPassword = page.getByLabel(/nova senha/i);
  await enterUntil(page, newPassword);
  await newPassword.fill(PASSWORD);
  await enterUntil(page, next);
}

/** Signs in right after a sign-out, up to the step of the code. */
async function signInAgain(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Senha', { exact: true }).fill(PASSWORD);
  await enterUntil(page, page.getByRole('heading', { level: 1, name: 'Verificação em duas etapas' }));
}

/** Makes new recovery codes on the page of the account, and returns them. */
async function renewCodes(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Gerar códigos novos' }).click();
  const sheet = page.getByRole('dialog', { name: 'Gerar códigos de recuperação novos?' });
  await expect(sheet.getByRole('button', { name: 'Cancelar' })).toBeFocused();
  await check(page);
  await sheet.getByRole('button', { name: 'Gerar códigos novos' }).click();
  await expect(page.getByRole('heading', { name: 'Guarde seus códigos de recuperação' })).toBeFocused();
  const codes = await page.locator('li code').allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: 'Guardei os códigos' }).click();
  await expect(page.getByText('Pronto. Só os códigos novos valem.')).toBeVisible();
  return codes;
}

/** Sets the second factor up from the step of the password on. Returns the key and the recovery codes. */
async function setUp(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.getByLabel('Sua senha').fill(PASSWORD);
  const scan = page.getByRole('heading', { name: 'Ligue o aplicativo à sua conta' });
  await enterUntil(page, scan);
  await expect(scan).toBeFocused();
  await expect(page.getByRole('img', { name: 'Código QR para o aplicativo autenticador' })).toBeVisible();
  await check(page);
  const secret = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  const code = page.getByLabel('Código de seis números');
  await code.fill(wrongTotpCode(secret, Date.now()));
  await page.getByRole('button', { name: 'Confirmar' }).click();
  await expect(page.getByText(/^Esse código não confere/)).toBeVisible();
  await code.fill(totpCode(secret, Date.now()));
  await page.getByRole('button', { name: 'Confirmar' }).click();
  await expect(page.getByRole('heading', { name: 'Guarde seus códigos de recuperação' })).toBeFocused();
  await check(page);
  const codes = await page.locator('li code').allTextContents();
  expect(codes).toHaveLength(10);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Baixar' }).click();
  expect((await downloading).suggestedFilename()).toBe('codigos-de-recuperacao.txt');
  await page.getByRole('button', { name: 'Guardei os códigos' }).click();
  return { secret, codes };
}

for (const viewport of [PHONE, DESK])
  test(`support sets up a second factor before anything else, and signs in with a code afterwards, at ${viewport.width}`, {
    tag: viewport === DESK ? '@long' : [],
  }, async ({ page }) => {
    await page.setViewportSize(viewport);
    const needed = page.getByRole('heading', { name: 'Mais uma etapa para proteger sua conta' });
    await signInFirst(page, SUPPORT, 'suporte-demo', needed);
    await check(page);
    await page.goto('/suporte/chamados');
    await expect(needed).toBeVisible();
    const { secret, codes } = await setUp(page);
    await expect(page).toHaveURL(/\/suporte/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

    await page.getByRole('button', { name: 'Ajustes' }).first().click();
    await page.getByRole('link', { name: 'Minha conta' }).click();
    await expect(page.getByText('Restam 10 códigos de recuperação.')).toBeVisible();
    await checkBothSizes(page, async ({ width }) => {
      await expectNoViolations(page);
      await takePicture(page, `own-account-second-factor-${width}`, { whole: true });
    });
    const newCodes = await renewCodes(page);
    expect(newCodes).not.toContain(codes[0]);
    await page.getByRole('button', { name: 'Ajustes' }).first().click();
    await page.getByRole('button', { name: 'Sair' }).click();

    await signInAgain(page, SUPPORT);
    await check(page);
    const code = page.getByLabel('Código de seis números');
    await expect(code).toBeFocused();
    await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
    await code.fill(wrongTotpCode(secret, Date.now()));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Esse código não confere/)).toBeVisible();
    // The code of the set-up is spent, so the next step's code is given.
    await code.fill(totpCode(secret, Date.now() + 30_000));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/suporte/);
    await page.getByRole('button', { name: 'Ajustes' }).first().click();
    await page.getByRole('button', { name: 'Sair' }).click();

    await signInAgain(page, SUPPORT);
    await page.getByRole('button', { name: 'Usar um código de recuperação' }).click();
    const recovery = page.getByLabel('Código de recuperação');
    await recovery.fill(codes[0] ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Esse código não confere/)).toBeVisible();
    await recovery.fill(newCodes[0] ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Ajustes' }).first()).toBeVisible();
  });

test('a manager sets it up by choice, and the password is asked again before the brand’s setting changes', {
  tag: '@long',
}, async ({ page, product }) => {
  await signInFirst(page, MANAGER, 'aurora-demo', page.getByRole('navigation', { name: 'Áreas da marca' }));
  await page.goto('/conta');
  await page.getByRole('button', { name: 'Configurar' }).click();
  await setUp(page);
  await expect(page.getByText('Está ativa na sua conta.')).toBeVisible();
  await check(page);

  await product.ageSessions(16 * MINUTE);
  const setting = page.getByRole('checkbox', { name: /Exigir a verificação em duas etapas/ });
  await setting.click();
  const sheet = page.getByRole('dialog', { name: 'Confirme que é você' });
  await expect(sheet.getByLabel('Código de seis números')).toBeFocused();
  await check(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Confirme que é você\. /)).toBeVisible();
  await expect(setting).not.toBeChecked();

  await setting.click();
  await sheet.getByRole('button', { name: 'Usar a senha' }).click();
  await sheet.getByLabel('Sua senha').fill('not the password');
  await page.keyboard.press('Enter');
  await expect(sheet.getByText(/^A senha não confere/)).toBeVisible();
  await sheet.getByLabel('Sua senha').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(sheet).toBeHidden();
  await expect(setting).toBeChecked();
  await expect(page.getByText('Sua conta precisa dela.', { exact: false })).toBeHidden();
});

/** Without a mail server, support gets the link of an invitation to hand over, and the demo's passwords stay as they are. */
import { checkBothSizes, DESK, expect, expectNoViolations, signIn, test } from './kit/journey.ts';

test.use({ viewport: DESK });

test('support hands over the link of an invitation, which is shown once, and the invited person is in the console', async ({
  page,
  context,
  browser,
  product,
}) => {
  await signIn(context, 'suporte@oto.example');
  await page.goto('/suporte');
  await page.getByRole('button', { name: 'Ajustes' }).first().click();
  await page.getByRole('link', { name: 'Equipe do suporte' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Equipe do suporte' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'suporte@oto.example' })).toContainText('você');
  await checkBothSizes(page, () => expectNoViolations(page));

  await page.getByRole('button', { name: 'Convidar', exact: true }).click();
  const invitation = page.getByRole('dialog', { name: 'Convidar para o suporte' });
  await invitation.getByLabel('Nome').fill('Rui Prado');
  await invitation.getByLabel('E-mail').fill('suporte@oto.example');
  await invitation.getByRole('button', { name: 'Convidar' }).click();
  await expect(invitation.getByText('Este e-mail já tem conta')).toBeVisible();
  await invitation.getByLabel('E-mail').fill('rui@oto.example');
  await invitation.getByRole('button', { name: 'Convidar' }).click();

  const shown = page.getByRole('dialog', { name: 'Link para Rui Prado' });
  await checkBothSizes(page, () => expectNoViolations(page));
  const url = await shown.getByLabel('Link', { exact: true }).inputValue();
  expect(url.startsWith(`${product.base}/convite#`), url).toBe(true);
  await shown.getByRole('button', { name: 'Pronto' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'rui@oto.example' })).toContainText('convidada');

  const other = await browser.newContext({ baseURL: product.base, locale: 'pt-BR' });
  const rui = await other.newPage();
  await rui.goto(url);
  await rui.getByLabel('Senha', { exact: true }).fill('vento norte na varanda');
  await rui.getByRole('button', { name: 'Guardar e entrar' }).click();
  await expect(rui).toHaveURL(/\/suporte$/);
  await other.close();
});

test('a reset link in the demo is refused with the reason', { tag: '@long' }, async ({ page, context }) => {
  await signIn(context, 'suporte@oto.example');
  await page.goto('/suporte/aurora');
  await page
    .getByRole('button', { name: /^Link de senha nova/ })
    .first()
    .click();
  await expect(page.getByText(/Na demonstração isso não muda/)).toBeVisible();
});

/** Where the focus goes, how long a toast stays, a text in two tabs, and unknown addresses. */
import { asSeller, expect, expectNoViolations, signIn, takePicture, test } from './kit/journey.ts';
import { findMessage, openSuggestion, PAULISTA } from './kit/seller.ts';

const DAY = '2026-11-23T15:00:00-03:00';

test('the focus is on the first empty field of the sign-in form, and later on each heading', { tag: '@long' }, async ({
  page,
  product,
}) => {
  await product.at(DAY);
  await page.goto('/');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(PAULISTA);
  await page.getByLabel('Senha', { exact: true }).fill('aurora-demo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Quem está usando?' })).toBeFocused();
  await page.getByRole('button', { name: 'Ana Lima' }).click();
  await page.keyboard.type('1111');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Boa tarde, Ana' })).toBeFocused();

  await page.getByRole('button', { name: 'Ana Lima: trocar, ajustes ou sair' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sair' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sair' }).click();
  await expect(page.getByLabel('E-mail')).toBeFocused();

  // A device whose session has expired remembers the e-mail.
  await page.evaluate((email) => localStorage.setItem('oto.email', email), PAULISTA);
  await page.reload();
  await expect(page.getByLabel('E-mail')).toHaveValue(PAULISTA);
  await expect(page.getByLabel('Senha', { exact: true })).toBeFocused();
});

test('a toast is not shown on the next page, nor on a locked device', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(DAY);
  await asSeller(context, PAULISTA, '1111');
  await openSuggestion(page);
  await page.getByRole('button', { name: 'Agora não' }).click();
  const toast = page.getByText(/volta amanhã\./);
  await expect(toast).toBeVisible();
  await page.getByRole('link', { name: 'Carteira' }).click();
  await expect(page.getByRole('heading', { name: 'Carteira' })).toBeVisible();
  await expect(toast).toHaveCount(0);

  await openSuggestion(page);
  await page.getByRole('button', { name: 'Agora não' }).click();
  await expect(toast).toBeVisible();
  await page.getByRole('button', { name: 'Ana Lima: trocar, ajustes ou sair' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Trocar' }).click();
  await expect(page.getByRole('heading', { name: 'Quem está usando?' })).toBeVisible();
  await expect(toast).toHaveCount(0);
});

test('a text that another tab changed is not overwritten, and both texts are offered', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(DAY);
  await asSeller(context, PAULISTA, '1111');
  await openSuggestion(page);
  await findMessage(page).fill('Texto da primeira aba');
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(findMessage(second)).toHaveValue('Texto da primeira aba');

  await findMessage(page).fill('Mudado na primeira aba');
  await expect(second.getByRole('heading', { name: 'Este texto foi mudado em outra aba' })).toBeVisible();
  await expect(findMessage(second)).toHaveValue('Texto da primeira aba');
  await expect(second.getByText('Mudado na primeira aba')).toBeVisible();
  await takePicture(second, 'two-tabs-390');
  await expectNoViolations(second);
  await second.getByRole('button', { name: 'Usar o da outra aba' }).click();
  await expect(findMessage(second)).toHaveValue('Mudado na primeira aba');

  await findMessage(page).fill('Mudado outra vez');
  await findMessage(second).fill('Meu, da segunda aba');
  await expect(findMessage(page)).toHaveValue('Mudado outra vez');
  await second.getByRole('button', { name: 'Ficar com o meu' }).click();
  await second.reload();
  await expect(findMessage(second)).toHaveValue('Meu, da segunda aba');
  await expect(page.getByRole('heading', { name: 'Este texto foi mudado em outra aba' })).toBeVisible();
  await expect(findMessage(page)).toHaveValue('Mudado outra vez');
});

test('an unknown address offers a seller, a brand’s manager and support a link to their first screen', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(DAY);
  for (const [email, pin, path, on] of [
    [PAULISTA, '1111', '/nada/aqui', 'Ir para Hoje'],
    ['gestao@aurora.example', null, '/nada/aqui', 'Ir para o início'],
    ['suporte@oto.example', null, '/suporte/a/b/c', 'Ir para o início'],
  ] as const) {
    if (pin === null) await signIn(context, email);
    else await asSeller(context, email, pin);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Esta página não existe' })).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole('link', { name: on }).click();
    await expect(page.getByRole('heading', { name: 'Esta página não existe' })).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

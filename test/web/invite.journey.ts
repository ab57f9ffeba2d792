/** Without a mail server, support gets the link of an invitation to hand over, and the demo's passwords stay as they are. */
import { checkBothSizes, DESK, expect, expectNoViolations, signIn, takePicture, test } from './kit/journey.ts';

test.use({ viewport: DESK });

test('support hands over the link of an invitation, which is shown once, and the invited person is in the console', {
  tag: '@long',
}, async ({ page, context, browser, product }) => {
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
  await expect(page.getByRole('listitem').filter({ hasText: 'rui@oto.example' })).toContainText('convite enviado');

  const other = await browser.newContext({ baseURL: product.base, locale: 'pt-BR' });
  const rui = await other.newPage();
  await rui.goto(url);
  await rui.getByLabel('Senha', { exact: true }).fill('vento norte na varanda');
  await rui.getByRole('button', { name: 'Guardar e entrar' }).click();
  await expect(rui).toHaveURL(/\/suporte$/);
  await other.close();
});

test('support ends the sessions of a brand’s person one by one and all, and the demo refuses a reset link', {
  tag: '@long',
}, async ({ page, context, browser, product }) => {
  const carla = { email: 'carla@aurora.example', password: 'aurora-demo' };
  const open = async (device: string) => {
    const other = await browser.newContext({ baseURL: product.base, userAgent: device });
    expect((await other.request.post('/api/v1/session', { data: carla })).status()).toBe(200);
    return async () => (await other.request.get('/api/v1/session')).status();
  };
  const phone = await open('Mozilla/5.0 (Linux; Android 10; K) Chrome/150.0.0.0 Mobile Safari/537.36');
  const laptop = await open('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
  await signIn(context, 'suporte@oto.example');
  await page.goto('/suporte/aurora');
  await page.getByRole('button', { name: 'Aparelhos Carla Dias', exact: true }).click();
  const devices = page.getByRole('dialog', { name: 'Aparelhos de Carla Dias' });
  await expect(devices.getByRole('listitem').filter({ hasText: 'Chrome no Android' })).toContainText('Último uso');
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `person-devices-${width}`);
  });
  await devices.getByRole('button', { name: 'Encerrar a sessão de Chrome no Android' }).click();
  const one = page.getByRole('dialog', { name: 'Encerrar a sessão de Chrome no Android?' });
  await expect(one.getByRole('button', { name: 'Voltar' })).toBeFocused();
  expect(await phone()).toBe(200);
  await one.getByRole('button', { name: 'Encerrar' }).click();
  await expect(devices).toBeVisible();
  await expect(devices.getByRole('listitem').filter({ hasText: 'Chrome no Android' })).toHaveCount(0);
  expect([await phone(), await laptop()]).toEqual([401, 200]);
  await devices.getByRole('button', { name: 'Encerrar todas' }).click();
  const all = page.getByRole('dialog', { name: 'Encerrar todas as sessões de Carla Dias?' });
  await checkBothSizes(page, () => expectNoViolations(page));
  await all.getByRole('button', { name: 'Encerrar todas' }).click();
  await expect(devices.getByText('A conta não está aberta em nenhum aparelho.')).toBeVisible();
  expect(await laptop()).toBe(401);
  await devices.getByRole('button', { name: 'Voltar' }).click();

  await page.getByRole('button', { name: 'Link de senha nova Carla Dias', exact: true }).click();
  await expect(page.getByText(/Na demonstração isso não muda/)).toBeVisible();
});

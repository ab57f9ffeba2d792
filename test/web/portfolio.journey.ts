/** A manager spreads a seller's portfolio, undoes it, and gives the seller days off. */
import { asSeller, checkBothSizes, expect, expectNoViolations, takePicture, test } from './kit/journey.ts';
import { findSheet, holdByApi, PAULISTA } from './kit/seller.ts';

const NIGHT = '2026-11-22T22:14:00-03:00';

test('a manager spreads a portfolio with a held message, undoes it, and passes the message on for a day off', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  await holdByApi(context.request);
  await asSeller(context, PAULISTA, '9999');
  await page.goto('/agendados');
  await page.getByRole('radio', { name: 'Ana' }).check();
  await page.getByRole('link', { name: 'Carteira e folgas de Ana' }).click();
  await expect(page.getByRole('heading', { name: 'Carteira e folgas de Ana' })).toBeVisible();
  const counts = page.getByText(/\d+ clientes · 1 mensagem guardada · \d+ sugestões em aberto/);
  await expect(counts).toBeVisible();
  const before = await counts.textContent();
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `portfolio-${width}`);
  });

  await page.getByRole('button', { name: 'Passar a carteira' }).click();
  const sheet = findSheet(page);
  await expect(sheet.getByText('1 mensagem guardada vai junto e mantém o horário.')).toBeVisible();
  await sheet.getByRole('radio', { name: 'São canceladas' }).check();
  await expect(sheet.getByText('1 mensagem guardada é cancelada.')).toBeVisible();
  await sheet.getByRole('radio', { name: 'Passam junto, no mesmo horário' }).check();
  await expect(sheet.getByText('1 mensagem guardada vai junto e mantém o horário.')).toBeVisible();
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `portfolio-sheet-${width}`);
  });
  await sheet.getByRole('button', { name: /^Passar \d+ clientes$/ }).click();
  await expect(page.getByText(/^\d+ clientes mudaram de carteira\.$/)).toBeVisible();
  await expect(page.getByText('Nenhum cliente na carteira.')).toBeVisible();
  await takePicture(page, 'portfolio-moved-390');
  await page.getByRole('button', { name: /^Desfazer a mudança/ }).click();
  await expect(page.getByText(/^Desfeito: \d+ clientes voltaram\.$/)).toBeVisible();
  await expect(counts).toHaveText(before ?? '');
  await expect(page.getByText('Desfeita', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Marcar folga' }).click();
  await sheet.getByLabel('Último dia').fill('2026-11-20');
  await sheet.getByRole('button', { name: 'Marcar folga' }).click();
  await expect(sheet.getByText('O último dia vem antes do primeiro: confira as duas datas.')).toBeVisible();
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `absence-sheet-${width}`);
  });
  await sheet.getByLabel('Último dia').fill('2026-11-23');
  await sheet.getByRole('button', { name: 'Marcar folga' }).click();
  await expect(page.getByText(/1 mensagem guardada e \d+ sugestões com Bruno\./)).toBeVisible();
  await expect(page.getByText('0 sugestões')).toHaveCount(0);
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `absence-${width}`);
  });

  // Ana reads her days off above her held messages, of which none is left.
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/agendados');
  await expect(page.getByText(/^Sua folga vai até .* estão com Bruno e voltam no fim\.$/)).toBeVisible();
  await takePicture(page, 'absence-own-390');

  const suggestionsAway = (await (await context.request.get('/api/v1/suggestions')).json()).items.length;

  // The last day is over: what was not used is back.
  await product.at('2026-11-24T09:00:00-03:00');
  const countItems = async (path: string): Promise<number> =>
    (await (await context.request.get(`/api/v1/${path}`)).json()).items.length;
  expect(suggestionsAway).toBe(0);
  await expect.poll(() => countItems('suggestions')).toBeGreaterThan(0);
  await expect
    .poll(async () => (await countItems('holds?state=waiting')) + (await countItems('holds?state=ready')))
    .toBe(1);
});

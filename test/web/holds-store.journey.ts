/** A store's manager reads the held messages of all sellers, passes them on and cancels them (H3–H5). */
import { asSeller, DESK, expect, expectNoViolations, PHONE, takePicture, test } from './kit/journey.ts';
import { findSheet, holdSuggestion, openDayLine, PAULISTA, takeFirstName } from './kit/seller.ts';

const NIGHT = '2026-11-22T22:14:00-03:00';

test('a manager sees the store’s held messages, passes one on with its time, cancels another, and both sellers are told', async ({
  page,
  context,
  browser,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const first = await holdSuggestion(page, 2);
  const second = await holdSuggestion(page, 1);
  await asSeller(context, PAULISTA, '2222');
  await holdSuggestion(page, 0);

  const desk = await browser.newContext({ baseURL: product.base, viewport: DESK, reducedMotion: 'reduce' });
  await asSeller(desk, PAULISTA, '9999');
  const screen = await desk.newPage();
  await screen.goto('/agendados');
  const anas = screen.getByRole('list', { name: 'Ana Lima' }).getByRole('listitem');
  await expect(anas.filter({ hasText: first.name })).toContainText(`Pronta para amanhã, ${first.time}`);
  await screen.getByLabel('Ana', { exact: true }).check();
  await expect(screen.getByRole('list', { name: 'Bruno Reis' })).toHaveCount(0);
  await anas.filter({ hasText: first.name }).getByRole('link').click();
  await expectNoViolations(screen);
  await takePicture(screen, 'holds-store-1280');
  await screen.getByRole('button', { name: 'Passar para outra pessoa' }).click();
  await expectNoViolations(screen);
  await takePicture(screen, 'holds-pass-1280');
  await findSheet(screen)
    .getByRole('button', { name: /^Bruno/ })
    .click();
  await expect(screen.getByText('Passada para Bruno, no mesmo horário.')).toBeVisible();
  await screen.getByLabel('Toda a equipe').check();
  await anas.filter({ hasText: second.name }).getByRole('link').click();
  await screen.getByRole('button', { name: 'Cancelar mensagem' }).click();
  await findSheet(screen).getByRole('button', { name: 'Cancelar mensagem' }).click();
  await expect(screen.getByText(`Mensagem para ${takeFirstName(second.name)} cancelada.`)).toBeVisible();
  await screen.setViewportSize(PHONE);
  await screen.goto('/agendados');
  await expect(screen.getByRole('list', { name: 'Encerradas nos últimos 7 dias' })).toContainText(second.name);
  await expectNoViolations(screen);
  await takePicture(screen, 'holds-store-390', { whole: true });
  await desk.close();

  await asSeller(context, PAULISTA, '1111');
  await page.goto('/');
  await openDayLine(page);
  const told = page.getByRole('region', { name: 'Novidades' });
  await expect(told).toContainText('Cancelada por Carla');
  await expectNoViolations(page);
  await takePicture(page, 'holds-news-390');
  await told.getByRole('button', { name: `Entendi sobre ${second.name}` }).click();
  await expect(told.getByText(second.name)).toHaveCount(0);
  await asSeller(context, PAULISTA, '2222');
  await page.goto('/');
  await openDayLine(page);
  await expect(told).toContainText(`Carla Dias passou para você. Fica pronta amanhã, ${first.time}.`);
});

test('the sheet that asks for the new seller says why a message could not be passed on', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const { name } = await holdSuggestion(page, 3);
  const { items } = await (await context.request.get('/api/v1/holds?state=waiting')).json();
  const customerId = items[0].customer.id;
  await asSeller(context, PAULISTA, '9999');
  const hers = await context.request.post('/api/v1/attempts', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { customerId, text: 'Oi!', hold: true },
  });
  expect(hers.status()).toBe(202);
  await page.goto(`/agendados/${(await hers.json()).attempt.id}`);
  await page.getByRole('button', { name: 'Passar para outra pessoa' }).click();
  const ana = findSheet(page).getByRole('button', { name: 'Ana Lima' });
  await ana.click();
  const said = findSheet(page).getByRole('alert');
  await expect(said).toContainText(`Ana já tem uma mensagem guardada para ${takeFirstName(name)}.`);
  await expectNoViolations(page);
  await takePicture(page, 'holds-pass-refused-390');
  await context.setOffline(true);
  await ana.click();
  await expect(said).toHaveText('Não deu para anotar agora. Tente de novo.');
  await context.setOffline(false);
});

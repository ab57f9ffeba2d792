/** Sheets: Enter acts in the sheet and never on the page below it, and a warning names the times of one clock. */
import type { BrowserContext } from '@playwright/test';
import { asSeller, expect, expectNoViolations, test } from './kit/journey.ts';
import {
  ATTEMPTS,
  findMessage,
  findSheet,
  hidePlan,
  holdSuggestion,
  openHeld,
  openProfileMessage,
  openSuggestion,
  PAULISTA,
  send,
  stubWhatsApp,
} from './kit/seller.ts';

const NIGHT = '2026-11-22T22:14:00-03:00';
const CAIS = 'loja@cais.example';

/** Returns the bodies of all requests for a new contact, a list that grows. */
function recordRequests(context: BrowserContext): Record<string, unknown>[] {
  const asked: Record<string, unknown>[] = [];
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/attempts')) asked.push(request.postDataJSON());
  });
  return asked;
}

test('Enter in “Outro horário” holds the message for the typed time', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const asked = recordRequests(context);
  await openSuggestion(page, 1);
  await send(page);
  await findSheet(page).getByRole('button', { name: 'Outro horário' }).click();
  await findSheet(page).getByLabel('Horário').fill('15h30');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Pronta para amanhã, 15:30.')).toBeVisible();
  expect(asked.map(({ hold }) => hold)).toEqual([undefined, undefined, '2026-11-23T18:30:00.000Z']);
});

test('Enter on a time that was just refused sends no further request', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await hidePlan(context);
  await asSeller(context, PAULISTA, '1111');
  const asked = recordRequests(context);
  await openSuggestion(page, 1);
  await send(page);
  await findSheet(page).getByRole('button', { name: 'Outro horário' }).click();
  await findSheet(page).getByLabel('Horário').fill('21:30');
  await page.keyboard.press('Enter');
  await expect(findSheet(page)).toContainText('Esse horário é de silêncio.');
  await findSheet(page).getByLabel('Horário').press('Enter');
  await expect(findSheet(page).getByRole('button', { name: /^Usar terça, / })).toBeVisible();
  expect(asked).toHaveLength(3);
});

test('Enter changes the time of a held message, and saves the hour that a customer prefers', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '2222');
  const { name } = await holdSuggestion(page, 1);
  await openHeld(page, name);
  await page.getByRole('button', { name: 'Outro horário', exact: true }).click();
  await findSheet(page).getByLabel('Horário').fill('16:10');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Agora fica pronta amanhã, 16:10.')).toBeVisible();
  await expect(findSheet(page)).toHaveCount(0);

  await openProfileMessage(page, 2);
  await page.goBack();
  await page.getByRole('button', { name: 'Alterar a hora preferida' }).click();
  await findSheet(page).getByLabel('A partir de').fill('13h');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Melhor a partir de 13:00')).toBeVisible();
  await expect(findSheet(page)).toHaveCount(0);
});

test('Enter on a reason chooses it, and sends no further request', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  const opened = await stubWhatsApp(context);
  await product.at('2026-11-23T22:14:00-03:00');
  await asSeller(context, CAIS, '1111');
  const asked = recordRequests(context);
  await openProfileMessage(page);
  await findMessage(page).fill('Oi!');
  await send(page);
  const reason = findSheet(page).getByLabel('Pedido ou entrega de hoje');
  await reason.check();
  await reason.press('Enter');
  await expect(reason).toBeChecked();
  await expect(findSheet(page).getByRole('button', { name: 'Enviar mesmo assim' })).toBeVisible();
  expect(asked).toHaveLength(1);
  expect(opened).toEqual([]);
});

test('a warning by a customer’s clock names that clock’s times, and the seller’s own time beside them', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at('2026-11-23T22:14:00-03:00');
  await asSeller(context, CAIS, '1111');
  // No customer of the demo lives an hour behind the store, so the answers are changed: this customer lives in Manaus.
  await context.route(/\/api\/v1\/customers\/[^/?]+$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), city: 'Manaus' } });
  });
  await context.route(ATTEMPTS, async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    const quiet = {
      ...body.decision.quiet,
      clock: 'customer',
      zone: 'America/Manaus',
      until: '2026-11-24T12:00:00.000Z',
    };
    await route.fulfill({ response: answer, body: JSON.stringify({ ...body, decision: { ...body.decision, quiet } }) });
  });
  await openProfileMessage(page);
  await findMessage(page).fill('Oi!');
  await send(page);
  await expect(findSheet(page)).toContainText('São 21:14 em Manaus, e o Horário de Silêncio vai até amanhã, 08:00.');
  await expect(findSheet(page)).toContainText('Em Manaus, o silêncio vai até 08:00 (09:00 no seu relógio).');
  await expectNoViolations(page);
});

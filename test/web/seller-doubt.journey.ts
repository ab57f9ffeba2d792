/** When the way to the server is poor: nothing is queued, nothing is decided here, and nothing goes out twice. */
import type { BrowserContext } from '@playwright/test';
import { asSeller, expect, expectNoViolations, test } from './kit/journey.ts';
import {
  ATTEMPTS,
  attempts,
  backFromWhatsApp,
  loseAnswers,
  message,
  openSuggestion,
  PAULISTA,
  sayNotSent,
  send,
  sheet,
  standInForWhatsApp,
} from './kit/seller.ts';

const MORNING = '2026-11-22T10:30:00-03:00';
const CONFIRMING = 'Estamos confirmando este envio. Não precisa tocar de novo.';

test.beforeEach(async ({ product, context }) => {
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '2222');
});

test('an answer that got lost is asked for under the same key: one hand-over, and WhatsApp opens', async ({
  page,
  context,
}) => {
  const opened = await standInForWhatsApp(context);
  await openSuggestion(page, 7);
  const before = (await attempts(context)).length;
  const lost = await loseAnswers(context);
  const asked: (string | undefined)[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/api/v1/attempts')) asked.push(request.headers()['idempotency-key']);
  });
  await send(page);
  await expect(page.getByText(CONFIRMING)).toBeVisible();
  await lost.stop();
  await backFromWhatsApp(page);
  expect(asked.length).toBeGreaterThan(1);
  expect(new Set(asked)).toEqual(new Set(lost.keys));
  expect(opened).toHaveLength(1);
  expect((await attempts(context)).length).toBe(before + 1);
  await sayNotSent(page);
});

test('a reload in the middle asks again as it was, and offers WhatsApp without opening it', async ({
  page,
  context,
}) => {
  const opened = await standInForWhatsApp(context);
  await openSuggestion(page, 7);
  const before = (await attempts(context)).length;
  const lost = await loseAnswers(context);
  await send(page);
  await expect(page.getByText(CONFIRMING)).toBeVisible();
  await lost.stop();
  await page.reload();
  const offer = sheet(page).getByRole('link', { name: 'Abrir WhatsApp' });
  await expect(offer).toBeVisible();
  await expectNoViolations(page);
  expect(opened).toEqual([]);
  expect((await attempts(context)).length).toBe(before + 1);
  await offer.click();
  await backFromWhatsApp(page);
  await sayNotSent(page);
});

test('a link whose time is over is not offered any more: the hour is judged anew', async ({
  page,
  context,
  product,
}) => {
  const opened = await standInForWhatsApp(context);
  await openSuggestion(page, 7);
  const lost = await loseAnswers(context);
  await send(page);
  await expect(page.getByText(CONFIRMING)).toBeVisible();
  await product.at('2026-11-22T10:33:00-03:00');
  await lost.stop();
  await expect(page.getByText('O link deste envio já venceu e nada foi enviado.')).toBeVisible();
  expect(opened).toEqual([]);
  await send(page);
  await backFromWhatsApp(page);
  expect(opened).toHaveLength(1);
  await sayNotSent(page);
});

test('without network nothing leaves and nothing waits to leave', async ({ page, context }) => {
  await openSuggestion(page, 7);
  const before = (await attempts(context)).length;
  await message(page).fill('Escrito sem internet.');
  await context.setOffline(true);
  await expect(page.getByText('Sem internet. Você vê o que já estava aqui; envios precisam de conexão.')).toBeVisible();
  await send(page);
  await expect(page.getByText('Seu texto está guardado. Quando a internet voltar, toque em Enviar.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/De volta\. Atualizado às \d\d:\d\d\./)).toBeVisible();
  await expect(message(page)).toHaveValue('Escrito sem internet.');
  expect((await attempts(context)).length).toBe(before);
});

/** The server's door answers so, whatever is asked. */
async function answerWith(context: BrowserContext, status: number, body: object): Promise<void> {
  await context.route(ATTEMPTS, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, ...body }) })
      : route.continue(),
  );
}

test('a fault of ours says that nothing was sent, with a code for whoever helps', async ({ page, context }) => {
  await openSuggestion(page, 7);
  await message(page).fill('Fica aqui.');
  await answerWith(context, 500, { type: '/problems/failed', title: 'x', detail: 'y', instance: 'k3-1f' });
  await send(page);
  const said = page.getByRole('alert').filter({ hasText: 'Algo falhou do nosso lado.' });
  await expect(said).toContainText('Nada foi enviado e seu texto está guardado.');
  await expect(said).toContainText('Código k3-1f');
  await expect(message(page)).toHaveValue('Fica aqui.');
  await expectNoViolations(page);
});

test('too many tries in a row are slowed kindly', async ({ page, context }) => {
  await openSuggestion(page, 7);
  const type = '/problems/too-many-decisions';
  await answerWith(context, 429, { type, title: 'x', detail: 'y', retryAfterSeconds: 40 });
  await send(page);
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    /Aguarde (40|39) s e toque de novo; seu texto está guardado\./,
  );
});

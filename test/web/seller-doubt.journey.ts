/** A poor connection: the app queues nothing, decides nothing by itself, and sends nothing twice. */
import type { BrowserContext } from '@playwright/test';
import { asSeller, expect, expectNoViolations, test } from './kit/journey.ts';
import {
  ATTEMPTS,
  answerNotSent,
  dropAnswers,
  findMessage,
  findSheet,
  openSuggestion,
  PAULISTA,
  readAttempts,
  returnFromWhatsApp,
  send,
  stubWhatsApp,
} from './kit/seller.ts';

const MORNING = '2026-11-22T10:30:00-03:00';
const CONFIRMING = 'Estamos confirmando este envio. Não precisa tocar de novo.';

test.beforeEach(async ({ product, context }) => {
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '2222');
});

test('a lost answer is asked for again under the same key, so that there is one hand-over, and WhatsApp opens', async ({
  page,
  context,
}) => {
  const opened = await stubWhatsApp(context);
  await openSuggestion(page, 7);
  const before = (await readAttempts(context)).length;
  const lost = await dropAnswers(context);
  const asked: (string | undefined)[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/api/v1/attempts')) asked.push(request.headers()['idempotency-key']);
  });
  await send(page);
  await expect(page.getByText(CONFIRMING)).toBeVisible();
  await lost.stop();
  await returnFromWhatsApp(page);
  expect(asked.length).toBeGreaterThan(1);
  expect(new Set(asked)).toEqual(new Set(lost.keys));
  expect(opened).toHaveLength(1);
  expect((await readAttempts(context)).length).toBe(before + 1);
  await answerNotSent(page);
});

test('a reload before the answer repeats the same request, and offers WhatsApp without opening it', {
  tag: '@long',
}, async ({ page, context }) => {
  const opened = await stubWhatsApp(context);
  await openSuggestion(page, 7);
  const before = (await readAttempts(context)).length;
  const lost = await dropAnswers(context);
  await send(page);
  await expect(page.getByText(CONFIRMING)).toBeVisible();
  await lost.stop();
  await page.reload();
  const offer = findSheet(page).getByRole('link', { name: 'Abrir WhatsApp' });
  await expect(offer).toBeVisible();
  await expectNoViolations(page);
  expect(opened).toEqual([]);
  expect((await readAttempts(context)).length).toBe(before + 1);
  await offer.click();
  await returnFromWhatsApp(page);
  await answerNotSent(page);
});

test('a link that expired is not offered, and the next send is decided anew', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  const opened = await stubWhatsApp(context);
  await openSuggestion(page, 7);
  const lost = await dropAnswers(context);
  await send(page);
  await expect(page.getByText(CONFIRMING)).toBeVisible();
  await product.at('2026-11-22T10:33:00-03:00');
  await lost.stop();
  await expect(page.getByText('O link deste envio já venceu e nada foi enviado.')).toBeVisible();
  expect(opened).toEqual([]);
  await send(page);
  await returnFromWhatsApp(page);
  expect(opened).toHaveLength(1);
  await answerNotSent(page);
});

test('without a network nothing is sent and nothing is queued', { tag: '@long' }, async ({ page, context }) => {
  await openSuggestion(page, 7);
  const before = (await readAttempts(context)).length;
  await findMessage(page).fill('Escrito sem internet.');
  await context.setOffline(true);
  await expect(page.getByText('Sem internet. Você vê o que já estava aqui; envios precisam de conexão.')).toBeVisible();
  await send(page);
  await expect(page.getByText('Seu texto está guardado. Quando a internet voltar, toque em Enviar.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/De volta\. Atualizado às \d\d:\d\d\./)).toBeVisible();
  await expect(findMessage(page)).toHaveValue('Escrito sem internet.');
  expect((await readAttempts(context)).length).toBe(before);
});

/** Makes the server answer each new contact with this status and body. */
async function answerWith(context: BrowserContext, status: number, body: object): Promise<void> {
  await context.route(ATTEMPTS, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, ...body }) })
      : route.continue(),
  );
}

test('a failure of the server says that nothing was sent, with a code for support', { tag: '@long' }, async ({
  page,
  context,
}) => {
  await openSuggestion(page, 7);
  await findMessage(page).fill('Fica aqui.');
  await answerWith(context, 500, { type: '/problems/failed', title: 'x', detail: 'y', instance: 'k3-1f' });
  await send(page);
  const said = page.getByRole('alert').filter({ hasText: 'Algo falhou do nosso lado.' });
  await expect(said).toContainText('Nada foi enviado e seu texto está guardado.');
  await expect(said).toContainText('Código k3-1f');
  await expect(findMessage(page)).toHaveValue('Fica aqui.');
  await expectNoViolations(page);
});

test('a seller who tries too often is told how long to wait, and that the text is kept', { tag: '@long' }, async ({
  page,
  context,
}) => {
  await openSuggestion(page, 7);
  const type = '/problems/too-many-decisions';
  await answerWith(context, 429, { type, title: 'x', detail: 'y', retryAfterSeconds: 40 });
  await send(page);
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    /Aguarde (40|39) s e toque de novo; seu texto está guardado\./,
  );
});

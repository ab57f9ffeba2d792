/** A held message that changes while a person reads, writes or sends it: no text is lost, and no sentence is wrong. */
import type { BrowserContext } from '@playwright/test';
import { asSeller, DESK, deviceOf, expect, expectNoViolations, type Page, takePicture, test } from './kit/journey.ts';
import {
  ATTEMPTS,
  answerNotSent,
  dropAnswers,
  findHeldLink,
  findHoldOffer,
  findMessage,
  findSheet,
  holdSuggestion,
  openDayLine,
  openHeld,
  openProfileMessage,
  PAULISTA,
  returnFromWhatsApp,
  send,
  stubWhatsApp,
  takeFirstName,
} from './kit/seller.ts';

/** A Sunday night: quiet hours end on Monday at 08:00 and begin again at 20:00; Paulista opens at 10:00. */
const NIGHT = '2026-11-22T22:14:00-03:00';
const NEXT_NIGHT = '2026-11-23T20:00:00-03:00';
const monday = (time: string) => `2026-11-23T${time}:00-03:00`;

const findReady = (page: Page) => page.getByRole('list', { name: 'Para enviar agora' }).getByRole('listitem');
const findSendNow = (page: Page) => page.getByRole('button', { name: 'Enviar no WhatsApp' });
const UNSAVED = 'Há mudanças no texto que ainda não foram guardadas.';
const UNKEPT = 'Seu texto, que não chegou a ser guardado';

test.beforeEach(async ({ product, context }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
});

/** Reloads the page and waits until the screen receives the server's events. */
async function reload(page: Page): Promise<void> {
  const listening = page.waitForResponse(/\/api\/v1\/live/);
  await page.reload();
  await listening;
  await expect(findMessage(page)).toBeVisible();
}

async function readHeldUntil(context: BrowserContext): Promise<string> {
  const { items } = await (await context.request.get('/api/v1/holds?state=waiting')).json();
  return items[0].heldUntil;
}

test('the news of a ready message says until when it can be sent, and does not repeat that it returns once', {
  tag: '@long',
}, async ({ page, context, product }) => {
  const { name, time } = await holdSuggestion(page, 0);
  const listening = page.waitForResponse(/\/api\/v1\/live/);
  await page.goto('/');
  await listening;
  await product.at(monday(time));
  await expect(findReady(page).filter({ hasText: name })).toBeVisible();
  await product.at(NEXT_NIGHT);
  await openDayLine(page);
  const news = page.getByRole('region', { name: 'Novidades' });
  await expect(news).toContainText(/Não saiu a tempo e volta uma vez: amanhã,\s\d\d:\d\d\./);
  await product.at(await readHeldUntil(context));
  await expect(findReady(page).filter({ hasText: name })).toBeVisible();
  await expect(news).toContainText(/Pronta: você envia com um toque até hoje, \d\d:\d\d\. Depois, vence\./);
  await expect(news).not.toContainText('volta uma vez');
  await expectNoViolations(page);
});

test('a seller whose customer already has a ready message is led to that message, and reads no time for it', {
  tag: '@long',
}, async ({ page, context }) => {
  const name = await openProfileMessage(page, 3);
  await findMessage(page).fill('Oi!');
  await send(page);
  await expect(findHoldOffer(page)).toBeVisible();
  const attempt = { id: '01900000-0000-7000-8000-000000000000', state: 'ready' };
  const body = { type: '/problems/already-held', status: 409, title: 'x', detail: 'y', attempt, heldUntil: null };
  await context.route(ATTEMPTS, (route) =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(body) }),
  );
  await findHoldOffer(page).click();
  await expect(
    findSheet(page).getByRole('heading', { name: `${takeFirstName(name)} já tem uma mensagem pronta para enviar.` }),
  ).toBeVisible();
  await expectNoViolations(page);
});

test('after a reload, a send that got no answer offers WhatsApp, and no sentence calls the message sent before the seller does', {
  tag: '@long',
}, async ({ page, context, product }) => {
  const opened = await stubWhatsApp(context);
  const { name, time } = await holdSuggestion(page, 1);
  const id = await openHeld(page, name);
  await product.at(monday(time));
  await expect(findSendNow(page)).toBeVisible();
  const lost = await dropAnswers(context);
  await send(page);
  await expect(page.getByText('Estamos confirmando este envio.')).toBeVisible();
  await lost.stop();
  await page.reload();
  const link = findSheet(page).getByRole('link', { name: 'Abrir WhatsApp' });
  await expect(link).toBeVisible();
  await expect(page.getByText(/^aberta no WhatsApp · hoje,\s/)).toBeVisible();
  await expectNoViolations(page);
  expect(opened).toEqual([]);
  await link.click();
  await returnFromWhatsApp(page);
  await expect(page.getByText(/^aberta no WhatsApp · hoje,\s/)).toBeVisible();
  await findSheet(page).getByRole('button', { name: 'Enviei', exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto(`/agendados/${id}`);
  await expect(page.getByText(/^enviada · hoje,\s/)).toBeVisible();
});

test('a message whose link expired before it was opened can be sent again', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  const opened = await stubWhatsApp(context);
  const { name, time } = await holdSuggestion(page, 1);
  await openHeld(page, name);
  await product.at(monday(time));
  await expect(findSendNow(page)).toBeVisible();
  const lost = await dropAnswers(context);
  await send(page);
  await expect(page.getByText('Estamos confirmando este envio.')).toBeVisible();
  await product.at(new Date(Date.parse(monday(time)) + 3 * 60_000).toISOString());
  await lost.stop();
  await page.reload();
  await expect(page.getByText('O link deste envio já venceu e nada foi enviado.')).toBeVisible();
  expect(opened).toEqual([]);
  await send(page);
  await returnFromWhatsApp(page);
  expect(opened).toHaveLength(1);
  await answerNotSent(page);
});

test('a field keeps its focus and every letter while the message becomes ready and while quiet hours begin', {
  tag: '@long',
}, async ({ page, product }) => {
  const { name, time } = await holdSuggestion(page, 2);
  await openHeld(page, name);
  await reload(page);
  await findMessage(page).fill('Meio escr');
  await expect(page.getByText(UNSAVED)).toBeVisible();
  await product.at(monday(time));
  await expect(findSendNow(page)).toBeVisible();
  await expect(findMessage(page)).toBeFocused();
  await expect(page.getByText(UNSAVED)).toBeVisible();
  await page.keyboard.type('ito');
  await expectNoViolations(page);
  await takePicture(page, 'holds-written-ready-390');
  await product.at(NEXT_NIGHT);
  await expect(findSendNow(page)).toHaveCount(0);
  // The list behind the message says the same and is hidden.
  await expect(page.getByText(/^Pronta para amanhã,\s\d\d:\d\d$/).filter({ visible: true })).toBeVisible();
  await expect(findMessage(page)).toBeFocused();
  await expect(findMessage(page)).toHaveValue('Meio escrito');
  await page.getByRole('button', { name: 'Guardar texto' }).click();
  await expect(page.getByText('Texto guardado.')).toBeVisible();
  await expect(page.getByText(UNSAVED)).toHaveCount(0);
});

test('what a seller typed can still be read and copied after the message was cancelled or passed on meanwhile', {
  tag: '@long',
}, async ({ page, context, product }) => {
  const { name } = await holdSuggestion(page, 3, 'O texto guardado.');
  const id = await openHeld(page, name);
  await reload(page);
  await findMessage(page).fill('O que eu ia dizer.');
  const manager = await deviceOf(product, PAULISTA, '9999');
  expect((await manager.post(`/api/v1/attempts/${id}/cancel`)).status()).toBe(200);
  const unkept = page.getByLabel(UNKEPT);
  await expect(unkept).toHaveValue('O que eu ia dizer.');
  await expect(unkept).not.toBeEditable();
  await expect(unkept).toBeFocused();
  await expect(page.getByText('O texto guardado.')).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'holds-unkept-390');
  await page.getByRole('button', { name: 'Copiar texto' }).click();
  await expect(page.getByText(/^Texto (copiado|selecionado)\./)).toBeVisible();

  const asked: string[] = [];
  page.on('request', (each) => asked.push(...(each.url().endsWith('/restore') ? [each.method()] : [])));
  await page.getByRole('button', { name: 'Guardar de novo' }).dblclick();
  await expect(page.getByText(/^De volta\. Fica pronta amanhã,\s\d\d:\d\d\./)).toBeVisible();
  expect(asked).toEqual(['POST']);
  await expect(findMessage(page)).toHaveValue('O que eu ia dizer.');

  const { people } = await (await context.request.get('/api/v1/session')).json();
  const bruno = people.find((each: { name: string }) => each.name.startsWith('Bruno'));
  expect((await manager.patch(`/api/v1/attempts/${id}`, { data: { sellerId: bruno.id } })).status()).toBe(200);
  await expect(page.getByText('Esta mensagem já não espera.')).toBeVisible();
  await expect(unkept).toHaveValue('O que eu ia dizer.');
  await expectNoViolations(page);
  await manager.dispose();
});

test('a seller who opens another message while one is being cancelled stays on the one just opened', {
  tag: '@long',
}, async ({ page, context }) => {
  const first = await holdSuggestion(page, 4);
  const second = await holdSuggestion(page, 4);
  await page.setViewportSize(DESK);
  await openHeld(page, first.name);
  const gate = Promise.withResolvers<void>();
  await page.getByRole('button', { name: 'Cancelar mensagem' }).click();
  await context.route(/\/api\/v1\/holds\?/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await findSheet(page).getByRole('button', { name: 'Cancelar mensagem' }).click();
  await expect(page.getByText(`Mensagem para ${takeFirstName(first.name)} cancelada.`)).toBeVisible();
  await findHeldLink(page, second.name).click();
  await expect(page.getByRole('heading', { level: 1, name: second.name })).toBeVisible();
  const there = page.url();
  gate.resolve();
  const waiting = page.getByRole('list', { name: 'Esperando a hora' });
  await expect(waiting.getByText(first.name)).toHaveCount(0);
  await expect(waiting.getByRole('link', { name: `Abrir a mensagem para ${second.name}` })).toBeVisible();
  expect(page.url()).toBe(there);
});

/** What journeys of the seller's app do again and again. */
import type { APIRequestContext, BrowserContext, Locator, Route } from '@playwright/test';
import { expect, type Page } from './journey.ts';

export const PAULISTA = 'paulista@aurora.example';
export const ADRIANOPOLIS = 'adrianopolis@aurora.example';
/** Where contacts begin. */
export const ATTEMPTS = '**/api/v1/attempts';

/** WhatsApp's own address answers with an empty page, and remembers what it was opened with. */
export async function standInForWhatsApp(context: BrowserContext): Promise<URL[]> {
  const opened: URL[] = [];
  await context.route('https://wa.me/**', async (route: Route) => {
    opened.push(new URL(route.request().url()));
    await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>WhatsApp</title>' });
  });
  return opened;
}

/** The server decides and commits, and the network is cut before its answer arrives. Gives the keys, and the way to stop. */
export async function loseAnswers(context: BrowserContext) {
  const keys: (string | undefined)[] = [];
  const lose = async (route: Route) => {
    if (route.request().method() !== 'POST') return route.continue();
    keys.push(route.request().headers()['idempotency-key']);
    await route.fetch();
    await route.abort('connectionreset');
  };
  await context.route(ATTEMPTS, lose);
  return { keys, stop: () => context.unroute(ATTEMPTS, lose) };
}

/** The screens hear that it is quiet, and not when it will be: what only the server knows is then asked of it. */
export async function hidePlan(context: BrowserContext): Promise<void> {
  await context.route(/\/api\/v1\/(session|quiet-hours)$/, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const answer = await route.fetch();
    const body = await answer.json();
    if (body.quietHours) body.quietHours.policy = null;
    else if ('policy' in body) body.policy = null;
    await route.fulfill({ response: answer, json: body });
  });
}

/**
 * Opens the list and the n-th suggestion in it that nobody left for later, from 0; gives the customer's name. In quiet
 * time the press is an attempt: the sheet that answers it is closed again, so that the message stands free.
 */
export async function openSuggestion(page: Page, n = 0): Promise<string> {
  const { name, quiet } = await pressSuggestion(page, n);
  if (quiet) {
    await expect(sheet(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toHaveCount(0);
  }
  return name;
}

/** Presses the n-th free suggestion in the list, and leaves open what answers; `quiet`: the list said that it is quiet. */
export async function pressSuggestion(page: Page, n = 0): Promise<{ name: string; quiet: boolean }> {
  await page.goto('/');
  const free = page.locator('a[href^="/sugestao/"]');
  const card = page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').filter({ has: free }).nth(n);
  const name = (await card.getByRole('heading').textContent()) ?? '';
  const quiet = (await dayLine(page).getAttribute('data-quiet')) === 'true';
  await card.getByRole('link').click();
  await expect(message(page)).toBeVisible();
  return { name, quiet };
}

/** The one line over the lists of Hoje. */
export function dayLine(page: Page): Locator {
  return page.getByRole('region', { name: 'Seu dia' });
}

/** Opens what the line over the lists has to tell. */
export async function openDayLine(page: Page): Promise<void> {
  const line = dayLine(page).getByRole('button', { expanded: false });
  await line.click();
}

/** Opens the message from the profile of the n-th customer of the portfolio; gives the name. */
export async function openProfileMessage(page: Page, n = 0): Promise<string> {
  await page.goto('/carteira');
  const cards = page.getByRole('list', { name: 'Carteira' }).getByRole('listitem');
  await expect(cards.first()).toBeVisible();
  const card = cards.filter({ hasNotText: /pediu para parar|sem autorização|não autorizou|sem celular/ }).nth(n);
  const name = (await card.getByRole('heading').textContent()) ?? '';
  await card.getByRole('link').click();
  await page.getByRole('link', { name: 'Conversar no WhatsApp' }).click();
  await expect(message(page)).toBeVisible();
  return name;
}

export function message(page: Page): Locator {
  return page.getByLabel('Mensagem', { exact: true });
}

/** Presses "Enviar no WhatsApp"; in quiet time, where "Deixar pronta" stands in its place, the other way below it. */
export function send(page: Page): Promise<void> {
  return sendButton(page).click();
}

export function sendButton(page: Page): Locator {
  return page.getByRole('button', { name: /^(Enviar no WhatsApp|Ver outras opções)$/ });
}

export function sheet(page: Page): Locator {
  return page.getByRole('dialog');
}

/** "Marina Alves" → "Marina". */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** WhatsApp was opened in this tab; the seller comes back. */
export async function backFromWhatsApp(page: Page): Promise<void> {
  await page.waitForURL('https://wa.me/**');
  await page.goBack();
}

/** Ends a hand-over as one that was never sent, so that the suggestion is there for the next journey. */
export async function sayNotSent(page: Page): Promise<void> {
  await expect(sheet(page).getByRole('heading', { name: 'Você enviou?' })).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Não enviei' }).click();
  await expect(page.getByText('Tudo bem, não contamos como contato.')).toBeVisible();
}

/** The seller's suggestions as the server has them. */
export async function suggestions(context: BrowserContext): Promise<unknown> {
  return (await context.request.get('/api/v1/suggestions')).json();
}

/** The seller's attempts as the server has them, all of them; those made last first, wherever the demo's clock stood. */
export async function attempts(context: BrowserContext): Promise<{ id: string; customerName: string }[]> {
  const all: { id: string; customerName: string }[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const answer = await context.request.get(`/api/v1/attempts${next && `?cursor=${encodeURIComponent(next)}`}`);
    const page: { items: typeof all; next: string | null } = await answer.json();
    all.push(...page.items);
    next = page.next;
  }
  return all.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** "Deixar pronta para amanhã, 10:07", on the sheet that is open. */
export function offer(page: Page): Locator {
  return sheet(page).getByRole('button', { name: /^Deixar pronta para amanhã, \d\d:\d\d$/ });
}

/** Of a message that waits; one to the same customer that is over may stand further down. */
export function heldLink(page: Page, name: string): Locator {
  const waiting = page.getByRole('list', { name: /^(Para enviar agora|Esperando a hora)$/ });
  return waiting.getByRole('link', { name: `Abrir a mensagem para ${name}` });
}

/** Opens a message that waits from the list of them; gives the id of its attempt. */
export async function openHeld(page: Page, name: string): Promise<string> {
  await page.goto('/agendados');
  await heldLink(page, name).click();
  await expect(message(page)).toBeVisible();
  return page.url().split('/').at(-1) ?? '';
}

/** Leaves the n-th suggestion ready for tomorrow; gives who it is for, and the promised time (`HH:mm`). */
export async function leaveReady(page: Page, n: number, text?: string): Promise<{ name: string; time: string }> {
  const name = await openSuggestion(page, n);
  if (text !== undefined) await message(page).fill(text);
  await send(page);
  const time = /\d\d:\d\d$/.exec((await offer(page).textContent()) ?? '')?.[0] ?? '';
  await offer(page).click();
  await expect(page.getByText(`Pronta para amanhã, ${time}.`)).toBeVisible();
  return { name, time };
}

/** The same without the screens, of a device in its seller's hands; gives the attempt, for whom and until when. `hold`: at an instant of one's own. */
export async function holdFor(
  device: APIRequestContext,
  hold: true | string = true,
): Promise<{ id: string; name: string; heldUntil: string }> {
  const { items } = await (await device.get('/api/v1/suggestions')).json();
  const { id: suggestionId, customer, text } = items.find(({ held }: { held: unknown }) => held === null);
  const answer = await device.post('/api/v1/attempts', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { customerId: customer.id, suggestionId, text, hold },
  });
  expect(answer.status(), await answer.text()).toBe(202);
  const { attempt, heldUntil } = await answer.json();
  return { id: attempt.id, name: customer.name, heldUntil };
}

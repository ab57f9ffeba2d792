/** Steps that journeys of the seller's app share. */
import type { APIRequestContext, BrowserContext, Locator, Route } from '@playwright/test';
import { expect, type Page } from './journey.ts';

export const PAULISTA = 'paulista@aurora.example';
export const ADRIANOPOLIS = 'adrianopolis@aurora.example';
/** The route that starts a contact. */
export const ATTEMPTS = '**/api/v1/attempts';

/** Answers for `wa.me` with an empty page. Returns the addresses that were opened, a list that grows. */
export async function stubWhatsApp(context: BrowserContext): Promise<URL[]> {
  const opened: URL[] = [];
  await context.route('https://wa.me/**', async (route: Route) => {
    opened.push(new URL(route.request().url()));
    await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>WhatsApp</title>' });
  });
  return opened;
}

/** Drops each answer to a new contact after the server has committed. Returns the keys that were sent and the function that ends this. */
export async function dropAnswers(context: BrowserContext) {
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

/** Removes the policy from the server's answers: the screens know whether it is quiet now and must ask the server about other times. */
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
 * Opens the list and the n-th suggestion in it that is not held, counted from 0, or the last one; returns the customer's name. In quiet
 * hours the press is an attempt, and this function closes the sheet that answers it.
 */
export async function openSuggestion(page: Page, n = 0): Promise<string> {
  const { name, quiet } = await pressSuggestion(page, n);
  if (quiet) {
    await expect(findSheet(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(findSheet(page)).toHaveCount(0);
  }
  return name;
}

/** Presses the n-th suggestion that is not held, and leaves the sheet open that may answer. `quiet` is true where the list said that it is quiet. */
export async function pressSuggestion(page: Page, n = 0): Promise<{ name: string; quiet: boolean }> {
  await page.goto('/');
  const free = page.locator('a[href^="/sugestao/"]');
  const cards = page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').filter({ has: free });
  await expect(cards.first()).toBeVisible();
  const card = cards.nth(Math.min(n, (await cards.count()) - 1));
  const name = (await card.getByRole('heading').textContent()) ?? '';
  const quiet = (await findDayLine(page).getAttribute('data-quiet')) === 'true';
  await card.getByRole('link').click();
  await expect(findMessage(page)).toBeVisible();
  return { name, quiet };
}

/** Finds the line over the lists of Hoje. */
export function findDayLine(page: Page): Locator {
  return page.getByRole('region', { name: 'Seu dia' });
}

/** Opens the line over the lists. */
export async function openDayLine(page: Page): Promise<void> {
  const line = findDayLine(page).getByRole('button', { expanded: false });
  await line.click();
}

/** Opens the message from the profile of the n-th customer of the portfolio who may be written to; returns the name. */
export async function openProfileMessage(page: Page, n = 0): Promise<string> {
  await page.goto('/carteira');
  const cards = page.getByRole('list', { name: 'Carteira' }).getByRole('listitem');
  await expect(cards.first()).toBeVisible();
  const card = cards.filter({ hasNotText: /pediu para parar|sem autorização|não autorizou|sem celular/ }).nth(n);
  const name = (await card.getByRole('heading').textContent()) ?? '';
  await card.getByRole('link').click();
  await page.getByRole('link', { name: 'Conversar no WhatsApp' }).click();
  await expect(findMessage(page)).toBeVisible();
  return name;
}

export function findMessage(page: Page): Locator {
  return page.getByLabel('Mensagem', { exact: true });
}

/** Presses "Enviar no WhatsApp", or "Ver outras opções", which replaces that button in quiet hours. */
export function send(page: Page): Promise<void> {
  return findSendButton(page).click();
}

export function findSendButton(page: Page): Locator {
  return page.getByRole('button', { name: /^(Enviar no WhatsApp|Ver outras opções)$/ });
}

export function findSheet(page: Page): Locator {
  return page.getByRole('dialog');
}

/** Gives the first word of a name: "Marina" of "Marina Alves". */
export function takeFirstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** Waits until WhatsApp is open in this tab, and goes back to the app. */
export async function returnFromWhatsApp(page: Page): Promise<void> {
  await page.waitForURL('https://wa.me/**');
  await page.goBack();
}

/** Answers “Você enviou?” with “Não enviei”. */
export async function answerNotSent(page: Page): Promise<void> {
  await expect(findSheet(page).getByRole('heading', { name: 'Você enviou?' })).toBeVisible();
  await findSheet(page).getByRole('button', { name: 'Não enviei' }).click();
  await expect(page.getByText('Tudo bem, não contamos como contato.')).toBeVisible();
}

/** Reads the seller's suggestions from the server. */
export async function readSuggestions(context: BrowserContext): Promise<unknown> {
  return (await context.request.get('/api/v1/suggestions')).json();
}

/** Reads all attempts of the seller from the server, the one made last first, whatever the demo's clock said. */
export async function readAttempts(context: BrowserContext): Promise<{ id: string; customerName: string }[]> {
  const all: { id: string; customerName: string }[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const answer = await context.request.get(`/api/v1/attempts${next && `?cursor=${encodeURIComponent(next)}`}`);
    const page: { items: typeof all; next: string | null } = await answer.json();
    all.push(...page.items);
    next = page.next;
  }
  return all.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** Finds the button "Deixar pronta para amanhã, 10:07" of the open sheet. */
export function findHoldOffer(page: Page): Locator {
  return findSheet(page).getByRole('button', { name: /^Deixar pronta para amanhã, \d\d:\d\d$/ });
}

/** Finds the link of a held or ready message; an ended message to the same customer may stand further down. */
export function findHeldLink(page: Page, name: string): Locator {
  const waiting = page.getByRole('list', { name: /^(Para enviar agora|Esperando a hora)$/ });
  return waiting.getByRole('link', { name: `Abrir a mensagem para ${name}` });
}

/** Opens a held or ready message from its list; returns the id of its attempt. */
export async function openHeld(page: Page, name: string): Promise<string> {
  await page.goto('/agendados');
  await findHeldLink(page, name).click();
  await expect(findMessage(page)).toBeVisible();
  return page.url().split('/').at(-1) ?? '';
}

/** Holds the n-th suggestion for tomorrow through the screens; returns the customer's name and the promised time (`HH:mm`). */
export async function holdSuggestion(page: Page, n: number, text?: string): Promise<{ name: string; time: string }> {
  const name = await openSuggestion(page, n);
  if (text !== undefined) await findMessage(page).fill(text);
  await send(page);
  const time = /\d\d:\d\d$/.exec((await findHoldOffer(page).textContent()) ?? '')?.[0] ?? '';
  await findHoldOffer(page).click();
  await expect(page.getByText(`Pronta para amanhã, ${time}.`)).toBeVisible();
  return { name, time };
}

/** Holds the first free suggestion through the API, on a device with a seller's turn. `hold` may be the instant that the seller chose. */
export async function holdByApi(
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

/** How the day is spread (P5): one's own on a phone, the store's on phone and desk, the brand's on a desk; the same record for all. */
import type { BrowserContext, Route } from '@playwright/test';
import { asSeller, DESK, expect, expectNoViolations, type Page, PHONE, shot, signIn, test } from './kit/journey.ts';
import { DEMO_DAY, type Product } from './kit/product.ts';
import { PAULISTA } from './kit/seller.ts';

interface Spread {
  readonly contacts: number;
  readonly putOff: number;
  readonly afterWarning: number;
  readonly hours: readonly number[];
  readonly sellers: readonly { readonly name: string; readonly contacts: number }[];
}

const HOUR = 3_600_000;

/** `YYYY-MM-DD`, some days before another. */
function daysBefore(on: string, days: number): string {
  return new Date(Date.parse(on) - days * 24 * HOUR).toISOString().slice(0, 10);
}

async function spreadOn(context: BrowserContext, on: string): Promise<Spread> {
  const answer = await context.request.get(`/api/v1/reports/distribution?from=${on}&to=${on}`);
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** The newest day with contacts that the signed-in person may see, among those of the demo's past that no journey comes to. */
async function aBusyDay(context: BrowserContext, product: Product): Promise<{ on: string; spread: Spread }> {
  await product.at(`${DEMO_DAY}T12:00:00-03:00`);
  for (let days = 3; days < 30; days++) {
    const on = daysBefore(DEMO_DAY, days);
    const spread = await spreadOn(context, on);
    if (spread.contacts > 1) return { on, spread };
  }
  throw new Error('nobody did anything');
}

/** A busy day before another one with other figures. */
async function twoDays(context: BrowserContext, product: Product) {
  await product.at(`${DEMO_DAY}T12:00:00-03:00`);
  for (let days = 3; days < 30; days++) {
    const [on, next] = [daysBefore(DEMO_DAY, days), daysBefore(DEMO_DAY, days - 1)];
    const [today, tomorrow] = [(await spreadOn(context, on)).contacts, (await spreadOn(context, next)).contacts];
    if (today > 0 && today !== tomorrow) return { on, next, today, tomorrow };
  }
  throw new Error('every day is like the one before');
}

const contacts = (n: number) => (n === 1 ? '1 contato' : `${n} contatos`);

async function dark(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'escura';
  });
}

test.describe('my day', () => {
  test.use({ viewport: PHONE });

  test('shows contacts by hour with the quiet and the even spread, the table one tap away, and the days before', async ({
    page,
    context,
    product,
  }) => {
    await asSeller(context, PAULISTA, '1111');
    const { on, spread } = await aBusyDay(context, product);
    await product.at(`${on}T21:00:00-03:00`);
    await page.goto('/');
    await page.getByRole('link', { name: 'Meu dia' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Meu dia' })).toBeVisible();
    await expect(page.getByText(`${contacts(spread.contacts)} hoje`)).toBeVisible();
    await expect(page.getByText(/adiado/).first()).toBeVisible();
    await expect(page.getByText('O histórico é o mesmo que a gerência vê.')).toBeVisible();
    await expect(page.getByText(/Em silêncio: das 20:00 às 08:00/)).toBeVisible();
    await expectNoViolations(page);
    await shot(page, 'my-day-390', { whole: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    await page.getByRole('button', { name: 'Ver em tabela' }).click();
    const fullest = spread.hours.indexOf(Math.max(...spread.hours));
    const row = page.getByRole('row', { name: new RegExp(`^${String(fullest).padStart(2, '0')}:00`) });
    await expect(row).toContainText(String(spread.hours[fullest]));
    await expect(page.getByRole('row', { name: /^23:00/ })).toContainText('silêncio');
    await expectNoViolations(page);

    const before = await spreadOn(context, daysBefore(on, 1));
    await page.getByRole('button', { name: 'Ver ontem' }).click();
    await expect(page.getByText('ontem', { exact: true })).toBeVisible();
    await expect(page.getByText(contacts(before.contacts), { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Ver hoje' }).click();
    await expect(page.getByText(`${contacts(spread.contacts)} hoje`)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ver amanhã' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Ver ontem' }), 'what was pressed is gone').toBeFocused();
  });

  test('is another one at midnight, and its figures are those of the clock, wherever it is moved', async ({
    page,
    context,
    product,
  }) => {
    await asSeller(context, PAULISTA, '1111');
    const { today, tomorrow, on, next } = await twoDays(context, product);
    await product.at(`${on}T23:59:00-03:00`);
    const listening = page.waitForResponse(/\/api\/v1\/live/);
    await page.goto('/dia');
    await listening;
    await expect(page.getByText(`${contacts(today)} hoje`)).toBeVisible();
    // What the server counted at 00:01 is still under way when the clock shows 23:00.
    const counted = Promise.withResolvers<void>();
    const passedOn = Promise.withResolvers<void>();
    const reports = /\/api\/v1\/reports\/distribution/;
    const keepBack = async (route: Route) => {
      const answer = await route.fetch();
      counted.resolve();
      await passedOn.promise;
      await route.fulfill({ response: answer }).catch(() => undefined);
    };
    await page.route(reports, keepBack, { times: 1 });
    await product.at(`${next}T00:01:00-03:00`);
    await counted.promise;
    await expect(page.getByText(`${contacts(today)} hoje`)).toHaveCount(0);
    await product.at(`${next}T23:00:00-03:00`);
    await expect(page.getByRole('complementary', { name: 'Demonstração' })).toContainText('23:00');
    passedOn.resolve();
    await expect(page.getByText(`${contacts(tomorrow)} hoje`)).toBeVisible();
    await page.getByRole('button', { name: 'Ver ontem' }).click();
    await expect(page.getByText(contacts(today), { exact: true })).toBeVisible();
  });

  test('says nothing of quiet hours where there never were any, and the settings nothing of notifications', async ({
    page,
    context,
  }) => {
    await asSeller(context, 'loja@brisa.example', '1111');
    await page.goto('/dia');
    await expect(page.getByText(/^(1 contato|\d+ contatos) hoje$/)).toBeVisible();
    await expect(page.getByText('O histórico é o mesmo que a gerência vê.')).toBeVisible();
    await expect(page.getByText(/Horário de Silêncio|0 adiados|0 enviados após/)).toHaveCount(0);
    await page
      .getByRole('button', { name: /ajustes/ })
      .first()
      .click();
    await page.getByRole('button', { name: /Ajustes/ }).click();
    await expect(page.getByRole('dialog').getByText('Idioma')).toBeVisible();
    await expect(page.getByRole('dialog').getByText(/[Nn]otificações/)).toHaveCount(0);
  });
});

test.describe('the store’s day', () => {
  for (const [viewport, name] of [
    [PHONE, '390'],
    [DESK, '1280'],
  ] as const) {
    test(`is told to its manager by person, in the order of their names, at ${name}`, async ({
      page,
      context,
      product,
    }) => {
      await page.setViewportSize(viewport);
      await asSeller(context, PAULISTA, '9999');
      const { on, spread } = await aBusyDay(context, product);
      await product.at(`${on}T21:00:00-03:00`);
      await page.goto('/dia');
      await expect(page.getByRole('heading', { level: 1, name: 'Dia da loja' })).toBeVisible();
      const people = page.getByRole('heading', { level: 3 });
      await expect(people).toHaveText(spread.sellers.map(({ name }) => name));
      for (const { name, contacts: n } of spread.sellers) {
        const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
        await expect(item).toContainText(contacts(n));
      }
      await expectNoViolations(page);
      await shot(page, `store-day-${name}`, { whole: true });
      await dark(page);
      await expectNoViolations(page);
      await shot(page, `store-day-night-${name}`, { whole: true });
    });
  }
});

test.describe('the stores’ day', () => {
  test.use({ viewport: DESK });

  test('is told to the brand’s manager by store, each by its own clock, and one store opens with its people', async ({
    page,
    context,
    product,
  }) => {
    await signIn(context, 'gestao@aurora.example');
    const { on } = await aBusyDay(context, product);
    await product.at(`${on}T21:00:00-03:00`);
    await page.goto('/');
    await page.getByRole('link', { name: 'Dia das lojas' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Dia das lojas' })).toBeVisible();
    await expect(page.getByText('Cada loja no próprio relógio.').first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 3 })).toHaveCount(4);
    await expectNoViolations(page);
    await shot(page, 'stores-day-1280', { whole: true });
    await page.getByRole('link', { name: /Abrir a loja .*Paulista/ }).press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: 'Por pessoa' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: /Paulista/ })).toBeFocused();
    await expectNoViolations(page);
    await page.getByRole('link', { name: 'Todas as lojas' }).press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: 'Por loja' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Dia das lojas' })).toBeFocused();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: /Paulista/ })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 2, name: 'Por loja' }), 'the page is still there').toBeVisible();
  });
});

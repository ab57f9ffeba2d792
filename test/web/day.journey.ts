/** How the contacts of a day are spread (P5): for a seller, for a store's manager and for a brand's manager. */
import type { BrowserContext, Route } from '@playwright/test';
import {
  asSeller,
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';
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

/** Gives the date, as `YYYY-MM-DD`, some days before `on`. */
function daysBefore(on: string, days: number): string {
  return new Date(Date.parse(on) - days * 24 * HOUR).toISOString().slice(0, 10);
}

async function readSpread(context: BrowserContext, on: string): Promise<Spread> {
  const answer = await context.request.get(`/api/v1/reports/distribution?from=${on}&to=${on}`);
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** Finds the newest day with contacts that the signed-in person may see, three days or more before the demo's day. */
async function findBusyDay(context: BrowserContext, product: Product): Promise<{ on: string; spread: Spread }> {
  await product.at(`${DEMO_DAY}T12:00:00-03:00`);
  for (let days = 3; days < 30; days++) {
    const on = daysBefore(DEMO_DAY, days);
    const spread = await readSpread(context, on);
    if (spread.contacts > 1) return { on, spread };
  }
  throw new Error('no day has contacts');
}

/** Finds a day with contacts whose next day has another number of contacts. */
async function findTwoDays(context: BrowserContext, product: Product) {
  await product.at(`${DEMO_DAY}T12:00:00-03:00`);
  for (let days = 3; days < 30; days++) {
    const [on, next] = [daysBefore(DEMO_DAY, days), daysBefore(DEMO_DAY, days - 1)];
    const [today, tomorrow] = [(await readSpread(context, on)).contacts, (await readSpread(context, next)).contacts];
    if (today > 0 && today !== tomorrow) return { on, next, today, tomorrow };
  }
  throw new Error('all days have the same number of contacts');
}

const sayContacts = (n: number) => (n === 1 ? '1 contato' : `${n} contatos`);

/** Sets the dark theme, which a manager’s screens never take by themselves. */
async function turnDark(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'escura';
  });
}

test.describe('my day', () => {
  test.use({ viewport: PHONE });

  test('shows contacts by hour beside quiet hours and an even spread, the same as a table, and the days before', async ({
    page,
    context,
    product,
  }) => {
    await asSeller(context, PAULISTA, '1111');
    const { on, spread } = await findBusyDay(context, product);
    await product.at(`${on}T21:00:00-03:00`);
    await page.goto('/');
    await page.getByRole('link', { name: 'Meu dia' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Meu dia' })).toBeVisible();
    await expect(page.getByText(`${sayContacts(spread.contacts)} hoje`)).toBeVisible();
    await expect(page.getByText(/adiado/).first()).toBeVisible();
    await expect(page.getByText('O histórico é o mesmo que a gerência vê.')).toBeVisible();
    await expect(page.getByText(/Em silêncio: das 20:00 às 08:00/)).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, 'my-day-390', { whole: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    await page.getByRole('button', { name: 'Ver em tabela' }).click();
    const fullest = spread.hours.indexOf(Math.max(...spread.hours));
    const row = page.getByRole('row', { name: new RegExp(`^${String(fullest).padStart(2, '0')}:00`) });
    await expect(row).toContainText(String(spread.hours[fullest]));
    await expect(page.getByRole('row', { name: /^23:00/ })).toContainText('silêncio');
    await expectNoViolations(page);

    const before = await readSpread(context, daysBefore(on, 1));
    await page.getByRole('button', { name: 'Ver ontem' }).click();
    await expect(page.getByText('ontem', { exact: true })).toBeVisible();
    await expect(page.getByText(sayContacts(before.contacts), { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Ver hoje' }).click();
    await expect(page.getByText(`${sayContacts(spread.contacts)} hoje`)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ver amanhã' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Ver ontem' }), 'what was pressed is gone').toBeFocused();
  });

  test('changes to the next day at midnight, and shows the figures of the clock’s day wherever the clock is moved', {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await asSeller(context, PAULISTA, '1111');
    const { today, tomorrow, on, next } = await findTwoDays(context, product);
    await product.at(`${on}T23:59:00-03:00`);
    const listening = page.waitForResponse(/\/api\/v1\/live/);
    await page.goto('/dia');
    await listening;
    await expect(page.getByText(`${sayContacts(today)} hoje`)).toBeVisible();
    // The answer that the server counted at 00:01 arrives only when the clock shows 23:00.
    const counted = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const reports = /\/api\/v1\/reports\/distribution/;
    const keepBack = async (route: Route) => {
      const answer = await route.fetch();
      counted.resolve();
      await released.promise;
      await route.fulfill({ response: answer }).catch(() => undefined);
    };
    await page.route(reports, keepBack, { times: 1 });
    await product.at(`${next}T00:01:00-03:00`);
    await counted.promise;
    await expect(page.getByText(`${sayContacts(today)} hoje`)).toHaveCount(0);
    await product.at(`${next}T23:00:00-03:00`);
    await expect(page.getByRole('complementary', { name: 'Demonstração' })).toContainText('23:00');
    released.resolve();
    await expect(page.getByText(`${sayContacts(tomorrow)} hoje`)).toBeVisible();
    await page.getByRole('button', { name: 'Ver ontem' }).click();
    await expect(page.getByText(sayContacts(today), { exact: true })).toBeVisible();
  });

  test('does not mention quiet hours in a brand that never had them, nor do the settings mention notifications', {
    tag: '@long',
  }, async ({ page, context }) => {
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
  test('is shown to its manager person by person, in the order of their names', { tag: '@long' }, async ({
    page,
    context,
    product,
  }) => {
    await asSeller(context, PAULISTA, '9999');
    const { on, spread } = await findBusyDay(context, product);
    await product.at(`${on}T21:00:00-03:00`);
    await page.goto('/dia');
    await expect(page.getByRole('heading', { level: 1, name: 'Dia da loja' })).toBeVisible();
    const people = page.getByRole('heading', { level: 3 });
    await expect(people).toHaveText(spread.sellers.map(({ name }) => name));
    for (const { name, contacts: n } of spread.sellers) {
      const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
      await expect(item).toContainText(sayContacts(n));
    }
    await checkBothSizes(page, async ({ width }) => {
      await expectNoViolations(page);
      await takePicture(page, `store-day-${width}`, { whole: true });
    });
    await turnDark(page);
    await expectNoViolations(page);
    await takePicture(page, 'store-day-night-390', { whole: true });
  });
});

test.describe('the stores’ day', () => {
  test.use({ viewport: DESK });

  test('is shown to the brand’s manager by store, each by its own clock, and a store opens with its people', {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await signIn(context, 'gestao@aurora.example');
    const { on } = await findBusyDay(context, product);
    await product.at(`${on}T21:00:00-03:00`);
    await page.goto('/');
    await page.getByRole('link', { name: 'Dia das lojas' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Dia das lojas' })).toBeVisible();
    await expect(page.getByText('Cada loja no próprio relógio.').first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 3 })).toHaveCount(4);
    await expectNoViolations(page);
    await takePicture(page, 'stores-day-1280', { whole: true });
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
